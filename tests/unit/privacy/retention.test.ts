import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptUntil, keptUntilFromYearEnd } from '#shared/features/privacy/retention.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

const Day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01' as LocalDate, days));

it('keeps for whole months, and from the end of the year where that is said', () => {
	expect(keptUntil('2024-03-09' as LocalDate, 24)).toBe('2026-03-10');
	expect(keptUntil('2024-08-31' as LocalDate, 6)).toBe('2025-03-01');
	expect(keptUntilFromYearEnd('2022-04-29' as LocalDate, 36)).toBe('2026-01-01');
	expect(keptUntilFromYearEnd('2022-12-31' as LocalDate, 36)).toBe('2026-01-01');
});

it('never lets go sooner when it is kept longer, nor sooner from the end of the year than from the day', () => {
	fc.assert(
		fc.property(Day, fc.integer({ min: 1, max: 359 }), (day, months) => {
			expect(keptUntil(day, months) < keptUntil(day, months + 1)).toBe(true);
			expect(keptUntilFromYearEnd(day, months) >= keptUntil(day, months)).toBe(true);
			expect(keptUntilFromYearEnd(day, months).slice(8)).toBe('01');
		}),
	);
});
