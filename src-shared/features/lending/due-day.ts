import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

/** Which days somebody can mean who types one at the desk. */

const FIRST_DAY = '1970-01-01';
/** Whatever is due later than in five years was mistyped. */
const FURTHEST_DAYS = 5 * 366;

/** Lent on a day that was, or is today. */
export const isIssueDay = (day: LocalDate, today: LocalDate): boolean => FIRST_DAY <= day && day <= today;

/** Due on a day that is not before it was lent and not years ahead. */
export const isDueDay = (day: LocalDate, issuedOn: LocalDate, today: LocalDate): boolean =>
	issuedOn <= day && day <= addDays(today, FURTHEST_DAYS);
