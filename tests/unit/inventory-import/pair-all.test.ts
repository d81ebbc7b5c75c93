import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairAll } from '#main/features/inventory/import/pair-all.ts';

const ITEMS = [0, 1, 2, 3, 4];
/** Which items each row fits, and which pairs there are to start with. */
const puzzle = fc.array(fc.subarray(ITEMS), { maxLength: 5 });
const unlimited = Number.MAX_SAFE_INTEGER;

function canAll(wishes: readonly number[][], taken: readonly number[] = []): boolean {
	const [first, ...others] = wishes;
	return !first || first.some((item) => !taken.includes(item) && canAll(others, [...taken, item]));
}

test('pairs all exactly when it can be done, whatever it starts from', () => {
	fc.assert(
		fc.property(puzzle, fc.boolean(), (wishes, greedy) => {
			const rows = [...wishes.keys()];
			const first = new Map<number, number>();
			for (const row of greedy ? rows : []) {
				const free = wishes[row]?.find((item) => ![...first.values()].includes(item));
				if (free !== undefined) first.set(row, free);
			}
			const fits = (row: number, item: number) => wishes[row]?.includes(item) ?? false;
			const paired = pairAll(rows, first, () => ITEMS, fits, unlimited);
			expect(paired !== null).toBe(canAll(wishes));
			if (!paired) return;
			expect([...paired.keys()].sort()).toEqual(rows);
			expect(new Set(paired.values()).size).toBe(rows.length);
			for (const [row, item] of paired) expect(fits(row, item)).toBe(true);
		}),
	);
});

test('gives up in time, and leaves what it started from alone', () => {
	const first = new Map([['a', 1]]);
	expect(
		pairAll(
			['a', 'b'],
			first,
			() => [1, 2],
			() => true,
			1,
		),
	).toBeNull();
	expect(first).toEqual(new Map([['a', 1]]));
});
