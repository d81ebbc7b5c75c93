import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearDays } from '#main/features/lending/year-days.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';

const day = (text: string) => text as LocalDate;

describe('the days of a year', () => {
	it('are all of a past year, those until today of this one, and none of one to come', () => {
		expect(yearDays(2024, day('2026-03-09')).days).toHaveLength(366);
		expect(yearDays(2026, day('2026-03-09')).days.at(-1)).toBe('2026-03-09');
		const { days, start, end, at } = yearDays(2027, day('2026-03-09'));
		expect({ days, isEmpty: start === end, at: at(start) }).toEqual({ days: [], isEmpty: true, at: 0 });
	});
	it('agree with the calendar about any moment, also where clocks change', () => {
		const { days, start, end, at, of } = yearDays(2026, day('2026-11-30'));
		fc.assert(
			fc.property(fc.integer({ min: start, max: end - 1 }), (moment) => {
				expect(days[at(moment)]).toBe(localDateOf(moment));
				expect(of(localDateOf(moment))).toBe(at(moment));
			}),
		);
		for (const [before, after] of ['2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', '2026-10-26T00:00+01:00'].map(
			(midnight) => [Date.parse(midnight) - 1, Date.parse(midnight)] as const,
		)) {
			expect(at(after)).toBe(at(before) + 1);
			expect(days[at(after)]).toBe(localDateOf(after));
		}
		expect([at(start - 1), at(end), of(day('2025-12-31')), of(day('2026-12-01'))]).toEqual([-1, days.length, -1, days.length]);
	});
});
