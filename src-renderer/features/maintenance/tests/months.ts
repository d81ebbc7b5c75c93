import type { ItemRow } from '#shared/features/inventory/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

export type Horizon = 'month' | 'quarter' | 'year' | 'all';

/** Tests that end by this day are due; null: all of them. */
function lastDay(horizon: Horizon, today: LocalDate): LocalDate | null {
	const months = { month: 1, quarter: 4, year: 13, all: null }[horizon];
	if (months === null) return null;
	const [year = 0, month = 1] = today.split('-').map(Number);
	const next = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10) as LocalDate;
	return addDays(next, -1);
}

export interface Month {
	/** `2026-03`; overdue: whatever ended before today, whenever that was. */
	readonly key: string;
	readonly rows: readonly ItemRow[];
}

/** What is due, by the month in which its test ends; the rows are in the order of those days already. */
export function byMonth(rows: readonly ItemRow[], horizon: Horizon, today: LocalDate): Month[] {
	const last = lastDay(horizon, today);
	const months = new Map<string, ItemRow[]>();
	for (const row of rows) {
		if (row.testedUntil === null || (last !== null && row.testedUntil > last)) continue;
		const key = row.testedUntil < today ? 'overdue' : row.testedUntil.slice(0, 7);
		const group = months.get(key);
		if (group) group.push(row);
		else months.set(key, [row]);
	}
	return [...months].map(([key, group]) => ({ key, rows: group }));
}
