import fc from 'fast-check';
import { expect, it } from 'vitest';
import { besideEachOther } from '#renderer/features/schedule/calendar/beside.ts';
import {
	type Board,
	draggedTo,
	type Place,
	resizedTo,
	STEP_MINUTES,
	spannedBy,
	stepped,
	wantedAt,
} from '#renderer/features/schedule/calendar/board.ts';
import { nextMonth, weeksOfMonth } from '#renderer/features/schedule/month.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, weekdayIndex, weekFrom } from '#shared/kernel/local-date.ts';
import { overlap, wallTimeAt } from '#shared/kernel/wall-time.ts';
import { campaign } from '#tests/support/campaign.ts';

/** Where blocks come to stand, and where they go when they are moved. */

const MONDAY = '2026-11-23' as LocalDate;
const week: Board = { kind: 'days', lanes: weekFrom(MONDAY), first: 9 * 60, last: 18 * 60 };
const runs = { numRuns: campaign(500, 20_000) };

const place = fc
	.record({ lane: fc.nat(6), from: fc.integer({ min: 9 * 12, max: 17 * 12 }), minutes: fc.integer({ min: 1, max: 12 }) })
	.map(({ lane, from, minutes }): Place => ({ lane, from: from * 5, until: Math.min(from * 5 + minutes * 5, 18 * 60) }));
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });

const stands = ({ lane, from, until }: Place) => {
	expect(lane).toBeGreaterThanOrEqual(0);
	expect(lane).toBeLessThan(7);
	expect(from).toBeGreaterThanOrEqual(week.first);
	expect(until).toBeLessThanOrEqual(week.last);
	expect(from).toBeLessThan(until);
};

it('a dragged block keeps its length and stays on the board', () => {
	const property = fc.property(place, fc.nat(6), minute, fc.nat(60), (start, lane, at, grab) => {
		const to = draggedTo(start, lane, at, grab, week);
		stands(to);
		expect(to.lane).toBe(lane);
		expect(to.until - to.from).toBe(start.until - start.from);
	});
	fc.assert(property, runs);
});

it('one end of a resized block moves, the other stays', () => {
	const property = fc.property(place, minute, fc.constantFrom('from', 'until'), (start, at, edge) => {
		fc.pre(start.from - week.first >= STEP_MINUTES && week.last - start.until >= STEP_MINUTES);
		const to = resizedTo(start, edge, at, week);
		stands(to);
		expect(to[edge === 'from' ? 'until' : 'from']).toBe(start[edge === 'from' ? 'until' : 'from']);
		expect(to.until - to.from).toBeGreaterThanOrEqual(STEP_MINUTES);
	});
	fc.assert(property, runs);
});

it('what is drawn holds both ends of the drag, in whole quarters of an hour', () => {
	const within = fc.integer({ min: 9 * 60, max: 18 * 60 - 1 });
	const property = fc.property(within, within, (began, now) => {
		const to = spannedBy(2, began, now, week);
		stands(to);
		expect(to.from).toBeLessThanOrEqual(Math.min(began, now));
		expect(to.until).toBeGreaterThanOrEqual(Math.max(began, now));
		expect([to.from % STEP_MINUTES, to.until % STEP_MINUTES]).toEqual([0, 0]);
	});
	fc.assert(property, runs);
});

it('keys move by a quarter of an hour and by a lane, and never off the board', () => {
	const step = fc.constantFrom({ along: 1 }, { along: -1 }, { across: 1 }, { across: -1 }, { longer: 1 }, { longer: -1 });
	const property = fc.property(place, fc.array(step, { maxLength: 60 }), (start, steps) => {
		let now = start;
		for (const one of steps) {
			now = stepped(now, one, [...week.lanes.keys()], week);
			stands(now);
		}
	});
	fc.assert(property, runs);
	expect(stepped({ lane: 0, from: 600, until: 645 }, { along: 1 }, [0, 1], week)).toEqual({ lane: 0, from: 615, until: 660 });
	expect(stepped({ lane: 0, from: 600, until: 645 }, { across: 1 }, [0, 3], week)).toEqual({ lane: 3, from: 600, until: 645 });
});

it('in another person’s row that person takes over from whose row it left', () => {
	const [anna, berta, carl] = ['anna', 'berta', 'carl'] as MemberId[] as [MemberId, MemberId, MemberId];
	const people: Board = { kind: 'people', day: MONDAY, lanes: [anna, berta, carl], first: 540, last: 1080 };
	const block = {
		...{ key: 'a', day: MONDAY, from: wallTimeAt(600), until: wallTimeAt(645), roomId: null, roomName: null },
		...{ memberIds: [anna, berta], what: 'busy' as const, busy: undefined as never },
	};
	const at = (lane: number) => wantedAt({ block, lane: 0 }, { lane, from: 600, until: 645 }, people, carl).memberIds;
	expect(at(0)).toEqual([anna, berta]);
	expect(at(1)).toEqual([berta]);
	expect(at(2)).toEqual([carl, berta]);
	expect(wantedAt({ block: null, lane: 1 }, { lane: 1, from: 600, until: 645 }, people, carl).memberIds).toEqual([berta]);
});

it('blocks at the same time stand beside each other, and each has the width that nothing else takes', () => {
	const span = fc
		.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 20 }))
		.map(([from, steps]) => ({ from: wallTimeAt(from * 15), until: wallTimeAt(Math.min((from + steps) * 15, 1439)) }));
	const property = fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
		const ordered = spans.toSorted((a, b) => (`${a.from} ${a.until}` < `${b.from} ${b.until}` ? -1 : 1));
		const placed = besideEachOther(ordered);
		expect(placed.map(({ one }) => one)).toHaveLength(spans.length);
		for (const [at, a] of placed.entries()) {
			expect(a.offset).toBeGreaterThanOrEqual(0);
			expect(a.offset + a.width).toBeLessThanOrEqual(1 + 1e-9);
			for (const b of placed.slice(at + 1)) {
				if (!overlap(a.one, b.one)) continue;
				expect(a.offset + a.width <= b.offset + 1e-9 || b.offset + b.width <= a.offset + 1e-9).toBe(true);
			}
		}
	});
	fc.assert(property, runs);
	expect(besideEachOther([{ from: '09:00', until: '10:00' }])).toMatchObject([{ offset: 0, width: 1 }]);
});

it('a month is whole weeks with all of its days, at most as many days as may be asked for', () => {
	const property = fc.property(fc.integer({ min: 0, max: 20_000 }), (ahead) => {
		const day = addDays('1990-01-01' as LocalDate, ahead);
		const weeks = weeksOfMonth(day);
		const days = weeks.flat();
		expect(days).toContain(day);
		expect(days).toContain(addDays(nextMonth(day, 1), -1));
		expect(days.length).toBeLessThanOrEqual(42);
		expect(weeks.every(([monday]) => monday !== undefined && weekdayIndex(monday) === 0)).toBe(true);
		expect(nextMonth(nextMonth(day, 1), -1)).toBe(`${day.slice(0, 8)}01`);
	});
	fc.assert(property, runs);
});
