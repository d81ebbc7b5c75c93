import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clusters, collisions } from '#main/features/reservations/doubles.ts';
import type { ItemId, ReservationId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { campaign } from '#tests/support/campaign.ts';

const FIRST = '2026-03-09' as LocalDate;
const day = (ahead: number) => addDays(FIRST, ahead);
const PARTS: Record<string, readonly string[]> = { kit: ['a', 'b'] };
const rules = {
	takes: (id: ItemId) => [id, ...((PARTS[id] ?? []) as ItemId[])],
	lastDay: (until: LocalDate) => until,
};
const one = (name: string, item: string, from: number, until: number, despite: readonly string[] = []) => ({
	id: name as ReservationId,
	itemId: item as ItemId,
	fromOn: day(from),
	untilOn: day(until),
	despite: despite as ReservationId[],
});
const named = (found: readonly (readonly { id: ReservationId }[])[]) => found.map((cluster) => cluster.map(({ id }) => id));

it('what meets on a day without knowing of each other is a decision, and what knew of it is none', () => {
	expect(named(clusters([one('r', 'a', 1, 3), one('s', 'a', 3, 5)], rules))).toEqual([['r', 's']]);
	expect(clusters([one('r', 'a', 1, 3), one('s', 'a', 4, 5)], rules)).toEqual([]);
	expect(clusters([one('r', 'a', 1, 3), one('s', 'a', 3, 5, ['r'])], rules)).toEqual([]);
	// The reason was for r alone: t was made on another PC meanwhile.
	expect(named(clusters([one('r', 'a', 1, 3), one('s', 'a', 3, 5, ['r']), one('t', 'a', 5, 6)], rules))).toEqual([['s', 't']]);
});

it('a kit meets its parts, and its parts do not meet each other', () => {
	expect(clusters([one('r', 'a', 1, 3), one('s', 'b', 1, 3)], rules)).toEqual([]);
	const three = [one('r', 'a', 1, 3), one('s', 'b', 1, 3), one('t', 'kit', 2, 2)];
	expect(named(clusters(three, rules))).toEqual([['r', 's', 't']]);
	expect(collisions(three, rules).get('r' as ReservationId)).toEqual([three[2]]);
});

const some = fc.array(
	fc.record({
		item: fc.constantFrom('a', 'b', 'c', 'kit'),
		from: fc.integer({ min: 0, max: 30 }),
		length: fc.integer({ min: 0, max: 6 }),
		knows: fc.array(fc.nat(9), { maxLength: 2 }),
	}),
	{ maxLength: 10 },
);

it('every collision is in exactly one decision, the same in any order, and keeping any of them ends it for good', () => {
	fc.assert(
		fc.property(some, fc.nat(), (given, dice) => {
			const all = given.map(({ item, from, length, knows }, at) =>
				one(
					`r${at}`,
					item,
					from,
					from + length,
					knows.map((nth) => `r${nth}`),
				),
			);
			const found = clusters(all, rules);
			const pairs = all.flatMap((a, at) =>
				all.slice(at + 1).flatMap((b) => {
					const meet = rules.takes(a.itemId).some((item) => rules.takes(b.itemId).includes(item));
					const together = a.fromOn <= b.untilOn && b.fromOn <= a.untilOn;
					return meet && together && !a.despite.includes(b.id) && !b.despite.includes(a.id) ? [[a.id, b.id] as const] : [];
				}),
			);
			for (const [a, b] of pairs) {
				const holding = found.filter((cluster) => cluster.some(({ id }) => id === a || id === b));
				expect(holding.length).toBe(1);
				expect(holding[0]?.some(({ id }) => id === a) && holding[0]?.some(({ id }) => id === b)).toBe(true);
			}
			expect(found.flat().length).toBe(new Set(pairs.flat()).size);
			expect(named(clusters([...all].reverse(), rules))).toEqual(named(found));

			// Decided again and again, it comes to an end, and whatever was chosen is still there.
			let left = all;
			for (let cluster = clusters(left, rules)[0]; cluster; cluster = clusters(left, rules)[0]) {
				const stays = cluster[dice % cluster.length] as (typeof all)[number];
				const gone = new Set(
					collisions(left, rules)
						.get(stays.id)
						?.map(({ id }) => id),
				);
				expect(gone.size).toBeGreaterThan(0);
				left = left.filter(({ id }) => !gone.has(id));
				expect(left).toContain(stays);
			}
		}),
		{ numRuns: campaign(500, 4000) },
	);
});
