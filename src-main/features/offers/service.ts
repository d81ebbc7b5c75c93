import type { Offer, OfferFields, Session as OfferSession, SessionChange } from '#shared/features/offers/model.ts';
import { UNCHANGED } from '#shared/features/offers/model.ts';
import { plannedSessions } from '#shared/features/offers/occupants.ts';
import type { RecurrenceRule } from '#shared/features/offers/recurrence.ts';
import type { Planned } from '#shared/features/schedule/doubles.ts';
import type { Busy, PlannedSession } from '#shared/features/schedule/model.ts';
import type { Occupant } from '#shared/features/schedule/occupancy.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import type { MemberId, OfferId, RoomId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { given } from './given.ts';
import { moveHelpers } from './helpers.ts';
import { createMeetings, type Meetings } from './meetings.ts';
import { correspondingDay } from './moved-changes.ts';
import { createSeriesDays, EARLIEST, LATEST, type Series } from './occurrences.ts';
import { type Preview, type PreviewedPlan, previewOf } from './preview.ts';
import { allOffers, changesBetween, changesOf, getOffer, helpersBetween, type StoredOffer, wasThere } from './queries.ts';
import { offerKind, sessionChangeKind, storedOffer } from './records.ts';
import { sessionsBetween } from './sessions.ts';
import { createSingleSessions, type SingleSessions } from './single-sessions.ts';
import { endedBefore, endsOf, restFrom } from './split.ts';

/** Decisions about offers: what can be planned, and what becomes of the sessions when a plan changes. */
export interface OfferService extends SingleSessions, Pick<Meetings, 'doubles' | 'keepDouble'> {
	/** By name, as people sort. */
	list(session: Session): (Named & { next: OfferSession | null })[];
	get(session: Session, id: OfferId): Named | undefined;
	sessions(session: Session, asked: { from: LocalDate; until: LocalDate; offerId: OfferId | null }): OfferSession[];
	preview(session: Session, plan: PreviewedPlan): Result<Preview, PlanProblem>;
	/** What takes rooms and leaders. */
	plannedSessions(session: Session, from: LocalDate, until: LocalDate): (Planned & PlannedSession)[];
	/** The offer and those it was split from or into; none that was removed. */
	partsOf(session: Session, id: OfferId): OfferId[];
	create(session: Session, fields: OfferFields): Result<{ id: OfferId }, OfferProblem>;
	update(session: Session, id: OfferId, changes: Changes<OfferFields>): Result<void, OfferProblem>;
	split(
		session: Session,
		of: { offerId: OfferId; ruleDay: LocalDate },
		changes: Changes<OfferFields>,
	): Result<{ id: OfferId; rule: RecurrenceRule | null }, OfferProblem>;
	rejoin(session: Session, id: OfferId, laterId: OfferId, rule: RecurrenceRule): Result<void, OfferProblem>;
	remove(session: Session, id: OfferId): boolean;
	restore(session: Session, id: OfferId): boolean;
}

type Named = Offer & { readonly roomName: string | null };
type Plan = Pick<OfferFields, 'firstOn' | 'rule' | 'from' | 'until'>;
type PlanProblem = 'impossible_time' | { readonly next: LocalDate | null };
export type OfferProblem = PlanProblem | 'not_found';

export interface OfferDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	opening(session: Session): Opening;
	roomExists(session: Session, id: RoomId): boolean;
	/** Also of removed rooms. */
	roomNames(session: Session): ReadonlyMap<RoomId, string>;
	memberExists(session: Session, id: MemberId): boolean;
	memberName(session: Session, id: MemberId): string;
	/** Of counselling, no more than what is taken. */
	busy(session: Session, from: LocalDate, until: LocalDate): readonly Busy[];
}

/** How far ahead the next session is looked for. */
const AHEAD_DAYS = 400;

export function createOfferService({ ids, clock, ...house }: OfferDeps): OfferService {
	const days = createSeriesDays();
	const vaultOf = (session: Session) => openVaultOf(session, 'office');
	const readerOf = (session: Session) => vaultOf(session).reader;

	const named = (offer: Offer, rooms: ReadonlyMap<RoomId, string>): Named => ({
		...offer,
		roomName: offer.roomId === null ? null : (rooms.get(offer.roomId) ?? null),
	});

	/** Of these ones among all of them. */
	function sessions(
		session: Session,
		all: readonly StoredOffer[],
		from: LocalDate,
		until: LocalDate,
		offers = all,
	): OfferSession[] {
		const changes = changesBetween(readerOf(session), from, until);
		// A session that was moved to these days is named by the day it was planned for.
		const planned = [from, until, ...changes.map(({ ruleDay }) => ruleDay)].sort();
		const helpers = helpersBetween(readerOf(session), planned[0] ?? from, planned.at(-1) ?? until);
		const { closedFor } = house.opening(session);
		const rooms = house.roomNames(session);
		return sessionsBetween(
			{ offers, ends: endsOf(all), changes, helpers },
			days,
			{ closedFor, roomName: (id) => rooms.get(id) ?? null },
			from,
			until,
		);
	}

	function planned(session: Session, from: LocalDate, until: LocalDate): (Planned & PlannedSession)[] {
		const all = allOffers(readerOf(session));
		const despite = new Map(all.map((offer) => [offer.id, offer.despite]));
		return plannedSessions(sessions(session, all, from, until), despite, (id) => house.memberName(session, id));
	}
	const meetings = createMeetings({ clock, planned, busy: house.busy });

	function isSession(session: Session, offer: StoredOffer, ruleDay: LocalDate): boolean {
		const end = endsOf(allOffers(readerOf(session))).get(offer.id);
		return days.includes(offer, ruleDay) && (end === undefined || ruleDay < end);
	}

	function planProblem({ firstOn, rule, from, until }: Plan): PlanProblem | null {
		if (from >= until || firstOn < EARLIEST || firstOn > LATEST) return 'impossible_time';
		if (days.includes({ firstOn, rule }, firstOn)) return null;
		return { next: days.first({ firstOn, rule }, firstOn) };
	}

	/** Only what is new is asked for: a room that was removed since does not keep a name from being corrected. */
	function problemWith(session: Session, wanted: OfferFields, before: OfferFields | null): OfferProblem | null {
		const { roomId, leaders } = wanted;
		if (roomId !== null && roomId !== before?.roomId && !house.roomExists(session, roomId)) return 'not_found';
		const isThere = (id: MemberId) => before?.leaders.includes(id) || house.memberExists(session, id);
		return leaders.every(isThere) ? planProblem(wanted) : 'not_found';
	}

	/** Inside a transaction. */
	function moveChanges(session: Session, before: Offer, after: Offer, from: LocalDate): void {
		const { store, reader } = vaultOf(session);
		const put = (id: OfferId, ruleDay: LocalDate, change: SessionChange) =>
			store.put(sessionChangeKind, derivedId(id, ruleDay), { offerId: id, ruleDay }, change as Fields, session.acting);
		const moving = changesOf(reader, before.id).filter(({ ruleDay }) => ruleDay >= from && days.includes(before, ruleDay));
		const moved = moving.map(({ offerId: _, ruleDay, ...change }) => ({
			...{ ruleDay, change },
			to: correspondingDay(days, before, after, ruleDay),
		}));
		// First away from the old days: one change may go where another was.
		if (before.id === after.id) for (const { ruleDay, to } of moved) if (to !== ruleDay) put(before.id, ruleDay, UNCHANGED);
		for (const { ruleDay, to, change } of moved) {
			if (to !== null && (before.id !== after.id || to !== ruleDay)) put(after.id, to, change);
		}
		moveHelpers(session, days, [before, after], from);
	}

	function update(session: Session, id: OfferId, changes: Changes<OfferFields>): Result<void, OfferProblem> {
		const { store, reader } = vaultOf(session);
		return store.atomically(() => {
			const before = getOffer(reader, id);
			if (!before) return err('not_found');
			const met = meetings.met(session, id);
			const after = { ...before, ...given(changes) };
			const problem = problemWith(session, after, before);
			if (problem) return err(problem);
			store.update(offerKind, id, storedOffer(after), session.acting);
			if (after.firstOn !== before.firstOn || after.rule !== before.rule) moveChanges(session, before, after, EARLIEST);
			meetings.noteKnown(session, id, met);
			return ok(undefined);
		});
	}

	/**
	 * Two PCs that split an offer at the same session while apart make one later offer of it, not two; a split that was
	 * taken back and is made again, too.
	 */
	function laterId(session: Session, id: OfferId, ruleDay: LocalDate): OfferId {
		const derived = derivedId(id, `from ${ruleDay}`) as OfferId;
		return getOffer(readerOf(session), derived) ? (ids.next() as OfferId) : derived;
	}

	return {
		plannedSessions: planned,
		doubles: meetings.doubles,
		keepDouble: meetings.keepDouble,
		...createSingleSessions({
			clock,
			house,
			meetings,
			isSession,
			within: (session, one, from, until) => sessions(session, [one], from, until),
		}),
		list(session) {
			const offers = allOffers(readerOf(session));
			const rooms = house.roomNames(session);
			const today = localDateOf(clock.now());
			const next = new Map<OfferId, OfferSession>();
			for (const one of sessions(session, offers, today, addDays(today, AHEAD_DAYS))) {
				if (one.state === 'on' && !next.has(one.offerId)) next.set(one.offerId, one);
			}
			return offers
				.map((offer) => ({ ...named(offer, rooms), next: next.get(offer.id) ?? null, key: `${sortKey(offer.name)} ${offer.id}` }))
				.sort((a, b) => (a.key < b.key ? -1 : 1))
				.map(({ key: _, ...offer }) => offer);
		},
		get(session, id) {
			const found = getOffer(readerOf(session), id);
			return found && named(found, house.roomNames(session));
		},
		partsOf(session, id) {
			const all = allOffers(readerOf(session));
			const firstOf = (offer: StoredOffer) => offer.continues?.offerId ?? offer.id;
			const first = all.filter((offer) => offer.id === id).map(firstOf)[0];
			return all.filter((offer) => firstOf(offer) === first).map((offer) => offer.id);
		},
		sessions(session, { from, until, offerId }) {
			const all = allOffers(readerOf(session));
			return sessions(session, all, from, until, offerId === null ? all : all.filter(({ id }) => id === offerId));
		},
		preview(session, plan) {
			const problem = planProblem(plan);
			if (problem) return err(problem);
			const { closedFor } = house.opening(session);
			const overlaps = (own: readonly Occupant[]) => meetings.overlaps(session, own, plan.offerId);
			return ok(previewOf(plan, { clock, days, closedFor, overlaps }));
		},
		create(session, fields) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const problem = problemWith(session, fields, null);
				if (problem) return err(problem);
				const id = ids.next() as OfferId;
				store.insert(offerKind, id, storedOffer(fields), session.acting);
				meetings.noteKnown(session, id, []);
				return ok({ id });
			});
		},
		update,
		split(session, { offerId, ruleDay }, changes) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const before = getOffer(reader, offerId);
				if (!before || !isSession(session, before, ruleDay)) return err('not_found');
				const earlier = ruleDay === before.firstOn ? [] : days.between(before, before.firstOn, addDays(ruleDay, -1));
				if (earlier.length === 0 || before.rule === null) {
					const updated = update(session, offerId, changes);
					return updated.ok ? ok({ id: offerId, rule: before.rule }) : updated;
				}
				const { rule } = before;
				const rest: Series = { firstOn: ruleDay, rule: restFrom(rule, earlier.length) };
				const first = before.continues?.offerId ?? offerId;
				const id = laterId(session, first, ruleDay);
				const continues = { offerId: first, from: ruleDay };
				const wanted: StoredOffer = { ...before, firstOn: ruleDay, ...given(changes), id, continues };
				const left = wanted.rule && restFrom(wanted.rule, earlier.length);
				if (wanted.rule !== null && left === null) return err({ next: null });
				const later: StoredOffer = { ...wanted, rule: left };
				const problem = problemWith(session, later, before);
				if (problem) return err(problem);
				const met = meetings.met(session, offerId);
				store.put(offerKind, id, storedOffer(later), storedOffer(later), session.acting);
				if (!getOffer(reader, id)) store.restore(offerKind, id, session.acting);
				moveChanges(session, { ...before, ...rest, id: offerId }, later, ruleDay);
				const series = { firstOn: before.firstOn, rule: endedBefore(rule, ruleDay) };
				store.update(offerKind, offerId, { series }, session.acting);
				meetings.noteKnown(session, id, met);
				return ok({ id, rule });
			});
		},
		rejoin(session, id, laterId, rule) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const [offer, later] = [getOffer(reader, id), getOffer(reader, laterId)];
				if (!offer || !later || id === laterId) return err('not_found');
				const problem = planProblem({ ...offer, rule });
				if (problem) return err(problem);
				store.remove(offerKind, laterId, session.acting);
				store.update(offerKind, id, { series: { firstOn: offer.firstOn, rule } }, session.acting);
				return ok(undefined);
			});
		},
		remove(session, id) {
			const { store, reader } = vaultOf(session);
			if (!getOffer(reader, id)) return false;
			store.remove(offerKind, id, session.acting);
			return true;
		},
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			if (!wasThere(reader, id)) return false;
			store.restore(offerKind, id, session.acting);
			return true;
		},
	};
}
