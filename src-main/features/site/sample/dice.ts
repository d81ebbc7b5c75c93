/** Chance that repeats itself: the same seed gives the same sample office on every PC and in every test. */
export interface Dice {
	/** 0 ≤ x < 1 */
	next(): number;
	/** A whole number from `min` to `max`, both included. */
	whole(min: number, max: number): number;
	chance(probability: number): boolean;
	pick<T>(items: readonly T[]): T;
	/** One of the values, as often as its weight says. */
	weighted<T>(items: readonly (readonly [T, number])[]): T;
	shuffled<T>(items: readonly T[]): T[];
}

/** mulberry32: 32 bits of state, good enough for invented people and far from good enough for keys. */
export function createDice(seed: number): Dice {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
	const pick = <T>(items: readonly T[]): T => {
		const item = items[whole(0, items.length - 1)];
		if (item === undefined) throw new Error('nothing to pick from');
		return item;
	};
	return {
		next,
		whole,
		pick,
		chance: (probability) => next() < probability,
		weighted(items) {
			let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [item, weight] of items) {
				rest -= weight;
				if (rest < 0) return item;
			}
			return pick(items)[0];
		},
		shuffled(items) {
			const copy = [...items];
			for (let last = copy.length - 1; last > 0; last--) {
				const other = whole(0, last);
				[copy[last], copy[other]] = [copy[other] as (typeof copy)[number], copy[last] as (typeof copy)[number]];
			}
			return copy;
		},
	};
}
