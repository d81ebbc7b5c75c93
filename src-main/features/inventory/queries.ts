import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import type { ItemList } from '#shared/features/inventory/contract.ts';
import type { Item, ItemRow } from '#shared/features/inventory/model.ts';
import type { CountableItem } from '#shared/features/stocktake/findings.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { foundByText } from '../../records/found-by-text.ts';
import { item, itemPhoto } from './tables.ts';

/** Reads of items. A removed item is never among them, unless the name says so. */
export type Listing = z.infer<typeof ItemList>;

const IS_KIT = sql`json_array_length(${item.parts}) > 0`;
/** As the index of the few kits is declared, so that SQLite looks through nothing else. */
const AMONG_KITS = sql`${item.parts} <> '[]'`;
// The outer table's column is written out: drizzle leaves the table's name away, and inside a subquery `id` is another's.
const HAS_PHOTO = sql`(SELECT photo IS NOT NULL FROM item_photo WHERE item_photo.item_id = item.id ORDER BY item_photo.at DESC, item_photo.id DESC LIMIT 1)`;

const rowColumns = {
	id: item.id,
	number: item.number,
	name: item.name,
	maker: item.maker,
	type: item.type,
	category: item.category,
	location: item.location,
	condition: item.condition,
	state: item.state,
	testedUntil: item.testedUntil,
	inHouseOnly: item.inHouseOnly,
	createdAt: item.createdAt,
	isKit: sql<number>`${IS_KIT}`,
	hasPhoto: sql<number | null>`${HAS_PHOTO}`,
};

const rowOf = (stored: { isKit: number; hasPhoto: number | null }): ItemRow =>
	({ ...stored, isKit: stored.isKit === 1, hasPhoto: stored.hasPhoto === 1 }) as ItemRow;

/** As people count: `WZ-9` before `WZ-10`. */
const BY_NUMBER = [sql`rtrim(${item.number}, '0123456789')`, item.numberValue, item.number];

const SORT: Record<Listing['sort']['by'], readonly (SQL | SQLiteColumn)[]> = {
	number: BY_NUMBER,
	name: [item.nameKey],
	category: [sql`${item.category} COLLATE NOCASE`],
	location: [sql`${item.location} COLLATE NOCASE`],
	testedUntil: [item.testedUntil],
};

/** What has no category, place or test day stands at the end, whichever way the list is turned. */
const LAST: Partial<Record<Listing['sort']['by'], SQL>> = {
	category: sql`${item.category} IS NULL`,
	location: sql`${item.location} IS NULL`,
	testedUntil: sql`${item.testedUntil} IS NULL`,
};

const NOT_RETIRED = ne(item.state, 'retired');

/** `dueBy`: electrical tests that end by this day are due. */
function filterOf(filter: Listing['filter'], dueBy: string): SQL | undefined {
	if (filter === 'current') return NOT_RETIRED;
	if (filter === 'kits') return and(NOT_RETIRED, IS_KIT);
	if (filter === 'tested') return and(NOT_RETIRED, isNotNull(item.testedUntil));
	if (filter === 'test_due') return and(NOT_RETIRED, sql`${item.testedUntil} <= ${dueBy}`);
	return eq(item.state, filter);
}

export function listItems(
	db: Reader,
	{ text, filter, category, location, sort, offset, limit }: Listing & { offset: number; limit: number },
	dueBy: string,
): { rows: ItemRow[]; total: number } {
	const condition = and(
		isNull(item.removedAt),
		filterOf(filter, dueBy),
		category === null ? undefined : eq(item.category, category),
		location === null ? undefined : eq(item.location, location),
		foundByText(item.id, 'item', text),
	);
	const direction = sort.descending ? desc : asc;
	const last = LAST[sort.by];
	const order = [
		...(last ? [asc(last)] : []),
		...SORT[sort.by].map((column) => direction(column)),
		...BY_NUMBER.map((column) => asc(column)),
		asc(item.id),
	];
	// The window first; what a row shows is only computed for the few that are shown.
	const shown = db
		.select({ id: item.id })
		.from(item)
		.where(condition)
		.orderBy(...order)
		.limit(limit)
		.offset(offset);
	const rows = db
		.select(rowColumns)
		.from(item)
		.where(inArray(item.id, shown))
		.orderBy(...order)
		.all();
	const total = db.select({ total: sql<number>`count(*)` }).from(item).where(condition).get();
	return { rows: rows.map(rowOf), total: total?.total ?? 0 };
}

/** Words in use, in the order of the alphabet. */
export function wordsInUse(db: Reader, column: 'category' | 'location' | 'maker'): string[] {
	const found = db.selectDistinct({ word: item[column] }).from(item).where(isNull(item.removedAt)).all();
	return found
		.flatMap(({ word }) => (word === null ? [] : [word]))
		.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));
}

function itemOf(row: typeof item.$inferSelect): Item {
	const { removedAt: _removedAt, numberValue: _numberValue, nameKey: _nameKey, ...stored } = row;
	return stored as unknown as Item;
}

export function getItem(db: Reader, id: ItemId): Item | undefined {
	const row = db
		.select()
		.from(item)
		.where(and(eq(item.id, id), isNull(item.removedAt)))
		.get();
	return row && itemOf(row);
}

export function allItems(db: Reader, states?: readonly Item['state'][]): Item[] {
	return db
		.select()
		.from(item)
		.where(and(isNull(item.removedAt), states && inArray(item.state, [...states])))
		.orderBy(...BY_NUMBER.map((column) => asc(column)), asc(item.id))
		.all()
		.map(itemOf);
}

const countableColumns = {
	id: item.id,
	number: item.number,
	name: item.name,
	category: item.category,
	location: item.location,
	state: item.state,
	createdAt: item.createdAt,
};

/** What a stocktake needs to know of every item, and no more: there may be ten thousand of them. */
export function countableItems(db: Reader): CountableItem[] {
	const rows = db.select(countableColumns).from(item).where(isNull(item.removedAt)).values() as unknown[][];
	// By hand: drizzle's own way from rows to objects takes most of the time.
	return rows.map(([id, number, name, category, location, state, createdAt]) => ({
		id,
		number,
		name,
		category,
		location,
		state,
		createdAt,
	})) as CountableItem[];
}

/** Those of these that are there, in no particular order. */
export const itemsOf = (db: Reader, ids: readonly string[]): Item[] =>
	ids.length === 0 ? [] : itemsWhere(db, sql`${item.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);

export const itemsWithNumber = (db: Reader, number: string): Item[] => itemsWhere(db, eq(item.number, number));

export const wholeKitsWith = (db: Reader, id: ItemId): Item[] =>
	itemsWhere(db, sql`${AMONG_KITS} AND instr(${item.parts}, ${id}) > 0`);

/** Also of removed ones: lists of what was lent go on naming them. */
export const namesOfItems = (db: Reader, ids: readonly string[]): { id: ItemId; number: string; name: string }[] =>
	ids.length === 0
		? []
		: (db
				.select({ id: item.id, number: item.number, name: item.name })
				.from(item)
				.where(sql`${item.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
				.all() as { id: ItemId; number: string; name: string }[]);

/** Those of these numbers that any item has or had, with the ids of those that were removed. */
export function numbersAmong(db: Reader, numbers: readonly string[]): { number: string; removed: ItemId | null }[] {
	if (numbers.length === 0) return [];
	return db
		.select({ number: item.number, id: item.id, removedAt: item.removedAt })
		.from(item)
		.where(inArray(item.number, [...numbers]))
		.all()
		.map(({ number, id, removedAt }) => ({ number, removed: removedAt === null ? null : (id as ItemId) }));
}

function itemsWhere(db: Reader, condition: SQL): Item[] {
	return db
		.select()
		.from(item)
		.where(and(condition, isNull(item.removedAt)))
		.orderBy(asc(item.id))
		.all()
		.map(itemOf);
}

/** In the order of numbers. */
export function rowsOfItems(db: Reader, ids: readonly string[]): ItemRow[] {
	return rowsWhere(db, inArray(item.id, [...ids]));
}

/** Several when two PCs gave it while apart: those that are still in use first. */
export function itemsNumbered(db: Reader, number: string): ItemRow[] {
	return rowsWhere(db, eq(item.number, number)).sort((a, b) => Number(a.state === 'retired') - Number(b.state === 'retired'));
}

function rowsWhere(db: Reader, condition: SQL): ItemRow[] {
	return db
		.select(rowColumns)
		.from(item)
		.where(and(condition, isNull(item.removedAt)))
		.orderBy(...BY_NUMBER.map((column) => asc(column)), asc(item.id))
		.all()
		.map(rowOf);
}

/** The kits this item is a part of; more than one only after two PCs put it into different ones. */
export function kitsWith(db: Reader, id: ItemId): ItemRow[] {
	return rowsWhere(db, sql`${AMONG_KITS} AND instr(${item.parts}, ${id}) > 0`);
}

const kinColumns = {
	id: item.id,
	number: item.number,
	name: item.name,
	state: item.state,
	stateReason: item.stateReason,
	testedUntil: item.testedUntil,
	parts: item.parts,
};
/** What decides whether an item can be had. */
export type Kin = Pick<Item, keyof typeof kinColumns>;

/** These items, all their parts, and every kit that one of them is a part of. */
export function itemsWithKin(db: Reader, ids: readonly ItemId[]): Kin[] {
	const isThere = isNull(item.removedAt);
	// Few items are kits, so looking through all kits costs little.
	const kits = db
		.select(kinColumns)
		.from(item)
		.where(and(sql`${item.parts} <> '[]'`, isThere))
		.all() as Kin[];
	const asked = new Set<string>(ids);
	const kin = kits.filter(({ id, parts }) => asked.has(id) || parts.some((part) => asked.has(part)));
	const wanted = [...ids, ...kin.flatMap((kit) => (asked.has(kit.id) ? kit.parts : []))];
	const single = db
		.select(kinColumns)
		.from(item)
		.where(and(sql`${item.id} IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`, sql`${item.parts} = '[]'`, isThere))
		.all() as Kin[];
	return [...kin, ...single];
}

export const itemsInMaintenance = (db: Reader): ItemId[] =>
	db
		.select({ id: item.id })
		.from(item)
		.where(and(eq(item.state, 'maintenance'), isNull(item.removedAt)))
		.all()
		.map(({ id }) => id as ItemId);

/** The base64 of the newest photo; null when there is none, or it was removed. */
export function photoOf(db: Reader, id: ItemId): string | null {
	const newest = db
		.select({ photo: itemPhoto.photo })
		.from(itemPhoto)
		.where(eq(itemPhoto.itemId, id))
		.orderBy(desc(itemPhoto.at), desc(itemPhoto.id))
		.get();
	return newest?.photo ?? null;
}

/** Also of removed items, whose labels may still stick somewhere. */
export function numbersGiven(db: Reader): { number: string; isRemoved: boolean }[] {
	return db
		.select({ number: item.number, removedAt: item.removedAt })
		.from(item)
		.orderBy(asc(item.id))
		.all()
		.map(({ number, removedAt }) => ({ number, isRemoved: removedAt !== null }));
}

/** Numbers of more than one item. */
export function doubledNumbers(db: Reader): { number: string; items: ItemRow[] }[] {
	const doubled = db
		.select({ number: item.number })
		.from(item)
		.where(isNull(item.removedAt))
		.groupBy(item.number)
		.having(sql`count(*) > 1`)
		.orderBy(asc(item.number))
		.all();
	return doubled.map(({ number }) => ({ number, items: itemsNumbered(db, number) }));
}

/** Also true for a removed one. */
export function wasThere(db: Reader, id: ItemId): boolean {
	return db.select({ id: item.id }).from(item).where(eq(item.id, id)).get() !== undefined;
}
