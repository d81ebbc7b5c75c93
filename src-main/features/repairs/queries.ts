import { and, asc, desc, eq, getTableColumns, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { RepairList } from '#shared/features/repairs/contract.ts';
import {
	type QueueNumber,
	queueLabel,
	type RepairFields,
	type RepairVisit,
	type RepairVisitor,
} from '#shared/features/repairs/model.ts';
import type { LoanId, MemberId, RepairId, WaiverTextId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { foundByText } from '../../records/found-by-text.ts';
import { repair, repairHelper, repairLoan, repairVisitor, waiverText } from './tables.ts';

/** Reads of repairs. A removed one is never among them, unless the name says so. */
export type Listing = z.infer<typeof RepairList>;

export interface StoredRepair extends RepairFields, RepairVisitor {
	readonly id: RepairId;
}

const IS_THERE = isNull(repair.removedAt);
const IS_OPEN = eq(repair.isDone, 0);
const isDoneOn = (day: LocalDate) => and(eq(repair.isDone, 1), eq(repair.doneOn, day));
const STAGE_ORDER = sql`CASE ${repair.stage} WHEN 'waiting' THEN 0 WHEN 'in_work' THEN 1 WHEN 'needs_parts' THEN 2 WHEN 'testing' THEN 3 ELSE 4 END`;
/** Of one day in the order in which they came, whichever PC wrote them down. */
const ORDER = [asc(repair.arrivedAt), asc(repair.id)] as const;

const IS_OF_REPAIR = eq(repairVisitor.id, repair.id);
/** Whoever has been erased is nobody. */
const withVisitors = (db: Reader) =>
	db
		.select({ ...getTableColumns(repair), visitorName: repairVisitor.visitorName, borrowerId: repairVisitor.borrowerId })
		.from(repair)
		.leftJoin(repairVisitor, IS_OF_REPAIR);

const repairOf = (row: ReturnType<ReturnType<typeof withVisitors>['all']>[number]): StoredRepair => {
	const {
		createdAt: _c,
		removedAt: _r,
		updatedAt: _u,
		stage: _s,
		result: _e,
		barrier: _b,
		isDone: _d,
		doneOn: _o,
		itemKey: _k,
		...stored
	} = row;
	const { isUnsafe: _unsafe, ...whole } = stored;
	return whole as unknown as StoredRepair;
};

export const getRepair = (db: Reader, id: RepairId): StoredRepair | undefined => repairsAmong(db, [id])[0];

/** In the order in which they came. */
export const repairsAmong = (db: Reader, ids: readonly string[]): StoredRepair[] =>
	ids.length === 0
		? []
		: withVisitors(db)
				.where(and(inArray(repair.id, [...ids]), IS_THERE))
				.orderBy(...ORDER)
				.all()
				.map(repairOf);

/** Also true for a removed one. */
export const wasThere = (db: Reader, id: RepairId): boolean =>
	db.select({ id: repair.id }).from(repair).where(eq(repair.id, id)).get() !== undefined;

export const onBoard = (db: Reader, today: LocalDate): StoredRepair[] =>
	withVisitors(db)
		.where(and(or(IS_OPEN, isDoneOn(today)), IS_THERE))
		.orderBy(...ORDER)
		.all()
		.map(repairOf);

/** The highest count that a device gave out for a day, also of removed repairs; 0: none yet. */
export const lastCount = (db: Reader, day: LocalDate, letter: QueueNumber['letter']): number =>
	db
		.select({ last: sql<number | null>`max(${repair.count})` })
		.from(repair)
		.where(and(eq(repair.day, day), eq(repair.letter, letter)))
		.get()?.last ?? 0;

function filterOf(filter: Listing['filter'], today: LocalDate): SQL | undefined {
	switch (filter) {
		case 'all':
			return undefined;
		case 'open':
			return IS_OPEN;
		case 'done':
			return eq(repair.isDone, 1);
		case 'today':
			return or(eq(repair.day, today), isDoneOn(today));
		case 'fixed':
			return eq(repair.result, 'Fixed');
		case 'repairable':
			return eq(repair.result, 'Repairable');
		case 'end_of_life':
			return eq(repair.result, 'End of life');
		case 'unknown':
			return eq(repair.result, 'Unknown');
		case 'unpowered':
			return eq(repair.power, 'none');
		case 'unsafe':
			return eq(repair.isUnsafe, true);
	}
}

const conditionOf = ({ text, filter, borrowerId }: Omit<Listing, 'sort'>, today: LocalDate): SQL | undefined =>
	and(
		IS_THERE,
		filterOf(filter, today),
		borrowerId === null ? undefined : eq(repairVisitor.borrowerId, borrowerId),
		...text.split(/\s+/u).map((word) =>
			or(
				foundByText(repair.id, 'repair', word),
				foundByText(repairVisitor.id, 'repair_visitor', word),
				// By their card people are found as well.
				foundByText(repairVisitor.borrowerId, 'borrower', word),
			),
		),
	);

function orderOf({ by, descending }: Listing['sort']): SQL[] {
	const direction = descending ? desc : asc;
	const newest = [desc(repair.arrivedAt), desc(repair.id)];
	switch (by) {
		case 'day':
			return [direction(repair.day), direction(repair.arrivedAt), direction(repair.id)];
		case 'item':
			return [direction(repair.itemKey), ...newest];
		case 'stage':
			return [direction(STAGE_ORDER), ...newest];
	}
}

export function listRepairs(
	db: Reader,
	{ sort, offset, limit, ...of }: Listing & { offset: number; limit: number },
	today: LocalDate,
): { rows: StoredRepair[]; total: number } {
	const condition = conditionOf(of, today);
	const rows = withVisitors(db)
		.where(condition)
		.orderBy(...orderOf(sort))
		.limit(limit)
		.offset(offset)
		.all();
	const total =
		db.select({ total: sql<number>`count(*)` }).from(repair).leftJoin(repairVisitor, IS_OF_REPAIR).where(condition).get()
			?.total ?? 0;
	return { rows: rows.map(repairOf), total };
}

export const allListed = (db: Reader, { sort, ...of }: Listing, today: LocalDate): StoredRepair[] =>
	withVisitors(db)
		.where(conditionOf(of, today))
		.orderBy(...orderOf(sort))
		.all()
		.map(repairOf);

const visitOf = ({ id, day, item, standing, ...queue }: StoredRepair): RepairVisit => ({
	...{ id, day, item, number: queueLabel(queue), stage: standing.stage, result: standing.result },
});

export function visitsAround(db: Reader, { id, followUpOf }: StoredRepair): { before: RepairVisit | null; after: RepairVisit[] } {
	const before = followUpOf === null ? undefined : getRepair(db, followUpOf);
	const after = withVisitors(db)
		.where(and(eq(repair.followUpOf, id), IS_THERE))
		.orderBy(...ORDER)
		.all();
	return { before: before ? visitOf(before) : null, after: after.map((row) => visitOf(repairOf(row))) };
}

/** Who has these in hand, first come first. */
export function helpersOf(db: Reader, ids: readonly RepairId[]): ReadonlyMap<RepairId, MemberId[]> {
	const rows = db
		.select({ repairId: repairHelper.repairId, memberId: repairHelper.memberId })
		.from(repairHelper)
		.where(
			and(
				sql`${repairHelper.repairId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
				eq(repairHelper.helps, true),
				isNull(repairHelper.removedAt),
			),
		)
		.orderBy(asc(repairHelper.createdAt), asc(repairHelper.id))
		.all() as { repairId: RepairId; memberId: MemberId }[];
	const found = new Map<RepairId, MemberId[]>();
	for (const { repairId, memberId } of rows) found.set(repairId, [...(found.get(repairId) ?? []), memberId]);
	return found;
}

/** What people have brought, as it was written and meant the last time; the most frequent first. */
export const itemWords = (db: Reader, most: number): Pick<StoredRepair, 'item' | 'category' | 'power'>[] =>
	db
		.select({
			...{ item: repair.item, category: repair.category, power: repair.power },
			...{ times: sql<number>`count(*)`, newest: sql`max(${repair.arrivedAt})` },
		})
		.from(repair)
		.where(IS_THERE)
		.groupBy(repair.itemKey)
		.orderBy(desc(sql`count(*)`), asc(repair.itemKey))
		.limit(most)
		.all()
		.map(({ item, category, power }) => ({ item, category, power })) as Pick<StoredRepair, 'item' | 'category' | 'power'>[];

/** Loans of tools for a repair, the oldest first. */
export const loansFor = (db: Reader, id: RepairId): LoanId[] =>
	db
		.select({ loanId: repairLoan.loanId })
		.from(repairLoan)
		.where(eq(repairLoan.repairId, id))
		.orderBy(asc(repairLoan.at), asc(repairLoan.id))
		.all()
		.map(({ loanId }) => loanId as LoanId);

export interface WaiverVersion {
	readonly id: WaiverTextId;
	readonly text: string;
	/** ms UTC */
	readonly since: number;
}

/** The newest first. */
export const waiverTexts = (db: Reader): WaiverVersion[] =>
	db
		.select({ id: waiverText.id, text: waiverText.text, since: waiverText.at })
		.from(waiverText)
		.orderBy(desc(waiverText.at), desc(waiverText.id))
		.all() as WaiverVersion[];

/** Repairs of before that day of which it is still known who brought them; removed ones too. */
export const visitedBefore = (db: Reader, day: LocalDate, most: number): RepairId[] =>
	db
		.select({ id: repairVisitor.id })
		.from(repairVisitor)
		.innerJoin(repair, IS_OF_REPAIR)
		.where(lt(repair.day, day))
		.limit(most)
		.all()
		.map(({ id }) => id as RepairId);
