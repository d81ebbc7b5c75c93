import { currentLanguage } from '#renderer/i18n/language.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Dates, times and numbers the way German offices write them, in both languages of the screen. */
const ZONE = 'Europe/Berlin';
const day = new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
const time = new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const longDay = {
	de: new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
	en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
};
const relative = {
	de: new Intl.RelativeTimeFormat('de', { numeric: 'auto' }),
	en: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }),
};
const number = { de: new Intl.NumberFormat('de-DE'), en: new Intl.NumberFormat('en-GB') };
const decimal = {
	de: new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 }),
	en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

const percent = {
	de: new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 }),
	en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }),
};
const monthName = {
	de: new Intl.DateTimeFormat('de-DE', { timeZone: 'UTC', month: 'long' }),
	en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' }),
};

/** Names sort as in DIN 5007-2: ä like ae. */
export const collator = new Intl.Collator('de-u-co-phonebk', { numeric: true });

/** `09.03.2025` of an instant (ms UTC). */
export const formatDay = (instant: number): string => day.format(instant);
/** `14:00` of an instant. */
export const formatTime = (instant: number): string => time.format(instant);
/** `09.03.2025, 14:00` of an instant. */
export const formatInstant = (instant: number): string => `${formatDay(instant)}, ${formatTime(instant)}`;
/** `Sonntag, 9. März 2025` of an instant. */
export const formatLongDay = (instant: number): string => longDay[currentLanguage()].format(instant);
/** `Sonntag, 9. März 2025` of a day, for paper, which is German whatever the screen speaks. */
export const paperLongDay = (date: LocalDate): string => longDay.de.format(Date.parse(`${date}T12:00:00Z`));
/** `1.234` */
export const formatNumber = (value: number): string => number[currentLanguage()].format(value);

/** `9,4` */
export const formatDecimal = (value: number): string => decimal[currentLanguage()].format(value);
/** `12 %` of a share between 0 and 1. */
export const formatPercent = (share: number): string => percent[currentLanguage()].format(share);
/** `März` of `2026-03`. */
export const formatMonth = (month: string): string => monthName[currentLanguage()].format(Date.parse(`${month}-15T00:00:00Z`));

/** `gerade eben`, `vor 2 Minuten`, `vor 3 Stunden`, `gestern`, `vor 5 Tagen`; older instants as a date. */
export function formatRelative(instant: number, now: number = Date.now()): string {
	const language = currentLanguage();
	const minutes = Math.round((instant - now) / 60_000);
	if (Math.abs(minutes) < 1) return language === 'de' ? 'gerade eben' : 'just now';
	if (Math.abs(minutes) < 60) return relative[language].format(minutes, 'minute');
	const hours = Math.round(minutes / 60);
	if (Math.abs(hours) < 24) return relative[language].format(hours, 'hour');
	const days = Math.round(hours / 24);
	if (Math.abs(days) < 31) return relative[language].format(days, 'day');
	return formatDay(instant);
}

/** `12 kB`, `3,4 MB` */
export function formatBytes(bytes: number): string {
	const language = currentLanguage();
	const units = ['Byte', 'kB', 'MB', 'GB', 'TB'];
	let value = bytes;
	let unit = 0;
	while (value >= 1000 && unit < units.length - 1) {
		value /= 1000;
		unit += 1;
	}
	return `${(unit < 2 ? number : decimal)[language].format(unit < 2 ? Math.round(value) : value)} ${units[unit]}`;
}

/** `45 min`, `1 h 30 min` */
export function formatMinutes(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	if (hours === 0) return `${rest} min`;
	return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
