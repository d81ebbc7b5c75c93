import { LocalDate } from '#shared/kernel/local-date.ts';
import { notTaken, type Reading, taken } from './cell.ts';

/** Dates as German offices write them. */

export type DateProblem = 'date_unreadable' | 'date_impossible' | 'date_in_future';

const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];
const OTHER_MONTHS: Record<string, number> = { mar: 3, mae: 3, may: 5, oct: 10, dec: 12 };

const GERMAN = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})$/u;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u;
const IN_WORDS = /^(\d{1,2})\.? ?(\p{L}{3,9})\.? (\d{4}|\d{2})$/u;
const COMPACT = /^(?:(19|20)(\d{2})(\d{2})(\d{2})|(\d{2})(\d{2})((?:19|20)\d{2}))$/u;
const TIME_OF_DAY = /[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/u;
/** Days since 30.12.1899, Excel's own count, for the years 1900 to 2099. */
const SERIAL = /^\d{1,5}$/u;
const FIRST_YEAR = 1900;

/**
 * A day that is not after `today`. A year of two digits is the latest one that is not in the future: on 22.11.2026
 * `22.10.07` is 2007 and `01.12.26` is 1926. `date_impossible`: 31.02.1980, or before 1900. A bare number of up to
 * five digits is Excel's serial day, except that four digits from 1900 on are a year, from which no day can be told.
 */
export function readDate(cell: string, today: LocalDate): Reading<LocalDate, DateProblem> {
	const text = cell.replace(TIME_OF_DAY, '');
	const german = GERMAN.exec(text);
	if (german !== null) return day(german[3], german[2], german[1], today);
	const iso = ISO.exec(text);
	if (iso !== null) return day(iso[1], iso[2], iso[3], today);
	const words = IN_WORDS.exec(text);
	if (words !== null) {
		const month = monthNumber(words[2] ?? '');
		return month === null ? notTaken('date_unreadable') : day(words[3], String(month), words[1], today);
	}
	if (SERIAL.test(text)) return serialDay(Number(text), today);
	const compact = COMPACT.exec(text);
	if (compact?.[1] !== undefined) return day(`${compact[1]}${compact[2]}`, compact[3], compact[4], today);
	if (compact !== null) return day(compact[7], compact[6], compact[5], today);
	return notTaken('date_unreadable');
}

/** 1 to 12 for `März`, `Mär`, `March`, `Okt` …; null for other words. */
export function monthNumber(word: string): number | null {
	const start = word.toLowerCase().slice(0, 3);
	const index = MONTHS.indexOf(start);
	return index === -1 ? (OTHER_MONTHS[start] ?? null) : index + 1;
}

/** The four-digit year that a two-digit one means: the latest for which the rest of the date is not after `today`. */
export function fullYear(year: string, monthAndDay: string, today: LocalDate): string {
	if (year.length === 4) return year;
	const century = Number(today.slice(0, 2));
	const recent = `${century}${year}`;
	return `${recent}-${monthAndDay}` <= today ? recent : `${century - 1}${year}`;
}

function day(year = '', month = '', dayOfMonth = '', today: LocalDate): Reading<LocalDate, DateProblem> {
	const rest = `${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
	const date = LocalDate.safeParse(`${fullYear(year, rest, today)}-${rest}`);
	if (!date.success || Number(date.data.slice(0, 4)) < FIRST_YEAR) return notTaken('date_impossible');
	return date.data > today ? notTaken('date_in_future') : taken(date.data);
}

function serialDay(days: number, today: LocalDate): Reading<LocalDate, DateProblem> {
	// 1900 to 2099 would be days of March 1905; somebody wrote a year.
	if (days < 61 || (days >= FIRST_YEAR && days < 2100)) return notTaken('date_unreadable');
	const iso = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
	return iso > today ? notTaken('date_in_future') : taken(iso as LocalDate);
}
