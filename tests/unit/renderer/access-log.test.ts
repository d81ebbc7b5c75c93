import { describe, expect, it } from 'vitest';
import { byDay, choiceOf, choicesIn, EVERYTHING, matching, rowsOf } from '#renderer/features/access-log/event-rows.ts';
import { csvOf } from '#renderer/features/access-log/event-words.ts';
import { type Days, daysOf, instantsOf, MOST_DAYS, problemOf } from '#renderer/features/access-log/periods.ts';
import { texts } from '#renderer/features/access-log/texts.ts';
import type { AccessEvent } from '#shared/features/access-log/model.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

const days = (from: string, to: string): Days => ({ from: LocalDate.parse(from), to: LocalDate.parse(to) });
const HOUR = 60 * 60 * 1000;

describe('periods', () => {
	it('are whole days, over months and years', () => {
		const today = LocalDate.parse('2026-03-02');
		expect(daysOf('week', today)).toEqual(days('2026-02-24', '2026-03-02'));
		expect(daysOf('month', today)).toEqual(days('2026-03-01', '2026-03-02'));
		expect(daysOf('previousMonth', today)).toEqual(days('2026-02-01', '2026-02-28'));
		expect(daysOf('previousMonth', LocalDate.parse('2026-01-31'))).toEqual(days('2025-12-01', '2025-12-31'));
	});

	it('begin and end at midnight in Berlin, also on days of 23 and 25 hours', () => {
		for (const [day, hours] of [
			['2026-03-28', 24],
			['2026-03-29', 23],
			['2026-10-25', 25],
		] as const) {
			const { from, to } = instantsOf(days(day, day));
			expect(to + 1 - from).toBe(hours * HOUR);
		}
		expect(instantsOf(days('2026-07-01', '2026-07-01')).from).toBe(Date.parse('2026-06-30T22:00:00Z'));
	});

	it('are refused when they end before they begin or are longer than a quarter', () => {
		expect(problemOf(days('2026-07-01', '2026-06-30'))).toBe('backwards');
		expect(problemOf(days('2026-07-01', '2026-09-30'))).toBeNull();
		expect(problemOf(days('2026-07-01', '2026-10-01'))).toBe('too_long');
		expect(MOST_DAYS).toBe(92);
	});
});

const event = (at: string, change: Partial<AccessEvent> = {}): AccessEvent => ({
	id: at,
	at: Date.parse(at),
	kind: 'signed_in',
	member: 'Özlem Ay',
	device: 'Tresen',
	count: null,
	...change,
});
const EVENTS = [
	event('2026-03-09T23:30:00Z', { kind: 'sign_in_failed', member: null }),
	event('2026-03-09T22:59:00Z', { kind: 'list_exported', count: 12, member: '=SUMME(A1)' }),
	event('2026-03-09T08:00:00Z', { device: 'Büro oben' }),
];

describe('entries', () => {
	it('stand under their day in Berlin', () => {
		const grouped = byDay(EVENTS);
		expect(grouped.map(({ day, events }) => [day, events.length])).toEqual([
			['2026-03-10', 1],
			['2026-03-09', 2],
		]);
		expect(rowsOf(grouped).map((row) => ('heading' in row ? row.heading.day : row.event.kind))).toEqual([
			'2026-03-10',
			'sign_in_failed',
			'2026-03-09',
			'list_exported',
			'signed_in',
		]);
	});

	it('can be chosen by what occurs, an unknown name last', () => {
		expect(choicesIn(EVENTS)).toEqual({
			kinds: ['signed_in', 'sign_in_failed', 'list_exported'],
			members: ['=SUMME(A1)', 'Özlem Ay', null],
			devices: ['Büro oben', 'Tresen'],
		});
		expect(matching(EVENTS, EVERYTHING)).toHaveLength(3);
		expect(matching(EVENTS, { ...EVERYTHING, member: choiceOf(null) })).toEqual([EVENTS[0]]);
		expect(matching(EVENTS, { ...EVERYTHING, device: choiceOf('Tresen'), kind: 'list_exported' })).toEqual([EVENTS[1]]);
		// A name that looks like the choice of an unknown one is a name.
		expect(matching(EVENTS, { ...EVERYTHING, member: choiceOf('?') })).toEqual([]);
	});

	it('leave as a table that a spreadsheet shows and never runs', () => {
		const { fileName, text } = csvOf(EVENTS, days('2026-03-09', '2026-03-10'), texts.de);
		expect(fileName).toBe('Zugriffsprotokoll 2026-03-09 bis 2026-03-10.csv');
		expect(text.slice(1).split('\r\n')).toEqual([
			'Tag;Uhrzeit;Was;Wer;Gerät;Anzahl',
			'10.03.2026;00:30;Anmeldung fehlgeschlagen;unbekannter Anmeldename;Tresen;',
			"09.03.2026;23:59;Liste als Datei ausgegeben;'=SUMME(A1);Tresen;12",
			'09.03.2026;09:00;Angemeldet;Özlem Ay;Büro oben;',
			'',
		]);
	});
});
