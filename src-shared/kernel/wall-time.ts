import { z } from 'zod';

/** A time of day as it hangs on the wall in Europe/Berlin: `09:00` to `23:59`. Compares as text. */
export const WallTime = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/)
	.brand<'WallTime'>();
export type WallTime = z.infer<typeof WallTime>;

/** Minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** 0 ≤ minutes < 1440. */
export function wallTimeAt(minutes: number): WallTime {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as WallTime;
}

/** Part of one day; ends after it begins, and before midnight. */
export interface TimeSpan {
	readonly from: WallTime;
	readonly until: WallTime;
}

/** What ends when another begins does not meet it. */
export const overlap = (a: TimeSpan, b: TimeSpan): boolean => a.from < b.until && b.from < a.until;
