import type { SqliteFile } from '../database/open.ts';
import { timeOf } from './hybrid-clock.ts';
import { kindName, type MergeKind } from './kind.ts';
import { isSame, replay } from './merge.ts';

/** Who changed what when, told from the changes themselves by replaying them in the order of their hybrid times. */
export interface HistoryStep {
	/** ms UTC */
	readonly at: number;
	readonly member: string;
	readonly device: string;
	readonly fields: { field: string; before: unknown; after: unknown }[];
}

export function historyOf(file: SqliteFile, kind: MergeKind, recordId: string): HistoryStep[] {
	const changes = file
		.prepare<[string, string], { hlc: string; member: string; device: string; payload: Buffer }>(
			'SELECT hlc, member, device, payload FROM change WHERE table_name = ? AND record_id = ? ORDER BY hlc, device',
		)
		.all(kindName(kind), recordId);
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
		if (change && fields.length > 0) steps.push({ at: timeOf(change.hlc), member: change.member, device: change.device, fields });
		before = after;
	}
	return steps;
}
