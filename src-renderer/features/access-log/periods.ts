import { instantOf } from '#shared/kernel/berlin-time.ts';
import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';

/** Which days of the access log are shown. */
export const PERIODS = ['week', 'month', 'previousMonth', 'chosen'] as const;
export type Period = (typeof PERIODS)[number];

/** Both included. */
export interface Days {
	readonly from: LocalDate;
	readonly to: LocalDate;
}

/** As many as the longest quarter: the backend opens no more at once. */
export const MOST_DAYS = 92;

export function daysOf(period: Exclude<Period, 'chosen'>, today: LocalDate): Days {
	const first = `${today.slice(0, 8)}01` as LocalDate;
	switch (period) {
		case 'week':
			return { from: addDays(today, -6), to: today };
		case 'month':
			return { from: first, to: today };
		case 'previousMonth': {
			const to = addDays(first, -1);
			return { from: `${to.slice(0, 8)}01` as LocalDate, to };
		}
	}
}

/** Why these cannot be asked for. */
export function problemOf({ from, to }: Days): 'backwards' | 'too_long' | null {
	if (from > to) return 'backwards';
	return daysBetween(from, to) >= MOST_DAYS ? 'too_long' : null;
}

/** From the first to the last millisecond of these days in Berlin. */
export function instantsOf({ from, to }: Days): { from: number; to: number } {
	return { from: instantOf(from, '00:00'), to: instantOf(addDays(to, 1), '00:00') - 1 };
}
