import type { FreeSlot } from '#shared/features/schedule/model.ts';
import { type LocalDate, weekdayIndex } from '#shared/kernel/local-date.ts';
import { minutesOf, overlap, type TimeSpan } from '#shared/kernel/wall-time.ts';
import type { WaitingFields } from './model.ts';

/** Whom a free time is of use to. */

type Wish = Pick<WaitingFields, 'counsellorIds' | 'minutes' | 'weekdays' | 'partOfDay' | 'until'>;
type Time = Pick<FreeSlot, 'day' | 'from' | 'until' | 'counsellorIds'>;

export interface Booked extends TimeSpan {
	readonly day: LocalDate;
}

const NOON = 12 * 60;

/** `booked`: what they have from today on, in the order of time. An appointment they have is only replaced by an earlier one. */
export function suits(wish: Wish, time: Time, booked: readonly Booked[]): boolean {
	const [from, until] = [minutesOf(time.from), minutesOf(time.until)];
	const [next] = booked;
	return (
		until - from >= wish.minutes &&
		(wish.until === null || time.day <= wish.until) &&
		(wish.weekdays.length === 0 || wish.weekdays.includes(weekdayIndex(time.day))) &&
		(wish.partOfDay !== 'forenoon' || from + wish.minutes <= NOON) &&
		(wish.partOfDay !== 'afternoon' || from >= NOON) &&
		(wish.counsellorIds.length === 0 || time.counsellorIds.some((id) => wish.counsellorIds.includes(id))) &&
		(next === undefined || `${time.day} ${time.from}` < `${next.day} ${next.from}`) &&
		!booked.some((one) => one.day === time.day && overlap(one, time))
	);
}

/** Who is urgent, then who has waited longest. */
export function byNeed(a: Rank, b: Rank): number {
	if (a.isUrgent !== b.isUrgent) return a.isUrgent ? -1 : 1;
	const [left, right] = [`${a.since} ${a.id}`, `${b.since} ${b.id}`];
	return left < right ? -1 : left > right ? 1 : 0;
}
type Rank = { readonly isUrgent: boolean; readonly since: string; readonly id: string };
