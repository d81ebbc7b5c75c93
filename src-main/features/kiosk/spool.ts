import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { namesIn, readFileIfThere, writeFileDurably } from '../../platform/files.ts';
import { sequenceName, sequencesOf } from '../../share/layout.ts';
import { NOTHING_BEFORE, signInHead } from '../../share/sign-in-file.ts';
import { hash, toHex, utf8 } from '../../vaults/crypto.ts';

/**
 * Sealed sign-ins on the disk until an office PC has taken them in. What `put` has returned from is there after a power
 * cut; what it threw for is not there at all.
 *
 *   spool/<seq>-<hash>   as they go to the share
 *   head                 the last that may have left, and which entries did lately: it goes on from there
 */
export interface Spool {
	/** The last that was put, whether or not it is still here. */
	head(): Head;
	has(entry: string): boolean;
	/** Throws DiskFull. */
	put(file: { readonly bytes: Uint8Array; readonly hash: Uint8Array }, entry: string): void;
	/** In order. */
	waiting(): readonly Waiting[];
	/** All up to this one have been taken in. */
	forget(upTo: Head): void;
}

export interface Head {
	readonly seq: number;
	readonly hash: Uint8Array;
}
export interface Waiting extends Head {
	readonly name: string;
	read(): Uint8Array | null;
}

export class DiskFull extends Error {}
const FULL = new Set(['ENOSPC', 'EDQUOT']);

const HeadFile = z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/), entries: z.array(z.string()) });
/** So many entries are known again after they have left: somebody may press twice, but not days later. */
const ENTRIES_KEPT = 300;

export function openSpool(folder: string, headPath: string, write = writeFileDurably): Spool {
	const read = (name: string) => readFileIfThere(join(folder, name));
	const remembered = readHead(headPath);
	let base: Head = remembered ? { seq: remembered.seq, hash: Buffer.from(remembered.hash, 'hex') } : NOTHING_BEFORE;
	let left: string[] = remembered?.entries ?? [];
	let files: (Head & { readonly name: string; readonly entry: string })[] = [];
	for (const name of namesIn(folder)) if (name.endsWith('.tmp')) rmSync(join(folder, name), { force: true });
	for (const [seq, found] of [...sequencesOf(namesIn(folder))].sort(([a], [b]) => a - b)) {
		for (const { listed } of found) {
			const bytes = seq > base.seq ? read(listed) : null;
			const head = bytes && signInHead(bytes);
			const isWhole = head && bytes && sequenceName(head.seq, hash(bytes)) === listed && head.seq === seq;
			if (isWhole && !files.some((file) => file.seq === seq)) files.push({ ...head, name: listed });
			// Taken in before a cut-off tidying, or no file of ours.
			else rmSync(join(folder, listed), { force: true });
		}
	}

	const head = (): Head => files.at(-1) ?? base;
	return {
		head,
		has: (entry) => left.includes(entry) || files.some((file) => file.entry === entry),
		put(file, entry) {
			const { seq } = head();
			const name = sequenceName(seq + 1, file.hash);
			const path = join(folder, name);
			try {
				write(path, file.bytes);
			} catch (error) {
				// Half-written, or written and not certain to stay: it must not be found again.
				for (const begun of [`${path}.tmp`, path]) rmSync(begun, { force: true });
				throw FULL.has((error as NodeJS.ErrnoException).code ?? '') ? new DiskFull() : error;
			}
			files.push({ seq: seq + 1, hash: file.hash, name, entry });
		},
		waiting: () => files.map(({ seq, hash, name }) => ({ seq, hash, name, read: () => read(name) })),
		forget(upTo) {
			const gone = files.filter(({ seq }) => seq <= upTo.seq);
			if (gone.length === 0 && upTo.seq <= base.seq) return;
			left = [...left, ...gone.map(({ entry }) => entry)].slice(-ENTRIES_KEPT);
			const next: Head = { seq: upTo.seq, hash: upTo.hash };
			write(headPath, utf8(JSON.stringify({ seq: next.seq, hash: toHex(next.hash), entries: left })));
			base = next;
			files = files.filter(({ seq }) => seq > upTo.seq);
			for (const { name } of gone) rmSync(join(folder, name), { force: true });
		},
	};
}

function readHead(path: string): z.infer<typeof HeadFile> | null {
	try {
		return HeadFile.parse(JSON.parse(Buffer.from(readFileIfThere(path) ?? []).toString('utf8')));
	} catch {
		return null;
	}
}
