import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type fs from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { folderTarget } from '#main/share/folder-target.ts';
import type { ShareTarget } from '#main/share/target.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

type Operation = 'open' | 'rename' | 'readFile' | 'readdir' | 'mkdir';

/** Which calls of the file system fail next, and how; empty = none. */
const faults = vi.hoisted(() => ({ plan: [] as { operation: string; code: string; after?: () => Promise<void> }[] }));

vi.mock('node:fs/promises', async (original) => {
	const real = await original<typeof import('node:fs/promises')>();
	const faulty =
		(operation: Operation) =>
		async (...args: unknown[]) => {
			const at = faults.plan.findIndex((fault) => fault.operation === operation);
			const [fault] = at < 0 ? [] : faults.plan.splice(at, 1);
			if (fault) {
				// The server did it and said otherwise.
				if (fault.code === 'DONE') await (real[operation] as (...all: unknown[]) => Promise<unknown>)(...args);
				throw Object.assign(new Error(`secret path ${String(args[0])}`), { code: fault.code === 'DONE' ? 'EIO' : fault.code });
			}
			return (real[operation] as (...all: unknown[]) => Promise<unknown>)(...args);
		};
	return {
		...real,
		open: faulty('open'),
		rename: faulty('rename'),
		readFile: faulty('readFile'),
		readdir: faulty('readdir'),
		mkdir: faulty('mkdir'),
	};
});

let root: string;
let target: ShareTarget;
let pauses: number[];
const bytes = (text: string) => new TextEncoder().encode(text);
const fail = (operation: Operation, code: string, times = 1) => {
	for (let n = 0; n < times; n++) faults.plan.push({ operation, code });
};
const problem = async (work: Promise<unknown>) =>
	work.then(
		() => 'none',
		(error: { problem?: string; message: string }) => {
			expect(error.message, 'never quotes the system').not.toContain('secret');
			return error.problem;
		},
	);

beforeEach(() => {
	faults.plan.length = 0;
	root = join(temporaryFolder(), 'Freigabe Ä');
	mkdirSync(root);
	pauses = [];
	target = folderTarget(root, seededRandom(1), async (ms) => void pauses.push(ms));
});

describe('a folder as share', () => {
	it('says of a disk that cannot be written what it is, though Node says that a new folder is not there', async () => {
		fail('mkdir', 'ENOENT');
		fail('mkdir', 'EROFS');
		expect(await problem(target.writeNew('a/b/c', bytes('eins')))).toBe('not_writable');
		fail('mkdir', 'ENOENT');
		await target.writeNew('a/b/c', bytes('eins'));
		expect(await target.read('a/b/c')).toEqual(bytes('eins'));
	});

	it('writes whole files under fresh names, reads and lists them', async () => {
		await target.writeNew('a/b/c', bytes('eins'));
		expect(await target.read('a/b/c')).toEqual(bytes('eins'));
		expect(await target.list('a/b')).toEqual(['c']);
		expect(await target.list('a/nothing')).toEqual([]);
		expect(await target.read('a/b/d')).toBeNull();
		await target.remove('a/b/c');
		expect(await target.list('a/b')).toEqual([]);
	});

	it('takes the same file again and refuses another under its name', async () => {
		await target.writeNew('a/b', bytes('eins'));
		await target.writeNew('a/b', bytes('eins'));
		expect(await problem(target.writeNew('a/b', bytes('zwei')))).toBe('conflict');
		expect(await target.read('a/b')).toEqual(bytes('eins'));
	});

	it('does not take a share that is gone for an empty one', async () => {
		rmSync(root, { recursive: true });
		expect(await problem(target.list('a'))).toBe('unreachable');
		expect(await problem(target.read('a'))).toBe('unreachable');
		expect(await problem(target.writeNew('a/b', bytes('x')))).toBe('unreachable');
	});

	it.each(['EIO', 'ETIMEDOUT', 'ESTALE', 'EHOSTDOWN'])('does not take %s for "not there"', async (code) => {
		await target.writeNew('a/b', bytes('eins'));
		fail('readdir', code);
		expect(await problem(target.list('a'))).toBe('unreachable');
		fail('readFile', code);
		expect(await problem(target.read('a/b'))).toBe('unreachable');
	});

	it.each(['EBUSY', 'EPERM', 'EACCES'] as const)('waits for a virus scanner that answers %s', async (code) => {
		fail('rename', code, 2);
		fail('readFile', code);
		fail('open', code);
		await target.writeNew('a/b', bytes('eins'));
		expect(pauses.length).toBe(4);
		expect(await target.list('a')).toEqual(['b']);
		pauses.length = 0;
		fail('rename', code, 99);
		expect(await problem(target.writeNew('a/c', bytes('x')))).toBe('not_writable');
		expect(pauses).toEqual([20, 60, 150, 400, 1000]);
		faults.plan.length = 0;
		expect(await target.list('a'), 'nothing half-done is left').toEqual(['b']);
	});

	it('believes what it reads back, not what the server said', async () => {
		fail('rename', 'DONE');
		await target.writeNew('a/b', bytes('eins'));
		expect(await target.read('a/b')).toEqual(bytes('eins'));
	});

	it.each([
		['ENOSPC', 'full'],
		['EDQUOT', 'full'],
		['EROFS', 'not_writable'],
		['EIO', 'unreachable'],
	])('says %s as %s and leaves nothing behind', async (code, expected) => {
		fail('open', code);
		expect(await problem(target.writeNew('a/b', bytes('x')))).toBe(expected);
		expect(await target.list('a')).toEqual([]);
	});

	it('says that it cannot write where the folder is read-only', async (test) => {
		if (process.getuid?.() === 0) test.skip('root writes everywhere; EROFS and EACCES are covered above');
		chmodSync(root, 0o500);
		expect(await problem(target.writeNew('a/b', bytes('x')))).toBe('not_writable');
		chmodSync(root, 0o700);
	});

	it('leaves files of others alone and never shows half a file', async () => {
		mkdirSync(join(root, 'a'));
		writeFileSync(join(root, 'a', 'tmp-other'), 'half');
		const real = await vi.importActual<typeof fs>('node:fs/promises');
		fail('rename', 'ENOENT');
		expect(await problem(target.writeNew('a/b', bytes('eins')))).toBe('unreachable');
		expect(await real.readdir(join(root, 'a'))).toEqual(['tmp-other']);
		expect(readdirSync(root)).toEqual(['a']);
	});
});
