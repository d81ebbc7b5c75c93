import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateText } from '#renderer/ui/date-text.ts';

const today = new Date(2026, 10, 30, 21, 0);

describe('a date as people type it', () => {
	it.each([
		['09.03.2025', '2025-03-09'],
		['9.3.25', '2025-03-09'],
		['9. 3. 2025', '2025-03-09'],
		['09032025', '2025-03-09'],
		['2025-3-9', '2025-03-09'],
		['1.1.37', '1937-01-01'],
		['1.1.36', '2036-01-01'],
	])('%s is %s', (typed, date) => expect(parseDateText(typed, 'refused', today)).toEqual({ date }));

	it('without a year is the nearest such day', () => {
		expect(parseDateText('4.12.', 'nearest', today)).toEqual({ date: '2026-12-04' });
		expect(parseDateText('4.1', 'nearest', today)).toEqual({ date: '2027-01-04' });
		expect(parseDateText('28/11', 'nearest', today)).toEqual({ date: '2026-11-28' });
		expect(parseDateText('29.2.', 'nearest', today)).toEqual({ date: '2024-02-29' });
	});

	it('without a year is the last such day where none to come can be meant', () => {
		expect(parseDateText('4.12.', 'past', today)).toEqual({ date: '2025-12-04' });
		expect(parseDateText('30.11.', 'past', today)).toEqual({ date: '2026-11-30' });
	});

	it('without a year is no day where the year has to be said, and none that no year has', () => {
		expect(parseDateText('4.12.', 'refused', today)).toEqual({ problem: 'unreadable' });
		expect(parseDateText('31.2.', 'nearest', today)).toEqual({ problem: 'impossible' });
		expect(parseDateText('4.13.', 'nearest', today)).toEqual({ problem: 'impossible' });
	});

	it('is never further than half a year away, and never to come where it cannot be', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
				const nearest = parseDateText(`${day}.${month}.`, 'nearest', today);
				const past = parseDateText(`${day}.${month}.`, 'past', today);
				if (!('date' in nearest) || !nearest.date || !('date' in past) || !past.date) throw new Error('unreadable');
				expect(Math.abs(Date.parse(nearest.date) - today.getTime())).toBeLessThan(184 * 86_400_000);
				expect(past.date <= '2026-11-30').toBe(true);
			}),
		);
	});
});
