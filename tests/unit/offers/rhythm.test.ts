import { expect, it } from 'vitest';
import { createSeriesDays } from '#main/features/offers/occurrences.ts';
import { movedSeries, type Rhythm, rhythmOf, ruleOf, type SeriesPlan } from '#shared/features/offers/rhythm.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { rule } from '#tests/support/offer-plan.ts';

const plan = (firstOn: string, text: string | null): SeriesPlan => ({
	firstOn: firstOn as LocalDate,
	rule: text === null ? null : rule(text),
});

it.each([
	['2026-03-03', null, { every: 'once' }],
	['2026-03-03', 'FREQ=WEEKLY;BYDAY=TU', { every: 'week', interval: 1, days: ['TU'] }],
	['2026-03-03', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', { every: 'week', interval: 2, days: ['TU', 'TH'] }],
	['2026-03-10', 'FREQ=MONTHLY;BYDAY=2TU', { every: 'month', nth: 2, weekday: 'TU' }],
	['2026-03-27', 'FREQ=MONTHLY;BYDAY=-1FR', { every: 'month', nth: -1, weekday: 'FR' }],
	['2026-03-15', 'FREQ=MONTHLY;BYMONTHDAY=15', { every: 'month_day', day: 15 }],
	['2026-03-15', 'FREQ=YEARLY', { every: 'year' }],
] as [string, string | null, Rhythm][])('%s %s is a rhythm and back', (firstOn, text, rhythm) => {
	expect(rhythmOf(plan(firstOn, text))).toEqual(rhythm);
	expect(ruleOf(rhythm as Exclude<Rhythm, { every: 'other' }>)).toBe(text);
});

it('reads rules that others wrote, and leaves those alone that are no rhythm', () => {
	expect(rhythmOf(plan('2026-03-03', 'FREQ=WEEKLY;UNTIL=20261231;WKST=MO'))).toEqual({
		every: 'week',
		interval: 1,
		days: ['TU'],
	});
	expect(rhythmOf(plan('2026-03-03', 'BYDAY=+1TU;FREQ=MONTHLY;COUNT=4'))).toEqual({ every: 'month', nth: 1, weekday: 'TU' });
	for (const text of [
		'FREQ=DAILY',
		'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU',
		'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
		'FREQ=YEARLY;BYMONTH=3',
	])
		expect(rhythmOf(plan('2026-03-03', text))).toEqual({ every: 'other' });
});

it.each([
	['2026-03-03', 'FREQ=WEEKLY;BYDAY=TU', '2026-03-17', '2026-03-19', '2026-03-05 FREQ=WEEKLY;BYDAY=TH'],
	[
		'2026-03-03',
		'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261231',
		'2026-03-17',
		'2026-03-24',
		'2026-03-10 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261231',
	],
	['2026-03-02', 'FREQ=WEEKLY;BYDAY=MO,TH', '2026-03-16', '2026-03-20', '2026-03-05 FREQ=WEEKLY;BYDAY=TH,FR'],
	['2026-01-13', 'FREQ=MONTHLY;BYDAY=2TU;COUNT=9', '2026-03-10', '2026-03-19', '2026-01-15 FREQ=MONTHLY;BYDAY=3TH;COUNT=9'],
	['2026-01-30', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-03-27', '2026-03-26', '2026-01-29 FREQ=MONTHLY;BYDAY=-1TH'],
	['2026-01-15', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-03-15', '2026-03-20', '2026-01-20 FREQ=MONTHLY;BYMONTHDAY=20'],
	['2026-02-15', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-03-15', '2026-03-31', null],
	['2026-01-15', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-03-15', '2026-04-02', null],
	['2026-02-10', 'FREQ=MONTHLY;BYDAY=2TU', '2026-03-10', '2026-03-31', null],
	['2026-03-03', null, '2026-03-03', '2026-05-01', '2026-05-01 null'],
	['2025-05-01', 'FREQ=YEARLY', '2026-05-01', '2026-05-08', '2025-05-08 FREQ=YEARLY'],
	['2026-03-03', 'FREQ=DAILY', '2026-03-04', '2026-03-05', null],
])('%s %s moved from %s to %s', (firstOn, text, from, to, expected) => {
	const moved = movedSeries(plan(firstOn, text), from as LocalDate, to as LocalDate);
	expect(moved && `${moved.firstOn} ${moved.rule}`).toBe(expected);
	// It begins on a day of its own, and comes to where it was moved to.
	if (!moved) return;
	const days = createSeriesDays();
	expect(days.includes(moved, moved.firstOn)).toBe(true);
	expect(days.includes(moved, to as LocalDate)).toBe(true);
});
