import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { minutesOf, type WallTime, wallTimeAt } from '#shared/kernel/wall-time.ts';
import type { FreeSlot } from './model.ts';
import type { Away, HouseDay, Occupant } from './occupancy.ts';

/** Finds times at which everybody and everything asked for is free. Knows nothing of where it comes from. */

export interface SlotSearch {
	readonly memberIds: readonly MemberId[];
	/** all of them at once · any: whoever is free, the first of them first. */
	readonly needed: 'all' | 'any';
	/** One of these, the first that is free; null: none is needed. */
	readonly roomIds: readonly RoomId[] | null;
	readonly minutes: number;
	readonly from: LocalDate;
	/** Nothing earlier on the first day. */
	readonly notBefore: WallTime | null;
	readonly days: number;
	/** None begins before another of its day has ended: different offers instead of every quarter of an hour of one gap. */
	readonly apart: boolean;
	readonly most: number;
	/** What else a time has to be; without it, any time is. */
	accepts?(slot: Pick<FreeSlot, 'day' | 'from' | 'until'>): boolean;
}

/** A time with one of these counsellors, and in a room for counselling where the house has any and one is needed. */
export interface SlotWish {
	readonly counsellorIds: readonly MemberId[];
	readonly minutes: number;
	readonly needsRoom: boolean;
	accepts(slot: Pick<FreeSlot, 'day' | 'from' | 'until'>): boolean;
}

export interface SlotFacts {
	readonly occupants: Iterable<Pick<Occupant, 'day' | 'from' | 'until' | 'roomId' | 'memberIds'>>;
	readonly away: readonly Away[];
	house(day: LocalDate): HouseDay;
}

export const SLOT_STEP_MINUTES = 15;

/** The first `most` slots, by day and time; they begin every quarter of an hour from when the house opens. */
export function freeSlots(search: SlotSearch, { occupants, away, house }: SlotFacts): FreeSlot[] {
	const { memberIds, needed, roomIds, minutes, from, notBefore, days, apart, most, accepts } = search;
	const byDay = new Map<LocalDate, Parameters<typeof takenSteps>[0][]>();
	for (const one of occupants) {
		const known = byDay.get(one.day);
		if (known) known.push(one);
		else byDay.set(one.day, [one]);
	}
	const slots: FreeSlot[] = [];
	for (let ahead = 0; ahead < days; ahead++) {
		const day = addDays(from, ahead);
		const { hours } = house(day);
		if (hours === null) continue;
		const there = memberIds.filter((id) => !away.some((one) => one.memberId === id && one.from <= day && day <= one.until));
		if (there.length === 0 || (needed === 'all' && there.length < memberIds.length)) continue;
		const opens = minutesOf(hours.from);
		const steps = Math.floor((minutesOf(hours.until) - opens - minutes) / SLOT_STEP_MINUTES) + 1;
		const members = new Map(there.map((id) => [id, new Uint8Array(Math.max(steps, 0))]));
		const rooms = new Map((roomIds ?? []).map((id) => [id, new Uint8Array(Math.max(steps, 0))]));
		for (const one of byDay.get(day) ?? []) {
			for (const id of one.memberIds) takenSteps(one, opens, minutes, members.get(id));
			if (one.roomId !== null) takenSteps(one, opens, minutes, rooms.get(one.roomId));
		}
		const earliest = ahead === 0 && notBefore !== null ? Math.ceil((minutesOf(notBefore) - opens) / SLOT_STEP_MINUTES) : 0;
		for (let step = Math.max(earliest, 0); step < steps; step++) {
			const free = there.filter((id) => members.get(id)?.[step] === 0);
			if (free.length === 0 || (needed === 'all' && free.length < there.length)) continue;
			const roomId = roomIds === null ? null : roomIds.find((id) => rooms.get(id)?.[step] === 0);
			if (roomId === undefined) continue;
			const begins = opens + step * SLOT_STEP_MINUTES;
			const time = { day, from: wallTimeAt(begins), until: wallTimeAt(begins + minutes) };
			if (accepts?.(time) === false) continue;
			slots.push({
				...{ ...time, roomId },
				counsellorIds: needed === 'all' ? [...free] : free.slice(0, 1),
			});
			if (slots.length === most) return slots;
			if (apart) step += Math.ceil(minutes / SLOT_STEP_MINUTES) - 1;
		}
	}
	return slots;
}

/** Marks every step at which a slot of so many minutes would meet this one. */
function takenSteps(
	one: Pick<Occupant, 'from' | 'until' | 'roomId' | 'memberIds'>,
	opens: number,
	minutes: number,
	steps: Uint8Array | undefined,
): void {
	if (!steps) return;
	const first = Math.floor((minutesOf(one.from) - minutes - opens) / SLOT_STEP_MINUTES) + 1;
	const end = Math.ceil((minutesOf(one.until) - opens) / SLOT_STEP_MINUTES);
	if (end > 0 && first < end) steps.fill(1, Math.max(first, 0), end);
}
