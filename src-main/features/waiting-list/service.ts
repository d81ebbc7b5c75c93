import { type Appointment, isFreed, isUndecided } from '#shared/features/appointments/model.ts';
import type { SlotWish } from '#shared/features/schedule/free-slots.ts';
import type { FreeSlot } from '#shared/features/schedule/model.ts';
import type { OpenSlot, Waiting, WaitingFields } from '#shared/features/waiting-list/model.ts';
import { byNeed, suits } from '#shared/features/waiting-list/suits.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { MemberId, PersonId, RoomId, WaitingId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { allWaiting, findWaiting, isWaiting, type StoredWaiting } from './queries.ts';
import { waitingKind } from './records.ts';

/** Decisions about who waits, and whom a time that has become free is offered to. */
export interface WaitingListService {
	/** Who is urgent first, then who has waited longest; without those whose person was removed. */
	list(session: Session): (Waiting & { earliest: OpenSlot | null })[];
	freed(session: Session): { slot: OpenSlot; waiting: Waiting[] }[];
	add(session: Session, fields: WaitingFields): Result<WaitingId, WaitingProblem>;
	change(
		session: Session,
		id: WaitingId,
		changes: Changes<Omit<WaitingFields, 'personId'>>,
	): Result<void, WaitingProblem | 'not_found'>;
	/** False when there is none. */
	remove(session: Session, id: WaitingId): boolean;
	restore(session: Session, id: WaitingId): boolean;
}

export type WaitingProblem = 'person' | 'twice' | 'counsellor';

export interface WaitingListDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	/** Of people who are there. */
	personNames(session: Session, ids: readonly PersonId[]): ReadonlyMap<PersonId, string>;
	memberName(session: Session, id: MemberId): string;
	/** Who counsels and still belongs to the site. */
	counsellors(session: Session): readonly MemberId[];
	roomName(session: Session, id: RoomId): string;
	/** In the order of time; freed ones too. */
	appointments(session: Session, from: LocalDate, until: LocalDate): Appointment[];
	/** For each wish the first free time within so many weeks from today; null: none. */
	firstFree(session: Session, wishes: readonly SlotWish[], weeks: number): (FreeSlot | null)[];
	/** The times that can be used (again), without their room where that is taken. */
	stillFree(session: Session, slots: readonly FreeSlot[]): FreeSlot[];
}

const WEEKS_AHEAD = 4;
/** How far ahead the appointment is looked for that an earlier one would replace. */
const APPOINTMENTS_AHEAD_DAYS = 365;
const WITHOUT_ROOM: readonly WaitingFields['kind'][] = ['phone', 'video', 'home_visit', 'accompaniment'];

export function createWaitingListService(deps: WaitingListDeps): WaitingListService {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const today = () => localDateOf(deps.clock.now());

	/** By person, what is still planned from now on, in the order of time. */
	function comingOf(session: Session): Map<PersonId, Appointment[]> {
		const coming = deps.appointments(session, today(), addDays(today(), APPOINTMENTS_AHEAD_DAYS));
		const time = wallTimeOf(deps.clock.now());
		const byPerson = new Map<PersonId, Appointment[]>();
		for (const one of coming) {
			if (!isUndecided(one.state) || (one.day === today() && one.until <= time)) continue;
			for (const personId of one.personIds) byPerson.set(personId, [...(byPerson.get(personId) ?? []), one]);
		}
		return byPerson;
	}

	function named(session: Session, coming: ReadonlyMap<PersonId, readonly Appointment[]>): Waiting[] {
		const stored = allWaiting(readerOf(session));
		const names = deps.personNames(
			session,
			stored.map(({ personId }) => personId),
		);
		const named = stored.flatMap(({ createdAt, ...one }: StoredWaiting): Waiting[] => {
			const personName = names.get(one.personId);
			if (personName === undefined) return [];
			const counsellorNames = one.counsellorIds.map((id) => deps.memberName(session, id));
			const appointment = coming.get(one.personId)?.[0] ?? null;
			return [{ ...one, personName, counsellorNames, since: localDateOf(createdAt), appointment }];
		});
		return named.sort(byNeed);
	}

	const open = (session: Session, slot: FreeSlot): OpenSlot => ({
		...slot,
		counsellorNames: slot.counsellorIds.map((id) => deps.memberName(session, id)),
		roomName: slot.roomId === null ? null : deps.roomName(session, slot.roomId),
	});

	function problemWith(session: Session, { counsellorIds }: { readonly counsellorIds?: readonly MemberId[] | undefined }) {
		const counsellors = deps.counsellors(session);
		return counsellorIds?.every((id) => counsellors.includes(id)) === false ? 'counsellor' : null;
	}

	return {
		list(session) {
			const coming = comingOf(session);
			const waiting = named(session, coming);
			const all = deps.counsellors(session);
			const wishes = waiting.map((one): SlotWish => {
				const counsellorIds = one.counsellorIds.length === 0 ? all : one.counsellorIds;
				const booked = coming.get(one.personId) ?? [];
				return {
					...{ counsellorIds, minutes: one.minutes, needsRoom: !WITHOUT_ROOM.includes(one.kind) },
					accepts: (slot) => suits(one, { ...slot, counsellorIds: [...counsellorIds] }, booked),
				};
			});
			const earliest = deps.firstFree(session, wishes, WEEKS_AHEAD);
			return waiting.map((one, at) => ({ ...one, earliest: earliest[at] ? open(session, earliest[at]) : null }));
		},
		freed(session) {
			const time = wallTimeOf(deps.clock.now());
			const cancelled = deps
				.appointments(session, today(), addDays(today(), WEEKS_AHEAD * 7))
				.filter(({ state, day, from }) => isFreed(state) && (day > today() || from > time));
			const slots = cancelled.map(({ day, from, until, counsellorIds, roomId }) => ({ day, from, until, counsellorIds, roomId }));
			const different = new Map(slots.map((slot) => [JSON.stringify({ ...slot, roomId: null }), slot]));
			const coming = comingOf(session);
			const waiting = named(session, coming);
			return deps.stillFree(session, [...different.values()]).flatMap((slot) => {
				const suited = waiting.filter((one) => suits(one, slot, coming.get(one.personId) ?? []));
				return suited.length === 0 ? [] : [{ slot: open(session, slot), waiting: suited }];
			});
		},
		add(session, fields) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				if (deps.personNames(session, [fields.personId]).size === 0) return err('person');
				if (isWaiting(reader, fields.personId)) return err('twice');
				const problem = problemWith(session, fields);
				if (problem) return err(problem);
				const id = deps.ids.next() as WaitingId;
				store.insert(waitingKind, id, fields as Fields, session.member);
				return ok(id);
			});
		},
		change(session, id, changes) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const found = findWaiting(reader, id);
				if (!found || found.isRemoved) return err('not_found');
				// Who has left since may stay on the list of wishes.
				const added = changes.counsellorIds?.filter((one) => !found.counsellorIds.includes(one));
				const problem = problemWith(session, { counsellorIds: added });
				if (problem) return err(problem);
				store.update(waitingKind, id, changes as Fields, session.member);
				return ok(undefined);
			});
		},
		remove(session, id) {
			const { store, reader } = vaultOf(session);
			const found = findWaiting(reader, id);
			if (!found || found.isRemoved) return false;
			store.remove(waitingKind, id, session.member);
			return true;
		},
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			if (!findWaiting(reader, id)) return false;
			store.restore(waitingKind, id, session.member);
			return true;
		},
	};
}
