import { addDays, daysBetween, type LocalDate, weekdayIndex } from '#shared/kernel/local-date.ts';
import { RecurrenceRule, rulePart, withParts } from './recurrence.ts';

/** The rhythms that people plan in, as rules and back. A rule that is none of them stays what it is: `other`. */

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type Rhythm =
	| { readonly every: 'once' }
	/** Monday first. */
	| { readonly every: 'week'; readonly interval: number; readonly days: readonly Weekday[] }
	/** `nth` -1: the last one of the month. */
	| { readonly every: 'month'; readonly nth: number; readonly weekday: Weekday }
	| { readonly every: 'month_day'; readonly day: number }
	| { readonly every: 'year' }
	| { readonly every: 'other' };

export interface SeriesPlan {
	readonly firstOn: LocalDate;
	readonly rule: RecurrenceRule | null;
}

export const weekdayOf = (day: LocalDate): Weekday => WEEKDAYS[weekdayIndex(day)] as Weekday;
/** 1 to 5: which of its weekday in its month a day is. */
export const nthOf = (day: LocalDate): number => Math.ceil(Number(day.slice(8)) / 7);
export const isLastOfMonth = (day: LocalDate): boolean => addDays(day, 7).slice(5, 7) !== day.slice(5, 7);
const dayOfMonth = (day: LocalDate): number => Number(day.slice(8));

/** What a rhythm is made of besides its end. */
const ENDS = ['COUNT', 'UNTIL', 'WKST'];

export function rhythmOf({ firstOn, rule }: SeriesPlan): Rhythm {
	if (rule === null) return { every: 'once' };
	const parts = rule
		.split(';')
		.filter((part) => !ENDS.some((end) => part.startsWith(`${end}=`)))
		.sort()
		.join(';');
	const weekly = /^(?:BYDAY=([A-Z,]+);)?FREQ=WEEKLY(?:;INTERVAL=(\d+))?$/.exec(parts);
	if (weekly) {
		const days = weekly[1]?.split(',') ?? [weekdayOf(firstOn)];
		return { every: 'week', interval: Number(weekly[2] ?? 1), days: WEEKDAYS.filter((day) => days.includes(day)) };
	}
	const monthly = /^BYDAY=\+?(-1|[1-5])([A-Z]{2});FREQ=MONTHLY(?:;INTERVAL=1)?$/.exec(parts);
	if (monthly) return { every: 'month', nth: Number(monthly[1]), weekday: monthly[2] as Weekday };
	const onDay = /^(?:BYMONTHDAY=(\d+);)?FREQ=MONTHLY(?:;INTERVAL=1)?$/.exec(parts);
	if (onDay) return { every: 'month_day', day: Number(onDay[1] ?? dayOfMonth(firstOn)) };
	return /^FREQ=YEARLY(?:;INTERVAL=1)?$/.test(parts) ? { every: 'year' } : { every: 'other' };
}

/** The rule of a rhythm, without an end. */
export function ruleOf(rhythm: Exclude<Rhythm, { every: 'other' }>): RecurrenceRule | null {
	switch (rhythm.every) {
		case 'once':
			return null;
		case 'week': {
			const interval = rhythm.interval === 1 ? '' : `;INTERVAL=${rhythm.interval}`;
			return RecurrenceRule.parse(`FREQ=WEEKLY${interval};BYDAY=${rhythm.days.join(',')}`);
		}
		case 'month':
			return RecurrenceRule.parse(`FREQ=MONTHLY;BYDAY=${rhythm.nth}${rhythm.weekday}`);
		case 'month_day':
			return RecurrenceRule.parse(`FREQ=MONTHLY;BYMONTHDAY=${rhythm.day}`);
		case 'year':
			return RecurrenceRule.parse('FREQ=YEARLY');
	}
}

/**
 * The series in which every session moves as one of them is moved, from one day to another; null where that makes no
 * rhythm. Of several days a week only the weekday moves that was moved.
 */
export function movedSeries(plan: SeriesPlan, from: LocalDate, to: LocalDate): SeriesPlan | null {
	const { firstOn, rule } = plan;
	const rhythm = rhythmOf(plan);
	const by = daysBetween(from, to);
	const withEnd = (moved: Exclude<Rhythm, { every: 'other' }>): RecurrenceRule | null => {
		const made = ruleOf(moved);
		if (made === null || rule === null) return made;
		return withParts(made, { COUNT: rulePart(rule, 'COUNT'), UNTIL: rulePart(rule, 'UNTIL') });
	};
	switch (rhythm.every) {
		case 'once':
			return { firstOn: to, rule: null };
		case 'week': {
			const days = WEEKDAYS.filter((day) => day === weekdayOf(to) || (day !== weekdayOf(from) && rhythm.days.includes(day)));
			const rest = { ...rhythm, days };
			if (rhythm.days.length === 1) return { firstOn: addDays(firstOn, by), rule: withEnd(rest) };
			const first = Array.from({ length: 7 }, (_, ahead) => addDays(firstOn, ahead)).find((day) => days.includes(weekdayOf(day)));
			return { firstOn: first ?? firstOn, rule: withEnd(rest) };
		}
		case 'month': {
			const nth = rhythm.nth === -1 && isLastOfMonth(to) ? -1 : nthOf(to);
			const first = nthWeekday(firstOn, nth, weekdayOf(to));
			return first && { firstOn: first, rule: withEnd({ ...rhythm, nth, weekday: weekdayOf(to) }) };
		}
		case 'month_day': {
			const first = `${firstOn.slice(0, 8)}${to.slice(8)}` as LocalDate;
			if (addDays(first, 0) !== first || from.slice(0, 7) !== to.slice(0, 7)) return null;
			return { firstOn: first, rule: withEnd({ ...rhythm, day: dayOfMonth(to) }) };
		}
		case 'year':
			return { firstOn: addDays(firstOn, by), rule };
		case 'other':
			return null;
	}
}

/** In the month of a day; null when it has no fifth one. */
function nthWeekday(inMonth: LocalDate, nth: number, weekday: Weekday): LocalDate | null {
	const first = `${inMonth.slice(0, 7)}-01` as LocalDate;
	const days = Array.from({ length: 31 }, (_, ahead) => addDays(first, ahead)).filter(
		(day) => day.slice(0, 7) === inMonth.slice(0, 7) && weekdayOf(day) === weekday,
	);
	return days.at(nth === -1 ? -1 : nth - 1) ?? null;
}
