import { type Appointment, isFreed } from '#shared/features/appointments/model.ts';
import type { Session } from '#shared/features/offers/model.ts';
import type { Busy } from '#shared/features/schedule/model.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';

/** One block of the calendar: a session by its name, counselling as no more than that, or an appointment with its clients. */
interface Facts {
	readonly key: string;
	readonly day: LocalDate;
	readonly from: WallTime;
	readonly until: WallTime;
	readonly roomId: RoomId | null;
	readonly roomName: string | null;
	readonly memberIds: readonly MemberId[];
}
export type Block =
	| (Facts & { readonly what: 'session'; readonly session: Session })
	| (Facts & { readonly what: 'busy'; readonly busy: Busy })
	| (Facts & { readonly what: 'appointment'; readonly appointment: Appointment });

/**
 * In the order of time. What falls on a closed day is none, nor is what was freed. `appointments`: only for who may read
 * them; each stands in place of its shadow.
 */
export function blocksOf(
	sessions: readonly Session[],
	busy: readonly Busy[],
	appointments: readonly Appointment[] = [],
): Block[] {
	const known = new Set(appointments.map(({ id }) => id));
	const blocks: Block[] = [
		...sessions
			.filter(({ state }) => state !== 'closed')
			.map((session): Block => {
				const { offerId, ruleDay, day, from, until, roomId, roomName, leaders, helpers } = session;
				const memberIds = [...leaders, ...helpers];
				return { key: `${offerId} ${ruleDay}`, day, from, until, roomId, roomName, memberIds, what: 'session', session };
			}),
		...busy
			.filter(({ id }) => !known.has(id))
			.map((one): Block => {
				const { id, day, from, until, roomId, roomName, counsellorIds } = one;
				return { key: id, day, from, until, roomId, roomName, memberIds: counsellorIds, what: 'busy', busy: one };
			}),
		...appointments
			.filter(({ state }) => !isFreed(state))
			.map((appointment): Block => {
				const { id, day, from, until, roomId, roomName, counsellorIds } = appointment;
				return { key: id, day, from, until, roomId, roomName, memberIds: counsellorIds, what: 'appointment', appointment };
			}),
	];
	const orderOf = ({ day, from, until, key }: Block) => `${day} ${from} ${until} ${key}`;
	return blocks
		.map((block) => [orderOf(block), block] as const)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, block]) => block);
}

export const isCancelled = (block: Block): boolean => block.what === 'session' && block.session.state === 'cancelled';

/** The room, or where it is instead. */
export function placeOf(block: Block): string | null {
	if (block.roomName !== null || block.what === 'busy') return block.roomName;
	return block.what === 'session' ? block.session.place : block.appointment.place;
}
