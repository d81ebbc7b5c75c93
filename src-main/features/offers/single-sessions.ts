import {
	type HelperChange,
	type NotComing,
	type Session as OfferSession,
	type SessionChange,
	UNCHANGED,
} from '#shared/features/offers/model.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { given } from './given.ts';
import { changeHelpers, helpersIn, type SessionPlace } from './helpers.ts';
import type { Meetings } from './meetings.ts';
import { EARLIEST, LATEST } from './occurrences.ts';
import { getChange, getOffer, type StoredOffer } from './queries.ts';
import { sessionChangeKind } from './records.ts';

/** What becomes of one session of an offer, and who helps in it. */
export interface SingleSessions {
	/** Wherever it was moved. Undefined when the offer is gone or its rule does not give that day. */
	sessionOn(session: Session, of: SessionPlace): OfferSession | undefined;
	changeSession(
		session: Session,
		of: SessionPlace,
		changes: Changes<SessionChange>,
		helpers?: HelperChange,
	): Result<{ before: SessionChange; helpers: HelperChange }, 'not_found' | 'impossible_time'>;
	/** Of whoever works here right now. */
	help(session: Session, of: SessionPlace, helps: boolean): Result<void, 'not_found' | NotComing>;
}

export interface SingleSessionDeps {
	readonly clock: Clock;
	readonly house: {
		roomExists(session: Session, id: RoomId): boolean;
		memberExists(session: Session, id: MemberId): boolean;
	};
	readonly meetings: Meetings;
	/** The offer has one that its rule gives for this day. */
	isSession(session: Session, offer: StoredOffer, ruleDay: LocalDate): boolean;
	/** Of one offer. */
	within(session: Session, offer: StoredOffer, from: LocalDate, until: LocalDate): OfferSession[];
}

export function createSingleSessions({ clock, house, meetings, isSession, within }: SingleSessionDeps): SingleSessions {
	const vaultOf = (session: Session) => openVaultOf(session, 'office');

	function sessionOn(session: Session, { offerId, ruleDay }: SessionPlace): OfferSession | undefined {
		const { reader } = vaultOf(session);
		const offer = getOffer(reader, offerId);
		if (!offer || !isSession(session, offer, ruleDay)) return undefined;
		const day = getChange(reader, offerId, ruleDay)?.day ?? ruleDay;
		return within(session, offer, day, day).find((one) => one.ruleDay === ruleDay);
	}

	return {
		sessionOn,
		changeSession(session, { offerId, ruleDay }, changes, helpers = { come: [], leave: [] }) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const offer = getOffer(reader, offerId);
				if (!offer || !isSession(session, offer, ruleDay)) return err('not_found');
				const { offerId: _, ruleDay: __, ...before } = getChange(reader, offerId, ruleDay) ?? { offerId, ruleDay, ...UNCHANGED };
				const { day, times } = changes;
				if (day && (day < EARLIEST || day > LATEST)) return err('impossible_time');
				if (times && times.from >= times.until) return err('impossible_time');
				const { roomId, leaders } = changes;
				if (roomId && roomId !== before.roomId && !house.roomExists(session, roomId)) return err('not_found');
				const place = { offerId, ruleDay };
				const known = new Set([...(before.leaders ?? []), ...helpersIn(session, place), ...offer.leaders]);
				const people = [...(leaders ?? []), ...helpers.come];
				if (!people.every((id) => known.has(id) || house.memberExists(session, id))) return err('not_found');
				const wanted = {
					...given(changes),
					...(day === ruleDay && { day: null }),
					...(times && times.from === offer.from && times.until === offer.until && { times: null }),
				};
				// Who helps takes no room and leads nothing: then there is nothing new to meet.
				if (Object.keys(wanted).length > 0) {
					const met = meetings.met(session, offerId);
					store.put(sessionChangeKind, derivedId(offerId, ruleDay), place, wanted as Fields, session.acting);
					meetings.noteKnown(session, offerId, met);
				}
				return ok({ before, helpers: changeHelpers(session, place, helpers) });
			});
		},
		help(session, { offerId, ruleDay }, helps) {
			const { store } = vaultOf(session);
			const found = sessionOn(session, { offerId, ruleDay });
			if (!found) return err('not_found');
			if (found.state !== 'on') return err(found.state);
			if (`${found.day} ${found.until}` <= `${localDateOf(clock.now())} ${wallTimeOf(clock.now())}`) return err('past');
			const [come, leave] = helps ? [[session.acting], []] : [[], [session.acting]];
			store.atomically(() => changeHelpers(session, { offerId, ruleDay }, { come, leave }));
			return ok(undefined);
		},
	};
}
