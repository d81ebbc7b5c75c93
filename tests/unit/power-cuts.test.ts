import { expect, it } from 'vitest';
import { afterPowerCuts, readDisk } from '#tests/support/power-disk.ts';
import { parsed } from '#tests/support/power-trace.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** Two threads at once: strace says that a call is done when it gets to it, which may be after what came of it. */

const ROOT = '/büro';
const hex = (text: string) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
const path = (name: string) => `"${hex(`${ROOT}/${name}`)}"`;
const created = (pid: number, name: string, fd: number) =>
	`${pid} openat(AT_FDCWD, ${path(name)}, O_WRONLY|O_CREAT, 0600) = ${fd}`;

function filesAfter(lines: readonly string[]): Record<string, string>[] {
	const { states } = afterPowerCuts(readDisk(temporaryFolder()), ROOT, parsed(lines, ROOT));
	return states.map(({ files }) =>
		Object.fromEntries([...files].map(([name, contents]) => [name, contents === null ? 'folder' : contents.bytes().toString()])),
	);
}

it('a number that was let go of is the next file’s, though strace has not said so yet', () => {
	const states = filesAfter([
		created(1, 'a', 30),
		'1 close(30 <unfinished ...>',
		created(2, 'b', 30),
		'1 <... close resumed>) = 0',
		`2 write(30, "${hex('Inhalt')}", 6) = 6`,
		'2 fsync(30) = 0',
		'2 close(30) = 0',
	]);
	expect(states.map(({ b }) => b)).toContain('Inhalt');
});

it('a file may be opened by its new name before strace has said that it has it', () => {
	const states = filesAfter([
		created(1, 'a.neu', 30),
		'1 close(30) = 0',
		`1 rename(${path('a.neu')}, ${path('a')} <unfinished ...>`,
		`2 openat(AT_FDCWD, ${path('a')}, O_RDONLY) = 31`,
		'1 <... rename resumed>) = 0',
		'2 close(31) = 0',
	]);
	expect(new Set(states.map((files) => Object.keys(files).join()))).toEqual(new Set(['', 'a.neu', 'a']));
	expect(() => filesAfter([`2 openat(AT_FDCWD, ${path('a')}, O_RDONLY) = 31`])).toThrow('opened what is not there');
});
