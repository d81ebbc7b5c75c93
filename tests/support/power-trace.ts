import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * What a process asks of the file system, in the order in which it is done: recorded by strace, so that nothing is left
 * out, whether it comes from Kontor, from Node or from SQLite. What it says on standard output stands among it.
 */
export type DiskEvent =
	| {
			readonly what: 'open';
			readonly fd: number;
			readonly path: string;
			readonly create: boolean;
			readonly truncate: boolean;
			readonly append: boolean;
	  }
	| { readonly what: 'close'; readonly fd: number }
	/** `at` null: where the last one ended. */
	| { readonly what: 'write'; readonly fd: number; readonly at: number | null; readonly bytes: Buffer }
	| { readonly what: 'seek'; readonly fd: number; readonly at: number }
	| { readonly what: 'resize'; readonly fd: number; readonly size: number }
	/** Holds for everything before the event with this number. */
	| { readonly what: 'sync'; readonly fd: number; readonly before: number }
	/** `begun`: how many events there were when it began: it may have come before any of those since. */
	| { readonly what: 'rename'; readonly from: string; readonly to: string; readonly begun: number }
	| { readonly what: 'mkdir' | 'remove'; readonly path: string }
	| { readonly what: 'said'; readonly line: string };

/** Null when processes can be traced here; otherwise why not, in words. */
export function whyNoTrace(): string | null {
	if (process.platform !== 'linux') return 'power cuts are modelled from what strace records, which is Linux only';
	const tried = spawnSync('strace', ['-f', '-qq', '-e', 'trace=none', 'true'], { encoding: 'utf8' });
	if (tried.error)
		return 'power cuts are modelled from what strace records, and strace is not installed (apt-get install strace)';
	return tried.status === 0 ? null : 'power cuts are modelled from what strace records, and this machine does not let it trace';
}

const CALLS = [
	...['open', 'openat', 'creat', 'close', 'dup', 'dup2', 'dup3', 'lseek', 'write', 'writev', 'pwrite64', 'pwritev', 'pwritev2'],
	...['ftruncate', 'truncate', 'fallocate', 'fsync', 'fdatasync', 'sync_file_range', 'rename', 'renameat', 'renameat2'],
	...['unlink', 'unlinkat', 'rmdir', 'mkdir', 'mkdirat', 'link', 'linkat', 'symlink', 'symlinkat', 'copy_file_range', 'sendfile'],
	'io_uring_setup',
];

/** Runs a bundled program to its end. Throws when it fails, or does to files below `root` what the model does not know. */
export async function recorded(program: string, args: readonly string[], root: string): Promise<DiskEvent[]> {
	const out = join(temporaryFolder(), 'trace');
	const trace = CALLS.map((call) => `?${call}`).join(',');
	const strace = ['-f', '-qq', '--seccomp-bpf', '-xx', '-s', '1000000000', '-o', out, '-e', `trace=${trace}`];
	await new Promise<void>((resolve, reject) => {
		const child = spawn('strace', [...strace, process.execPath, '--disable-warning=ExperimentalWarning', program, ...args], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, UV_USE_IO_URING: '0' },
		});
		child.once('error', reject);
		child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`the recorded program ended with ${code}`))));
	});
	const events = parsed(linesOf(out), root);
	rmSync(out);
	return events;
}

function* linesOf(path: string): Generator<string> {
	const file = openSync(path, 'r');
	const chunk = Buffer.alloc(1 << 22);
	let rest = '';
	for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
		const lines = (rest + chunk.toString('latin1', 0, read)).split('\n');
		rest = lines.pop() ?? '';
		yield* lines;
	}
	closeSync(file);
}

interface Call {
	readonly name: string;
	readonly args: string;
	readonly result: number;
	/** How many events there were when it began. */
	readonly begun: number;
}

/** Of what strace wrote, line by line, what touched files below `root`. */
export function parsed(lines: Iterable<string>, root: string): DiskEvent[] {
	const events: DiskEvent[] = [];
	const begun = new Map<string, { readonly text: string; readonly at: number }>();
	const ours = openFiles(root);
	let said = '';
	for (const line of lines) {
		const [, pid = '', text = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
		if (text.endsWith(' <unfinished ...>')) {
			const start = text.slice(0, -' <unfinished ...>'.length);
			begun.set(pid, { text: start, at: events.length });
			// The number may be another thread's again before strace says that this is done.
			if (start.startsWith('close(')) events.push(...ours.closed(numberAt(start.slice('close('.length), 0)));
			continue;
		}
		const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(text);
		const first = resumed ? begun.get(pid) : undefined;
		const call = callOf(first ? first.text + resumed?.[1] : text, first?.at ?? events.length);
		if (!call || call.result < 0 || (first && call.name === 'close')) continue;
		if (/^p?write/.test(call.name) && numberAt(call.args, 0) === 1) {
			said += bytesIn(call.args).toString('utf8');
			const whole = said.split('\n');
			said = whole.pop() ?? '';
			events.push(...whole.map((line) => ({ what: 'said', line }) as const));
		} else {
			const event = ours.eventOf(call);
			if (event) events.push(event);
		}
	}
	return events;
}

function callOf(text: string, begun: number): Call | null {
	const end = text.lastIndexOf(') ');
	const open = text.indexOf('(');
	const result = /^\) += (-?\d+)/.exec(text.slice(end));
	return open > 0 && result
		? { name: text.slice(0, open), args: text.slice(open + 1, end), result: Number(result[1]), begun }
		: null;
}

const STRING = /"((?:\\x[0-9a-f]{2})*)"/g;
const decoded = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
const stringsIn = (args: string) => [...args.matchAll(STRING)].map(([, hex = '']) => decoded(hex));
const bytesIn = (args: string) => Buffer.concat(stringsIn(args));
const numberAt = (args: string, at: number) => Number(args.split(', ')[at]);
const lastNumber = (args: string) => Number(args.slice(args.lastIndexOf(', ') + 2));

/** Follows which descriptors are files and folders below `root`; everything else is nobody's business here. */
function openFiles(root: string) {
	const paths = new Map<number, string>();
	const isOurs = (path: string) => path === root || path.startsWith(`${root}/`);

	function pathsIn({ args }: Call): string[] {
		const folders = [...args.matchAll(/(?:^|, )(AT_FDCWD|\d+), "/g)].map(([, fd]) => paths.get(Number(fd)));
		return stringsIn(args).map((bytes, at) => {
			const path = bytes.toString('utf8');
			return path.startsWith('/') ? path : `${folders[at] ?? ''}/${path}`;
		});
	}

	const closed = (fd: number): DiskEvent[] => (paths.delete(fd) ? [{ what: 'close', fd }] : []);

	function eventOf(call: Call): DiskEvent | null {
		const { name, args, result, begun } = call;
		const fd = Number.parseInt(args, 10);
		if (/^(?:open|openat|creat)$/.test(name)) {
			const [path = ''] = pathsIn(call);
			if (!isOurs(path)) {
				paths.delete(result);
				return null;
			}
			paths.set(result, path);
			const [create, truncate, append] = ['O_CREAT', 'O_TRUNC', 'O_APPEND'].map((flag) => args.includes(flag));
			return { what: 'open', fd: result, path, create: create === true, truncate: truncate === true, append: append === true };
		}
		if (/^(?:rename|mkdir|unlink|rmdir|link|symlink|truncate)/.test(name)) {
			const [path = '', to = ''] = pathsIn(call);
			if (!isOurs(path) && !isOurs(to)) return null;
			if (name.startsWith('rename')) return { what: 'rename', from: path, to, begun };
			if (name.startsWith('mkdir')) return { what: 'mkdir', path };
			if (name.startsWith('unlink') || name === 'rmdir') return { what: 'remove', path };
		} else {
			if (!paths.has(fd)) return null;
			switch (name) {
				case 'close':
					return closed(fd)[0] ?? null;
				case 'lseek':
					return { what: 'seek', fd, at: result };
				case 'write':
				case 'writev':
					return { what: 'write', fd, at: null, bytes: bytesIn(args).subarray(0, result) };
				case 'pwrite64':
				case 'pwritev':
					return { what: 'write', fd, at: lastNumber(args), bytes: bytesIn(args).subarray(0, result) };
				case 'ftruncate':
					return { what: 'resize', fd, size: lastNumber(args) };
				case 'fsync':
				case 'fdatasync':
					return { what: 'sync', fd, before: begun };
			}
		}
		throw new Error(`the model of power cuts does not know ${name}`);
	}
	return { eventOf, closed };
}
