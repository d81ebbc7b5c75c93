import type { Appointment } from '#shared/features/appointments/model.ts';
import { doublesAmong, type Planned, plannedAppointment } from '#shared/features/schedule/doubles.ts';
import type { Absence, AbsenceFields, Busy, PlannedSession } from '#shared/features/schedule/model.ts';
import type { Away } from '#shared/features/schedule/occupancy.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { AbsenceId, MemberId, RoomId } from '#shared/kernel/ids.ts';
import { daysBetween, type LocalDate, laterOf, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { holdsInPerson } from '../../access.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { absencesTouching, getAbsence, type Shadow, type StoredAbsence, shadowsWithin } from './queries.ts';
import { absenceKind } from './records.ts';

/** Decisions about who is away, and what everybody may know of what is taken. */
export interface ScheduleService {
	busy(session: Session, from: LocalDate, until: LocalDate): Busy[];
	/** Shadows as they are stored. */
	shadows(session: Session, from: LocalDate, until: LocalDate): Shadow[];
	doubles(session: Session): { busy: Busy[]; sessions: PlannedSession[] }[];
	away(session: Session, from: LocalDate, until: LocalDate): Away[];
	absences(session: Session, from: LocalDate, until: LocalDate): Absence[];
	addAbsence(session: Session, fields: AbsenceFields): Result<AbsenceId, AbsenceRefusal>;
	changeAbsence(session: Session, id: AbsenceId, changes: Changes<Omit<AbsenceFields, 'memberId'>>): Result<void, AbsenceRefusal>;
	removeAbsence(session: Session, id: AbsenceId): Result<void, AbsenceRefusal>;
	restoreAbsence(session: Session, id: AbsenceId): Result<void, AbsenceRefusal>;
	/** Undefined when there is no such absence. Only for readers of counselling. */
	toMove(session: Session, id: AbsenceId): Appointment[] | undefined;
}

export type AbsenceRefusal = 'not_found' | 'no_access' | 'impossible_date';

export interface ScheduleDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	/** Still belongs to the site. */
	isMember(session: Session, id: MemberId): boolean;
	/** Of a member, whether or not they still belong to the site. */
	nameOf(session: Session, id: string): string;
	roomNames(session: Session): ReadonlyMap<RoomId, string>;
	appointments(session: Session, from: LocalDate, until: LocalDate): Appointment[];
	/** Of offers, those that take place, with who leads them. */
	plannedSessions(session: Session, from: LocalDate, until: LocalDate): readonly (Planned & PlannedSession)[];
}

type Known = Planned & ({ readonly shadow: Shadow } | { readonly session: PlannedSession });

/** Longer than any parental leave. */
const LONGEST_DAYS = 4 * 366;
const LAST_DAY = '2199-12-31' as LocalDate;

export function createScheduleService(deps: ScheduleDeps): ScheduleService {
	const { ids, clock, isMember, nameOf, roomNames, appointments, plannedSessions } = deps;
	const vaultOf = (session: Session) => openVaultOf(session, 'office');
	const today = () => localDateOf(clock.now());

	function named(session: Session, shadows: readonly Shadow[]): Busy[] {
		const rooms = roomNames(session);
		return shadows.map(({ despite: _despite, ...shadow }) => ({
			...shadow,
			counsellorNames: shadow.counsellorIds.map((id) => nameOf(session, id)),
			roomName: shadow.roomId === null ? null : (rooms.get(shadow.roomId) ?? '–'),
		}));
	}

	const mayChange = (session: Session, { memberId }: Pick<AbsenceFields, 'memberId'>): boolean =>
		memberId === session.acting || holdsInPerson(session, ['coordinator', 'administrator']);

	function writing(session: Session, found: StoredAbsence | undefined, write: () => void): Result<void, AbsenceRefusal> {
		if (!found) return err('not_found');
		return mayChange(session, found) ? ok(write()) : err('no_access');
	}

	function falling(one: StoredAbsence, shadows: readonly Shadow[]): Shadow[] {
		return shadows.filter(
			({ day, counsellorIds }) => one.from <= day && day <= one.until && counsellorIds.includes(one.memberId),
		);
	}

	return {
		busy: (session, from, until) => named(session, shadowsWithin(vaultOf(session).reader, from, until)),
		shadows: (session, from, until) => shadowsWithin(vaultOf(session).reader, from, until),
		doubles(session) {
			const shadows = shadowsWithin(vaultOf(session).reader, today(), LAST_DAY);
			const last = shadows.at(-1);
			if (!last) return [];
			const planned = [
				...shadows.map((shadow): Known => ({ ...plannedAppointment(shadow), shadow })),
				...plannedSessions(session, today(), last.day).map((one): Known => ({ ...one, session: one })),
			];
			return doublesAmong(planned).map((cluster) => ({
				busy: named(
					session,
					cluster.flatMap((one) => ('shadow' in one ? [one.shadow] : [])),
				),
				sessions: cluster.flatMap((one) => ('session' in one ? [one.session] : [])),
			}));
		},
		away: (session, from, until) => absencesTouching(vaultOf(session).reader, from, until),
		absences(session, from, until) {
			const { reader } = vaultOf(session);
			const shadows = shadowsWithin(reader, today(), LAST_DAY);
			return absencesTouching(reader, from, until).map((one) => ({
				...one,
				memberName: nameOf(session, one.memberId),
				mayChange: mayChange(session, one),
				toMove: falling(one, shadows).length,
			}));
		},
		addAbsence(session, fields) {
			if (!mayChange(session, fields)) return err('no_access');
			if (!isMember(session, fields.memberId)) return err('not_found');
			if (!isPossible(fields)) return err('impossible_date');
			const id = ids.next() as AbsenceId;
			vaultOf(session).store.insert(absenceKind, id, fields, session.acting);
			return ok(id);
		},
		changeAbsence(session, id, changes) {
			const found = getAbsence(vaultOf(session).reader, id);
			const { from = found?.from, until = found?.until } = changes;
			const isWrong = from !== undefined && until !== undefined && !isPossible({ from, until });
			if (found && mayChange(session, found) && isWrong) return err('impossible_date');
			return writing(session, found, () => vaultOf(session).store.update(absenceKind, id, changes as Fields, session.acting));
		},
		removeAbsence: (session, id) =>
			writing(session, getAbsence(vaultOf(session).reader, id), () =>
				vaultOf(session).store.remove(absenceKind, id, session.acting),
			),
		restoreAbsence: (session, id) =>
			writing(session, getAbsence(vaultOf(session).reader, id, true), () =>
				vaultOf(session).store.restore(absenceKind, id, session.acting),
			),
		toMove(session, id) {
			const found = getAbsence(vaultOf(session).reader, id);
			if (!found) return undefined;
			if (found.until < today()) return [];
			return appointments(session, laterOf(found.from, today()), found.until).filter(({ counsellorIds }) =>
				counsellorIds.includes(found.memberId),
			);
		},
	};
}

const isPossible = ({ from, until }: Pick<AbsenceFields, 'from' | 'until'>): boolean =>
	from <= until && from >= '1970-01-01' && until <= LAST_DAY && daysBetween(from, until) < LONGEST_DAYS;
