import { expect, test } from 'vitest';
import { byMonth, type Horizon } from '#renderer/features/maintenance/tests/months.ts';
import type { ItemRow } from '#shared/features/inventory/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const rows = (...days: (string | null)[]) => days.map((testedUntil, id) => ({ id, testedUntil }) as unknown as ItemRow);
const shape = (days: (string | null)[], horizon: Horizon, today: string) =>
	byMonth(rows(...days), horizon, today as LocalDate).map(({ key, rows: group }) => [key, group.length]);

test('what ended yesterday is overdue, what ends today is not', () => {
	expect(shape(['2024-02-29', '2026-11-27', '2026-11-28'], 'month', '2026-11-28')).toEqual([
		['overdue', 2],
		['2026-11', 1],
	]);
});

test.each<[Horizon, string[]]>([
	['month', ['2026-11']],
	['quarter', ['2026-11', '2027-02']],
	['year', ['2026-11', '2027-02', '2027-03', '2027-11']],
	['all', ['2026-11', '2027-02', '2027-03', '2027-11', '2027-12']],
])('%s shows whole months, across the turn of the year', (horizon, months) => {
	const days = ['2026-11-30', '2027-02-28', '2027-03-01', '2027-11-30', '2027-12-01'];
	const shown = shape([...days, null], horizon, '2026-11-28').map(([key]) => key);
	expect(shown).toEqual(months);
});

test('the month of a leap day ends with it', () => {
	expect(shape(['2028-02-29', '2028-03-01'], 'month', '2028-02-01')).toEqual([['2028-02', 1]]);
});
