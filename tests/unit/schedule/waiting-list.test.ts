import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeSlots, type SlotSearch } from '#shared/features/schedule/free-slots.ts';
import { byNeed, suits } from '#shared/features/waiting-list/suits.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, weekdayIndex } from '#shared/kernel/local-date.ts';
import { minutesOf, type WallTime, wallTimeAt } from '#shared/kernel/wall-time.ts';
import { campaign } from '#tests/support/campaign.ts';

/** Whom a free time suits, against looking at every minute; and that the search for a time finds the first that suits. */

const MONDAY = '2026-03-09' as LocalDate;
const MEMBERS = ['anna', 'berta', 'carl'] as MemberId[];

const day = fc.integer({ min: 0, max: 9 }).map((ahead) => addDays(MONDAY, ahead));
const span = fc
	.tuple(fc.integer({ min: 32, max: 68 }), fc.integer({ min: 1, max: 8 }))
	.map(([from, quarters]) => ({ from: wallTimeAt(from * 15), until: wallTimeAt((from + quarters) * 15) }));
const time = fc
	.record({ day, span, counsellorIds: fc.uniqueArray(fc.constantFrom(...MEMBERS), { minLength: 1 }) })
	.map(({ span: times, ...one }) => ({ ...one, ...times }));
const booked = fc
	.array(fc.record({ day, span }), { maxLength: 3 })
	.map((all) => all.map(({ day: on, span: times }) => ({ day: on, ...times })))
	.map((all) => all.sort((a, b) => (`${a.day} ${a.from}` < `${b.day} ${b.from}` ? -1 : 1)));
const wish = fc.record({
	counsellorIds: fc.uniqueArray(fc.constantFrom(...MEMBERS)),
	minutes: fc.integer({ min: 15, max: 90 }),
	weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
	partOfDay: fc.constantFrom('any' as const, 'forenoon' as const, 'afternoon' as const),
	until: fc.option(day),
});

const minutesIn = ({ from, until }: { from: WallTime; until: WallTime }) =>
	Array.from({ length: minutesOf(until) - minutesOf(from) }, (_, at) => minutesOf(from) + at);

it('a time suits when nothing of the wish is against it, looked at minute by minute', () => {
	const property = fc.property(wish, time, booked, (wanted, free, others) => {
		const minutes = minutesIn(free);
		const used = minutes.slice(0, wanted.minutes);
		const against = [
			used.length < wanted.minutes,
			wanted.until !== null && free.day > wanted.until,
			wanted.weekdays.length > 0 && !wanted.weekdays.includes(weekdayIndex(free.day)),
			wanted.partOfDay === 'forenoon' && used.some((minute) => minute >= 720),
			wanted.partOfDay === 'afternoon' && used.some((minute) => minute < 720),
			wanted.counsellorIds.length > 0 && !free.counsellorIds.some((id) => wanted.counsellorIds.includes(id)),
			others.some((one) => one.day < free.day || (one.day === free.day && one.from <= free.from)),
			others.some((one) => one.day === free.day && minutesIn(one).some((minute) => minutes.includes(minute))),
		];
		expect(suits(wanted, free, others)).toBe(!against.includes(true));
	});
	fc.assert(property, { numRuns: campaign(300, 3000) });
});

it('the first free time that suits is the first among all free times that do', () => {
	const property = fc.property(wish, fc.array(time, { maxLength: 12 }), booked, (wanted, taken, others) => {
		const memberIds = wanted.counsellorIds.length === 0 ? MEMBERS : wanted.counsellorIds;
		const accepts = (slot: { day: LocalDate; from: WallTime; until: WallTime }) =>
			suits(wanted, { ...slot, counsellorIds: memberIds }, others);
		const search: SlotSearch = {
			...{ memberIds, needed: 'any', roomIds: null, minutes: wanted.minutes, from: MONDAY, notBefore: null, days: 10 },
			...{ apart: false, most: 1, accepts },
		};
		const facts = {
			occupants: taken.map(({ counsellorIds, ...one }) => ({ ...one, memberIds: counsellorIds, roomId: null })),
			away: [],
			house: () => ({ hours: { from: '09:00' as WallTime, until: '17:00' as WallTime }, closedFor: null }),
		};
		const { accepts: _, ...all } = search;
		const first = freeSlots({ ...all, most: 1000 }, facts).find(accepts);
		expect(freeSlots(search, facts)).toEqual(first ? [first] : []);
	});
	fc.assert(property, { numRuns: campaign(200, 2000) });
});

it('who is urgent comes before who is not, and then who has waited longest, in one order only', () => {
	const one = fc.record({ isUrgent: fc.boolean(), since: day, id: fc.uuid() });
	const property = fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (all) => {
		const sorted = [...all].sort(byNeed);
		expect([...all].reverse().sort(byNeed)).toEqual(sorted);
		for (const [at, next] of sorted.slice(1).entries()) {
			const before = sorted[at];
			expect(before?.isUrgent === next.isUrgent ? (before?.since ?? '') <= next.since : before?.isUrgent).toBe(true);
		}
	});
	fc.assert(property, { numRuns: campaign(200, 1000) });
});
