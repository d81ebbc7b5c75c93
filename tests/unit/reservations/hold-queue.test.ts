import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Absence, inOrder, keptUntil, type StoredHold, standingsOf } from '#shared/features/reservations/hold-queue.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { HoldId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { campaign } from '#tests/support/campaign.ts';

const TODAY = '2026-03-09' as LocalDate;
const opening = openingOf(USUAL_HOURS);
const ALWAYS = { nextOpenDay: (day: LocalDate) => day };
const day = (ahead: number) => addDays(TODAY, ahead);

const hold = (name: string, createdDay: number, more: Partial<StoredHold> = {}): StoredHold => ({
	id: name as HoldId,
	createdAt: Date.parse(day(createdDay)),
	createdOn: day(createdDay),
	state: 'waiting',
	endedOn: null,
	...more,
});

const told = (holds: readonly StoredHold[], absences: readonly Absence[], holdDays = 7, open = ALWAYS) =>
	Object.fromEntries(
		[...standingsOf(holds, absences, { today: TODAY, holdDays, opening: open })].map(([id, { place, state, until }]) => [
			id,
			[place, state, until],
		]),
	);

describe('whose turn it is', () => {
	it('nobody has it ready while it is away', () => {
		expect(told([hold('a', -5), hold('b', -4)], [{ from: day(-9), until: null }])).toEqual({
			a: [1, 'waiting', null],
			b: [2, 'waiting', null],
		});
	});

	it('the first has it from the day it is back, for so many opening days', () => {
		// Monday a week ago: 2 to 6 March, then 9 and 10.
		const away = [{ from: day(-20), until: day(-7) }];
		expect(told([hold('b', -9), hold('a', -10)], away, 7, opening)).toEqual({
			a: [1, 'ready', '2026-03-10'],
			b: [2, 'waiting', null],
		});
	});

	it('it lapses, and the next has it from the day after', () => {
		expect(told([hold('a', -10), hold('b', -9)], [{ from: day(-20), until: day(-8) }])).toEqual({
			a: [0, 'lapsed', day(-2)],
			b: [1, 'ready', day(5)],
		});
	});

	it('on its last day it is still theirs', () => {
		expect(told([hold('a', -10)], [{ from: day(-20), until: day(-6) }])).toEqual({ a: [1, 'ready', TODAY] });
	});

	it('who cancels or collects passes it on that very day', () => {
		const away = [{ from: day(-20), until: day(-4) }];
		expect(told([hold('a', -10, { state: 'cancelled', endedOn: day(-2) }), hold('b', -9)], away)).toEqual({
			a: [0, 'cancelled', null],
			b: [1, 'ready', day(4)],
		});
		const collected = hold('a', -10, { state: 'collected', endedOn: day(-2) });
		expect(told([collected, hold('b', -9)], [...away, { from: day(-2), until: day(-1) }])).toEqual({
			a: [0, 'collected', null],
			b: [1, 'ready', day(5)],
		});
	});

	it('whom it was taken away from has the full time when it is back', () => {
		const away = [
			{ from: day(-20), until: day(-10) },
			{ from: day(-8), until: day(-1) },
		];
		expect(told([hold('a', -12)], away)).toEqual({ a: [1, 'ready', day(5)] });
	});

	it('used in the house and back on the same day, it was never away', () => {
		expect(told([hold('a', -12)], [{ from: day(-3), until: day(-3) }])).toEqual({ a: [0, 'lapsed', day(-6)] });
	});

	it('of something that is there, it is kept from the day somebody asked', () => {
		expect(told([hold('a', 0), hold('b', 0, { createdAt: Date.parse(TODAY) + 1 })], [])).toEqual({
			a: [1, 'ready', day(6)],
			b: [2, 'waiting', null],
		});
	});

	it('a house that is never open still has an end', () => {
		const never = openingOf({ ...USUAL_HOURS, week: Array(7).fill(null) });
		expect(keptUntil(TODAY, { holdDays: 7, opening: never })).toBe(day(6));
	});
});

const aHold = fc.record({
	createdDay: fc.integer({ min: -40, max: 0 }),
	ms: fc.integer({ min: 0, max: 3 }),
	state: fc.constantFrom<StoredHold['state']>('waiting', 'waiting', 'waiting', 'collected', 'cancelled'),
	endedAfter: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 8 }),
});
const holdsOf = fc.array(aHold, { maxLength: 7 }).map((all) =>
	all.map(({ createdDay, ms, state, endedAfter }, at): StoredHold => {
		const endedOn = state === 'waiting' || endedAfter === null ? null : day(Math.min(0, createdDay + endedAfter));
		return hold(`h${at}`, createdDay, { createdAt: Date.parse(day(createdDay)) + ms, state, endedOn });
	}),
);
const absencesOf = fc.array(
	fc
		.record({ from: fc.integer({ min: -50, max: 0 }), length: fc.option(fc.integer({ min: 0, max: 15 }), { freq: 6 }) })
		.map(({ from, length }): Absence => ({ from: day(from), until: length === null ? null : day(Math.min(0, from + length)) })),
	{ maxLength: 5 },
);
const world = fc.record({
	holds: holdsOf,
	absences: absencesOf,
	holdDays: fc.integer({ min: 1, max: 10 }),
	calendar: fc.boolean(),
});

/** The same, walked day by day without any idea of intervals: who is offered it on each day, and how long already. */
function walked({ holds, absences, holdDays, calendar }: typeof world extends fc.Arbitrary<infer W> ? W : never) {
	const isOpen = (when: LocalDate) => !calendar || opening.isOpen(when);
	const isAway = (when: LocalDate) => absences.some(({ from, until }) => from <= when && (until === null || when < until));
	const lapsed = new Set<HoldId>();
	let has: { id: HoldId; days: number } | null = null;
	for (let ahead = -60; ahead <= 0; ahead++) {
		const when = day(ahead);
		if (isAway(when)) {
			has = null;
			continue;
		}
		const waiting = inOrder(holds).filter(
			({ id, createdOn, state, endedOn }) =>
				createdOn <= when && !lapsed.has(id) && !(state !== 'waiting' && (endedOn === null || endedOn <= when)),
		);
		if (has && !waiting.some(({ id }) => id === has?.id)) has = null;
		if (!has && waiting[0]) has = { id: waiting[0].id, days: 0 };
		if (has && isOpen(when)) has.days += 1;
		if (has && has.days === holdDays && ahead < 0) {
			lapsed.add(has.id);
			has = null;
		}
	}
	return { ready: has?.id ?? null, lapsed };
}

describe('laws of the queue', () => {
	const runs = { numRuns: campaign(1000, 6000) };
	const standings = ({ holds, absences, holdDays, calendar }: Parameters<typeof walked>[0]) =>
		standingsOf(holds, absences, { today: TODAY, holdDays, opening: calendar ? opening : ALWAYS });

	it('agrees with walking through every single day', () => {
		fc.assert(
			fc.property(world, (given) => {
				const { ready, lapsed } = walked(given);
				for (const [id, { state }] of standings(given)) {
					const stored = given.holds.find((one) => one.id === id)?.state;
					if (stored !== 'waiting') expect(state).toBe(stored);
					else expect([id, state]).toEqual([id, lapsed.has(id) ? 'lapsed' : ready === id ? 'ready' : 'waiting']);
				}
			}),
			runs,
		);
	});

	it('has at most one ready, who is first; keeps the order, skips nobody, and is the same in any order of arrival', () => {
		fc.assert(
			fc.property(world, fc.infiniteStream(fc.nat()), (given, dice) => {
				const found = standings(given);
				expect(found.size).toBe(given.holds.length);
				const waiting = inOrder(given.holds).flatMap(({ id }) => {
					const standing = found.get(id);
					return standing && standing.place > 0 ? [standing] : [];
				});
				expect(waiting.map(({ place }) => place)).toEqual(waiting.map((_, at) => at + 1));
				const ready = waiting.filter(({ state }) => state === 'ready');
				expect(ready.length).toBeLessThanOrEqual(1);
				if (ready[0]) expect(ready[0].place).toBe(1);
				for (const { from, until, state } of ready) {
					expect(state === 'ready' && from !== null && until !== null && from <= TODAY && TODAY <= until).toBe(true);
				}
				const shuffled = { ...given, holds: shuffle(given.holds, dice), absences: shuffle(given.absences, dice) };
				expect(Object.fromEntries(standings(shuffled))).toEqual(Object.fromEntries(found));
			}),
			runs,
		);
	});
});

function shuffle<T>(list: readonly T[], dice: fc.Stream<number>): T[] {
	const keyed = list.map((value) => ({ value, key: dice.next().value ?? 0 }));
	return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}
