import ICAL from 'ical.js';
import { RecurrenceRule } from '#shared/features/offers/recurrence.ts';
import { addDays, LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Days on which nobody comes, out of a calendar as it is found in the wild (school holidays, a community's holidays). */
export interface FoundClosure {
	/** Both days included. */
	readonly from: LocalDate;
	readonly until: LocalDate;
	readonly name: string;
}

/** The days of a rule, both ends included; without a rule the first one. */
export type DaysOfRule = (
	series: { readonly firstOn: LocalDate; readonly rule: RecurrenceRule | null },
	from: LocalDate,
	until: LocalDate,
) => readonly LocalDate[];

/** `too_large`: more than any calendar of holidays has, and more than can be read while people wait. */
export type CalendarProblem = 'not_a_calendar' | 'too_large';

const MOST_EVENTS = 1000;
const MOST_LETTERS = 1_000_000;
/** What of the years to come is read. */
const MOST_CLOSURES = 200;
const LONGEST_NAME = 120;
const LONGEST_DAYS = 200;

/**
 * Closures that end on `from` or later and begin before `until`, in order, each once. Single events that make no sense are passed over.
 */
export function readClosures(
	text: string,
	from: LocalDate,
	until: LocalDate,
	series: DaysOfRule,
): Result<FoundClosure[], CalendarProblem> {
	if (text.length > MOST_LETTERS || text.split(/^BEGIN:VEVENT/imu).length > MOST_EVENTS + 1) return err('too_large');
	let events: ICAL.Component[];
	try {
		const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/u, ''));
		const calendars = (Array.isArray((parsed as unknown[])[0]) ? parsed : [parsed]) as ConstructorParameters<
			typeof ICAL.Component
		>[0][];
		events = calendars
			.map((one) => new ICAL.Component(one))
			.flatMap((one) => {
				if (one.name !== 'vcalendar') throw new Error('no calendar');
				return one.getAllSubcomponents('vevent');
			});
	} catch {
		return err('not_a_calendar');
	}
	const found = new Map<string, FoundClosure>();
	for (const event of events) {
		try {
			for (const closure of closuresOf(event, from, until, series))
				found.set(`${closure.from} ${closure.until} ${closure.name}`, closure);
		} catch {
			// One event that cannot be understood says nothing about the others.
		}
	}
	const inOrder = [...found.values()].sort((a, b) =>
		`${a.from} ${a.until} ${a.name}` < `${b.from} ${b.until} ${b.name}` ? -1 : 1,
	);
	return ok(inOrder.slice(0, MOST_CLOSURES));
}

function* closuresOf(component: ICAL.Component, from: LocalDate, until: LocalDate, series: DaysOfRule): Iterable<FoundClosure> {
	const event = new ICAL.Event(component);
	const status = component.getFirstPropertyValue('status');
	const name = (event.summary ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME);
	if (name === '' || status === 'CANCELLED' || !event.startDate) return;
	const days = lengthOf(event);
	if (days > LONGEST_DAYS) return;
	const first = dayOf(event.startDate);
	if (first === null) return;
	for (const day of daysOf(component, first, addDays(from, -days), until, series)) {
		const last = addDays(day, days - 1);
		if (last >= from) yield { from: day, until: last, name };
	}
}

/** The days it begins on; of a rule that no closure has (several a day) only the first. */
function daysOf(
	component: ICAL.Component,
	firstOn: LocalDate,
	from: LocalDate,
	until: LocalDate,
	series: DaysOfRule,
): readonly LocalDate[] {
	const written = component
		.getFirstPropertyValue('rrule')
		?.toString()
		.replace(/(UNTIL=\d{8})T\d{6}Z?/u, '$1');
	const rule = RecurrenceRule.safeParse(written).data ?? null;
	const excepted = new Set(component.getAllProperties('exdate').flatMap((property) => property.getValues().map(dayOf)));
	return series({ firstOn, rule }, from, addDays(until, -1)).filter((day) => !excepted.has(day));
}

/** Whole days. The end of an all-day event is the day after (RFC 5545 3.6.1); one with times takes every day it touches. */
function lengthOf({ startDate, endDate }: ICAL.Event): number {
	const [first, last] = [dayOf(startDate), endDate ? dayOf(endDate) : null];
	if (first === null || last === null) return 1;
	const days = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
	const endsAtMidnight = endDate.isDate || (endDate.hour === 0 && endDate.minute === 0);
	return Math.max(1, endsAtMidnight ? days : days + 1);
}

function dayOf(time: ICAL.Time): LocalDate | null {
	const two = (number: number) => String(number).padStart(2, '0');
	const written = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
	const day = time.isDate || time.zone !== ICAL.Timezone.utcTimezone ? written : localDateOf(time.toJSDate().getTime());
	const read = LocalDate.safeParse(day);
	return read.success ? read.data : null;
}
