import type { Session } from '#shared/features/offers/model.ts';
import type { Occupant } from '#shared/features/schedule/occupancy.ts';

/** Sessions that take place, as what takes rooms and the people who lead or help. */
export function sessionOccupants(sessions: readonly Session[]): (Occupant & { readonly name: string })[] {
	return sessions
		.filter(({ state }) => state === 'on')
		.map(({ offerId, ruleDay, name, day, from, until, roomId, leaders, helpers }) => ({
			...{ key: `${offerId} ${ruleDay}`, name, day, from, until, roomId },
			memberIds: [...leaders, ...helpers],
			personIds: [],
		}));
}
