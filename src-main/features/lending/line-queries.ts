import { and, asc, desc, eq, gt, gte, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { LoanKind } from '#shared/features/lending/model.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { depositEntry, loan, loanLine } from './tables.ts';

/** Reads of lines, out and back. A removed line or loan (a step that was taken back) is never among them. */

export interface StoredLine {
	readonly id: LoanLineId;
	readonly loanId: LoanId;
	readonly loanNumber: string;
	readonly kind: 'in_house' | 'take_home';
	readonly borrowerId: BorrowerId;
	readonly issuedAt: number;
	readonly issuedBy: MemberId;
	readonly itemId: ItemId;
	readonly kitId: ItemId | null;
	readonly dueOn: LocalDate;
	readonly extended: number;
	readonly accessoriesOut: string[];
	readonly conditionOut: string | null;
	readonly returnedAt: number | null;
	readonly returnedBy: MemberId | null;
	readonly accessoriesIn: string[];
	readonly conditionIn: string | null;
	readonly isDouble: boolean;
	/** When its last change was written, ms UTC. */
	readonly updatedAt: number;
}

const columns = {
	id: loanLine.id,
	loanId: loanLine.loanId,
	loanNumber: loan.number,
	kind: loan.kind,
	borrowerId: loan.borrowerId,
	issuedAt: loan.issuedAt,
	issuedBy: loan.issuedBy,
	itemId: loanLine.itemId,
	kitId: loanLine.kitId,
	dueOn: loanLine.dueOn,
	extended: loanLine.extended,
	accessoriesOut: loanLine.accessoriesOut,
	conditionOut: loanLine.conditionOut,
	returnedAt: loanLine.returnedAt,
	returnedBy: loanLine.returnedBy,
	accessoriesIn: loanLine.accessoriesIn,
	conditionIn: loanLine.conditionIn,
	isDouble: loanLine.isDouble,
	updatedAt: loanLine.updatedAt,
};

/** As the partial index is declared, so that SQLite uses it. */
const IS_OUT = and(isNull(loanLine.returnedAt), isNull(loanLine.removedAt));

function linesWhere(db: Reader, condition: SQL | undefined, order: SQL[], limit = 1_000_000): StoredLine[] {
	return db
		.select(columns)
		.from(loanLine)
		.innerJoin(loan, eq(loan.id, loanLine.loanId))
		.where(and(condition, isNull(loanLine.removedAt), isNull(loan.removedAt)))
		.orderBy(...order, asc(loanLine.id))
		.limit(limit)
		.all() as unknown as StoredLine[];
}

/** However many: SQLite takes only so many parameters. */
const among = (column: SQLiteColumn, ids: readonly string[]): SQL =>
	sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** Really lent: neither taken back nor closed as double. */
const IS_THERE = and(isNull(loanLine.removedAt), isNull(loan.removedAt), eq(loanLine.isDouble, false));
const notBackBefore = (from: number) => or(isNull(loanLine.returnedAt), gte(loanLine.returnedAt, from));

const BY_DUE = [asc(loanLine.dueOn), asc(loan.issuedAt)];

/** All lines that are out, the earliest due first. */
export const linesOut = (db: Reader, limit?: number): StoredLine[] => linesWhere(db, IS_OUT, BY_DUE, limit);

/** The same with nothing but where it is written down, in no particular order. */
export const outNow = (db: Reader): { itemId: ItemId; loanNumber: string; issuedAt: number }[] =>
	db
		.select({ itemId: loanLine.itemId, loanNumber: loan.number, issuedAt: loan.issuedAt })
		.from(loanLine)
		.innerJoin(loan, eq(loan.id, loanLine.loanId))
		.where(and(IS_OUT, isNull(loan.removedAt)))
		.all() as { itemId: ItemId; loanNumber: string; issuedAt: number }[];

export const linesOutOf = (db: Reader, itemIds: readonly string[]): StoredLine[] =>
	itemIds.length === 0 ? [] : linesWhere(db, and(IS_OUT, among(loanLine.itemId, itemIds)), BY_DUE);

export const linesOutTo = (db: Reader, borrowerId: BorrowerId): StoredLine[] =>
	linesWhere(db, and(IS_OUT, eq(loan.borrowerId, borrowerId)), BY_DUE);

export const linesOfLoan = (db: Reader, loanId: LoanId): StoredLine[] =>
	linesWhere(db, eq(loanLine.loanId, loanId), [sql`${loanLine.kitId} IS NOT NULL`]);

export const linesById = (db: Reader, ids: readonly string[]): StoredLine[] =>
	ids.length === 0 ? [] : linesWhere(db, among(loanLine.id, ids), []);

/** Newest first. */
export const linesOfItem = (db: Reader, itemId: ItemId, limit: number): StoredLine[] =>
	linesWhere(db, eq(loanLine.itemId, itemId), [desc(loan.issuedAt)], limit);

/** Lines of the item that were lent, extended or taken back after this moment, ms UTC. */
export const linesTouchedSince = (db: Reader, itemId: ItemId, moment: number): StoredLine[] =>
	linesWhere(db, and(eq(loanLine.itemId, itemId), gt(loanLine.updatedAt, moment)), []);

/** What figures are counted from. Moments in ms UTC; `isUnit`: not a part that went out in its kit. */
export interface Span {
	readonly itemId: ItemId;
	readonly isUnit: boolean;
	readonly kind: LoanKind;
	readonly borrowerId: BorrowerId;
	readonly issuedAt: number;
	readonly dueOn: LocalDate;
	readonly returnedAt: number | null;
}

/** Whatever was out at some moment between, without what was closed as double; in no particular order. */
export function spansBetween(db: Reader, from: number, end: number): Span[] {
	// Bare rows: there may be very many, and drizzle's own way to objects takes most of the time.
	const rows = db
		.select({
			itemId: loanLine.itemId,
			isUnit: sql`${loanLine.kitId} IS NULL`,
			kind: loan.kind,
			borrowerId: loan.borrowerId,
			issuedAt: loan.issuedAt,
			dueOn: loanLine.dueOn,
			returnedAt: loanLine.returnedAt,
		})
		.from(loanLine)
		.innerJoin(loan, eq(loan.id, loanLine.loanId))
		.where(and(IS_THERE, lt(loan.issuedAt, end), notBackBefore(from)))
		.values() as [ItemId, number, LoanKind, BorrowerId, number, LocalDate, number | null][];
	return rows.map(([itemId, isUnit, kind, borrowerId, issuedAt, dueOn, returnedAt]) => ({
		itemId,
		isUnit: isUnit === 1,
		kind,
		borrowerId,
		issuedAt,
		dueOn,
		returnedAt,
	}));
}

/** Of these items whatever was out at `from` (ms UTC) or later, and whose; without what was closed as double. */
export function spansSince(db: Reader, from: number, itemIds: readonly ItemId[]) {
	return db
		.select({
			itemId: loanLine.itemId,
			lineId: loanLine.id,
			borrowerId: loan.borrowerId,
			issuedAt: loan.issuedAt,
			dueOn: loanLine.dueOn,
			returnedAt: loanLine.returnedAt,
		})
		.from(loanLine)
		.innerJoin(loan, eq(loan.id, loanLine.loanId))
		.where(and(among(loanLine.itemId, itemIds), IS_THERE, notBackBefore(from)))
		.orderBy(asc(loan.issuedAt), asc(loanLine.id))
		.all() as {
		itemId: ItemId;
		lineId: LoanLineId;
		borrowerId: BorrowerId;
		issuedAt: number;
		dueOn: LocalDate;
		returnedAt: number | null;
	}[];
}

/** When the item came back last, ms UTC; null: it never was out, or is out now. */
export function lastReturnOf(db: Reader, itemId: ItemId): number | null {
	const [newest] = linesWhere(db, eq(loanLine.itemId, itemId), [desc(sql`coalesce(${loanLine.returnedAt}, 9e15)`)], 1);
	return newest?.returnedAt ?? null;
}

/** Deposits that are held, by loan; a loan without any is missing. */
export function depositsHeld(db: Reader, loanIds: readonly string[]): Map<string, number> {
	if (loanIds.length === 0) return new Map();
	const rows = db
		.select({ loanId: depositEntry.loanId, cents: sql<number>`sum(${depositEntry.cents})` })
		.from(depositEntry)
		.where(among(depositEntry.loanId, loanIds))
		.groupBy(depositEntry.loanId)
		.all();
	return new Map(rows.map(({ loanId, cents }) => [loanId, cents]));
}

/** Items with more than one line out. */
export function itemsOutTwice(db: Reader): ItemId[] {
	const rows = db
		.select({ itemId: loanLine.itemId })
		.from(loanLine)
		.innerJoin(loan, eq(loan.id, loanLine.loanId))
		.where(and(IS_OUT, isNull(loan.removedAt)))
		.groupBy(loanLine.itemId)
		.having(sql`count(*) > 1`)
		.orderBy(asc(loanLine.itemId))
		.all();
	return rows.map(({ itemId }) => itemId as ItemId);
}
