import type { Clock } from '#shared/kernel/environment.ts';

/**
 * Hybrid logical time: 12 hex digits of milliseconds, 4 of a counter. Sorts as text, never goes back on one device even
 * when its clock does, and never lags behind what has been seen from others.
 */
export interface HybridClock {
	/** Fresh, later than everything before. */
	next(): string;
	/** Takes note of another device's time. */
	see(hlc: string): void;
}

/** A change further ahead than this is held back and reported: somebody's clock is wrong (design 4, rule 7). */
export const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

export function createHybridClock(clock: Clock, last: string | null): HybridClock {
	let latest = last ?? '0'.repeat(16);
	return {
		next() {
			const now = format(clock.now(), 0);
			latest = now > latest ? now : successor(latest);
			return latest;
		},
		see(hlc) {
			if (hlc > latest) latest = hlc;
		},
	};
}

export const HLC_PATTERN = /^[0-9a-f]{16}$/;

/** Milliseconds since 1970 UTC. */
export function timeOf(hlc: string): number {
	return Number.parseInt(hlc.slice(0, 12), 16);
}

function format(ms: number, counter: number): string {
	return ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0');
}

function successor(hlc: string): string {
	const counter = Number.parseInt(hlc.slice(12), 16);
	return counter < 0xffff ? format(timeOf(hlc), counter + 1) : format(timeOf(hlc) + 1, 0);
}
