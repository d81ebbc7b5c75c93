import { MOST_ACCESSORIES } from '#shared/features/inventory/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { cleanLine, notTaken, type Reading, taken } from '../../../import/cell.ts';
import { type DateProblem, monthNumber, readDate } from '../../../import/read-date.ts';

/** Cells of tool lists: prices, test badges, accessories, what condition says. */

const MAX_CENTS = 10_000_000;

/** `1.099,00`, `84,90 €`, `EUR 20`, `15,-`, `1 290.50`; what is after the last comma or point of two digits are cents. */
export function readPrice(cell: string): Reading<number, 'price_unreadable'> {
	const digits = cell
		.replace(/€|eur(o)?/giu, '')
		.replace(/[\s'’]/gu, '')
		.replace(/,[-–—]+$/u, '');
	const [, whole, fraction = ''] = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/u.exec(digits) ?? [];
	if (whole === undefined) return notTaken('price_unreadable');
	const cents = Number(whole.replace(/[.,]/gu, '')) * 100 + Number(fraction.padEnd(2, '0'));
	return cents > MAX_CENTS ? notTaken('price_unreadable') : taken(cents);
}

const MONTH = /^(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})$/u;
const ISO_MONTH = /^(\d{4})-(\d{1,2})$/u;
const MONTH_IN_WORDS = /^(\p{L}{3,9})\.? (\d{4}|\d{2})$/u;
/** Test badges are of this century, and may be years ahead. */
const LAST_DAY = '2099-12-31' as LocalDate;

/** A day, or a month as on a test badge: `08/2026` is until its last day. */
export function readTestedUntil(cell: string): Reading<LocalDate, DateProblem> {
	const text = cell.replace(/^bis /iu, '');
	const month = MONTH.exec(text);
	if (month !== null) return lastDayOf(month[2] ?? '', Number(month[1]));
	const iso = ISO_MONTH.exec(text);
	if (iso !== null) return lastDayOf(iso[1] ?? '', Number(iso[2]));
	const words = MONTH_IN_WORDS.exec(text);
	if (words !== null) {
		const number = monthNumber(words[1] ?? '');
		return number === null ? notTaken('date_unreadable') : lastDayOf(words[2] ?? '', number);
	}
	return readDate(text, LAST_DAY);
}

function lastDayOf(year: string, month: number): Reading<LocalDate, DateProblem> {
	const full = Number(year) + (year.length === 2 ? 2000 : 0);
	if (month < 1 || month > 12 || full < 1970 || full > 2099) return notTaken('date_impossible');
	return taken(LocalDate.parse(new Date(Date.UTC(full, month, 0)).toISOString().slice(0, 10)));
}

const LONGEST_ACCESSORY = 120;

/**
 * `Fußpedal; Netzkabel; Spulen (5)`, or separated by commas or lines. A comma inside brackets or a number is none that
 * separates. `before`: from another column. `rest`: what are too many or too long.
 */
export function readAccessories(before: readonly string[], cell: string): { accessories: string[]; rest: string[] } {
	const parts = /[;\n]/u.test(cell) ? cell.split(/[;\n]/u) : cell.split(/,(?![^(]*\))(?!\d)/u);
	const words = [...new Set([...before, ...parts.map(cleanLine).filter((part) => fold(part) !== '')])];
	const fitting = words.filter((word) => word.length <= LONGEST_ACCESSORY);
	const accessories = fitting.slice(0, MOST_ACCESSORIES);
	return { accessories, rest: words.filter((word) => !accessories.includes(word)) };
}

/** A condition that says the thing cannot be used. */
export function isBroken(condition: string): boolean {
	return /^(defekt|kaputt|ausser betrieb|broken|out of order)\b/u.test(fold(condition));
}
