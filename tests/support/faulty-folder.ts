import type { FileSystem, OpenedFile } from '#main/share/folder-target.ts';

/**
 * A file system in memory that goes wrong on demand: operation number k of a run, in one of the twelve ways in which
 * shares in small offices go wrong. Everything else is as a good file system does it.
 */
export const FAULT_KINDS = [
	'EBUSY',
	'EPERM',
	'ENOSPC',
	'EIO',
	'ENOENT',
	'short write',
	'torn read',
	'stale listing',
	'rename done but error reported',
	'vanish mid-write',
	'conflicted copy',
	'case collision',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
	readonly kind: FaultKind;
	/** Of the operations counted since `start`, from 0: this one, or the next after it that can fail so. */
	readonly at: number;
	/** Not once but from then on, until `heal`. */
	readonly lasts: boolean;
}

interface Entry {
	/** Null: a folder. */
	readonly bytes: Uint8Array | null;
	/** As it is listed. */
	readonly name: string;
	/** Later ones are newer. */
	readonly made: number;
}

export interface FaultyFolder extends FileSystem {
	/** Counts from 0 again, and fails as told. */
	start(fault: Fault | null): void;
	/** How often the fault struck. */
	heal(): number;
	/** Since `start`. */
	readonly operations: readonly Operation[];
	/** Everything that lies here, to be put back later. */
	save(): SavedFolder;
	restore(saved: SavedFolder): void;
	paths(): string[];
}

export interface SavedFolder {
	readonly entries: ReadonlyMap<string, Entry>;
}

export type Operation =
	| 'mkdir'
	| 'open'
	| 'openFolder'
	| 'readdir'
	| 'readFile'
	| 'rename'
	| 'rm'
	| 'stat'
	| 'writeFile'
	| 'sync'
	| 'close';

const WRITES: readonly Operation[] = ['mkdir', 'open', 'writeFile', 'sync', 'rename'];
/** Which operations a kind can strike. */
const STRIKES: Readonly<Record<FaultKind, readonly Operation[] | null>> = {
	EBUSY: null,
	EPERM: null,
	ENOSPC: WRITES,
	EIO: null,
	ENOENT: null,
	'short write': ['writeFile'],
	'torn read': ['readFile'],
	'stale listing': ['readdir'],
	'rename done but error reported': ['rename'],
	'vanish mid-write': ['writeFile', 'sync', 'close', 'rename'],
	'conflicted copy': null,
	'case collision': null,
};
/** A share that is full or read-only can still be read. */
const LASTING: Partial<Record<FaultKind, readonly Operation[]>> = { EPERM: [...WRITES, 'rm'], ENOSPC: WRITES };

export const canStrike = (kind: FaultKind, operation: Operation): boolean => STRIKES[kind]?.includes(operation) ?? true;
/** Whether a kind is one that also lasts. */
export const canLast = (kind: FaultKind): boolean => /^E[A-Z]+$/.test(kind);

const failure = (code: string): Error => Object.assign(new Error(`secret path: ${code}`), { code });
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `root` is there from the beginning. */
export function faultyFolder(root: string): FaultyFolder {
	let entries = new Map<string, Entry>();
	let made = 0;
	let fault: Fault | null = null;
	let struck = 0;
	const operations: Operation[] = [];
	/** Case does not count here, as on every Windows server: files are found by their small name and keep how it is written. */
	const key = (path: string) => path.toLowerCase();
	const put = (path: string, bytes: Uint8Array | null, name = nameOf(path)) => {
		made += 1;
		entries.set(key(path), { bytes, name, made });
	};
	put(root, null);

	function found(path: string): Entry {
		const entry = entries.get(key(path));
		if (!entry) throw failure('ENOENT');
		return entry;
	}

	const childrenOf = (path: string): Entry[] =>
		[...entries].filter(([child]) => parentOf(child) === key(path)).map(([, entry]) => entry);

	/** Does this operation go wrong, and how? Throws where that is an error. */
	function next(operation: Operation): FaultKind | null {
		const at = operations.length;
		operations.push(operation);
		if (!fault || at < fault.at || (!fault.lasts && struck > 0)) return null;
		const may = fault.lasts ? (LASTING[fault.kind]?.includes(operation) ?? true) : canStrike(fault.kind, operation);
		if (!may) return null;
		struck += 1;
		if (canLast(fault.kind)) throw failure(fault.kind);
		if (fault.kind === 'conflicted copy') copyNewest((name) => `${name} (Konfliktkopie von BÜRO-2)`);
		if (fault.kind === 'case collision') shoutNewest();
		return fault.kind;
	}

	function newestFile(): [string, Entry] | undefined {
		return [...entries].filter(([, { bytes }]) => bytes !== null).sort(([, a], [, b]) => b.made - a.made)[0];
	}

	function copyNewest(named: (name: string) => string): void {
		const newest = newestFile();
		if (newest) put(`${parentOf(newest[0])}/${named(newest[1].name)}`, newest[1].bytes);
	}

	function shoutNewest(): void {
		const newest = newestFile();
		if (newest) entries.set(newest[0], { ...newest[1], name: newest[1].name.toUpperCase() });
	}

	function removeAll(path: string): void {
		for (const child of [...entries.keys()]) if (child === key(path) || child.startsWith(`${key(path)}/`)) entries.delete(child);
	}

	function handleOf(path: string): OpenedFile {
		const vanishing = (operation: Operation) => {
			const kind = next(operation);
			if (kind === 'vanish mid-write') removeAll(path);
			return kind;
		};
		return {
			async writeFile(bytes) {
				const kind = vanishing('writeFile');
				if (kind !== 'vanish mid-write') put(path, kind === 'short write' ? bytes.slice(0, bytes.length >> 1) : bytes.slice());
			},
			sync: async () => void vanishing('sync'),
			close: async () => void vanishing('close'),
		};
	}

	return {
		operations,
		start(planned) {
			operations.length = 0;
			struck = 0;
			fault = planned;
		},
		heal() {
			fault = null;
			return struck;
		},
		save: () => ({ entries: new Map(entries) }),
		restore(saved) {
			entries = new Map(saved.entries);
		},
		paths: () => [...entries].filter(([, { bytes }]) => bytes !== null).map(([path]) => path),
		async mkdir(path) {
			next('mkdir');
			let first: string | undefined;
			for (let folder = path; !entries.has(key(folder)); folder = parentOf(folder)) {
				if (folder === '') throw failure('ENOENT');
				put(folder, null);
				first = folder;
			}
			return first;
		},
		async open(path, flags) {
			next(flags === 'r' ? 'openFolder' : 'open');
			if (flags === 'r') found(path);
			else {
				if (entries.has(key(path))) throw failure('EEXIST');
				found(parentOf(path));
				put(path, new Uint8Array());
			}
			return flags === 'r' ? { writeFile: async () => {}, sync: async () => {}, close: async () => {} } : handleOf(path);
		},
		async readdir(path) {
			const kind = next('readdir');
			if (found(path).bytes) throw failure('ENOTDIR');
			const children = childrenOf(path).sort((a, b) => a.made - b.made);
			return (kind === 'stale listing' ? children.slice(0, -1) : children).map(({ name }) => name);
		},
		async readFile(path) {
			const kind = next('readFile');
			const { bytes } = found(path);
			if (!bytes) throw failure('EISDIR');
			return kind === 'torn read' ? bytes.slice(0, bytes.length >> 1) : bytes.slice();
		},
		async rename(from, to) {
			const kind = next('rename');
			if (kind === 'vanish mid-write') removeAll(from);
			const entry = found(from);
			found(parentOf(to));
			if (entries.get(key(to))?.bytes === null && childrenOf(to).length > 0) throw failure('ENOTEMPTY');
			const inside = [...entries].filter(([path]) => path.startsWith(`${key(from)}/`));
			removeAll(from);
			put(to, entry.bytes);
			for (const [path, child] of inside) entries.set(key(to) + path.slice(from.length), child);
			if (kind === 'rename done but error reported') throw failure('EIO');
		},
		async rm(path) {
			next('rm');
			removeAll(path);
		},
		async stat(path) {
			next('stat');
			const { bytes } = found(path);
			return { size: bytes?.length ?? 0, isDirectory: () => bytes === null };
		},
	};
}
