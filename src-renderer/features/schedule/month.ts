import { addDays, type LocalDate, mondayOf } from '#shared/kernel/local-date.ts';

/** Months as whole weeks, the way they hang on the wall. */

export const firstOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 8)}01` as LocalDate;

/** The first of the month before or after. */
export function nextMonth(day: LocalDate, by: 1 | -1): LocalDate {
	return by === 1 ? firstOfMonth(addDays(firstOfMonth(day), 31)) : firstOfMonth(addDays(firstOfMonth(day), -1));
}

/** From the Monday of the week with the first to the Sunday of the week with the last: at most six weeks. */
export function weeksOfMonth(day: LocalDate): LocalDate[][] {
	const weeks: LocalDate[][] = [];
	const month = day.slice(0, 7);
	for (let monday = mondayOf(firstOfMonth(day)); weeks.length === 0 || monday.startsWith(month); monday = addDays(monday, 7)) {
		weeks.push(Array.from({ length: 7 }, (_, ahead) => addDays(monday, ahead)));
	}
	return weeks;
}
