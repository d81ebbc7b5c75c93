import { instantOf } from '#shared/kernel/berlin-time.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

/** The days of a year as numbers from 0: what is asked for every one of very many loans must not format a date. */
export interface YearDays {
	/** Until today, or until the year ends. */
	readonly days: readonly LocalDate[];
	/** ms UTC; `end` is past the last day. */
	readonly start: number;
	readonly end: number;
	/** The day of a moment; -1 before all of them, their number after. */
	at(moment: number): number;
	/** The same of a day. */
	of(day: LocalDate): number;
}

const DAY = 86_400_000;

export function yearDays(year: number, today: LocalDate): YearDays {
	const yearOf = (number: number) => String(number).padStart(4, '0');
	const days: LocalDate[] = [];
	const first = `${yearOf(year)}-01-01` as LocalDate;
	for (let day = first; day <= today && day.startsWith(yearOf(year)); day = addDays(day, 1)) days.push(day);
	const starts = [...days, addDays(first, days.length)].map((day) => instantOf(day, '00:00'));
	const [start = 0, end = start] = [starts[0], starts.at(-1)];
	const numbers = new Map(days.map((day, number) => [day, number]));
	return {
		days,
		start,
		end,
		at(moment) {
			if (moment < start) return -1;
			if (moment >= end) return days.length;
			// All but the two days when the clocks change are equally long.
			const about = Math.floor((moment - start) / DAY);
			if (moment < (starts[about] ?? end)) return about - 1;
			return moment >= (starts[about + 1] ?? end) ? about + 1 : about;
		},
		of: (day) => numbers.get(day) ?? (day < first ? -1 : days.length),
	};
}
