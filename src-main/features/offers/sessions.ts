import { type Offer, type Session, type SessionChange, UNCHANGED } from '#shared/features/offers/model.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import type { MemberId, OfferId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { SeriesDays } from './occurrences.ts';

/** From rules and what was changed of single sessions to the sessions themselves. Pure: reads no clock and no database. */
export interface Planned {
	readonly offers: readonly Offer[];
	/** At least those of sessions that are planned for the asked days, or moved to them. */
	/** The first day that is not an offer's any more, where a later part of it begins; see `endsOf`. */
	readonly ends: ReadonlyMap<OfferId, LocalDate>;
	readonly changes: readonly (SessionChange & { readonly offerId: OfferId; readonly ruleDay: LocalDate })[];
	/** At least those of the same sessions; who said so first comes first. */
	readonly helpers: readonly { readonly offerId: OfferId; readonly ruleDay: LocalDate; readonly memberId: MemberId }[];
}

export interface House {
	/** The holiday or closure; null on every other day. */
	closedFor(day: LocalDate): string | null;
	/** Also of removed rooms. */
	roomName(id: RoomId): string | null;
}

/** All that take place on these days or would have, in order of time. A change of a day that the rule has left says nothing. */
export function sessionsBetween(
	{ offers, ends, changes, helpers }: Planned,
	days: SeriesDays,
	house: House,
	from: LocalDate,
	until: LocalDate,
): Session[] {
	const changesOf = Map.groupBy(changes, ({ offerId }) => offerId);
	const helpersIn = Map.groupBy(helpers, ({ offerId, ruleDay }) => `${offerId} ${ruleDay}`);
	const found: Session[] = [];
	for (const offer of offers) {
		const changed = new Map(changesOf.get(offer.id)?.map((change) => [change.ruleDay, change]));
		const end = ends.get(offer.id);
		const add = (ruleDay: LocalDate) => {
			if (end !== undefined && ruleDay >= end) return;
			const helping = helpersIn.get(`${offer.id} ${ruleDay}`)?.map(({ memberId }) => memberId) ?? [];
			const session = sessionOf(offer, ruleDay, changed.get(ruleDay) ?? UNCHANGED, helping, house);
			if (from <= session.day && session.day <= until) found.push(session);
		};
		for (const ruleDay of days.between(offer, from, until)) add(ruleDay);
		for (const ruleDay of changed.keys()) {
			if ((ruleDay < from || ruleDay > until) && days.includes(offer, ruleDay)) add(ruleDay);
		}
	}
	const rank = new Map(
		offers
			.map(({ id, name }) => ({ id, key: `${sortKey(name)} ${id}` }))
			.sort((a, b) => compare(a.key, b.key))
			.map(({ id }, at) => [id, at]),
	);
	const rankOf = ({ offerId }: Session) => rank.get(offerId) ?? 0;
	// By day first: sorting thousands of sessions at once would take longer than finding them.
	return [...Map.groupBy(found, ({ day }) => day)]
		.sort(([a], [b]) => compare(a, b))
		.flatMap(([, sameDay]) =>
			sameDay.sort((a, b) => compare(a.from, b.from) || rankOf(a) - rankOf(b) || compare(a.ruleDay, b.ruleDay)),
		);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sessionOf(offer: Offer, ruleDay: LocalDate, change: SessionChange, helpers: MemberId[], house: House): Session {
	const day = change.day ?? ruleDay;
	// Whoever moves a session to a holiday has said that it takes place then.
	const closedFor = offer.skipsClosedDays && change.day === null ? house.closedFor(day) : null;
	const isElsewhere = change.roomId !== null;
	const roomId = change.roomId ?? offer.roomId;
	return {
		offerId: offer.id,
		name: offer.name,
		kind: offer.kind,
		colour: offer.colour,
		isPublic: offer.isPublic,
		ruleDay,
		day,
		from: change.times?.from ?? offer.from,
		until: change.times?.until ?? offer.until,
		roomId,
		roomName: roomId === null ? null : house.roomName(roomId),
		place: isElsewhere ? null : offer.place,
		leaders: change.leaders ?? offer.leaders,
		helpers,
		helpersWanted: offer.helpersWanted,
		capacity: offer.capacity,
		state: change.isCancelled ? 'cancelled' : closedFor === null ? 'on' : 'closed',
		note: !change.isCancelled && closedFor !== null ? closedFor : change.note,
		isMoved: change.day !== null || change.times !== null,
	};
}
