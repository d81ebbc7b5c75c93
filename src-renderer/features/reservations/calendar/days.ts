import type { Taken } from '#shared/features/reservations/model.ts';
import { addDays, daysBetween, type LocalDate, weekdayIndex } from '#shared/kernel/local-date.ts';

/** How days look in a calendar: pure, so that the month and the overview show the same. */

/** What a day shows where several things are said of it: the first of these. */
const MOST_TELLING: readonly Taken['why'][] = [
	'overdue',
	'lent',
	'held',
	'reserved',
	'missing',
	'maintenance',
	'test_overdue',
	'retired',
	'waited_for',
];

/** Everything that is said of a day, the most telling first. */
export function takenOn(taken: readonly Taken[], day: LocalDate): Taken[] {
	return taken
		.filter(({ from, until }) => from <= day && (until === null || day <= until))
		.sort((a, b) => MOST_TELLING.indexOf(a.why) - MOST_TELLING.indexOf(b.why));
}

/** Days one after the other of which the same is to be shown. */
export interface Stretch {
	readonly from: LocalDate;
	readonly days: number;
	/** Null: free. */
	readonly taken: Taken | null;
}

/** Cuts days into stretches; each day belongs to exactly one. */
export function stretchesOf(taken: readonly Taken[], from: LocalDate, days: number): Stretch[] {
	const stretches: Stretch[] = [];
	for (let ahead = 0; ahead < days; ahead++) {
		const day = addDays(from, ahead);
		const shown = takenOn(taken, day)[0] ?? null;
		const last = stretches.at(-1);
		if (last && last.taken === shown) stretches[stretches.length - 1] = { ...last, days: last.days + 1 };
		else stretches.push({ from: day, days: 1, taken: shown });
	}
	return stretches;
}

/** The weeks of a month, Monday first; null: a day of another month. */
export function weeksOf(month: LocalDate): (LocalDate | null)[][] {
	const first = `${month.slice(0, 7)}-01` as LocalDate;
	const next = nextMonth(first);
	const lead = weekdayIndex(first);
	const days: (LocalDate | null)[] = [...Array<null>(lead).fill(null)];
	for (let ahead = 0; ahead < daysBetween(first, next); ahead++) days.push(addDays(first, ahead));
	while (days.length % 7 > 0) days.push(null);
	return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

const nextMonth = (first: LocalDate): LocalDate => `${addDays(first, 31).slice(0, 7)}-01` as LocalDate;

/** The same day of a month before or after, or its last one. */
export function monthsAhead(day: LocalDate, months: number): LocalDate {
	const date = new Date(`${day.slice(0, 7)}-01`);
	date.setUTCMonth(date.getUTCMonth() + months);
	const first = date.toISOString().slice(0, 10) as LocalDate;
	const length = daysBetween(first, nextMonth(first));
	return addDays(first, Math.min(Number(day.slice(8)), length) - 1);
}

/** The day that a key of the keyboard leads to from another; null: it leads nowhere. */
export function dayAfterKey(key: string, day: LocalDate): LocalDate | null {
	const weekday = weekdayIndex(day);
	switch (key) {
		case 'ArrowLeft':
			return addDays(day, -1);
		case 'ArrowRight':
			return addDays(day, 1);
		case 'ArrowUp':
			return addDays(day, -7);
		case 'ArrowDown':
			return addDays(day, 7);
		case 'Home':
			return addDays(day, -weekday);
		case 'End':
			return addDays(day, 6 - weekday);
		case 'PageUp':
			return monthsAhead(day, -1);
		case 'PageDown':
			return monthsAhead(day, 1);
		default:
			return null;
	}
}
