import diff from 'fast-diff';
import { wordDiff } from './word-diff.ts';

/** Deletes `length` UTF-16 units at `at`, then puts `insert` there. */
export interface Splice {
	readonly at: number;
	readonly length: number;
	readonly insert: string;
}

/**
 * What to do to `current` so that it gets the changes that made `wanted` out of `base`: in the order of their places, to
 * be applied from the last. Characters that are gone already are passed over; words that others put in stay.
 */
export function spliceText(base: string, wanted: string, current: string): Splice[] {
	if (wanted === current) return [];
	const map = mapText(base, current);
	const splices: Splice[] = [];
	let from = 0;
	let replaces = false;
	for (const [kind, part] of wordDiff(base, wanted)) {
		if (kind === diff.INSERT) {
			// What replaces something stands where that stood; other words come after what others put into the same place.
			const at = replaces ? map.after(from - 1) : map.before(from);
			if (!isThere(part, map.inserted.get(from))) splices.push({ at, length: 0, insert: part });
		} else {
			if (kind === diff.DELETE) splices.push(...map.alive(from, from + part.length));
			from += part.length;
		}
		replaces = kind === diff.DELETE;
	}
	return splices;
}

/** From this length on the same words in the same place are no chance. */
const SAME_WORDS = 8;

/** Somebody did the same, or it is this very change that comes a second time, its answer having got lost. */
function isThere(part: string, inserted: string | undefined): boolean {
	if (inserted === undefined || part === inserted) return part === inserted;
	return part.length >= SAME_WORDS && (inserted.endsWith(part) || inserted.startsWith(part));
}

/** Where each character of `base` is in `current`. */
function mapText(base: string, current: string) {
	const places = new Int32Array(base.length + 1);
	const isGone = new Uint8Array(base.length + 1);
	/** By the position in `base` that it stands before. */
	const inserted = new Map<number, string>();
	let from = 0;
	let to = 0;
	for (const [kind, part] of wordDiff(base, current)) {
		if (kind === diff.INSERT) {
			inserted.set(from, part);
			to += part.length;
			continue;
		}
		for (let step = 0; step < part.length; step++) {
			places[from] = to;
			if (kind === diff.DELETE) isGone[from] = 1;
			else to++;
			from++;
		}
	}
	places[base.length] = to;
	const before = (position: number): number => places[position] ?? to;
	return {
		inserted,
		before,
		after: (position: number): number => before(position) + (isGone[position] ? 0 : 1),
		/** The characters from `start` to `end` that are still there, as few deletions as possible. */
		alive(start: number, end: number): Splice[] {
			const runs: { at: number; length: number; insert: '' }[] = [];
			for (let position = start; position < end; position++) {
				if (isGone[position]) continue;
				const at = before(position);
				const last = runs.at(-1);
				if (last && last.at + last.length === at) last.length++;
				else runs.push({ at, length: 1, insert: '' });
			}
			return runs;
		},
	};
}
