import type { SqliteFile } from '../database/open.ts';
import { type Fork, forksOf } from './forks.ts';
import { timeOf } from './hybrid-clock.ts';
import { kindName, type MergeKind } from './kind.ts';
import { readRecord } from './merge.ts';

/** A fork with who wrote what when. */
export interface OpenFork extends Omit<Fork, 'sides'> {
	readonly sides: readonly { readonly value: unknown; readonly writers: readonly Writer[] }[];
}

export interface Writer {
	readonly member: string;
	readonly device: string;
	/** ms UTC */
	readonly at: number;
}

/** What is to be decided about one record, told from its changes. */
export function openForksOf(file: SqliteFile, kind: MergeKind, recordId: string): OpenFork[] {
	const changes = file
		.prepare<[string, string], { hlc: string; member: string; device: string; payload: Buffer }>(
			"SELECT hlc, member, device, payload FROM change WHERE table_name = ? AND record_id = ? AND kind <> 'erase' ORDER BY hlc, device",
		)
		.all(kindName(kind), recordId);
	const forks = forksOf(
		kind,
		recordId,
		changes.map(({ payload }) => payload),
	);
	return forks.map((fork) => ({
		...fork,
		sides: fork.sides.map(({ value, changes: by }) => ({
			value,
			writers: by.flatMap((at) => {
				const change = changes[at];
				return change ? [{ member: change.member, device: change.device, at: timeOf(change.hlc) }] : [];
			}),
		})),
	}));
}

/** Keeps the table `decision` true for records that were ever written to apart. */
export function forkKeeper(file: SqliteFile, touch: (table: string) => void) {
	const known = file.prepare<[string, string], { field: string; name: string }>(
		'SELECT field, name FROM decision WHERE table_name = ? AND record_id = ? ORDER BY field',
	);
	const forget = file.prepare('DELETE FROM decision WHERE table_name = ? AND record_id = ?');
	const add = file.prepare('INSERT INTO decision (table_name, record_id, field, name) VALUES (?, ?, ?, ?)');
	const payloads = file
		.prepare<[string, string], Buffer>(
			"SELECT payload FROM change WHERE table_name = ? AND record_id = ? AND kind <> 'erase' ORDER BY hlc, device",
		)
		.pluck();
	return {
		refresh(kind: MergeKind, recordId: string): void {
			if (kind.unasked === 'all') return;
			const table = kindName(kind);
			const before = known.all(table, recordId);
			const now = forksOf(kind, recordId, payloads.all(table, recordId) as Buffer[])
				.map(({ field, id }) => ({ field, name: id }))
				.sort((a, b) => (a.field < b.field ? -1 : 1));
			if (JSON.stringify(before) === JSON.stringify(now)) return;
			forget.run(table, recordId);
			for (const { field, name } of now) add.run(table, recordId, field, name);
			touch('decision');
		},
	};
}

/** A field as it stands. */
export function storedField(file: SqliteFile, kind: MergeKind, recordId: string, field: string): unknown {
	const row = file
		.prepare<[string, string], { state: Buffer }>('SELECT state FROM record_state WHERE table_name = ? AND record_id = ?')
		.get(kindName(kind), recordId);
	return (row && readRecord(row.state, kind.texts)[field]) ?? kind.empty[field] ?? null;
}
