import type { Session } from '#shared/features/offers/model.ts';
import type { Busy } from '#shared/features/schedule/model.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';

/** One block of the week: a session by its name, or counselling as no more than that. */
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
	| (Facts & { readonly what: 'busy'; readonly busy: Busy });

/** In the order of time. What falls on a closed day is none. */
export function blocksOf(sessions: readonly Session[], busy: readonly Busy[]): Block[] {
	const blocks: Block[] = [
		...sessions
			.filter(({ state }) => state !== 'closed')
			.map((session): Block => {
				const { offerId, ruleDay, day, from, until, roomId, roomName, leaders, helpers } = session;
				const memberIds = [...leaders, ...helpers];
				return { key: `${offerId} ${ruleDay}`, day, from, until, roomId, roomName, memberIds, what: 'session', session };
			}),
		...busy.map((one): Block => {
			const { id, day, from, until, roomId, roomName, counsellorIds } = one;
			return { key: id, day, from, until, roomId, roomName, memberIds: counsellorIds, what: 'busy', busy: one };
		}),
	];
	const orderOf = ({ day, from, until, key }: Block) => `${day} ${from} ${until} ${key}`;
	return blocks.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}
