import { expect, it } from 'vitest';
import type { LoanLineId } from '#shared/kernel/ids.ts';
import { coming, EMPTY_STEP, going, lend, newBorrower, newItem } from '#tests/support/lending-steps.ts';
import { foundedBackend } from '#tests/support/test-backend.ts';

/** The figures of a year, from loans that really were made. */

const DAY = 86_400_000;

it('counts loans by month, and on how many opening days an item was out', async () => {
	const { client, clock } = await foundedBackend();
	const hours = await client.site.openingHours();
	const everyDay = hours.week.map(() => ({ from: '08:00', until: '18:00' }));
	await client.site.saveOpeningHours({ ...hours, week: everyDay });
	const ada = await newBorrower(client);
	const [drill, saw, idle] = [
		await newItem(client, { category: 'Holz' }),
		await newItem(client, { category: 'Holz' }),
		await newItem(client, { category: 'Rad' }),
	];
	const first = await lend(client, ada.id, [drill.id]);
	const back = first.loans[0]?.lines.map((id) => coming(id as LoanLineId)) ?? [];
	clock.advance(2 * DAY);
	await client.lending.complete({ ...EMPTY_STEP, back });
	// The same day again: it is one day on which it was out.
	await client.lending.complete({ ...EMPTY_STEP, borrowerId: ada.id, out: [going(drill.id, { inHouse: true })] });
	await lend(client, ada.id, [saw.id]);
	clock.advance(20 * DAY);

	const figures = await client.lending.figures({ year: 2026 });
	const sum = (what: 'takeHome' | 'inHouse' | 'returned' | 'overdue') =>
		figures.months.reduce((all, month) => all + month[what], 0);
	expect([sum('takeHome'), sum('inHouse'), sum('returned'), sum('overdue')]).toEqual([2, 1, 1, 2]);
	expect(figures.months[2]).toEqual({ month: '2026-03', takeHome: 2, inHouse: 1, returned: 1, overdue: 2 });
	expect(figures.borrowers).toBe(1);
	expect(figures.items.map(({ itemId, loans }) => [itemId, loans])).toEqual([
		[drill.id, 2],
		[saw.id, 1],
	]);
	// From 9 and from 11 March on, of the days since New Year, which is a holiday.
	expect(figures.items.map(({ use }) => use)).toEqual([23 / 89, 21 / 89]);
	expect(figures.categories).toMatchObject([
		{ category: 'Holz', items: 2, loans: 3 },
		{ category: 'Rad', items: 1, loans: 0, use: 0 },
	]);
	expect(figures.items.some(({ itemId }) => itemId === idle.id)).toBe(false);

	expect((await client.lending.figures({ year: 2025 })).items).toEqual([]);
	expect((await client.lending.figures({ year: 2027 })).months.every(({ overdue }) => overdue === 0)).toBe(true);
});
