import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DiskEvent } from './power-trace.ts';

/**
 * Everything a disk may hold after a power cut, as the rules of file systems have it and no kinder: what was synced is
 * there. Of a file's writes since then any may be missing, and the last one may be torn. A new, removed or renamed name
 * counts once its folder was synced; until then each of them is there or not, whatever the others are. A rename is one
 * step. SQLite's -shm files are left out: it makes them anew.
 */
export interface DiskState {
	/** Below the root; null: a folder. Folders come before what is in them. */
	readonly files: ReadonlyMap<string, Contents | null>;
	/** What had been said by then. */
	readonly said: readonly string[];
	readonly hash: string;
	/** The cut: before this event. */
	readonly at: number;
}

interface Contents {
	/** Put together when asked for: of all states at once they would fill the memory. */
	bytes(): Buffer;
	readonly hash: string;
}

export interface DiskStates {
	readonly states: readonly DiskState[];
	/** Moments at which something unsynced would have become safe, and how many of them had too much of it for all combinations. */
	readonly cuts: number;
	readonly reduced: number;
}

type Names = Map<string, Inode>;
type Write =
	| { readonly at: number; readonly bytes: Buffer; readonly event: number }
	| { readonly size: number; readonly event: number };

interface Inode {
	/** Of a folder; what the system shows. */
	readonly live: Names | null;
	/** Of a folder; what is certain. */
	readonly kept: Names | null;
	bytes: Buffer;
	pending: Write[];
	/** With every write so far. */
	size: number;
}

type Rename = Extract<DiskEvent, { what: 'rename' }>;

interface Renaming {
	readonly sets: readonly (readonly [folder: Inode, name: string, inode: Inode | null])[];
	readonly event: number;
}

/** All subsets of so many unsynced writes or names; of more: every beginning, and all but one. */
const ALL_SUBSETS = 3;
const ALL_NAME_SUBSETS = 5;
const MOST_AT_ONE_CUT = 400;
const SECTOR = 512;

const file = (): Inode => ({ live: null, kept: null, bytes: Buffer.alloc(0), pending: [], size: 0 });
const folder = (): Inode => ({ ...file(), live: new Map(), kept: new Map() });

/** What lies below `root` before the recording is safe. */
export function readDisk(root: string): Inode {
	const made = folder();
	for (const entry of readdirSync(root, { withFileTypes: true })) {
		const path = join(root, entry.name);
		if (entry.name.endsWith('-shm')) continue;
		const inode = entry.isDirectory() ? readDisk(path) : file();
		if (!entry.isDirectory()) {
			inode.bytes = readFileSync(path);
			inode.size = inode.bytes.length;
		}
		made.live?.set(entry.name, inode);
		made.kept?.set(entry.name, inode);
	}
	return made;
}

/** Puts a state into an empty folder. */
export function writeDisk(files: DiskState['files'], root: string): void {
	for (const [path, contents] of files) {
		if (contents === null) mkdirSync(join(root, path));
		else writeFileSync(join(root, path), contents.bytes());
	}
}

export function afterPowerCuts(disk: Inode, root: string, events: readonly DiskEvent[]): DiskStates {
	const open = new Map<number, { readonly inode: Inode; readonly append: boolean; at: number }>();
	const states = new Map<string, DiskState>();
	const said: string[] = [];
	const early = new Set<DiskEvent>();
	let renamings: Renaming[] = [];
	let cuts = 0;
	let reduced = 0;

	const find = (path: string): Inode | undefined => {
		const names = path.slice(root.length).split('/').filter(Boolean);
		return names.reduce<Inode | undefined>((at, name) => at?.live?.get(name), disk);
	};
	const parentOf = (path: string): Inode => {
		const found = find(dirname(path));
		if (!found?.live) throw new Error('a file in no folder');
		return found;
	};
	const name = (event: number, ...sets: Renaming['sets']) => {
		for (const [into, called, inode] of sets) {
			if (inode) into.live?.set(called, inode);
			else into.live?.delete(called);
		}
		if (!sets.every(([, called]) => called.endsWith('-shm'))) renamings.push({ sets, event });
	};
	const write = (inode: Inode, made: Write) => {
		inode.pending.push(made);
		inode.size = 'size' in made ? made.size : Math.max(inode.size, made.at + made.bytes.length);
	};

	function cut(at: number): void {
		cuts += 1;
		const found = statesNow(disk, renamings);
		if (found.isReduced) reduced += 1;
		// The same disk with more promised is the harder case.
		for (const { files, hash } of found.states) states.set(hash, { files, hash, at, said: [...said] });
	}

	function sync(inode: Inode, before: number, at: number): void {
		const isDue = ({ event }: { readonly event: number }) => event < before;
		const due = inode.live ? renamings.filter((one) => isDue(one) && one.sets.some(([into]) => into === inode)) : [];
		if (due.length === 0 && !inode.pending.some(isDue)) return;
		cut(at);
		for (const { sets } of due) keep(sets);
		renamings = renamings.filter((one) => !due.includes(one));
		inode.bytes = applied(inode.bytes, inode.pending.filter(isDue));
		inode.pending = inode.pending.filter((one) => !isDue(one));
	}

	function rename({ from, to }: Rename, at: number): Inode {
		const inode = find(from);
		if (!inode) throw new Error('renamed what is not there');
		name(at, [parentOf(from), basename(from), null], [parentOf(to), basename(to), inode]);
		return inode;
	}

	/** Two threads at once: one has seen what the other has renamed before strace says so. */
	function renamedMeanwhile(path: string, at: number): Inode | undefined {
		const late = events.slice(at).find((one): one is Rename => one.what === 'rename' && one.to === path && one.begun <= at);
		if (!late) return undefined;
		early.add(late);
		return rename(late, at);
	}

	for (const [at, event] of events.entries()) {
		switch (event.what) {
			case 'said':
				said.push(event.line);
				break;
			case 'open': {
				let inode = find(event.path) ?? renamedMeanwhile(event.path, at);
				if (!inode) {
					if (!event.create) throw new Error('opened what is not there');
					inode = file();
					name(at, [parentOf(event.path), basename(event.path), inode]);
				} else if (event.truncate && inode.size > 0) write(inode, { size: 0, event: at });
				open.set(event.fd, { inode, append: event.append, at: 0 });
				break;
			}
			case 'close':
				open.delete(event.fd);
				break;
			case 'rename':
				if (!early.has(event)) rename(event, at);
				break;
			case 'mkdir':
				name(at, [parentOf(event.path), basename(event.path), folder()]);
				break;
			case 'remove':
				name(at, [parentOf(event.path), basename(event.path), null]);
				break;
			default: {
				const opened = open.get(event.fd);
				if (!opened) throw new Error(`${event.what} of what is not open`);
				if (event.what === 'seek') opened.at = event.at;
				if (event.what === 'resize' && event.size !== opened.inode.size) write(opened.inode, { size: event.size, event: at });
				if (event.what === 'sync') sync(opened.inode, event.before, at);
				if (event.what !== 'write') break;
				const where = opened.append ? opened.inode.size : (event.at ?? opened.at);
				write(opened.inode, { at: where, bytes: event.bytes, event: at });
				if (event.at === null) opened.at = where + event.bytes.length;
			}
		}
	}
	cut(events.length);
	return { states: [...states.values()], cuts, reduced };
}

function keep(sets: Renaming['sets']): void {
	for (const [into, called, inode] of sets) {
		if (inode) into.kept?.set(called, inode);
		else into.kept?.delete(called);
	}
}

function applied(bytes: Buffer, writes: readonly Write[]): Buffer {
	if (writes.length === 0) return bytes;
	const ends = writes.map((one) => ('size' in one ? one.size : one.at + one.bytes.length));
	// What was never written reads as zeros.
	const out = Buffer.alloc(Math.max(bytes.length, ...ends));
	bytes.copy(out);
	let size = bytes.length;
	for (const one of writes) {
		if ('size' in one) {
			if (one.size < size) out.fill(0, one.size, size);
			size = one.size;
		} else {
			one.bytes.copy(out, one.at);
			size = Math.max(size, one.at + one.bytes.length);
		}
	}
	return out.subarray(0, size);
}

/** What follows upon each other was written in one go: it arrives whole, in part or not at all. */
function joined(writes: readonly Write[]): Write[] {
	const out: Write[] = [];
	let parts: Buffer[] = [];
	const flush = () => {
		const last = out.at(-1);
		if (last && 'bytes' in last && parts.length > 1) out[out.length - 1] = { ...last, bytes: Buffer.concat(parts) };
		parts = [];
	};
	let end = -1;
	for (const one of writes) {
		if ('bytes' in one && one.at === end) parts.push(one.bytes);
		else {
			flush();
			out.push(one);
			parts = 'bytes' in one ? [one.bytes] : [];
		}
		end = 'bytes' in one ? one.at + one.bytes.length : -1;
	}
	flush();
	return out;
}

function subsets(count: number, all: number): number[][] {
	const every = Array.from({ length: count }, (_, at) => at);
	if (count <= all) return Array.from({ length: 2 ** count }, (_, bits) => every.filter((at) => bits & (1 << at)));
	return [...every.map((at) => every.slice(0, at)), every, ...every.slice(0, -1).map((at) => every.toSpliced(at, 1))];
}

const known = new WeakMap<Inode, { readonly bytes: Buffer; readonly pending: number; readonly variants: readonly Contents[] }>();

/** All contents that a file may have: nothing of what is not synced comes first, everything last. */
function variantsOf(inode: Inode): readonly Contents[] {
	const before = known.get(inode);
	if (before?.bytes === inode.bytes && before.pending === inode.pending.length) return before.variants;
	const writes = joined(inode.pending);
	const last = writes.at(-1);
	const torn =
		last && 'bytes' in last
			? [
					{ ...last, bytes: last.bytes.subarray(0, last.bytes.length >> 1) },
					{ ...last, bytes: last.bytes.subarray(0, Math.max(0, last.bytes.length - SECTOR)) },
					// The size is there before the contents.
					{ ...last, bytes: Buffer.alloc(last.bytes.length) },
				].map((half) => [...writes.slice(0, -1), half])
			: [];
	const kept = subsets(writes.length, ALL_SUBSETS).map((which) => which.map((at) => writes[at] as Write));
	const variants = new Map<string, Contents>();
	for (const some of [[], ...torn, ...kept, writes]) {
		const { bytes } = inode;
		const hash = createHash('sha1').update(applied(bytes, some)).digest('base64');
		variants.delete(hash);
		variants.set(hash, { bytes: () => applied(bytes, some), hash });
	}
	known.set(inode, { bytes: inode.bytes, pending: inode.pending.length, variants: [...variants.values()] });
	return [...variants.values()];
}

function statesNow(disk: Inode, renamings: readonly Renaming[]) {
	const trees = subsets(renamings.length, ALL_NAME_SUBSETS).map((which) =>
		treeOf(
			disk,
			which.map((at) => renamings[at] as Renaming),
		),
	);
	const all = trees.map(({ files }) => [...new Set(files.values())].filter((inode) => !inode.live && inode.pending.length > 0));
	const total = all.reduce((sum, moving) => sum + moving.reduce((product, inode) => product * variantsOf(inode).length, 1), 0);
	const isReduced = total > MOST_AT_ONE_CUT;
	const states: Pick<DiskState, 'files' | 'hash'>[] = [];
	for (const [at, { files }] of trees.entries()) {
		const moving = all[at] ?? [];
		for (const choice of isReduced ? someChoices(moving) : allChoices(moving)) states.push(stateOf(files, choice));
	}
	return { states, isReduced: isReduced || renamings.length > ALL_NAME_SUBSETS };
}

type Choice = ReadonlyMap<Inode, Contents>;

function allChoices(moving: readonly Inode[]): Choice[] {
	return moving.reduce<Choice[]>(
		(choices, inode) => choices.flatMap((choice) => variantsOf(inode).map((variant) => new Map(choice).set(inode, variant))),
		[new Map()],
	);
}

/** Each file in all its forms, while all others are as at the last sync, or as written. */
function someChoices(moving: readonly Inode[]): Choice[] {
	const plain = [0, -1].map((at) => new Map(moving.map((inode) => [inode, variantsOf(inode).at(at) as Contents])));
	return plain.flatMap((others) =>
		moving.flatMap((inode) => variantsOf(inode).map((variant) => new Map(others).set(inode, variant))),
	);
}

function treeOf(disk: Inode, renamings: readonly Renaming[]) {
	const changed = new Map<Inode, Names>();
	const namesIn = (inode: Inode): Names => changed.get(inode) ?? (inode.kept as Names);
	for (const [into, called, inode] of renamings.flatMap(({ sets }) => sets)) {
		if (!changed.has(into)) changed.set(into, new Map(into.kept));
		if (inode) changed.get(into)?.set(called, inode);
		else changed.get(into)?.delete(called);
	}
	const files = new Map<string, Inode>();
	const walk = (inode: Inode, path: string) => {
		for (const [called, child] of [...namesIn(inode)].sort(([a], [b]) => (a < b ? -1 : 1))) {
			files.set(path + called, child);
			if (child.live) walk(child, `${path}${called}/`);
		}
	};
	walk(disk, '');
	return { files };
}

function stateOf(files: ReadonlyMap<string, Inode>, choice: Choice): Pick<DiskState, 'files' | 'hash'> {
	const contents = new Map<string, Contents | null>();
	const hash = createHash('sha1');
	for (const [path, inode] of files) {
		const variant = inode.live ? null : (choice.get(inode) ?? (variantsOf(inode)[0] as Contents));
		contents.set(path, variant);
		hash.update(`${path}\0${variant?.hash ?? ''}\0`);
	}
	return { files: contents, hash: hash.digest('hex') };
}
