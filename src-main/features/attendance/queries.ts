import { and, asc, count, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Head } from '#shared/features/attendance/model.ts';
import type { AttendanceId, OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { attendance } from './tables.ts';

export interface SessionKey {
	readonly offerId: OfferId;
	readonly ruleDay: LocalDate;
}

const ofSession = ({ offerId, ruleDay }: SessionKey) => and(eq(attendance.offerId, offerId), eq(attendance.ruleDay, ruleDay));

/** In the order written. */
export function presentIn(db: Reader, session: SessionKey): Head[] {
	return db
		.select({ id: attendance.id, name: attendance.name, via: attendance.via, line: attendance.line })
		.from(attendance)
		.where(and(ofSession(session), isNull(attendance.removedAt)))
		.orderBy(asc(attendance.createdAt), sql`coalesce(${attendance.line}, 0)`, asc(attendance.id))
		.all() as Head[];
}

export interface DayCount {
	readonly offerId: OfferId;
	readonly ruleDay: LocalDate;
	readonly heads: number;
	readonly anonymous: number;
}

const COUNTED = {
	offerId: attendance.offerId,
	ruleDay: attendance.ruleDay,
	heads: count(),
	anonymous: sql<number>`sum(${attendance.name} IS NULL)`,
};

/** Sessions of an offer where somebody was, in order. */
export function countsOfOffer(db: Reader, offerId: OfferId): DayCount[] {
	return db
		.select(COUNTED)
		.from(attendance)
		.where(and(eq(attendance.offerId, offerId), isNull(attendance.removedAt)))
		.groupBy(attendance.ruleDay)
		.orderBy(asc(attendance.ruleDay))
		.all() as DayCount[];
}

/** Heads of sessions that the rules give for these days. */
export function countsOfDays(db: Reader, ruleDays: readonly LocalDate[]): DayCount[] {
	return db
		.select(COUNTED)
		.from(attendance)
		.where(and(inArray(attendance.ruleDay, [...ruleDays]), isNull(attendance.removedAt)))
		.groupBy(attendance.offerId, attendance.ruleDay)
		.all() as DayCount[];
}

/** Who came to these sessions of an offer, by name. */
export function namesOf(db: Reader, offerId: OfferId, ruleDays: readonly LocalDate[]): { ruleDay: LocalDate; name: string }[] {
	return db
		.select({ ruleDay: attendance.ruleDay, name: attendance.name })
		.from(attendance)
		.where(
			and(
				eq(attendance.offerId, offerId),
				inArray(attendance.ruleDay, [...ruleDays]),
				isNull(attendance.removedAt),
				sql`${attendance.name} IS NOT NULL`,
			),
		)
		.all() as { ruleDay: LocalDate; name: string }[];
}

/** Heads that were said at the kiosk and still have a name. */
export const kioskNamesBefore = (db: Reader, before: LocalDate, most: number): AttendanceId[] =>
	db
		.select({ id: attendance.id })
		.from(attendance)
		.where(and(eq(attendance.via, 'kiosk'), lt(attendance.ruleDay, before), sql`${attendance.name} IS NOT NULL`))
		.limit(most)
		.all()
		.map(({ id }) => id as AttendanceId);

/** Also of removed ones; undefined: nobody ever wrote it. */
export const getHead = (db: Reader, id: AttendanceId): { removedAt: number | null } | undefined =>
	db.select({ removedAt: attendance.removedAt }).from(attendance).where(eq(attendance.id, id)).get();

/** Removed ones too. */
export const headsAsWritten = (db: Reader, ids: readonly string[]) =>
	db
		.select({
			id: attendance.id,
			offerId: attendance.offerId,
			ruleDay: attendance.ruleDay,
			via: attendance.via,
			removedAt: attendance.removedAt,
		})
		.from(attendance)
		.where(inArray(attendance.id, [...ids]))
		.all();
