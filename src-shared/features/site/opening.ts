import { getHolidays } from 'feiertagejs';
import { addDays, type LocalDate, weekdayIndex } from '#shared/kernel/local-date.ts';
import type { TimeSpan } from '#shared/kernel/wall-time.ts';
import type { FederalState, OpeningHours } from './opening-hours.ts';

/** Asks opening hours about days. Public holidays are computed for any year, by the state's law of today. */
export interface Opening {
	isOpen(day: LocalDate): boolean;
	/** Why it is closed besides the usual week; null when it is open or closed as every week. */
	closedFor(day: LocalDate): string | null;
	/** Null on a closed day. */
	hoursOn(day: LocalDate): TimeSpan | null;
	/** `14:00`; null on a closed day. */
	closingTime(day: LocalDate): string | null;
	/** The day itself when it is open. A house that never opens gives the day back. */
	nextOpenDay(day: LocalDate): LocalDate;
}

/** Longer than any closure that somebody would still wait for. */
const FURTHEST_DAYS = 400;

export function openingOf(hours: OpeningHours): Opening {
	const years = new Map<string, Map<string, string>>();
	const holiday = (day: LocalDate): string | null => {
		const year = day.slice(0, 4);
		let known = years.get(year);
		if (!known) {
			known = holidaysOf(year, hours.state);
			years.set(year, known);
		}
		return known.get(day) ?? null;
	};
	const closedFor = (day: LocalDate): string | null =>
		holiday(day) ?? hours.closures.find(({ from, until }) => from <= day && day <= until)?.name ?? null;
	const usual = (day: LocalDate) => hours.week[weekdayIndex(day)] ?? null;
	const isOpen = (day: LocalDate) => usual(day) !== null && closedFor(day) === null;
	return {
		isOpen,
		closedFor,
		hoursOn: (day) => (isOpen(day) ? (usual(day) as TimeSpan | null) : null),
		closingTime: (day) => (isOpen(day) ? (usual(day)?.until ?? null) : null),
		nextOpenDay(day) {
			for (let ahead = 0; ahead < FURTHEST_DAYS; ahead++) {
				const candidate = addDays(day, ahead);
				if (isOpen(candidate)) return candidate;
			}
			return day;
		},
	};
}

function holidaysOf(year: string, state: FederalState): Map<string, string> {
	// `date` is noon UTC, the same day in all of Germany; `dateString` would follow the time zone that the PC is set to.
	return new Map(
		getHolidays(year, state).map((found) => [found.date.toISOString().slice(0, 10), found.translate('de') ?? found.name]),
	);
}
