import type { Random } from '#shared/kernel/environment.ts';

/** Randomness that a seed repeats: as the backend's `Random`, and as dice for tests. */
export interface SeededRandom extends Random {
	/** 0 ≤ n < below. */
	below(below: number): number;
	pick<T>(from: readonly T[]): T;
}

/** Mulberry32: quick and even enough for tests, never for keys. */
export function seededRandom(seed: number): SeededRandom {
	let state = seed >>> 0;
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return (t ^ (t >>> 14)) >>> 0;
	}
	const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
	return {
		bytes: (length) => Uint8Array.from({ length }, () => next() & 255),
		below,
		pick<T>(from: readonly T[]): T {
			if (from.length === 0) throw new Error('nothing to pick from');
			return from[below(from.length)] as T;
		},
	};
}
