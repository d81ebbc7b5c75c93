import { type LocalDate, localDateOf, mondayOf, weekFrom } from '#shared/kernel/local-date.ts';
import { currentLanguage } from './language.ts';

/** Days as words. A LocalDate has no time zone, so all of it is reckoned in UTC. */

const ZONE = 'UTC';
/** Any Monday. */
const MONDAY = '2026-03-09' as LocalDate;
const weekday = {
	de: new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, weekday: 'short' }),
	en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short' }),
};
const long = {
	de: new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' }),
	en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' }),
};
const month = {
	de: new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, month: 'long', year: 'numeric' }),
	en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, month: 'long', year: 'numeric' }),
};

/** `Mo` */
export const weekdayOf = (day: LocalDate): string => weekday[currentLanguage()].format(Date.parse(day)).replace('.', '');
/** `Mo` to `So`, Monday first. */
export const weekdays = (): string[] => weekFrom(MONDAY).map(weekdayOf);
/** `Montag, 9. März` */
export const longDayOf = (day: LocalDate): string => long[currentLanguage()].format(Date.parse(day));
/** `März 2026` */
export const monthOf = (day: LocalDate): string => month[currentLanguage()].format(Date.parse(day));
/** `09.` */
export const dayOfMonth = (day: LocalDate): number => Number(day.slice(8));

/** ISO 8601: the week with the year's first Thursday is the first. */
export function weekNumberOf(day: LocalDate): number {
	const thursday = new Date(Date.parse(mondayOf(day)) + 3 * 86_400_000);
	const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
	return Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1;
}

export const today = (): LocalDate => localDateOf(Date.now());
