import { and, asc, desc, eq, gte, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ReservationFields, ReservationState } from '#shared/features/reservations/model.ts';
import type { BorrowerId, HoldId, ItemId, LoanId, ReservationId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { hold, reservation } from './tables.ts';

/** Reads of reservations and holds. Whether one still counts is for the rules to say: a closed day can move its end. */

export interface ReservationRecord extends ReservationFields {
	readonly id: ReservationId;
	readonly state: ReservationState;
	readonly loanId: LoanId | null;
	readonly cancelNote: string | null;
	readonly createdAt: number;
	readonly despite: readonly ReservationId[];
}

export interface HoldRecord {
	readonly id: HoldId;
	readonly borrowerId: BorrowerId;
	readonly itemId: ItemId;
	readonly state: 'waiting' | 'collected' | 'cancelled';
	readonly endedOn: LocalDate | null;
	readonly createdAt: number;
}

/** As far as closed days can move an end. */
const FURTHEST_DAYS = 400;

const reservationOf = (row: typeof reservation.$inferSelect) => row as unknown as ReservationRecord;
const holdOf = (row: typeof hold.$inferSelect) => row as unknown as HoldRecord;

const among = (column: SQLiteColumn, ids: readonly string[]): SQL =>
	sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

export function getReservation(db: Reader, id: ReservationId): ReservationRecord | undefined {
	const row = db
		.select()
		.from(reservation)
		.where(and(eq(reservation.id, id), isNull(reservation.removedAt)))
		.get();
	return row && reservationOf(row);
}

/** Open ones that may reach `day` or go beyond it; of these items, or of all. */
export function openReservations(db: Reader, day: LocalDate, itemIds: readonly ItemId[] | null): ReservationRecord[] {
	return db
		.select()
		.from(reservation)
		.where(
			and(
				eq(reservation.state, 'open'),
				isNull(reservation.removedAt),
				gte(reservation.untilOn, addDays(day, -FURTHEST_DAYS)),
				itemIds === null ? undefined : among(reservation.itemId, itemIds),
			),
		)
		.orderBy(asc(reservation.fromOn), asc(reservation.createdAt), asc(reservation.id))
		.all()
		.map(reservationOf);
}

/** Those that are over, or may be: all that are not open, and open ones that ended before `day`. Newest first. */
export function endedReservations(
	db: Reader,
	day: LocalDate,
	of: { borrowerId: BorrowerId | null; itemId: ItemId | null },
): ReservationRecord[] {
	return db
		.select()
		.from(reservation)
		.where(
			and(
				isNull(reservation.removedAt),
				or(sql`${reservation.state} <> 'open'`, lt(reservation.untilOn, day)),
				of.borrowerId === null ? undefined : eq(reservation.borrowerId, of.borrowerId),
				of.itemId === null ? undefined : eq(reservation.itemId, of.itemId),
			),
		)
		.orderBy(desc(reservation.fromOn), desc(reservation.createdAt), desc(reservation.id))
		.all()
		.map(reservationOf);
}

/** Open ones of this borrower and of these items that touch these days. */
export function reservationsOf(
	db: Reader,
	borrowerId: BorrowerId,
	itemIds: readonly ItemId[],
	from: LocalDate,
	until: LocalDate,
): ReservationId[] {
	const touching = and(lte(reservation.fromOn, until), gte(reservation.untilOn, from));
	return db
		.select({ id: reservation.id })
		.from(reservation)
		.where(
			and(
				eq(reservation.state, 'open'),
				isNull(reservation.removedAt),
				eq(reservation.borrowerId, borrowerId),
				among(reservation.itemId, itemIds),
				touching,
			),
		)
		.orderBy(asc(reservation.fromOn), asc(reservation.id))
		.all()
		.map(({ id }) => id as ReservationId);
}

/** Those of this borrower for these items that have not ended. */
export function holdsOf(db: Reader, borrowerId: BorrowerId, itemIds: readonly ItemId[]): HoldId[] {
	return db
		.select({ id: hold.id })
		.from(hold)
		.where(and(eq(hold.state, 'waiting'), isNull(hold.removedAt), eq(hold.borrowerId, borrowerId), among(hold.itemId, itemIds)))
		.orderBy(asc(hold.createdAt), asc(hold.id))
		.all()
		.map(({ id }) => id as HoldId);
}

export function getHold(db: Reader, id: HoldId): HoldRecord | undefined {
	const row = db
		.select()
		.from(hold)
		.where(and(eq(hold.id, id), isNull(hold.removedAt)))
		.get();
	return row && holdOf(row);
}

/** All holds of those items for which somebody may be waiting; of these items, or of all. */
export function queues(db: Reader, itemIds: readonly ItemId[] | null): HoldRecord[] {
	const waitedFor = db
		.selectDistinct({ itemId: hold.itemId })
		.from(hold)
		.where(and(eq(hold.state, 'waiting'), isNull(hold.removedAt), itemIds === null ? undefined : among(hold.itemId, itemIds)));
	return db
		.select()
		.from(hold)
		.where(and(sql`${hold.itemId} IN ${waitedFor}`, isNull(hold.removedAt)))
		.orderBy(asc(hold.createdAt), asc(hold.id))
		.all()
		.map(holdOf);
}

/** Collected and cancelled ones, newest first. */
export function endedHolds(
	db: Reader,
	of: { borrowerId: BorrowerId | null; itemId: ItemId | null; limit: number },
): HoldRecord[] {
	return db
		.select()
		.from(hold)
		.where(
			and(
				isNull(hold.removedAt),
				sql`${hold.state} <> 'waiting'`,
				of.borrowerId === null ? undefined : eq(hold.borrowerId, of.borrowerId),
				of.itemId === null ? undefined : eq(hold.itemId, of.itemId),
			),
		)
		.orderBy(desc(hold.endedOn), desc(hold.createdAt), desc(hold.id))
		.limit(of.limit)
		.all()
		.map(holdOf);
}
