import fc from 'fast-check';
import { expect, test } from 'vitest';
import { among, without } from '#shared/features/inventory/accessories.ts';

const names = fc.array(fc.constantFrom('Koffer', 'Akku', 'Lampe', '__proto__'), { maxLength: 8 });
const count = (list: readonly string[], name: string) => list.filter((one) => one === name).length;

test('things are missing as often as they are missing, and there as often as they are there', () => {
	fc.assert(
		fc.property(names, names, (all, there) => {
			for (const name of [...all, ...there]) {
				expect(count(without(all, there), name)).toBe(Math.max(0, count(all, name) - count(there, name)));
				expect(count(among(all, there), name)).toBe(Math.min(count(all, name), count(there, name)));
			}
			expect([...without(all, there), ...among(there, all)].sort()).toEqual([...all].sort());
		}),
	);
});
