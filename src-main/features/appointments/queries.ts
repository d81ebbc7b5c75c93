import { and, asc, between, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { AppointmentFields, AppointmentState } from '#shared/features/appointments/model.ts';
import type { AppointmentId, BusinessId, CaseId, MemberId, PersonId, RecordId, SeriesId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import type { Reader } from '../../database/handles.ts';
import { appointment } from './tables.ts';

/** Reads of appointments. A removed one is only among them where that is said. */

export type StoredAppointment = AppointmentFields & {
	readonly id: AppointmentId;
	readonly state: AppointmentState;
	readonly seriesId: SeriesId | null;
	readonly despite: RecordId[];
};

const columns = {
	id: appointment.id,
	personIds: appointment.personIds,
	businessId: appointment.businessId,
	caseId: appointment.caseId,
	counsellorIds: appointment.counsellorIds,
	roomId: appointment.roomId,
	place: appointment.place,
	day: appointment.day,
	from: appointment.from,
	until: appointment.until,
	kind: appointment.kind,
	note: appointment.note,
	reason: appointment.reason,
	state: appointment.state,
	seriesId: appointment.seriesId,
	despite: appointment.despite,
};

const IN_TIME = [asc(appointment.day), asc(appointment.from), asc(appointment.id)];
const NEWEST_FIRST = [desc(appointment.day), desc(appointment.from), desc(appointment.id)];

function those(db: Reader, condition: SQL | undefined, order: SQL[]): StoredAppointment[] {
	return db
		.select(columns)
		.from(appointment)
		.where(and(isNull(appointment.removedAt), condition))
		.orderBy(...order)
		.all() as StoredAppointment[];
}

export const appointmentsWithin = (db: Reader, from: LocalDate, until: LocalDate): StoredAppointment[] =>
	those(db, between(appointment.day, from, until), IN_TIME);

export const appointmentsOfPerson = (db: Reader, personId: PersonId): StoredAppointment[] =>
	those(db, holds(appointment.personIds, personId), NEWEST_FIRST);

export const appointmentsOfBusiness = (db: Reader, businessId: BusinessId): StoredAppointment[] =>
	those(db, eq(appointment.businessId, businessId), NEWEST_FIRST);

export const appointmentsOfCase = (db: Reader, caseId: CaseId): StoredAppointment[] =>
	those(db, eq(appointment.caseId, caseId), NEWEST_FIRST);

const isUndecided = inArray(appointment.state, ['planned', 'arrived']);

/** That belong to any case file. */
export const undecidedOfCases = (db: Reader): StoredAppointment[] =>
	those(db, and(isUndecided, isNotNull(appointment.caseId)), IN_TIME);

/** Those that ended before this moment and that nobody has decided. */
export function undecidedBefore(
	db: Reader,
	{ day, time }: { day: LocalDate; time: WallTime },
	counsellorId: MemberId | null,
): StoredAppointment[] {
	const isOver = or(lt(appointment.day, day), and(eq(appointment.day, day), lte(appointment.until, time)));
	return those(
		db,
		and(isUndecided, isOver, counsellorId === null ? undefined : holds(appointment.counsellorIds, counsellorId)),
		IN_TIME,
	);
}

export function getAppointment(db: Reader, id: AppointmentId): StoredAppointment | undefined {
	return those(db, eq(appointment.id, id), IN_TIME)[0];
}

export const plannedOfSeries = (db: Reader, seriesId: SeriesId): StoredAppointment[] =>
	those(db, and(eq(appointment.seriesId, seriesId), eq(appointment.state, 'planned')), IN_TIME);

export type StandingAppointment = StoredAppointment & { readonly removedAt: number | null };

/** Removed ones too, which their shadows have to follow. */
export function appointmentsSince(db: Reader, day: LocalDate): StandingAppointment[] {
	return db
		.select({ ...columns, removedAt: appointment.removedAt })
		.from(appointment)
		.where(gte(appointment.day, day))
		.all() as StandingAppointment[];
}

/** Removed ones too. */
export function someAppointments(db: Reader, ids: readonly AppointmentId[]): StandingAppointment[] {
	return db
		.select({ ...columns, removedAt: appointment.removedAt })
		.from(appointment)
		.where(inArray(appointment.id, [...ids]))
		.all() as StandingAppointment[];
}

const holds = (column: typeof appointment.personIds | typeof appointment.counsellorIds, id: string): SQL =>
	sql`EXISTS (SELECT 1 FROM json_each(${column}) AS one WHERE one.value = ${id})`;

/** The last day on which each person had an appointment; removed ones do not count. */
export function lastDaysOfPeople(db: Reader): ReadonlyMap<string, LocalDate> {
	const last = new Map<string, LocalDate>();
	const rows = db
		.select({ personIds: appointment.personIds, day: appointment.day })
		.from(appointment)
		.where(isNull(appointment.removedAt))
		.orderBy(asc(appointment.day))
		.all();
	for (const { personIds, day } of rows) for (const person of personIds) last.set(person, day as LocalDate);
	return last;
}
