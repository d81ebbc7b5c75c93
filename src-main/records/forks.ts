import type { z } from 'zod';
import { hash, utf8 } from '../vaults/crypto.ts';
import { kindName, type MergeKind } from './kind.ts';
import { isSame, type Scalar, type Version, type Versions, versionsOf } from './merge.ts';

/**
 * Fields that two people set to different values while neither had seen the other (design 2 and 4). Told from the changes
 * alone, so every device comes to the same answer in whatever order they arrived, and nothing has to be kept in step.
 *
 * A value replaces the one that stood in its writer's field, and no other: what had lost against that one unseen stays open. So an
 * ordinary edit never decides by accident. Whoever decides writes the field anew and, in the same change, names the
 * values decided against. Two who decide apart and differently have again written two values, which is a decision again.
 */
export interface Fork {
	/** The same on every device; another one when a value joins or leaves. */
	readonly id: string;
	readonly field: string;
	/** Two or more; the first one stands at present. */
	readonly sides: readonly Side[];
	/** Ids of the values that do not stand: what is decided against when all of this is decided. */
	readonly open: readonly string[];
}

export interface Side {
	readonly value: Scalar;
	/** Which changes wrote it, newest last. */
	readonly changes: readonly number[];
}

/** Does somebody have to choose, when two write this field apart? */
export function isAsked(kind: MergeKind, field: string): boolean {
	if (kind.unasked === 'all' || !(field in kind.fields.shape)) return false;
	return !kind.texts.includes(field) && !kind.unasked?.includes(field);
}

/** `updates` in the order of their hybrid times. */
export function forksOf(kind: MergeKind, recordId: string, updates: readonly Uint8Array[]): Fork[] {
	const versions = versionsOf(updates);
	return [...versions.fields].flatMap(([field, all]) =>
		isAsked(kind, field) ? (forkOf(kind, recordId, field, all, versions) ?? []) : [],
	);
}

function forkOf(kind: MergeKind, recordId: string, field: string, all: readonly Version[], known: Versions): Fork | null {
	const byId = new Map(all.map((version) => [version.id, version]));
	const replaced = replacedIn(all, byId, known);
	const schema = (kind.fields.shape as Record<string, z.ZodType>)[field];
	const heads = all.filter(
		({ id, value }) => !replaced.has(id) && !known.settled.has(id) && schema?.safeParse(value).success === true,
	);
	const sides: { value: Scalar; changes: number[] }[] = [];
	// The last one stands.
	for (const head of heads.toReversed()) {
		const { update } = writerOf(head, byId, known.undoing);
		const side = sides.find(({ value }) => isSame(value, head.value));
		if (side) side.changes.unshift(update);
		else sides.push({ value: head.value, changes: [update] });
	}
	if (sides.length < 2) return null;
	const about = [kindName(kind), recordId, field, ...heads.map(({ id }) => id).sort()];
	return {
		id: Buffer.from(hash(utf8(about.join(' '))))
			.toString('hex')
			.slice(0, 32),
		field,
		sides,
		open: heads.map(({ id }) => id).filter((id) => id !== all.at(-1)?.id),
	};
}

/** What somebody saw and wrote over: the value that stood, also where several had written the same one apart. */
function replacedIn(all: readonly Version[], byId: ReadonlyMap<string, Version>, known: Versions): ReadonlySet<string> {
	const found = new Set<string>();
	for (const { value, replaced, update } of all) {
		const seen = replaced === null ? undefined : byId.get(replaced);
		if (!seen) continue;
		found.add(seen.id);
		// Nobody wrote over anything who affirmed a value, or put one back for somebody to decide again.
		if (isSame(value, seen.value) || known.undoing.has(update)) continue;
		for (const other of all) if (isSame(other.value, seen.value) && known.wasPast(other.id, update)) found.add(other.id);
	}
	return found;
}

/** Who affirms a value, or puts it back when a decision is taken back, did not write it: somebody before did. */
function writerOf(head: Version, byId: ReadonlyMap<string, Version>, undoing: ReadonlySet<number>): Version {
	const before = ({ replaced }: Version) => (replaced === null ? undefined : byId.get(replaced));
	let writer = head;
	for (;;) {
		let isPutBack = undoing.has(writer.update);
		let at = before(writer);
		for (; at && isSame(at.value, head.value); at = before(at)) {
			writer = at;
			isPutBack ||= undoing.has(at.update);
		}
		if (!isPutBack) return writer;
		while (at && !isSame(at.value, head.value)) at = before(at);
		if (!at) return writer;
		writer = at;
	}
}
