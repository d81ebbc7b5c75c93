import type { LocalDate } from '#shared/kernel/local-date.ts';

/** What a site can promise about names on its sheets. */
export const KEPT_MONTHS = [1, 3, 6, 12, 24];

/** So many months later; the month's last day where it has no such one. */
export function keptUntil(day: LocalDate, months: number): LocalDate {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10) as LocalDate;
}
