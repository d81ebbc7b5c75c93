import type { Overlap } from '#shared/features/offers/model.ts';
import { meeting, offersThatMeet, type Planned } from '#shared/features/schedule/doubles.ts';
import type { Busy, PlannedSession } from '#shared/features/schedule/model.ts';
import type { Occupant } from '#shared/features/schedule/occupancy.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { getOffer } from './queries.ts';
import { MOST_DESPITE, offerKind } from './records.ts';

/**
 * What takes the same room or the same leader as an offer. Whoever plans it sees it before, and then it is known; what
 * two PCs planned while apart is found afterwards and is to be decided, once for all sessions of two offers.
 */
export interface Meetings {
	/** Each other thing once, at its first time. */
	overlaps(session: Session, planned: readonly Occupant[], offerId: OfferId | null): Overlap[];
	/** Ids of what the offer's sessions meet. */
	met(session: Session, id: OfferId): readonly string[];
	/** What the offer meets now and did not before counts as known. What was to be decided before stays so. Inside a transaction. */
	noteKnown(session: Session, id: OfferId, before: readonly string[]): void;
	doubles(session: Session): { offers: [PlannedSession, PlannedSession]; times: number }[];
	/** False when they are not to be decided (any more). */
	keepDouble(session: Session, ids: readonly OfferId[]): boolean;
}

export interface MeetingDeps {
	readonly clock: Clock;
	/** Those that take place, with who leads them. */
	planned(session: Session, from: LocalDate, until: LocalDate): (Planned & PlannedSession)[];
	/** Of counselling, no more than what is taken. */
	busy(session: Session, from: LocalDate, until: LocalDate): readonly Busy[];
}

/** How far ahead is looked. */
export const MEETING_DAYS = 92;

export function createMeetings({ clock, planned, busy }: MeetingDeps): Meetings {
	const vaultOf = (session: Session) => openVaultOf(session, 'office');
	const span = (): [LocalDate, LocalDate] => {
		const today = localDateOf(clock.now());
		return [today, addDays(today, MEETING_DAYS)];
	};
	const counselling = (session: Session) =>
		busy(session, ...span()).map((one) => ({
			...{ id: one.id as string, key: one.id, day: one.day, from: one.from, until: one.until, roomId: one.roomId },
			...{ memberIds: one.counsellorIds, personIds: [], name: null, roomName: one.roomName, leaderNames: one.counsellorNames },
		}));

	function know(session: Session, id: OfferId, others: readonly string[]): void {
		const { store, reader } = vaultOf(session);
		const known = getOffer(reader, id)?.despite ?? [];
		const despite = [...new Set([...others, ...known])].slice(0, MOST_DESPITE);
		if (despite.length > known.length) store.update(offerKind, id, { despite }, session.acting);
	}

	function met(session: Session, id: OfferId): string[] {
		const all = planned(session, ...span());
		const own = all.filter((one) => one.id === (id as string));
		return meeting(own, [...all, ...counselling(session)], id).map((one) => one.id);
	}

	return {
		overlaps(session, own, offerId) {
			const met = meeting(own, [...planned(session, ...span()), ...counselling(session)], offerId ?? '');
			const inTime = met.sort((a, b) => (`${a.day} ${a.from}` < `${b.day} ${b.from}` ? -1 : 1));
			// Counselling is one thing, however many appointments it has.
			const first = new Map(inTime.toReversed().map((one) => [one.name === null ? '' : one.id, one]));
			return [...first.values()]
				.toReversed()
				.map(({ name, day, from, until, roomName, leaderNames }) => ({ name, day, from, until, roomName, leaderNames }));
		},
		met,
		noteKnown(session, id, before) {
			know(
				session,
				id,
				met(session, id).filter((one) => !before.includes(one)),
			);
		},
		doubles: (session) => offersThatMeet(planned(session, ...span())).map(({ first, times }) => ({ offers: [...first], times })),
		keepDouble(session, ids) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const found = offersThatMeet(planned(session, ...span())).some(({ first }) =>
					first.every(({ offerId }) => ids.includes(offerId)),
				);
				const [one, other] = ids;
				if (!found || one === undefined || other === undefined) return false;
				know(session, one, [other]);
				return true;
			});
		},
	};
}
