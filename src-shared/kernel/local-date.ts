import { z } from 'zod';

/** A calendar day without a time zone, `YYYY-MM-DD`; only days that exist. */
export const LocalDate = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}$/)
	.refine((text) => {
		const date = new Date(`${text}T00:00:00Z`);
		return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
	}, 'kein gültiges Datum')
	.brand<'LocalDate'>();
export type LocalDate = z.infer<typeof LocalDate>;

/** The calendar day of an instant (ms since 1970 UTC) in Europe/Berlin. */
export function localDateOf(instant: number): LocalDate {
	return BERLIN_DAY.format(instant) as LocalDate;
}

/** So many days later, or earlier when negative. */
export function addDays(day: LocalDate, days: number): LocalDate {
	return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10) as LocalDate;
}

/** So many months later; where the month has no such day, its last one (§ 188 Abs. 3 BGB): 31.08. + 6 months is 28.02. or 29.02. */
export function addMonths(day: LocalDate, months: number): LocalDate {
	const [year = 0, month = 0, wanted = 0] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + months, 0));
	last.setUTCDate(Math.min(wanted, last.getUTCDate()));
	return last.toISOString().slice(0, 10) as LocalDate;
}

/** 0: Monday … 6: Sunday. */
export const weekdayIndex = (day: LocalDate): number => (new Date(day).getUTCDay() + 6) % 7;

/** Monday of the week. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -weekdayIndex(day));

/** The seven days from this one on. */
export const weekFrom = (day: LocalDate): LocalDate[] => Array.from({ length: 7 }, (_, ahead) => addDays(day, ahead));

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: LocalDate, until: LocalDate): number =>
	Math.round((Date.parse(until) - Date.parse(from)) / DAY);

/** The later of two days. */
export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
	if (a < b) return b;
	return a;
}

/** `2026-03-09` → `09.03.2026`, the way German offices write it. */
export function formatLocalDate(date: string): string {
	const [year, month, day] = date.split('-');
	return `${day}.${month}.${year}`;
}

/** Whole years between a birth date and a day. */
export function ageOn(birthDate: string, day: string): number {
	const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
	return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const DAY = 86_400_000;

/** The sv-SE locale writes ISO dates. */
const BERLIN_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
