import { addDays, addMonths, type LocalDate } from '#shared/kernel/local-date.ts';

/** First day on which what ended then is not kept any longer. */
export const keptUntil = (day: LocalDate, months: number): LocalDate => addDays(addMonths(day, months), 1);

/** The same, counted from the end of the year. */
export const keptUntilFromYearEnd = (day: LocalDate, months: number): LocalDate =>
	keptUntil(`${day.slice(0, 4)}-12-31` as LocalDate, months);
