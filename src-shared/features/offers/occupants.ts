import type { Session } from '#shared/features/offers/model.ts';
import type { Planned } from '#shared/features/schedule/doubles.ts';
import type { PlannedSession } from '#shared/features/schedule/model.ts';
import type { MemberId, OfferId } from '#shared/kernel/ids.ts';

/** Sessions that take place, as what takes rooms and people. */

/** With everybody who leads or helps. */
export function sessionOccupants(sessions: readonly Session[]): (Omit<Planned, 'despite'> & { readonly name: string })[] {
	return onSessions(sessions).map((one) => ({ ...taking(one), memberIds: [...one.leaders, ...one.helpers], name: one.name }));
}

/** With who leads; helpers see for themselves where they can be. */
export function plannedSessions(
	sessions: readonly Session[],
	despite: ReadonlyMap<OfferId, readonly string[]>,
	memberName: (id: MemberId) => string,
): (Planned & PlannedSession)[] {
	return onSessions(sessions).map((one) => ({
		...{ ...taking(one), memberIds: one.leaders, despite: despite.get(one.offerId) ?? [] },
		...{ offerId: one.offerId, name: one.name, roomName: one.roomName, leaderNames: one.leaders.map(memberName) },
	}));
}

const onSessions = (sessions: readonly Session[]) => sessions.filter(({ state }) => state === 'on');

function taking({ offerId, ruleDay, day, from, until, roomId }: Session) {
	return {
		id: offerId as string,
		key: `${offerId} ${ruleDay}`,
		what: 'session' as const,
		day,
		from,
		until,
		roomId,
		personIds: [],
	};
}
