import type { Clock } from '#shared/kernel/environment.ts';

/** Time that stands still until a test moves it. */
export interface FakeClock extends Clock {
	advance(ms: number): void;
	set(ms: number): void;
}

/** A Monday morning in the office. */
export const MONDAY = Date.UTC(2026, 2, 9, 8, 30);

export function fakeClock(start: number = MONDAY): FakeClock {
	let now = start;
	return {
		now: () => now,
		advance(ms) {
			now += ms;
		},
		set(ms) {
			now = ms;
		},
	};
}
