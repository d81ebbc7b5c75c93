import { rulePart } from '#shared/features/offers/recurrence.ts';
import { addDays, type LocalDate, mondayOf } from '#shared/kernel/local-date.ts';
import type { Series, SeriesDays } from './occurrences.ts';

/**
 * Where the change of a single session goes when its series moves: to the session of the same week (month, year) with
 * the same place among that week's sessions, as from Tuesday to Thursday. Null: the new series has none that corresponds.
 */
export function correspondingDay(days: SeriesDays, before: Series, after: Series, day: LocalDate): LocalDate | null {
	if (before.rule === null && after.rule === null) return after.firstOn;
	const [old, now] = [before, after].map(({ rule }) => (rule === null ? null : rulePart(rule, 'FREQ')));
	const period = old && old === now ? PERIODS[old] : undefined;
	if (!period) return days.includes(after, day) ? day : null;
	const [first, last] = period(day);
	const at = days.between(before, first, last).indexOf(day);
	return at < 0 ? null : (days.between(after, first, last)[at] ?? null);
}

/** First and last day of the week, month or year that a day is in. */
const PERIODS: Readonly<Record<string, (day: LocalDate) => [LocalDate, LocalDate]>> = {
	WEEKLY(day) {
		const monday = mondayOf(day);
		return [monday, addDays(monday, 6)];
	},
	MONTHLY(day) {
		const first = `${day.slice(0, 7)}-01` as LocalDate;
		const next = `${addDays(first, 31).slice(0, 7)}-01` as LocalDate;
		return [first, addDays(next, -1)];
	},
	YEARLY: (day) => [`${day.slice(0, 4)}-01-01` as LocalDate, `${day.slice(0, 4)}-12-31` as LocalDate],
};
