import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	availabilityOf,
	type Claimed,
	type Facts,
	isFreeOn,
	type KnownItem,
	type Out,
	takenWithin,
} from '#shared/features/reservations/availability.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { BorrowerId, ItemId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { campaign } from '#tests/support/campaign.ts';

/** A Monday. */
const TODAY = '2026-03-09' as LocalDate;
const hours = { ...USUAL_HOURS, closures: [{ from: day(9), until: day(12), name: 'Umbau' }] };
const opening = openingOf(hours);
const rules = { today: TODAY, opening };

function day(ahead: number): LocalDate {
	return addDays(TODAY, ahead);
}

const item = (id: string, more: Partial<KnownItem> = {}): KnownItem => ({
	id: id as ItemId,
	number: `WZ-${id}`,
	name: `Ding ${id}`,
	state: 'active',
	stateReason: null,
	testedUntil: null,
	parts: [],
	...more,
});
const ada = { borrowerId: 'ada' as BorrowerId, borrowerName: 'Ada Yılmaz' };
const out = (id: string, from: number, due: number): Out => ({ ...ada, itemId: id as ItemId, from: day(from), dueOn: day(due) });
const claim = (id: string, from: number, until: number, kind: Claimed['kind'] = 'reserved'): Claimed => ({
	...ada,
	...{ id: `${kind} ${id} ${from}`, kind, itemId: id as ItemId, from: day(from), until: day(until) },
});
const taken = (facts: Partial<Facts>, id: string) =>
	availabilityOf(
		{ items: [item(id)], out: [], claimed: [], ...facts },
		rules,
	)(id as ItemId).map(({ why, from, until, through }) => [why, from, until, ...(through ? [through.id] : [])]);

describe('when something can be had', () => {
	it('what is out is back on the day it is due, or on the next opening day', () => {
		expect(taken({ out: [out('a', -3, 2)] }, 'a')).toEqual([['lent', day(-3), day(2)]]);
		// Due on a Saturday: Monday.
		expect(taken({ out: [out('a', -3, 5)] }, 'a')).toEqual([['lent', day(-3), day(7)]]);
		// Due in the closure, which ends on a Saturday.
		expect(taken({ out: [out('a', -3, 10)] }, 'a')).toEqual([['lent', day(-3), day(14)]]);
	});

	it('what is late is away until it is back', () => {
		expect(taken({ out: [out('a', -9, -3)] }, 'a')).toEqual([['overdue', TODAY, null]]);
		// Due on Sunday, and today is the first day it can be brought.
		expect(taken({ out: [out('a', -9, -1)] }, 'a')).toEqual([['lent', day(-9), TODAY]]);
	});

	it('states have no end, a test has ended the day after', () => {
		expect(taken({ items: [item('a', { state: 'maintenance', stateReason: 'stumpf' })] }, 'a')).toEqual([
			['maintenance', TODAY, null],
		]);
		expect(taken({ items: [item('a', { testedUntil: day(3) })] }, 'a')).toEqual([['test_overdue', day(4), null]]);
		expect(taken({ items: [item('a', { testedUntil: day(-30) })] }, 'a')).toEqual([['test_overdue', TODAY, null]]);
	});

	it('nobody came for what was reserved until yesterday', () => {
		expect(taken({ claimed: [claim('a', -5, -3)] }, 'a')).toEqual([]);
		expect(taken({ claimed: [claim('a', -5, 1), claim('a', 3, 4, 'held')] }, 'a')).toEqual([
			['reserved', day(-5), day(1)],
			['held', day(3), day(4)],
		]);
	});

	it('a kit needs all its parts, and takes them along', () => {
		const items = [item('kit', { parts: ['a' as ItemId, 'b' as ItemId] }), item('a'), item('b', { state: 'missing' })];
		const facts = { items, out: [out('a', 0, 1)], claimed: [claim('kit', 4, 4)] };
		expect(taken(facts, 'kit')).toEqual([
			['lent', TODAY, day(1), 'a'],
			['missing', TODAY, null, 'b'],
			['reserved', day(4), day(4)],
		]);
		expect(taken(facts, 'a')).toEqual([
			['lent', TODAY, day(1)],
			['reserved', day(4), day(4), 'kit'],
		]);
		expect(taken(facts, 'b')).toEqual([
			['missing', TODAY, null],
			['reserved', day(4), day(4), 'kit'],
		]);
	});

	it('a kit that is out is one thing to say, not one for each part', () => {
		const items = [item('kit', { parts: ['a' as ItemId, 'b' as ItemId] }), item('a'), item('b')];
		const lines = { items, out: [out('kit', 0, 1), out('a', 0, 1), out('b', 0, 1)] };
		expect(taken(lines, 'kit')).toEqual([['lent', TODAY, day(1)]]);
		expect(taken(lines, 'a')).toEqual([['lent', TODAY, day(1)]]);
	});

	it('days at the edges belong to it', () => {
		const found = availabilityOf({ items: [item('a')], out: [], claimed: [claim('a', 1, 2)] }, rules)('a' as ItemId);
		expect([0, 1, 2, 3].map((ahead) => isFreeOn(found, day(ahead)))).toEqual([true, false, false, true]);
		expect([takenWithin(found, day(2), day(9)), takenWithin(found, day(3), day(9))].map(({ length }) => length)).toEqual([1, 0]);
	});
});

const NAMES = ['a', 'b', 'c', 'd', 'k', 'l'];
const history = fc.record({
	states: fc.array(fc.constantFrom<KnownItem['state']>('active', 'active', 'active', 'maintenance', 'missing', 'retired'), {
		minLength: 6,
		maxLength: 6,
	}),
	tested: fc.array(fc.option(fc.integer({ min: -20, max: 40 })), { minLength: 6, maxLength: 6 }),
	k: fc.subarray(['a', 'b', 'c', 'd']),
	l: fc.subarray(['c', 'd', 'k']),
	lines: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: -40, max: 0 }), fc.integer({ min: 0, max: 60 })), {
		maxLength: 6,
	}),
	claims: fc.array(
		fc.tuple(
			fc.constantFrom(...NAMES),
			fc.integer({ min: -20, max: 40 }),
			fc.integer({ min: 0, max: 12 }),
			fc.constantFrom<Claimed['kind']>('reserved', 'held'),
		),
		{ maxLength: 8 },
	),
});

/** Counted day by day and item by item, from the words of the rule: no intervals, no maps, nothing shared with it. */
function naive({ states, tested, k, l, lines, claims }: typeof history extends fc.Arbitrary<infer H> ? H : never) {
	const partsOf = (name: string): string[] => (name === 'k' ? k : name === 'l' ? l : []);
	const isOpenDay = (ahead: number) => {
		const weekday = ((ahead % 7) + 7) % 7;
		return weekday < 5 && !(ahead >= 9 && ahead <= 12) && !opening.closedFor(day(ahead));
	};
	const movedEnd = (ahead: number): number => (isOpenDay(ahead) ? ahead : movedEnd(ahead + 1));
	const isGivenAway = (name: string, ahead: number): boolean =>
		lines.some(([of, from, length]) => {
			if (of !== name) return false;
			const last = movedEnd(from + length);
			return last < 0 ? ahead >= 0 : ahead >= from && ahead <= last;
		}) ||
		claims.some(([of, from, length, kind]) => {
			const last = kind === 'reserved' ? movedEnd(from + length) : from + length;
			return of === name && last >= 0 && ahead >= from && ahead <= last;
		});
	const isUnusable = (name: string, ahead: number): boolean => {
		const at = NAMES.indexOf(name);
		const until = tested[at] ?? null;
		return states[at] !== 'active' || (until !== null && ahead > until);
	};
	return (name: string, ahead: number): boolean => {
		if (isGivenAway(name, ahead) || isUnusable(name, ahead)) return false;
		for (const kit of ['k', 'l']) if (partsOf(kit).includes(name) && isGivenAway(kit, ahead)) return false;
		return !partsOf(name).some((part) => isGivenAway(part, ahead) || isUnusable(part, ahead));
	};
}

it('says what counting every single day says, for any history', () => {
	fc.assert(
		fc.property(history, (given) => {
			const { states, tested, k, l, lines, claims } = given;
			const items = NAMES.map((name, at) => {
				const until = tested[at] ?? null;
				return item(name, {
					state: states[at] ?? 'active',
					testedUntil: until === null ? null : day(until),
					parts: (name === 'k' ? k : name === 'l' ? l : []) as ItemId[],
				});
			});
			const facts: Facts = {
				items,
				out: lines.map(([name, from, length]) => out(name, from, from + length)),
				claimed: claims.map(([name, from, length, kind]) => claim(name, from, from + length, kind)),
			};
			const takenOf = availabilityOf(facts, rules);
			const isFree = naive(given);
			for (const name of NAMES) {
				const found = takenOf(name as ItemId);
				const said = Array.from({ length: 61 }, (_, ahead) => isFreeOn(found, day(ahead)));
				const counted = Array.from({ length: 61 }, (_, ahead) => isFree(name, ahead));
				expect(said, name).toEqual(counted);
			}
		}),
		{ numRuns: campaign(400, 3000) },
	);
});
