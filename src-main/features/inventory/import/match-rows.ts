import type { Item, ItemFields } from '#shared/features/inventory/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { contentKey, differingFields, isFilledBy } from './fill-item.ts';
import { pairAll } from './pair-all.ts';

/**
 * Which item that is here already a row of the list is about. One item is the item of one row at most: ten equal pairs
 * of pliers in a list are ten pairs of pliers. The number decides, unless something else stands under it here; rows
 * whose number cannot be theirs are recognised by what they say, so that the same list twice changes nothing.
 */

export interface Candidate {
	readonly item: ItemFields;
	/** As the list says it; null for none. */
	readonly number: string | null;
}

export interface Matches<Row> {
	readonly itemOf: ReadonlyMap<Row, Item>;
	/** Rows that are items of their own and keep the list's number. */
	readonly keepNumber: ReadonlySet<Row>;
}

/** Of a list with thousands of rows alike; a hundredth of it is what a list with a few twins takes. */
const MOST_LOOKED_AT = 100_000;

type Fits = (item: Item, row: ItemFields) => boolean;

const isEqual: Fits = (item, row) => contentKey(item) === contentKey(row);
const isContained: Fits = (item, row) => !isFilledBy(item, row) && differingFields(item, row).length === 0;
/** Whoever renamed it left the maker and the model, or the serial number. */
const isSameThing: Fits = (item, row) =>
	fold(item.name) === fold(row.name) ||
	isSame(item.serial, row.serial) ||
	(isSame(item.maker, row.maker) && isSame(item.type, row.type));
/** Of equal things only what tells them apart helps. */
const isSamePiece: Fits = (item, row) =>
	fold(item.name) === fold(row.name) &&
	fold(item.maker ?? '') === fold(row.maker ?? '') &&
	fold(item.type ?? '') === fold(row.type ?? '') &&
	(isSame(item.serial, row.serial) || (item.serial === null && row.serial === null && isSame(item.boughtOn, row.boughtOn)));

const isSame = (a: string | null, b: string | null): boolean => a !== null && b !== null && fold(a) === fold(b);

export function matchRows<Row extends Candidate>(rows: readonly Row[], items: readonly Item[]): Matches<Row> {
	const itemOf = new Map<Row, Item>();
	const claimed = new Set<Item>();
	function claim(row: Row, candidates: readonly Item[], fits: Fits): void {
		const found = candidates.find((item) => !claimed.has(item) && fits(item, row.item));
		if (!found) return;
		claimed.add(found);
		itemOf.set(row, found);
	}

	const byNumber = Map.groupBy(items, ({ number }) => number);
	const byContent = Map.groupBy(items, contentKey);
	const numbered = rows.flatMap((row) => {
		const theirs = row.number === null ? undefined : byNumber.get(row.number);
		return theirs ? [{ row, theirs }] : [];
	});
	for (const { row, theirs } of numbered) claim(row, theirs, isEqual);
	// A row whose number was taken got another one the last time; it is that item still, and not the one it resembles.
	for (const { row } of numbered) if (!itemOf.has(row)) claim(row, byContent.get(contentKey(row.item)) ?? [], isEqual);
	for (const fits of [isContained, isSameThing]) {
		for (const { row, theirs } of numbered) if (!itemOf.has(row)) claim(row, theirs, fits);
	}

	const keepNumber = new Set<Row>();
	const given = new Set(byNumber.keys());
	const others: Row[] = [];
	for (const row of rows) {
		if (itemOf.has(row)) continue;
		if (row.number === null || given.has(row.number)) others.push(row);
		else {
			given.add(row.number);
			keepNumber.add(row);
		}
	}

	for (const row of others) claim(row, byContent.get(contentKey(row.item)) ?? [], isEqual);
	const byName = Map.groupBy(items, ({ name }) => fold(name));
	for (const fits of [isContained, isSamePiece]) {
		for (const row of others) if (!itemOf.has(row)) claim(row, byName.get(fold(row.item.name)) ?? [], fits);
	}
	const again = keepNumber.size > 0 ? null : allKnown();
	return { itemOf: again ?? itemOf, keepNumber };

	/** Is every row something that is here, and says nothing new of it? Above, one may have taken what another one is. */
	function allKnown(): ReadonlyMap<Row, Item> | null {
		const isKnownAs = ({ number, item: said }: Row, item: Item) =>
			isContained(item, said) ||
			(!isFilledBy(item, said) && (item.number === number ? isSameThing(item, said) : isSamePiece(item, said)));
		function* candidatesOf({ number, item: said }: Row): Iterable<Item> {
			for (const list of [byNumber.get(number ?? ''), byContent.get(contentKey(said)), byName.get(fold(said.name))])
				yield* list ?? [];
		}
		const known = new Map([...itemOf].filter(([row, item]) => !isFilledBy(item, row.item)));
		return pairAll(rows, known, candidatesOf, isKnownAs, MOST_LOOKED_AT);
	}
}
