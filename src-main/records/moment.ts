import type { MemberId } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';
import { equalBytes } from '../vaults/crypto.ts';
import { isErased } from './erasing.ts';
import { type AnyKind, kindName, type MergeKind, validFields } from './kind.ts';
import { type Fields, isSame, mergeRecord, readRecord, type Scalar } from './merge.ts';
import { CREATED, REMOVED, type RecordStore } from './store.ts';

/**
 * What was different at some moment, and how to bring it back: the changes up to that hybrid time tell what every
 * record was, and the difference is written as new changes. So nothing is rewritten, other devices follow as they follow
 * everything, and it can be taken back. What is written once (append records) stays: it says what happened. What was
 * erased stays so, at whatever moment.
 */
export interface Difference {
	readonly kind: MergeKind;
	readonly id: string;
	/** Going there: fields change, a record comes back, or one that did not exist yet goes. */
	readonly what: 'changes' | 'returns' | 'goes';
	/** Fields that have to be set. */
	readonly past: Fields;
	/** The same fields as they are now. */
	readonly present: Fields;
	/** For telling which record it is. */
	readonly shown: Record<string, unknown>;
	/** The merged document as it is now: whoever changes it before this is applied is not overruled. */
	readonly state: Uint8Array | null;
}

/** Everything up to the end of this millisecond. */
export const endOf = (at: number): string => `${Math.max(0, at).toString(16).padStart(12, '0')}ffff`;

/** Between so many records others have their turn. */
const RECORDS_PER_TURN = 200;

/** `past` and `live` may be one file; each change that either of them knows counts. */
export async function differencesSince(
	until: string,
	past: SqliteFile,
	live: SqliteFile,
	kinds: readonly AnyKind[],
	{ onProgress, isCancelled }: { onProgress(done: number, total: number): void; isCancelled(): boolean },
): Promise<Difference[]> {
	const files = past === live ? [live] : [past, live];
	const touched = new Map<string, { table: string; id: string }>();
	for (const file of files) {
		const rows = file
			.prepare<[string], { table: string; id: string }>(
				"SELECT DISTINCT table_name AS 'table', record_id AS id FROM change WHERE hlc > ? AND kind = 'merge'",
			)
			.all(until);
		for (const row of rows) touched.set(`${row.table} ${row.id}`, row);
	}
	const merging = new Map(kinds.flatMap((kind) => (kind.merging ? [[kindName(kind), kind] as const] : [])));
	const before = files.map((file) =>
		file
			.prepare<[string, string, string], Buffer>(
				"SELECT payload FROM change WHERE table_name = ? AND record_id = ? AND hlc <= ? AND kind = 'merge' ORDER BY hlc, device",
			)
			.pluck(),
	);
	const differences: Difference[] = [];
	let done = 0;
	for (const { table, id } of touched.values()) {
		if (++done % RECORDS_PER_TURN === 0) {
			onProgress(done, touched.size);
			await new Promise<void>((resolve) => setImmediate(resolve));
			if (isCancelled()) return [];
		}
		const kind = merging.get(table);
		if (files.some((file) => isErased(file, table, id))) continue;
		// Of a kind that only a newer version knows: it stays as it is.
		if (!kind) continue;
		const updates = before.flatMap((statement) => statement.all(table, id, until) as unknown as Buffer[]);
		const then = updates.length > 0 ? mergeRecord(null, updates, kind.texts).fields : null;
		const difference = differenceOf(kind, id, then, stateOf(live, table, id));
		if (difference) differences.push(difference);
	}
	return differences;
}

function stateOf(file: SqliteFile, table: string, id: string): Uint8Array | null {
	const state = file
		.prepare<[string, string], Buffer>('SELECT state FROM record_state WHERE table_name = ? AND record_id = ?')
		.pluck()
		.get(table, id) as Buffer | undefined;
	return state ? new Uint8Array(state) : null;
}

const isThere = (stored: Record<string, Scalar> | null): stored is Record<string, Scalar> =>
	stored !== null && typeof stored[CREATED] === 'number' && typeof stored[REMOVED] !== 'number';

function differenceOf(
	kind: MergeKind,
	id: string,
	then: Record<string, Scalar> | null,
	state: Uint8Array | null,
): Difference | null {
	const now = state && readRecord(state, kind.texts);
	if (!isThere(then)) {
		return isThere(now) ? { kind, id, what: 'goes', past: {}, present: {}, shown: validFields(kind, now), state } : null;
	}
	const [wanted, current] = [validFields(kind, then), validFields(kind, now ?? {})];
	const fields = Object.keys(wanted).filter((field) => !isSame(wanted[field], current[field]));
	const pick = (from: Record<string, unknown>) => Object.fromEntries(fields.map((field) => [field, from[field]])) as Fields;
	const what = isThere(now) ? 'changes' : 'returns';
	if (what === 'changes' && fields.length === 0) return null;
	return { kind, id, what, past: pick(wanted), present: pick(current), shown: wanted, state };
}

/** False, with nothing written, when one of the records is no longer what the differences were told from. */
export function applyDifferences(
	file: SqliteFile,
	store: RecordStore,
	differences: readonly Difference[],
	author: MemberId,
): boolean {
	return store.atomically(() => {
		if (differences.some((each) => !isUntouched(file, each))) return false;
		for (const { kind, id, what, past: fields, state } of differences) {
			if (what === 'goes') store.remove(kind, id, author);
			else if (state === null) store.insert(kind, id, fields, author);
			else {
				if (what === 'returns') store.restore(kind, id, author);
				if (Object.keys(fields).length > 0) store.update(kind, id, fields, author);
			}
		}
		return true;
	});
}

function isUntouched(file: SqliteFile, { kind, id, state }: Difference): boolean {
	if (isErased(file, kindName(kind), id)) return false;
	const current = stateOf(file, kindName(kind), id);
	return state === null || current === null ? state === current : equalBytes(state, current);
}

const BACK = { changes: 'changes', returns: 'goes', goes: 'returns' } as const;

/** What takes these back, to be made right after they were applied. */
export function inverseOf(file: SqliteFile, differences: readonly Difference[]): Difference[] {
	return differences.map((each) => ({
		...each,
		what: BACK[each.what],
		past: each.what === 'returns' ? {} : each.present,
		present: each.past,
		state: stateOf(file, kindName(each.kind), each.id),
	}));
}

/** Those that nobody has touched since. */
export function untouchedOf(file: SqliteFile, differences: readonly Difference[]): Difference[] {
	return differences.filter((each) => isUntouched(file, each));
}
