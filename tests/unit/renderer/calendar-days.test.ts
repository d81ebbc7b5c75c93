import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayAfterKey, monthsAhead, stretchesOf, takenOn, weeksOf } from '#renderer/features/reservations/calendar/days.ts';
import type { Taken } from '#shared/features/reservations/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

const day = (text: string) => text as LocalDate;
const taken = (why: Taken['why'], from: string, until: string | null): Taken => ({
	...{ why, from: day(from), until: until === null ? null : day(until) },
	...{ who: null, reason: null, through: null, claimId: null },
});

it('a month is whole weeks, Monday first', () => {
	const weeks = weeksOf(day('2026-11-17'));
	expect(weeks.length).toBe(6);
	expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
	expect(weeks.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null]);
	// A February that begins on a Monday.
	expect(weeksOf(day('2027-02-03')).length).toBe(4);
	expect(weeksOf(day('2028-02-03')).flat().filter(Boolean).length).toBe(29);
});

it('months ahead keep the day, or take the last one there is', () => {
	expect(monthsAhead(day('2026-01-31'), 1)).toBe('2026-02-28');
	expect(monthsAhead(day('2026-03-31'), -1)).toBe('2026-02-28');
	expect(monthsAhead(day('2026-12-09'), 1)).toBe('2027-01-09');
});

it('arrows go by days and weeks, pages by months, and other keys nowhere', () => {
	const from = day('2026-03-11');
	const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'a'];
	expect(keys.map((key) => dayAfterKey(key, from))).toEqual([
		...['2026-03-10', '2026-03-12', '2026-03-04', '2026-03-18'],
		...['2026-03-09', '2026-03-15', '2026-02-11', '2026-04-11', null],
	]);
});

it('of several reasons the most telling is shown', () => {
	const all = [
		taken('retired', '2026-03-01', null),
		taken('reserved', '2026-03-09', '2026-03-10'),
		taken('lent', '2026-03-01', '2026-03-09'),
	];
	expect(takenOn(all, day('2026-03-09')).map(({ why }) => why)).toEqual(['lent', 'reserved', 'retired']);
	expect(takenOn(all, day('2026-03-11')).map(({ why }) => why)).toEqual(['retired']);
});

it('stretches cover every day once, and each says what its days say', () => {
	const FIRST = day('2026-03-09');
	const period = fc.record({
		why: fc.constantFrom<Taken['why']>('lent', 'reserved', 'overdue'),
		from: fc.integer({ min: -5, max: 30 }),
		days: fc.option(fc.nat(9)),
	});
	fc.assert(
		fc.property(fc.array(period, { maxLength: 5 }), fc.integer({ min: 0, max: 28 }), (periods, days) => {
			const all = periods.map(({ why, from, days: length }) =>
				taken(why, addDays(FIRST, from), length === null ? null : addDays(FIRST, from + length)),
			);
			const stretches = stretchesOf(all, FIRST, days);
			const told = stretches.flatMap(({ from, days: length, taken: of }) =>
				Array.from({ length }, (_, ahead) => [addDays(from, ahead), of] as const),
			);
			expect(told).toEqual(
				Array.from({ length: days }, (_, ahead) => [addDays(FIRST, ahead), takenOn(all, addDays(FIRST, ahead))[0] ?? null]),
			);
			for (const [at, stretch] of stretches.entries()) expect(stretch.taken).not.toBe(stretches[at + 1]?.taken ?? undefined);
		}),
	);
});
