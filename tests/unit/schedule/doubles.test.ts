import { expect, it } from 'vitest';
import { seriesDays } from '#shared/features/appointments/series.ts';
import { doublesAmong, type Planned } from '#shared/features/schedule/doubles.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Appointments made without knowing of each other, and the days of a series. */

const one = (key: string, from: string, until: string, more: Partial<Record<keyof Planned, unknown>> = {}): Planned =>
	({
		...{
			key,
			id: key,
			what: 'appointment',
			day: '2026-03-09',
			from,
			until,
			roomId: 'eins',
			memberIds: [key],
			personIds: [],
			despite: [],
		},
		...more,
	}) as unknown as Planned;
const keys = (planned: Planned[]) => doublesAmong(planned).map((cluster) => cluster.map(({ key }) => key));

it('those that take the same room or member and did not know of each other are one decision', () => {
	const chain = [one('c', '11:00', '12:00'), one('a', '09:00', '10:30'), one('b', '10:00', '11:30')];
	expect(keys(chain)).toEqual([['a', 'b', 'c']]);
	expect(keys([one('a', '09:00', '10:00'), one('b', '10:00', '11:00')])).toEqual([]);
	expect(keys([one('a', '09:00', '10:00'), one('b', '09:00', '10:00', { day: '2026-03-10' })])).toEqual([]);
	expect(keys([one('a', '09:00', '10:00'), one('b', '09:00', '10:00', { despite: ['a'] })])).toEqual([]);
	expect(keys([one('a', '09:00', '10:00', { roomId: null }), one('b', '09:00', '10:00', { roomId: null })])).toEqual([]);
	const sameMember = [one('a', '09:00', '10:00'), one('b', '09:30', '10:00', { roomId: 'zwei', memberIds: ['x', 'a'] })];
	expect(keys(sameMember)).toEqual([['a', 'b']]);
	// A long one meets the third as well, though the second has ended by then.
	const long = [one('a', '09:00', '12:00'), one('b', '09:30', '10:00'), one('c', '11:00', '11:30')];
	expect(keys(long)).toEqual([['a', 'b', 'c']]);
});

it('a series keeps its weekday, over the change of clocks, the end of a month and of a year', () => {
	const days = (first: string, every: 'week' | 'two_weeks' | 'month', times: number) =>
		seriesDays(first as LocalDate, { every, times });
	expect(days('2026-03-24', 'week', 3)).toEqual(['2026-03-24', '2026-03-31', '2026-04-07']);
	expect(days('2026-12-22', 'two_weeks', 3)).toEqual(['2026-12-22', '2027-01-05', '2027-01-19']);
	expect(days('2026-11-10', 'month', 4)).toEqual(['2026-11-10', '2026-12-08', '2027-01-12', '2027-02-09']);
	// The fifth Friday: not every month has one, each has a last one.
	expect(days('2026-01-30', 'month', 4)).toEqual(['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24']);
	expect(days('2028-02-29', 'month', 3)).toEqual(['2028-02-29', '2028-03-28', '2028-04-25']);
	expect(new Set(days('2026-01-01', 'week', 52)).size).toBe(52);
});
