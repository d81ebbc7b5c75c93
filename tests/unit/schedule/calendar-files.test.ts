import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { createSeriesDays } from '#main/features/offers/occurrences.ts';
import { readClosures } from '#main/features/schedule/read-closures.ts';
import { type CalendarEntry, writeCalendar } from '#main/features/schedule/write-calendar.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { wallTimeAt } from '#shared/kernel/wall-time.ts';

const NOW = Date.parse('2026-11-25T09:00:00Z');
const day = fc.integer({ min: 0, max: 1500 }).map((ahead) => addDays('2026-01-01' as LocalDate, ahead));
const text = fc.stringMatching(/^[\p{L}\p{N},;:\\"\n -]{1,60}$/u).map((words) => words.trim() || 'x');
const entry: fc.Arbitrary<CalendarEntry> = fc.record({
	uid: fc.uuid(),
	title: text,
	place: fc.option(text),
	note: fc.option(text),
	day,
	from: fc.integer({ min: 0, max: 1000 }).map(wallTimeAt),
	until: fc.integer({ min: 1001, max: 1439 }).map(wallTimeAt),
	isCancelled: fc.boolean(),
});

test('what is written is read again: every event, at the right instant also on days when clocks change', () => {
	fc.assert(
		fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
			const file = writeCalendar('Angebote', entries, NOW);
			for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
			const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
			expect(
				events.map((event) => ({
					uid: event.uid,
					title: event.summary,
					place: event.location,
					note: event.description,
					from: event.startDate.toUnixTime() * 1000,
					until: event.endDate.toUnixTime() * 1000,
					isCancelled: event.component.getFirstPropertyValue('status') === 'CANCELLED',
				})),
			).toEqual(
				entries.map(({ uid, title, place, note, day: on, from, until, isCancelled }) => ({
					...{ uid: `${uid}@kontor`, title, place, note, isCancelled },
					...{ from: instantOf(on, from), until: instantOf(on, until) },
				})),
			);
		}),
	);
});

const calendar = (...lines: string[]) =>
	['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Land//Ferien//DE', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'];
const read = (file: string) =>
	readClosures(file, '2026-11-25' as LocalDate, '2028-12-31' as LocalDate, createSeriesDays().between);
const closures = (file: string) => {
	const found = read(file);
	return found.ok ? found.value.map((one) => `${one.from} ${one.until} ${one.name}`) : found.error;
};

test('closures out of calendars as they are found', () => {
	const cases: [string, string, string[]][] = [
		[
			'all-day events end the day before',
			calendar(...event('DTSTART;VALUE=DATE:20261223', 'DTEND;VALUE=DATE:20270107', 'SUMMARY:Weihnachtsferien')),
			['2026-12-23 2027-01-06 Weihnachtsferien'],
		],
		[
			'one day without an end, folded, with a byte order mark and bare line feeds',
			`\uFEFF${calendar(...event('DTSTART;VALUE=DATE:20270305', 'SUMMARY:Brauchtums', ' tag')).replaceAll('\r\n', '\n')}`,
			['2027-03-05 2027-03-05 Brauchtumstag'],
		],
		[
			'every year',
			calendar(
				...event('DTSTART;VALUE=DATE:20200624', 'SUMMARY:Betriebsausflug', 'RRULE:FREQ=YEARLY'),
				...event(
					'DTSTART;VALUE=DATE:20201224',
					'DTEND;VALUE=DATE:20210102',
					'SUMMARY:Jahreswechsel',
					'RRULE:FREQ=YEARLY;UNTIL=20271231T000000Z',
					'EXDATE;VALUE=DATE:20261224',
				),
			),
			['2027-06-24 2027-06-24 Betriebsausflug', '2027-12-24 2028-01-01 Jahreswechsel', '2028-06-24 2028-06-24 Betriebsausflug'],
		],
		[
			'times and zones: every day that is touched',
			calendar(
				...event('DTSTART;TZID=Europe/Berlin:20270110T220000', 'DTEND;TZID=Europe/Berlin:20270111T060000', 'SUMMARY:Umzug'),
				...event('DTSTART:20270201T230000Z', 'DTEND:20270202T225900Z', 'SUMMARY:Reinigung'),
			),
			['2027-01-10 2027-01-11 Umzug', '2027-02-02 2027-02-02 Reinigung'],
		],
		[
			'the same twice, cancelled, past, without a name, or longer than any closure',
			calendar(
				...event('DTSTART;VALUE=DATE:20270101', 'SUMMARY:Neujahr'),
				...event('DTSTART;VALUE=DATE:20270101', 'SUMMARY:Neujahr'),
				...event('DTSTART;VALUE=DATE:20270102', 'SUMMARY:Abgesagt', 'STATUS:CANCELLED'),
				...event('DTSTART;VALUE=DATE:20250101', 'SUMMARY:Lange her'),
				...event('DTSTART;VALUE=DATE:20270103'),
				...event('DTSTART;VALUE=DATE:20270103', 'DTEND;VALUE=DATE:20290103', 'SUMMARY:Jahre'),
			),
			['2027-01-01 2027-01-01 Neujahr'],
		],
		[
			'an event that makes no sense does not take the others along',
			calendar(
				...event('DTSTART;VALUE=DATE:2027XX01', 'SUMMARY:Kaputt'),
				...event('SUMMARY:Ohne Tag'),
				...event('DTSTART;VALUE=DATE:20270704', 'SUMMARY:Sommerfest'),
			),
			['2027-07-04 2027-07-04 Sommerfest'],
		],
		[
			'rules that never give a day',
			calendar(...event('DTSTART;VALUE=DATE:20260101', 'SUMMARY:Nie', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')),
			[],
		],
		['an empty calendar', calendar(), []],
	];
	for (const [what, file, expected] of cases) expect([what, closures(file)]).toEqual([what, expected]);
});

test('what is no calendar is refused', () => {
	const wrong = [
		'',
		'Guten Tag',
		'<html></html>',
		'BEGIN:VCALENDAR',
		'\u0000\u0001',
		'BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n',
	];
	for (const file of wrong) expect([file, closures(file)]).toEqual([file, 'not_a_calendar']);
	fc.assert(
		fc.property(fc.string({ maxLength: 300 }), (noise) => {
			read(noise);
			read(calendar(...event('DTSTART;VALUE=DATE:20270704', `SUMMARY:${noise}`)));
			read(calendar(...event(noise)));
		}),
	);
});

test('what no holidays fill is refused at once; a thousand events are read while somebody waits', () => {
	const one = event('DTSTART;VALUE=DATE:20270704', 'SUMMARY:Sommerfest').join('\r\n');
	const many = (count: number) => calendar(...Array.from({ length: count }, () => one));
	const timed = (file: string) => {
		const began = performance.now();
		return { found: closures(file), took: performance.now() - began };
	};
	const large = timed(many(50_000));
	expect(large.found).toBe('too_large');
	expect(large.took).toBeLessThan(5000);
	expect(closures(calendar(...event('DTSTART;VALUE=DATE:20270704', `SUMMARY:${'x'.repeat(1_000_000)}`)))).toBe('too_large');
	const thousand = timed(many(1000));
	expect(thousand.found).toEqual(['2027-07-04 2027-07-04 Sommerfest']);
	expect(thousand.took).toBeLessThan(10_000);
});
