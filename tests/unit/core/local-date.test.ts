import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, formatLocalDate, LocalDate, localDateOf } from '#shared/kernel/local-date.ts';

describe('LocalDate', () => {
	it('takes exactly the days that exist', () => {
		const part = (max: number) => fc.integer({ min: 0, max });
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 9999 }), part(14), part(33), (year, month, day) => {
				const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
				const lengths = [
					31,
					(year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28,
					31,
					30,
					31,
					30,
					31,
					31,
					30,
					31,
					30,
					31,
				];
				const exists = day >= 1 && day <= (lengths[month - 1] ?? 0);
				expect(LocalDate.safeParse(text).success).toBe(exists);
			}),
		);
		for (const text of ['', '2026-3-9', '09.03.2026', '2026-03-09T00:00', ' 2026-03-09', '２０２６-03-09'])
			expect(LocalDate.safeParse(text).success, text).toBe(false);
	});

	it('is the day in Berlin, summer and winter', () => {
		expect(localDateOf(Date.UTC(2026, 0, 31, 22, 59))).toBe('2026-01-31');
		expect(localDateOf(Date.UTC(2026, 0, 31, 23, 0))).toBe('2026-02-01');
		expect(localDateOf(Date.UTC(2026, 6, 31, 21, 59))).toBe('2026-07-31');
		expect(localDateOf(Date.UTC(2026, 6, 31, 22, 0))).toBe('2026-08-01');
	});

	it('counts whole years, and shows days as offices write them', () => {
		expect(ageOn('2000-03-09', '2026-03-08')).toBe(25);
		expect(ageOn('2000-03-09', '2026-03-09')).toBe(26);
		expect(ageOn('2004-02-29', '2026-02-28')).toBe(21);
		expect(ageOn('2004-02-29', '2026-03-01')).toBe(22);
		expect(formatLocalDate('2026-03-09')).toBe('09.03.2026');
	});
});
