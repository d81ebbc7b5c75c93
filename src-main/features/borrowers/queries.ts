import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { BorrowerList } from '#shared/features/borrowers/contract.ts';
import { type Borrower, type BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { foundByText } from '../../records/found-by-text.ts';
import { borrower } from './tables.ts';

/** Reads of borrowers. A removed one is never among them, unless the name says so. */
export type Listing = z.infer<typeof BorrowerList>;

/** What each has now; whoever has nothing is missing. */
export type LentTo = ReadonlyMap<BorrowerId, { readonly out: number; readonly overdue: number }>;

const rowColumns = {
	id: borrower.id,
	number: borrower.number,
	firstName: borrower.firstName,
	lastName: borrower.lastName,
	street: borrower.street,
	postcode: borrower.postcode,
	city: borrower.city,
	phone: borrower.phone,
	email: borrower.email,
	blockedReason: borrower.blockedReason,
};

const rowOf = (stored: object & { id: string }, lentTo: LentTo): BorrowerRow => {
	const { out, overdue } = lentTo.get(stored.id as BorrowerId) ?? { out: 0, overdue: 0 };
	return { ...stored, out, overdue } as BorrowerRow;
};

const amongst = (ids: readonly string[]): SQL => sql`${borrower.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

function filterOf(filter: Listing['filter'], lentTo: LentTo): SQL | undefined {
	switch (filter) {
		case 'all':
			return undefined;
		case 'blocked':
			return isNotNull(borrower.blockedReason);
		case 'lending':
			return amongst([...lentTo.keys()]);
		case 'overdue':
			return amongst([...lentTo].flatMap(([id, { overdue }]) => (overdue > 0 ? [id] : [])));
	}
}

/** Only few have something: how much, as a column to sort by. */
const outOf = (lentTo: LentTo): SQL =>
	sql`coalesce(${JSON.stringify(Object.fromEntries([...lentTo].map(([id, { out }]) => [id, out])))} ->> ${borrower.id}, 0)`;

export function listBorrowers(
	db: Reader,
	{ text, filter, sort, offset, limit }: Listing & { offset: number; limit: number },
	lentTo: LentTo,
): { rows: BorrowerRow[]; total: number } {
	const condition = and(isNull(borrower.removedAt), filterOf(filter, lentTo), foundByText(borrower.id, 'borrower', text));
	const by: Record<Listing['sort']['by'], SQL> = {
		name: sql`${borrower.nameKey}`,
		number: sql`${borrower.numberValue}`,
		city: sql`${borrower.city} COLLATE NOCASE`,
		out: outOf(lentTo),
	};
	const direction = sort.descending ? desc : asc;
	const rows = db
		.select(rowColumns)
		.from(borrower)
		.where(condition)
		.orderBy(direction(by[sort.by]), asc(borrower.nameKey), asc(borrower.id))
		.limit(limit)
		.offset(offset)
		.all();
	const total = db.select({ total: sql<number>`count(*)` }).from(borrower).where(condition).get()?.total ?? 0;
	return { rows: rows.map((row) => rowOf(row, lentTo)), total };
}

export function getBorrower(db: Reader, id: BorrowerId): Borrower | undefined {
	const row = db
		.select()
		.from(borrower)
		.where(and(eq(borrower.id, id), isNull(borrower.removedAt)))
		.get();
	return row && borrowerOf(row);
}

export function allBorrowers(db: Reader): Borrower[] {
	return db.select().from(borrower).where(isNull(borrower.removedAt)).all().map(borrowerOf);
}

function borrowerOf(row: typeof borrower.$inferSelect): Borrower {
	const { removedAt: _removedAt, numberValue: _value, nameKey: _key, foldedName: _folded, ...stored } = row;
	return stored as unknown as Borrower;
}

/** By name; also of removed ones, whose old loans still tell who it was. */
export function rowsOfBorrowers(db: Reader, ids: readonly string[], lentTo: LentTo): BorrowerRow[] {
	if (ids.length === 0) return [];
	return db
		.select(rowColumns)
		.from(borrower)
		.where(inArray(borrower.id, [...ids]))
		.orderBy(asc(borrower.nameKey), asc(borrower.id))
		.all()
		.map((row) => rowOf(row, lentTo));
}

/** Several when two PCs gave the number while apart. */
export function borrowersNumbered(db: Reader, number: string, lentTo: LentTo): BorrowerRow[] {
	return db
		.select(rowColumns)
		.from(borrower)
		.where(and(eq(borrower.number, number), isNull(borrower.removedAt)))
		.orderBy(asc(borrower.id))
		.all()
		.map((row) => rowOf(row, lentTo));
}

export function borrowersNamed(db: Reader, foldedName: string, except: BorrowerId | null, lentTo: LentTo): BorrowerRow[] {
	return db
		.select(rowColumns)
		.from(borrower)
		.where(
			and(eq(borrower.foldedName, foldedName), isNull(borrower.removedAt), except === null ? undefined : ne(borrower.id, except)),
		)
		.orderBy(asc(borrower.id))
		.all()
		.map((row) => rowOf(row, lentTo));
}

/** Also true for a removed one. */
export function wasThere(db: Reader, id: BorrowerId): boolean {
	return db.select({ id: borrower.id }).from(borrower).where(eq(borrower.id, id)).get() !== undefined;
}

/** Also of removed ones. */
export function namesOfBorrowers(db: Reader, ids: readonly BorrowerId[]): Map<BorrowerId, string> {
	const rows = db
		.select({ id: borrower.id, firstName: borrower.firstName, lastName: borrower.lastName })
		.from(borrower)
		.where(amongst(ids))
		.all();
	return new Map(rows.map(({ id, ...name }) => [id as BorrowerId, borrowerName(name)]));
}

export interface KeptBorrower {
	readonly id: BorrowerId;
	readonly number: string;
	readonly name: string;
	readonly lastOn: LocalDate;
}

/** Everybody who is stored, removed ones too, in the order of names; or one of them. `lent`: when they had something last. */
export function keptBorrowers(db: Reader, lent: ReadonlyMap<string, LocalDate>, id?: BorrowerId): KeptBorrower[] {
	const rows = db
		.select()
		.from(borrower)
		.where(id && eq(borrower.id, id))
		.orderBy(asc(borrower.nameKey))
		.all();
	return rows.map((row) => ({
		id: row.id as BorrowerId,
		number: row.number,
		name: borrowerName(row),
		lastOn: lent.get(row.id) ?? localDateOf(row.updatedAt),
	}));
}
