import { freeSlots, type SlotFacts, type SlotWish } from '#shared/features/schedule/free-slots.ts';
import type { FreeSlot } from '#shared/features/schedule/model.ts';
import type { Away } from '#shared/features/schedule/occupancy.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { AppointmentId, MemberId, RoomId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, laterOf, localDateOf } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import type { Session } from '../../vaults/session.ts';
import type { Facts, Room } from './facts.ts';

/** Asks for free times: gathers what is taken and lets the schedule's pure search look. */
export interface SlotFinder {
	/** The next ones. */
	next(session: Session, question: SlotQuestion): FreeSlot[];
	/** For each wish the first one from today on; what is taken is gathered once for all. Null: none in so many weeks. */
	firstFree(session: Session, wishes: readonly SlotWish[], weeks: number): (FreeSlot | null)[];
	/** Those that nothing stands against, without their room where only that is taken. */
	stillFree(session: Session, slots: readonly FreeSlot[]): FreeSlot[];
}

interface SlotQuestion {
	readonly counsellorIds: readonly MemberId[];
	readonly needed: 'all' | 'any';
	readonly room: RoomId | 'any' | null;
	readonly minutes: number;
	readonly from: LocalDate;
	readonly weeks: number;
	readonly apart: boolean;
	readonly most: number;
	readonly except: AppointmentId | null;
}

interface SlotDeps {
	readonly clock: Clock;
	readonly facts: Pick<Facts, 'occupants' | 'house' | 'conflicts'>;
	rooms(session: Session): readonly Room[];
	away(session: Session, from: LocalDate, until: LocalDate): readonly Away[];
}

export function createSlotFinder({ clock, facts, rooms, away }: SlotDeps): SlotFinder {
	const today = () => localDateOf(clock.now());
	const forCounselling = (session: Session): RoomId[] =>
		rooms(session)
			.filter((one) => one.forCounselling)
			.map(({ id }) => id);

	const taken = (session: Session, from: LocalDate, days: number, except: AppointmentId | null = null): SlotFacts => ({
		occupants: facts.occupants(session, from, addDays(from, days - 1), new Set(except === null ? [] : [except])),
		away: away(session, from, addDays(from, days - 1)),
		house: facts.house(session),
	});

	const notBefore = (from: LocalDate) => (from === today() ? (wallTimeOf(clock.now()) as WallTime) : null);

	return {
		next(session, { counsellorIds, needed, room, minutes, from: asked, weeks, apart, most, except }) {
			const from = laterOf(asked, today());
			const roomIds = room === null ? null : room === 'any' ? forCounselling(session) : [room];
			const search = { memberIds: counsellorIds, needed, minutes, from, days: weeks * 7, apart, most, roomIds };
			return freeSlots({ ...search, notBefore: notBefore(from) }, taken(session, from, weeks * 7, except));
		},
		firstFree(session, wishes, weeks) {
			if (wishes.length === 0) return [];
			const from = today();
			const known = taken(session, from, weeks * 7);
			const allRooms = forCounselling(session);
			return wishes.map(({ counsellorIds, minutes, needsRoom, accepts }) => {
				const roomIds = needsRoom && allRooms.length > 0 ? allRooms : null;
				const search = { memberIds: counsellorIds, needed: 'any', minutes, from, days: weeks * 7, roomIds, accepts } as const;
				return freeSlots({ ...search, apart: false, most: 1, notBefore: notBefore(from) }, known)[0] ?? null;
			});
		},
		stillFree(session, slots) {
			// One at a time: two freed times may lie over each other, and both can still be given away.
			return slots.flatMap((slot) => {
				const [against = []] = facts.conflicts(session, [{ ...slot, id: 'slot', personIds: [], businessId: null }]);
				if (against.some(({ why }) => why !== 'room')) return [];
				return [against.length === 0 ? slot : { ...slot, roomId: null }];
			});
		},
	};
}
