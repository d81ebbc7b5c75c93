import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ItemState } from '#shared/features/inventory/model.ts';
import { StepDone } from '#shared/features/lending/model.ts';
import type { Action, Scan } from '#shared/features/stocktake/findings.ts';
import { Protocol } from '#shared/features/stocktake/model.ts';
import type { ItemId, MemberId, StocktakeId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { stocktake, stocktakeAction, stocktakeScan } from './tables.ts';

/** Reads of stocktakes. A removed one is never among them, unless the name says so. */

export interface StoredStocktake {
	readonly id: StocktakeId;
	readonly createdAt: number;
	readonly name: string;
	readonly location: string | null;
	readonly category: string | null;
	readonly startedBy: MemberId;
	readonly finishedAt: number | null;
	readonly finishedBy: MemberId | null;
}

/** What an action keeps to be taken back. */
const Before = z.object({
	location: z.exactOptional(z.string().nullable()),
	/** Where `moved` put it. */
	movedTo: z.exactOptional(z.string()),
	state: z.exactOptional(ItemState),
	stateReason: z.exactOptional(z.string().nullable()),
	loan: z.exactOptional(z.string()),
	returned: z.exactOptional(StepDone.shape.returned),
});
export type Before = z.infer<typeof Before>;

export interface StoredAction extends Action {
	readonly before: Before;
}

export interface StoredScan extends Scan {
	readonly member: MemberId;
}

/** What somebody counted, and from when until when (ms UTC). */
export interface CounterSpan {
	readonly member: MemberId;
	readonly from: number;
	readonly until: number;
	readonly scans: number;
}

/** Without the protocol, which is long. */
const columns = {
	id: stocktake.id,
	createdAt: stocktake.createdAt,
	name: stocktake.name,
	location: stocktake.location,
	category: stocktake.category,
	startedBy: stocktake.startedBy,
	finishedAt: stocktake.finishedAt,
	finishedBy: stocktake.finishedBy,
};

export const allStocktakes = (db: Reader): (StoredStocktake & { scans: number })[] =>
	db
		.select({
			...columns,
			// The outer table's column is written out: drizzle leaves the table's name away.
			scans: sql<number>`(SELECT count(*) FROM stocktake_scan WHERE stocktake_scan.stocktake_id = stocktake.id)`,
		})
		.from(stocktake)
		.where(isNull(stocktake.removedAt))
		.orderBy(sql`${stocktake.finishedAt} IS NOT NULL`, desc(stocktake.createdAt), asc(stocktake.id))
		.all() as (StoredStocktake & { scans: number })[];

export const getStocktake = (db: Reader, id: StocktakeId): StoredStocktake | undefined =>
	db
		.select(columns)
		.from(stocktake)
		.where(and(eq(stocktake.id, id), isNull(stocktake.removedAt)))
		.get() as StoredStocktake | undefined;

/** Also true for a removed one. */
export const wasThere = (db: Reader, id: StocktakeId): boolean =>
	db.select({ id: stocktake.id }).from(stocktake).where(eq(stocktake.id, id)).get() !== undefined;

/** Null while it is not finished, and when what another device sent cannot be read. */
export function protocolOf(db: Reader, id: StocktakeId): Protocol | null {
	const stored = db.select({ protocol: stocktake.protocol }).from(stocktake).where(eq(stocktake.id, id)).get()?.protocol;
	return stored ? readJson(Protocol, stored) : null;
}

const scanColumns = {
	id: stocktakeScan.id,
	at: stocktakeScan.at,
	member: stocktakeScan.member,
	code: stocktakeScan.code,
	itemId: stocktakeScan.itemId,
	shelf: stocktakeScan.shelf,
};

/** In no particular order. */
export function scansOf(db: Reader, id: StocktakeId): StoredScan[] {
	// Bare rows: there are as many as things were counted, and drizzle's own way to objects takes most of the time.
	const rows = db.select(scanColumns).from(stocktakeScan).where(eq(stocktakeScan.stocktakeId, id)).values();
	return (rows as [string, number, MemberId, string, ItemId | null, string | null][]).map(
		([scanId, at, member, code, itemId, shelf]) => ({ id: scanId, at, member, code, itemId, shelf }),
	);
}

export const scansOfItem = (db: Reader, id: StocktakeId, itemId: ItemId): StoredScan[] =>
	scansWhere(db, id, eq(stocktakeScan.itemId, itemId));

/** Those of a number that nothing had when it was scanned. */
export const scansOfCode = (db: Reader, id: StocktakeId, code: string): StoredScan[] =>
	scansWhere(db, id, and(isNull(stocktakeScan.itemId), eq(stocktakeScan.code, code)));

const scansWhere = (db: Reader, id: StocktakeId, condition: ReturnType<typeof and>): StoredScan[] =>
	db
		.select(scanColumns)
		.from(stocktakeScan)
		.where(and(eq(stocktakeScan.stocktakeId, id), condition))
		.all() as StoredScan[];

/** Those of these items that have been counted. */
export const countedAmong = (db: Reader, id: StocktakeId, itemIds: readonly ItemId[]): Set<string> =>
	new Set(
		db
			.selectDistinct({ itemId: stocktakeScan.itemId })
			.from(stocktakeScan)
			.where(
				and(
					eq(stocktakeScan.stocktakeId, id),
					sql`${stocktakeScan.itemId} IN (SELECT value FROM json_each(${JSON.stringify(itemIds)}))`,
				),
			)
			.all()
			.flatMap(({ itemId }) => itemId ?? []),
	);

/** In no particular order. */
export const countersOf = (db: Reader, id: StocktakeId): CounterSpan[] =>
	db
		.select({
			member: stocktakeScan.member,
			from: sql<number>`min(${stocktakeScan.at})`,
			until: sql<number>`max(${stocktakeScan.at})`,
			scans: sql<number>`count(*)`,
		})
		.from(stocktakeScan)
		.where(eq(stocktakeScan.stocktakeId, id))
		.groupBy(stocktakeScan.member)
		.all() as CounterSpan[];

/** Newest first. */
export const newestScans = (db: Reader, id: StocktakeId, limit: number): StoredScan[] =>
	db
		.select(scanColumns)
		.from(stocktakeScan)
		.where(eq(stocktakeScan.stocktakeId, id))
		.orderBy(desc(stocktakeScan.at), desc(stocktakeScan.id))
		.limit(limit)
		.all() as StoredScan[];

/** In no particular order; `about`: of one item or one unknown code only. */
export function actionsOf(db: Reader, id: StocktakeId, about?: { itemId: ItemId } | { code: string }): StoredAction[] {
	const only = about && ('itemId' in about ? eq(stocktakeAction.itemId, about.itemId) : eq(stocktakeAction.code, about.code));
	const rows = db
		.select()
		.from(stocktakeAction)
		.where(and(eq(stocktakeAction.stocktakeId, id), only))
		.all();
	return rows.map((row) => ({ ...row, before: row.before ? (readJson(Before, row.before) ?? {}) : {} }) as StoredAction);
}

function readJson<T>(schema: z.ZodType<T>, text: string): T | null {
	try {
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}
