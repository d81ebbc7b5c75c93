import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Repeat } from './model.ts';

/** The days of a series, in order, its first day first; knows nothing of closed days. */
export function seriesDays(first: LocalDate, { every, times }: Repeat): LocalDate[] {
	const days = Array.from({ length: times }, (_, at) => at);
	if (every === 'month') return days.map((at) => sameWeekdayOfMonth(first, at));
	const step = every === 'week' ? 7 : 14;
	return days.map((at) => addDays(first, at * step));
}

/** So many months later: the second Tuesday again, and the last one where it was the fifth, which not every month has. */
function sameWeekdayOfMonth(first: LocalDate, months: number): LocalDate {
	const date = new Date(`${first}T00:00:00Z`);
	const nth = Math.floor((date.getUTCDate() - 1) / 7);
	const start = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
	const toWeekday = (date.getUTCDay() - start.getUTCDay() + 7) % 7;
	const daysInMonth = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
	const wanted = 1 + toWeekday + nth * 7;
	const dayOfMonth = nth === 4 ? 1 + toWeekday + 7 * Math.floor((daysInMonth - 1 - toWeekday) / 7) : wanted;
	return addDays(start.toISOString().slice(0, 10) as LocalDate, dayOfMonth - 1);
}
