import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

/** Working days and hours of the sample office, in Europe/Berlin. */

/** Holidays with a fixed date in NRW, and the days on which hardly any office is open. */
const CLOSED = new Set(['01-01', '05-01', '10-03', '11-01', '12-24', '12-25', '12-26', '12-31']);

/** 0 is Sunday. */
function weekdayOf(date: LocalDate): number {
	return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function isWorkingDay(date: LocalDate): boolean {
	const weekday = weekdayOf(date);
	return weekday !== 0 && weekday !== 6 && !CLOSED.has(date.slice(5));
}

/** The date itself, or the last working day before it. */
export function workingDayUpTo(date: LocalDate): LocalDate {
	let day = date;
	while (!isWorkingDay(day)) day = addDays(day, -1);
	return day;
}

/** The date itself, or the next working day after it. */
export function workingDayFrom(date: LocalDate): LocalDate {
	let day = date;
	while (!isWorkingDay(day)) day = addDays(day, 1);
	return day;
}

/** ms UTC of a wall-clock time in Berlin, given as minutes after midnight; during working hours the clocks never change. */
export function berlinInstant(date: LocalDate, minutes: number): number {
	const asUtc = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
	return [1, 2].map((hours) => asUtc - hours * 3_600_000).find((instant) => berlinMinutes(instant) === minutes) ?? asUtc;
}

/** Minutes after midnight on Berlin's clocks. */
export function berlinMinutes(instant: number): number {
	const [hour = 0, minute = 0] = BERLIN_TIME.format(instant).split(':').map(Number);
	return hour * 60 + minute;
}

const BERLIN_TIME = new Intl.DateTimeFormat('de-DE', {
	timeZone: 'Europe/Berlin',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
});
