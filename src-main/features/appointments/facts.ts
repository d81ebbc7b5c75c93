import type { AppointmentConflict, AppointmentTaking } from '#shared/features/appointments/model.ts';
import { isFreed } from '#shared/features/appointments/model.ts';
import { type Away, type Conflict, conflictsOf, type HouseDay, type Occupant } from '#shared/features/schedule/occupancy.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { AppointmentId, BusinessId, MemberId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { appointmentsWithin, type StoredAppointment, someAppointments } from './queries.ts';

/** What stands against an appointment: gathers it from all features that take rooms and people, and names it. */

/** Something of another feature that takes rooms and members, such as a session of an offer. */
export interface NamedOccupant extends Occupant {
	/** The record: all sessions of an offer have the same one. */
	readonly id: string;
	readonly name: string;
}

export interface Room {
	readonly id: RoomId;
	readonly name: string;
	readonly forCounselling: boolean;
}

export interface FactsDeps {
	opening(session: Session): Opening;
	rooms(session: Session): readonly Room[];
	sessions(session: Session, from: LocalDate, until: LocalDate): readonly NamedOccupant[];
	away(session: Session, from: LocalDate, until: LocalDate): readonly Away[];
	shadows(
		session: Session,
		from: LocalDate,
		until: LocalDate,
	): readonly (Pick<Occupant, 'day' | 'from' | 'until' | 'roomId'> & {
		readonly id: AppointmentId;
		readonly counsellorIds: readonly MemberId[];
	})[];
	memberName(session: Session, id: MemberId): string;
	/** Of people who are there. */
	personNames(session: Session, ids: readonly PersonId[]): ReadonlyMap<PersonId, string>;
	businessNames(session: Session, ids: readonly BusinessId[]): ReadonlyMap<BusinessId, string>;
}

/** What an appointment takes, with its id as the key; whatever is not booked yet has none. */
export interface Wanted extends AppointmentTaking {
	readonly id: string;
}

export interface Facts {
	/** Everything that takes rooms and people; `except` does not count. */
	occupants(session: Session, from: LocalDate, until: LocalDate, except?: ReadonlySet<string>): NamedOccupant[];
	/** For each wanted one, what stands against it; they also stand against each other. */
	conflicts(session: Session, wanted: readonly Wanted[]): Conflict<NamedOccupant>[][];
	/** In the words of the contract. */
	named(session: Session, day: LocalDate, conflicts: readonly Conflict<NamedOccupant>[]): AppointmentConflict[];
	house(session: Session): (day: LocalDate) => HouseDay;
}

export function createFacts(deps: FactsDeps): Facts {
	function house(session: Session): (day: LocalDate) => HouseDay {
		const opening = deps.opening(session);
		return (day) => ({ hours: opening.hoursOn(day), closedFor: opening.closedFor(day) });
	}

	function occupants(session: Session, from: LocalDate, until: LocalDate, except: ReadonlySet<string> = new Set()) {
		const { reader } = openVaultOf(session, 'counselling');
		const booked = appointmentsWithin(reader, from, until);
		// A shadow whose appointment has not arrived yet takes its room all the same; one that waits for repair does not.
		const known = new Set<string>(booked.map(({ id }) => id));
		const strange = deps.shadows(session, from, until).filter(({ id }) => !known.has(id));
		const stale = new Set<string>(
			strange.length === 0
				? []
				: someAppointments(
						reader,
						strange.map(({ id }) => id),
					).map(({ id }) => id),
		);
		const businessName = deps.businessNames(session, [...new Set(booked.flatMap(({ businessId }) => businessId ?? []))]);
		// People are named when somebody asks; who comes for a business need not be one of them.
		const nameOf = ({ businessId }: StoredAppointment) => (businessId === null ? '' : (businessName.get(businessId) ?? '–'));
		const found: NamedOccupant[] = [
			...booked.filter(({ state }) => !isFreed(state)).map((one) => ({ ...occupantOf(one), name: nameOf(one) })),
			...strange
				.filter(({ id }) => !stale.has(id))
				.map(({ id, counsellorIds, ...one }) => ({ ...one, id, key: id, memberIds: counsellorIds, personIds: [], name: '' })),
			...deps.sessions(session, from, until),
		];
		return found.filter(({ key }) => !except.has(key));
	}

	return {
		house,
		occupants,
		conflicts(session, wanted) {
			const days = wanted.map(({ day }) => day).sort();
			const [first, last] = [days[0], days.at(-1)];
			if (first === undefined || last === undefined) return [];
			const taking = wanted.map((one) => ({ ...occupantOf(one), name: '' }));
			const others = [...occupants(session, first, last, new Set(wanted.map(({ id }) => id))), ...taking];
			const byDay = new Map<LocalDate, NamedOccupant[]>();
			for (const other of others) byDay.set(other.day, [...(byDay.get(other.day) ?? []), other]);
			const away = deps.away(session, first, last);
			const houseOn = house(session);
			return taking.map((one) => conflictsOf(one, byDay.get(one.day) ?? [], away, houseOn(one.day)));
		},
		named(session, day, conflicts) {
			const roomName = new Map(deps.rooms(session).map(({ id, name }) => [id, name]));
			const people = conflicts.flatMap((one) => [
				...('with' in one ? one.with.personIds : []),
				...(one.why === 'person' ? [one.personId] : []),
			]);
			const personName = deps.personNames(session, [...new Set(people)]);
			const nameOfPerson = (id: PersonId) => personName.get(id) ?? '–';
			return conflicts.map((one) => {
				const blank = { day, name: null, from: null, until: null, awayUntil: null, other: null };
				if (one.why === 'closed') return { ...blank, why: one.why, name: one.closedFor };
				if (one.why === 'hours') return { ...blank, why: one.why, from: one.hours.from, until: one.hours.until };
				if (one.why === 'away') {
					return { ...blank, why: one.why, name: deps.memberName(session, one.memberId), awayUntil: one.until };
				}
				const { from, until, name: itsName, personIds, roomId } = one.with;
				const other = itsName || personIds.map(nameOfPerson).join(', ') || null;
				const taken = { ...blank, from, until, other };
				if (one.why === 'member') return { ...taken, why: one.why, name: deps.memberName(session, one.memberId) };
				if (one.why === 'person') return { ...taken, why: one.why, name: nameOfPerson(one.personId) };
				return { ...taken, why: one.why, name: roomId === null ? null : (roomName.get(roomId) ?? '–') };
			});
		},
	};
}

function occupantOf(one: Wanted | StoredAppointment): Omit<NamedOccupant, 'name'> {
	const { id, day, from, until, roomId, counsellorIds, personIds } = one;
	return { id, key: id, day, from, until, roomId, memberIds: counsellorIds, personIds };
}
