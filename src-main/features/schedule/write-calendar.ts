import ICAL from 'ical.js';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';

/** A block as calendars of other programs take it. */
export interface CalendarEntry {
	/** The same for the same thing in every export, so that a calendar that reads it again changes what it has. */
	readonly uid: string;
	readonly title: string;
	readonly place: string | null;
	readonly note: string | null;
	readonly day: LocalDate;
	readonly from: WallTime;
	readonly until: WallTime;
	readonly isCancelled: boolean;
}

/**
 * An iCalendar file (RFC 5545). Every time a thing takes place is an event of its own, in UTC: no program has to know
 * Europe/Berlin or holidays to show the right hour on the right day. `now`: ms UTC.
 */
export function writeCalendar(name: string, entries: readonly CalendarEntry[], now: number): string {
	const calendar = new ICAL.Component('vcalendar');
	calendar.updatePropertyWithValue('version', '2.0');
	calendar.updatePropertyWithValue('prodid', '-//Kontor//Kontor//DE');
	calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
	calendar.updatePropertyWithValue('method', 'PUBLISH');
	calendar.updatePropertyWithValue('x-wr-calname', name);
	for (const { uid, title, place, note, day, from, until, isCancelled } of entries) {
		const event = new ICAL.Component('vevent');
		event.updatePropertyWithValue('uid', `${uid}@kontor`);
		event.updatePropertyWithValue('dtstamp', utc(now));
		event.updatePropertyWithValue('dtstart', utc(instantOf(day, from)));
		event.updatePropertyWithValue('dtend', utc(instantOf(day, until)));
		event.updatePropertyWithValue('summary', title);
		if (place !== null) event.updatePropertyWithValue('location', place);
		if (note !== null) event.updatePropertyWithValue('description', note);
		event.updatePropertyWithValue('status', isCancelled ? 'CANCELLED' : 'CONFIRMED');
		calendar.addSubcomponent(event);
	}
	return `${calendar.toString()}\r\n`;
}

const utc = (instant: number) => ICAL.Time.fromJSDate(new Date(instant), true);
