import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeSlots, SLOT_STEP_MINUTES, type SlotSearch } from '#shared/features/schedule/free-slots.ts';
import { type Away, conflictsOf, type HouseDay, type Occupant } from '#shared/features/schedule/occupancy.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import { minutesOf, type WallTime, wallTimeAt } from '#shared/kernel/wall-time.ts';
import { campaign } from '#tests/support/campaign.ts';

/** Conflicts and free slots, against looking at every minute of every day. */

const FIRST = '2026-03-09' as LocalDate;
const MEMBERS = ['anna', 'berta', 'carl'] as MemberId[];
const ROOMS = ['eins', 'zwei'] as RoomId[];

const span = fc
	.tuple(fc.integer({ min: 7 * 60, max: 19 * 60 }), fc.integer({ min: 5, max: 180 }))
	.map(([from, minutes]) => ({ from: wallTimeAt(from), until: wallTimeAt(from + minutes) }));
const occupant = fc
	.record({
		key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
		ahead: fc.integer({ min: 0, max: 4 }),
		span,
		roomId: fc.option(fc.constantFrom(...ROOMS)),
		memberIds: fc.uniqueArray(fc.constantFrom(...MEMBERS)),
		personIds: fc.uniqueArray(fc.constantFrom('p', 'q')),
	})
	.map(({ ahead, span: times, ...one }) => ({ ...one, ...times, day: addDays(FIRST, ahead) }) as unknown as Occupant);
const away = fc
	.record({ memberId: fc.constantFrom(...MEMBERS), from: fc.integer({ min: -1, max: 5 }), days: fc.integer({ min: 0, max: 3 }) })
	.map(({ memberId, from, days }): Away => ({ memberId, from: addDays(FIRST, from), until: addDays(FIRST, from + days) }));
const house = fc.array(fc.option(span), { minLength: 5, maxLength: 5 }).map(
	(week) =>
		(day: LocalDate): HouseDay => ({ hours: week[daysBetween(FIRST, day)] ?? null, closedFor: null }),
);

/** Every minute from `from` until just before `until`. */
const minutes = ({ from, until }: { from: WallTime; until: WallTime }) => {
	const found = new Set<number>();
	for (let minute = minutesOf(from); minute < minutesOf(until); minute++) found.add(minute);
	return found;
};
const meet = (a: Occupant, b: Occupant) => a.day === b.day && [...minutes(a)].some((minute) => minutes(b).has(minute));

it('conflicts are what looking at every minute finds', () => {
	const property = fc.property(occupant, fc.array(occupant), fc.array(away), house, (wanted, others, absences, houseOn) => {
		const expected: string[] = [];
		const { hours } = houseOn(wanted.day);
		if (hours === null) expected.push('closed');
		else if ([...minutes(wanted)].some((minute) => !minutes(hours).has(minute))) expected.push('hours');
		for (const one of absences)
			if (wanted.memberIds.includes(one.memberId) && one.from <= wanted.day && wanted.day <= one.until)
				expected.push(`away ${one.memberId}`);
		for (const [at, other] of others.entries()) {
			if (other.key === wanted.key || !meet(wanted, other)) continue;
			if (wanted.roomId !== null && wanted.roomId === other.roomId) expected.push(`room ${at}`);
			for (const id of wanted.memberIds) if (other.memberIds.includes(id)) expected.push(`member ${at} ${id}`);
			for (const id of wanted.personIds) if (other.personIds.includes(id)) expected.push(`person ${at} ${id}`);
		}
		const found = conflictsOf(wanted, others, absences, houseOn(wanted.day)).map((one) => {
			if (one.why === 'closed' || one.why === 'hours') return one.why;
			if (one.why === 'away') return `away ${one.memberId}`;
			const at = others.indexOf(one.with);
			if (one.why === 'member') return `member ${at} ${one.memberId}`;
			return one.why === 'person' ? `person ${at} ${one.personId}` : `room ${at}`;
		});
		expect(found.sort()).toEqual(expected.sort());
	});
	fc.assert(property, { numRuns: campaign(300, 10_000) });
}, 120_000);

const search: fc.Arbitrary<SlotSearch> = fc.record({
	memberIds: fc.uniqueArray(fc.constantFrom(...MEMBERS), { minLength: 1 }),
	needed: fc.constantFrom('all', 'any'),
	roomIds: fc.option(fc.uniqueArray(fc.constantFrom(...ROOMS))),
	minutes: fc.constantFrom(5, 15, 30, 45, 50, 60, 90, 240),
	from: fc.constant(FIRST),
	notBefore: fc.option(fc.integer({ min: 0, max: 1439 }).map(wallTimeAt)),
	days: fc.integer({ min: 1, max: 6 }),
	apart: fc.boolean(),
	most: fc.integer({ min: 1, max: 40 }),
});

it('free slots are the first of those against which nothing stands', () => {
	const property = fc.property(search, fc.array(occupant), fc.array(away), house, (asked, occupants, absences, houseOn) => {
		const found = freeSlots(asked, { occupants, away: absences, house: houseOn });
		const expected: unknown[] = [];
		for (let ahead = 0; ahead < asked.days; ahead++) {
			let last = '00:00';
			const day = addDays(FIRST, ahead);
			const { hours } = houseOn(day);
			if (hours === null) continue;
			for (let begins = minutesOf(hours.from); begins + asked.minutes <= minutesOf(hours.until); begins += SLOT_STEP_MINUTES) {
				const [from, until] = [wallTimeAt(begins), wallTimeAt(begins + asked.minutes)];
				if (ahead === 0 && asked.notBefore !== null && from < asked.notBefore) continue;
				if (asked.apart && from < last) continue;
				const isFree = (memberIds: MemberId[], roomId: RoomId | null) =>
					conflictsOf({ key: 'new', day, from, until, roomId, memberIds, personIds: [] }, occupants, absences, houseOn(day))
						.length === 0;
				const free = asked.memberIds.filter((id) => isFree([id], null));
				const counsellorIds = asked.needed === 'any' ? free.slice(0, 1) : free.length === asked.memberIds.length ? free : [];
				const roomId = asked.roomIds === null ? null : asked.roomIds.find((id) => isFree([], id));
				if (counsellorIds.length === 0 || roomId === undefined) continue;
				last = until;
				expected.push({ day, from, until, roomId, counsellorIds });
			}
		}
		expect(found).toEqual(expected.slice(0, asked.most));
	});
	fc.assert(property, { numRuns: campaign(300, 10_000) });
});
