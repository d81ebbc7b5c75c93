import { expect, test } from 'vitest';
import { barWidth, lostValue, monthColumns, totalsOf } from '#renderer/features/lending/figures/figure-rows.ts';
import type { Figures } from '#shared/features/lending/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';

const months = (loans: readonly [number, number][]): Figures['months'] =>
	loans.map(([takeHome, inHouse], index) => ({
		month: `2026-${String(index + 1).padStart(2, '0')}`,
		takeHome,
		inHouse,
		returned: 0,
		overdue: index,
	}));

const loss = (priceCents: number | null): Figures['losses'][number] => ({
	itemId: `item ${priceCents}` as ItemId,
	number: 'WZ-1',
	name: 'Säge',
	state: 'missing',
	at: 0,
	priceCents,
});

test('the numbers of a year are the sums of its months', () => {
	const year = months([
		[3, 1],
		[0, 0],
		[4, 2],
	]);
	expect(totalsOf(year)).toEqual({ loans: 10, takeHome: 7, inHouse: 3, overdue: 3 });
});

test('what was lost is worth what it had cost, as far as anybody wrote it down', () => {
	expect(lostValue([loss(1000), loss(null), loss(250)])).toEqual({ cents: 1250, unpriced: 1 });
});

test.each([
	[0, 2],
	[1, 2],
	[3, 4],
	[5, 6],
	[7, 10],
	[11, 20],
	[60, 60],
	[61, 100],
	[101, 200],
])('%i loans stand under a scale that ends at %i', (most, top) => {
	const { columns, lines } = monthColumns(
		months([
			[most, 0],
			[0, 0],
		]),
	);
	expect(lines).toEqual([0, top / 2, top]);
	expect(columns[0]?.takeHomeHeight).toBeCloseTo((most / top) * 100);
	expect(columns[1]?.inHouseHeight).toBe(0);
});

test('a column is as high as its parts together, and never higher than the chart', () => {
	for (const { takeHomeHeight, inHouseHeight } of monthColumns(
		months([
			[17, 5],
			[3, 40],
			[22, 22],
		]),
	).columns) {
		expect(takeHomeHeight + inHouseHeight).toBeGreaterThan(0);
		expect(takeHomeHeight + inHouseHeight).toBeLessThanOrEqual(100);
	}
});

test('bars never leave their track', () => {
	expect(barWidth(0, 0)).toBe(0);
	expect(barWidth(5, 10)).toBe(50);
	expect(barWidth(1.2, 1)).toBe(100);
});
