import type { ScheduleEventData } from '@mantine/schedule';
import type { Session } from '#shared/features/offers/model.ts';
import type { Busy } from '#shared/features/schedule/model.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';

/** One block of the week: a session by its name, or counselling as no more than that. */
export type Block = { readonly what: 'session'; readonly session: Session } | { readonly what: 'busy'; readonly busy: Busy };

export const blocksOf = (sessions: readonly Session[], busy: readonly Busy[]): Block[] => [
	...sessions.filter(({ state }) => state !== 'closed').map((session): Block => ({ what: 'session', session })),
	...busy.map((one): Block => ({ what: 'busy', busy: one })),
];

export interface BlockFacts {
	readonly key: string;
	readonly day: LocalDate;
	readonly from: WallTime;
	readonly until: WallTime;
	readonly roomId: RoomId | null;
	readonly memberIds: readonly MemberId[];
	readonly isCancelled: boolean;
}

export function factsOf(block: Block): BlockFacts {
	if (block.what === 'busy') {
		const { id, day, from, until, roomId, counsellorIds } = block.busy;
		return { key: `busy ${id}`, day, from, until, roomId, memberIds: counsellorIds, isCancelled: false };
	}
	const { offerId, ruleDay, day, from, until, roomId, leaders, helpers, state } = block.session;
	const key = `session ${offerId} ${ruleDay}`;
	return { key, day, from, until, roomId, memberIds: [...leaders, ...helpers], isCancelled: state === 'cancelled' };
}

/** As the calendar view takes it. `resourceId`: the room or person whose row it stands in. */
export function eventOf(block: Block, title: string, resourceId?: string): ScheduleEventData {
	const { key, day, from, until, isCancelled } = factsOf(block);
	return {
		id: resourceId === undefined ? key : `${key} ${resourceId}`,
		title,
		start: `${day} ${from}:00`,
		end: `${day} ${until}:00`,
		color: isCancelled || block.what === 'busy' ? 'gray' : block.session.colour,
		variant: 'light',
		payload: { block },
		...(resourceId !== undefined && { resourceId }),
	};
}
