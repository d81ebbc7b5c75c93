import { freeSlots } from '#shared/features/schedule/free-slots.ts';
import type { FreeSlot } from '#shared/features/schedule/model.ts';
import type { Away } from '#shared/features/schedule/occupancy.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import type { Session } from '../../vaults/session.ts';
import type { Facts, Room } from './facts.ts';

/** Asks for the next free times: gathers what is taken and lets the schedule's pure search look. */

export interface SlotQuestion {
	readonly counsellorIds: readonly MemberId[];
	readonly needed: 'all' | 'any';
	readonly room: RoomId | 'any' | null;
	readonly minutes: number;
	readonly from: LocalDate;
	readonly weeks: number;
	readonly apart: boolean;
	readonly most: number;
}

export interface SlotDeps {
	readonly clock: Clock;
	readonly facts: Pick<Facts, 'occupants' | 'house'>;
	rooms(session: Session): readonly Room[];
	away(session: Session, from: LocalDate, until: LocalDate): readonly Away[];
}

export function createSlotFinder({ clock, facts, rooms, away }: SlotDeps) {
	return (
		session: Session,
		{ counsellorIds, needed, room, minutes, from: asked, weeks, apart, most }: SlotQuestion,
	): FreeSlot[] => {
		const today = localDateOf(clock.now());
		const from = asked < today ? today : asked;
		const until = addDays(from, weeks * 7 - 1);
		const forCounselling = () =>
			rooms(session)
				.filter((one) => one.forCounselling)
				.map(({ id }) => id);
		return freeSlots(
			{
				...{ memberIds: counsellorIds, needed, minutes, from, days: weeks * 7, apart, most },
				roomIds: room === null ? null : room === 'any' ? forCounselling() : [room],
				notBefore: from === today ? (wallTimeOf(clock.now()) as WallTime) : null,
			},
			{ occupants: facts.occupants(session, from, until), away: away(session, from, until), house: facts.house(session) },
		);
	};
}
