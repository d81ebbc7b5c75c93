import type { SqliteFile } from '../database/open.ts';
import { timeOf } from './hybrid-clock.ts';
import { kindName, type MergeKind, validFields } from './kind.ts';
import { isSame, mergeRecord, replay } from './merge.ts';

/** Who changed what when, told from the changes themselves by replaying them in the order of their hybrid times. */
export interface HistoryStep {
	/** ms UTC */
	readonly at: number;
	readonly member: string;
	readonly device: string;
	/** Names the change, to come back to what the record was after it. */
	readonly version: string;
	readonly fields: { field: string; before: unknown; after: unknown }[];
}

export function historyOf(file: SqliteFile, kind: MergeKind, recordId: string): HistoryStep[] {
	const changes = changesOf(file, kind, recordId);
	const steps: HistoryStep[] = [];
	let before: Record<string, unknown> | null = null;
	const states = replay(
		changes.map((change) => change.payload),
		kind.texts,
	);
	for (const [at, state] of [...states].entries()) {
		const change = changes[at];
		const after: Record<string, unknown> = { ...kind.empty, ...state };
		// Before its first change a record was nothing, not a form full of defaults.
		const known = before ?? {};
		const fields = Object.keys(before ? after : state)
			.filter((field) => !isSame(known[field] ?? null, after[field] ?? null) && (before !== null || after[field] !== ''))
			.map((field) => ({ field, before: known[field] ?? null, after: after[field] ?? null }));
		if (change && fields.length > 0) {
			const { member, device } = change;
			steps.push({ at: timeOf(change.hlc), member, device, version: versionOf(change), fields });
		}
		before = after;
	}
	return steps;
}

/** What the record was just after that change; undefined when there is none of this name. */
export function stateAfter(
	file: SqliteFile,
	kind: MergeKind,
	recordId: string,
	version: string,
): Record<string, unknown> | undefined {
	const changes = changesOf(file, kind, recordId);
	const end = changes.findIndex((change) => versionOf(change) === version);
	if (end < 0) return undefined;
	const payloads = changes.slice(0, end + 1).map(({ payload }) => payload);
	return validFields(kind, mergeRecord(null, payloads, kind.texts).fields);
}

interface StoredChange {
	readonly hlc: string;
	readonly member: string;
	readonly device: string;
	readonly payload: Buffer;
}

const versionOf = ({ hlc, device }: StoredChange): string => `${hlc}-${device}`;

function changesOf(file: SqliteFile, kind: MergeKind, recordId: string): StoredChange[] {
	return file
		.prepare<[string, string], StoredChange>(
			"SELECT hlc, member, device, payload FROM change WHERE table_name = ? AND record_id = ? AND kind <> 'erase' ORDER BY hlc, device",
		)
		.all(kindName(kind), recordId);
}
