import { and, asc, between, eq, gte, isNull, lte } from 'drizzle-orm';
import type { AbsenceFields, BusyFields } from '#shared/features/schedule/model.ts';
import type { AbsenceId, AppointmentId, RecordId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { absence, busy } from './tables.ts';

/** Reads of busy shadows and absences. Names are the service's business. */

export type Shadow = BusyFields & { readonly id: AppointmentId; readonly despite: RecordId[] };
export type StoredAbsence = AbsenceFields & { readonly id: AbsenceId };

const shadowColumns = {
	id: busy.id,
	counsellorIds: busy.counsellorIds,
	roomId: busy.roomId,
	day: busy.day,
	from: busy.from,
	until: busy.until,
	despite: busy.despite,
};

export function shadowsWithin(db: Reader, from: LocalDate, until: LocalDate): Shadow[] {
	return db
		.select(shadowColumns)
		.from(busy)
		.where(and(isNull(busy.removedAt), between(busy.day, from, until)))
		.orderBy(asc(busy.day), asc(busy.from), asc(busy.id))
		.all() as Shadow[];
}

export type KnownShadow = Shadow & { readonly removedAt: number | null };
const knownColumns = { ...shadowColumns, removedAt: busy.removedAt };

/** Removed ones too. */
export function shadowsSince(db: Reader, day: LocalDate): KnownShadow[] {
	return db.select(knownColumns).from(busy).where(gte(busy.day, day)).all() as KnownShadow[];
}

/** A removed one too. */
export function shadowOf(db: Reader, id: AppointmentId): KnownShadow | undefined {
	return db.select(knownColumns).from(busy).where(eq(busy.id, id)).get() as KnownShadow | undefined;
}

const absenceColumns = {
	id: absence.id,
	memberId: absence.memberId,
	from: absence.from,
	until: absence.until,
	note: absence.note,
};

export function absencesTouching(db: Reader, from: LocalDate, until: LocalDate): StoredAbsence[] {
	return db
		.select(absenceColumns)
		.from(absence)
		.where(and(isNull(absence.removedAt), lte(absence.from, until), gte(absence.until, from)))
		.orderBy(asc(absence.from), asc(absence.id))
		.all() as StoredAbsence[];
}

/** A removed one only when asked for. */
export function getAbsence(db: Reader, id: AbsenceId, alsoRemoved = false): StoredAbsence | undefined {
	return db
		.select(absenceColumns)
		.from(absence)
		.where(and(eq(absence.id, id), alsoRemoved ? undefined : isNull(absence.removedAt)))
		.get() as StoredAbsence | undefined;
}
