import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { LoanList } from '#shared/features/lending/contract.ts';
import type { DepositEntry } from '#shared/features/lending/model.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { BorrowerId, LoanId, MemberId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { matchExpression } from '../../records/search-index.ts';
import { depositEntry, lendingRules, loan, loanLine, reminder } from './tables.ts';

/** Reads of loans. What a loan is (open, late, due when) is computed from its lines each time. */
export type Listing = z.infer<typeof LoanList>;

export interface StoredLoan {
	readonly id: LoanId;
	readonly number: string;
	readonly borrowerId: BorrowerId;
	readonly kind: 'in_house' | 'take_home';
	readonly issuedAt: number;
	readonly issuedBy: MemberId;
	readonly reason: string | null;
	readonly createdAt: number;
}

function filterOf(filter: Listing['filter'], today: LocalDate): SQL | undefined {
	switch (filter) {
		case 'all':
			return undefined;
		case 'open':
			return outAmong();
		case 'overdue':
			return outAmong(sql`AND l.due_on < ${today}`);
		case 'due_today':
			return outAmong(sql`AND l.due_on = ${today}`);
		case 'in_house':
			return and(eq(loan.kind, 'in_house'), outAmong());
		case 'closed':
			return sql`NOT ${outAmong()}`;
	}
}

/** Few of very many are out: looked up from the lines, not asked of each loan. */
const outAmong = (more: SQL = sql``) =>
	sql`${loan.id} IN (SELECT l.loan_id FROM loan_line l WHERE l.returned_at IS NULL AND l.removed_at IS NULL ${more})`;

/** Each word is of the loan's own number, of its borrower or of one of its items: `müller bohr` is Müller's drill. */
const foundBy = (text: string): SQL | undefined => and(...foldedWords(text).map(foundByWord));

function foundByWord(word: string): SQL | undefined {
	const expression = matchExpression(word);
	if (expression === null) return undefined;
	const ids = (table: string) => sql`(SELECT search_entry.record_id FROM search_index
		JOIN search_entry ON search_entry.row = search_index.rowid
		WHERE search_index MATCH ${expression} AND search_entry.table_name = ${table})`;
	return or(
		sql`${loan.id} IN ${ids('loan')}`,
		sql`${loan.borrowerId} IN ${ids('borrower')}`,
		sql`${loan.id} IN (SELECT l.loan_id FROM loan_line l WHERE l.removed_at IS NULL AND l.item_id IN ${ids('item')})`,
	);
}

/** The earliest due day of what is out; of a closed loan, the latest there was. One look at the lines: their index knows it. */
const DUE = sql<string>`coalesce((SELECT coalesce(min(CASE WHEN l.returned_at IS NULL THEN l.due_on END), max(l.due_on))
	FROM loan_line l WHERE l.loan_id = loan.id AND l.removed_at IS NULL), '1970-01-01')`;

const SORT: Record<Listing['sort']['by'], SQL> = {
	dueOn: DUE,
	issuedAt: sql`${loan.issuedAt}`,
	number: sql`${loan.numberValue}`,
	// The borrowers' own table knows how names are sorted; it lies in the same vault.
	borrower: sql`(SELECT b.name_key FROM borrower b WHERE b.id = ${loan.borrowerId})`,
};

const loanColumns = {
	id: loan.id,
	number: loan.number,
	borrowerId: loan.borrowerId,
	kind: loan.kind,
	issuedAt: loan.issuedAt,
	issuedBy: loan.issuedBy,
	reason: loan.reason,
	createdAt: loan.createdAt,
};

export function listLoans(
	db: Reader,
	{ text, filter, borrowerId, itemId, sort, offset, limit }: Listing & { offset: number; limit: number },
	now: number,
): { loans: StoredLoan[]; total: number } {
	const condition = and(
		isNull(loan.removedAt),
		filterOf(filter, localDateOf(now)),
		borrowerId === null ? undefined : eq(loan.borrowerId, borrowerId),
		itemId === null
			? undefined
			: sql`${loan.id} IN (SELECT l.loan_id FROM loan_line l WHERE l.item_id = ${itemId} AND l.removed_at IS NULL)`,
		foundBy(text),
	);
	const direction = sort.descending ? desc : asc;
	const order = [direction(SORT[sort.by]), desc(loan.issuedAt), asc(loan.id)];
	// The window first: to find it among very many, SQLite needs to look at nothing but an index.
	const shown = db
		.select({ id: loan.id })
		.from(loan)
		.where(condition)
		.orderBy(...order)
		.limit(limit)
		.offset(offset);
	const loans = db
		.select(loanColumns)
		.from(loan)
		.where(inArray(loan.id, shown))
		.orderBy(...order)
		.all() as unknown as StoredLoan[];
	const total = db.select({ total: sql<number>`count(*)` }).from(loan).where(condition).get()?.total ?? 0;
	return { loans, total };
}

/** All lines of these loans, shortened to what a list shows. */
export function lineMarks(
	db: Reader,
	loanIds: readonly LoanId[],
): { loanId: string; itemId: string; dueOn: string; isOut: boolean }[] {
	if (loanIds.length === 0) return [];
	return db
		.select({ loanId: loanLine.loanId, itemId: loanLine.itemId, dueOn: loanLine.dueOn, returnedAt: loanLine.returnedAt })
		.from(loanLine)
		.where(and(inArray(loanLine.loanId, [...loanIds]), isNull(loanLine.removedAt)))
		.orderBy(sql`${loanLine.kitId} IS NOT NULL`, asc(loanLine.id))
		.all()
		.map(({ returnedAt, ...line }) => ({ ...line, isOut: returnedAt === null }));
}

export function getLoan(db: Reader, id: LoanId): StoredLoan | undefined {
	return db
		.select(loanColumns)
		.from(loan)
		.where(and(eq(loan.id, id), isNull(loan.removedAt)))
		.get() as StoredLoan | undefined;
}

/** Those of these that are there, in no particular order. */
export function loansAmong(db: Reader, ids: readonly LoanId[]): Pick<StoredLoan, 'id' | 'number' | 'borrowerId'>[] {
	return db
		.select({ id: loan.id, number: loan.number, borrowerId: loan.borrowerId })
		.from(loan)
		.where(and(sql`${loan.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`, isNull(loan.removedAt)))
		.all() as Pick<StoredLoan, 'id' | 'number' | 'borrowerId'>[];
}

export interface StoredDeposit {
	readonly id: string;
	readonly at: number;
	readonly member: string;
	readonly what: DepositEntry['what'];
	readonly cents: number;
	readonly receipt: string;
}

/** In the order they were written. */
export function depositsOf(db: Reader, id: LoanId): StoredDeposit[] {
	return db
		.select()
		.from(depositEntry)
		.where(eq(depositEntry.loanId, id))
		.orderBy(asc(depositEntry.at), asc(depositEntry.id))
		.all() as unknown as StoredDeposit[];
}

/** Loans for which more money went out than came in, with how much, in cents > 0; in the order they were made. */
export function overpaidLoans(db: Reader): (Pick<StoredLoan, 'id' | 'number' | 'borrowerId'> & { readonly cents: number })[] {
	const over = db
		.select({ loanId: depositEntry.loanId, cents: sql<number>`-sum(${depositEntry.cents})`.as('cents') })
		.from(depositEntry)
		.groupBy(depositEntry.loanId)
		.having(sql`sum(${depositEntry.cents}) < 0`)
		.as('over');
	return db
		.select({ id: loan.id, number: loan.number, borrowerId: loan.borrowerId, cents: over.cents })
		.from(over)
		.innerJoin(loan, eq(loan.id, over.loanId))
		.where(isNull(loan.removedAt))
		.orderBy(asc(loan.issuedAt), asc(loan.id))
		.all() as ReturnType<typeof overpaidLoans>;
}

/** Deposits that are held, by borrower. */
export function heldByBorrower(db: Reader): Map<BorrowerId, number> {
	// The money of each loan first: it is back for nearly all of them.
	const held = db
		.select({ loanId: depositEntry.loanId, cents: sql<number>`sum(${depositEntry.cents})`.as('cents') })
		.from(depositEntry)
		.groupBy(depositEntry.loanId)
		.having(sql`sum(${depositEntry.cents}) <> 0`)
		.as('held');
	const rows = db
		.select({ borrowerId: loan.borrowerId, cents: held.cents })
		.from(held)
		.innerJoin(loan, eq(loan.id, held.loanId))
		.where(isNull(loan.removedAt))
		.all();
	const sums = new Map<BorrowerId, number>();
	for (const { borrowerId, cents } of rows) sums.set(borrowerId as BorrowerId, (sums.get(borrowerId as BorrowerId) ?? 0) + cents);
	return sums;
}

const FEW = 8;

/** What each borrower has: kits count once, however many parts of them are out. Late is what was due before `today`. */
export function lentByBorrower(
	db: Reader,
	today: LocalDate,
	borrowerIds?: readonly string[],
): Map<BorrowerId, { out: number; overdue: number }> {
	// Few are looked up by their loans; for more, it is quicker to go through all that is out.
	const isFew = borrowerIds !== undefined && borrowerIds.length <= FEW;
	const of = isFew ? sql`${loan.borrowerId} IN (SELECT value FROM json_each(${JSON.stringify(borrowerIds)}))` : undefined;
	const unit = sql`${loanLine.loanId} || coalesce(${loanLine.kitId}, ${loanLine.itemId})`;
	const rows = db
		.select({
			borrowerId: loan.borrowerId,
			out: sql<number>`count(DISTINCT ${unit})`,
			overdue: sql<number>`count(DISTINCT CASE WHEN ${loanLine.dueOn} < ${today} THEN ${unit} END)`,
		})
		.from(loanLine)
		.innerJoin(loan, eq(loan.id, loanLine.loanId))
		.where(and(isNull(loanLine.returnedAt), isNull(loanLine.removedAt), isNull(loan.removedAt), of))
		.groupBy(loan.borrowerId)
		.all();
	return new Map(rows.map(({ borrowerId, out, overdue }) => [borrowerId as BorrowerId, { out, overdue }]));
}

/** Newest first, since `from` (ms UTC) or of all time. */
export function remindersOf(db: Reader, borrowerIds: readonly string[]): { borrowerId: string; at: number; lineIds: string[] }[] {
	if (borrowerIds.length === 0) return [];
	return db
		.select({ borrowerId: reminder.borrowerId, at: reminder.at, lineIds: reminder.lineIds })
		.from(reminder)
		.where(inArray(reminder.borrowerId, [...borrowerIds]))
		.orderBy(desc(reminder.at))
		.all() as { borrowerId: string; at: number; lineIds: string[] }[];
}

export function readRules(db: Reader, site: string) {
	return db.select().from(lendingRules).where(eq(lendingRules.id, site)).get();
}
