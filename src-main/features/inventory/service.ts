import type { Item, ItemFields, ItemRow, ItemState } from '#shared/features/inventory/model.ts';
import { InventoryNumber, numberOnLabel } from '#shared/features/inventory/model.ts';
import type { CountableItem } from '#shared/features/stocktake/findings.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { DamageId, ItemId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { historyOf } from '../../records/history.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { itemsAsCsv } from './item-csv.ts';
import { type RefusedPart, refusedPart } from './kits.ts';
import { type Loss, lossesOf } from './losses.ts';
import { freeNumbers } from './numbers.ts';
import {
	allItems,
	countableItems,
	doubledNumbers,
	getItem,
	itemsInMaintenance,
	itemsNumbered,
	itemsOf,
	itemsWithKin,
	itemsWithNumber,
	type Kin,
	kitsWith,
	type Listing,
	listItems,
	namesOfItems,
	numbersAmong,
	numbersGiven,
	photoOf,
	rowsOfItems,
	wasThere,
	wholeKitsWith,
	wordsInUse,
} from './queries.ts';
import { itemKind, itemPhotoKind } from './records.ts';

/** Decisions about items: who has which number, what can be a part of a kit, what state something is in. */
export interface InventoryService {
	list(session: Session, list: Listing & { offset: number; limit: number }): { rows: ItemRow[]; total: number };
	/** For search, in the order of numbers. */
	rows(session: Session, ids: readonly string[]): ItemRow[];
	/** These items, all their parts, and every kit that one of them is a part of. */
	withKin(session: Session, ids: readonly ItemId[]): Kin[];
	words(session: Session): { categories: string[]; locations: string[]; makers: string[] };
	get(session: Session, id: ItemId): { item: Item; parts: ItemRow[]; kit: ItemRow | null; photo: string | null } | undefined;
	/** For lending and stocktaking: whole items, those of these that are there. */
	some(session: Session, ids: readonly ItemId[]): Item[];
	/** In no particular order. */
	countable(session: Session): CountableItem[];
	/** Several when two PCs gave one number while apart. */
	numbered(session: Session, number: string): Item[];
	kitsWith(session: Session, id: ItemId): Item[];
	/** Also of removed ones. */
	names(session: Session, ids: readonly ItemId[]): { id: ItemId; number: string; name: string }[];
	/** Those of these numbers that any item has or had; `removed`: the id, where it was removed. */
	numbersAmong(session: Session, numbers: readonly string[]): { number: string; removed: ItemId | null }[];
	/** Puts back what the condition was before it became this at or after `since` (ms UTC), unless it changed again. */
	undoCondition(session: Session, id: ItemId, condition: string, since: number): void;
	/** What became missing or was retired in a year and still is. */
	losses(session: Session, year: number): Loss[];
	/** By what was scanned or typed from a label. */
	find(session: Session, label: string): ItemRow | undefined;
	nextNumber(session: Session): string;
	/** `number` null: the next free one. */
	create(session: Session, item: NewItem): Result<{ id: ItemId; number: string }, ItemProblem>;
	update(
		session: Session,
		id: ItemId,
		changes: Changes<ItemFields & { number: string }>,
	): Result<void, ItemProblem | { refused: 'not_found' }>;
	/** By hand. False when there is no such item; so do the others. */
	setState(session: Session, id: ItemId, state: ItemState, reason: string | null): boolean;
	/** Because of a damage, or (null) because there is none any more. */
	setStateFor(session: Session, id: ItemId, state: ItemState, reason: string | null, damageId: DamageId | null): void;
	/** Puts back what the state was before it was retired because of this damage, unless it changed again. */
	undoRetirement(session: Session, id: ItemId, damageId: DamageId): void;
	inMaintenance(session: Session): ItemId[];
	/** All of them or, when one is not there, none. */
	recordTests(session: Session, ids: readonly ItemId[], testedUntil: LocalDate): boolean;
	setPhoto(session: Session, id: ItemId, photo: string | null): boolean;
	remove(session: Session, id: ItemId): boolean;
	restore(session: Session, id: ItemId): boolean;
	doubles(session: Session): { number: string; items: ItemRow[] }[];
	exportCsv(session: Session, list: Listing): string;
}

export type NewItem = ItemFields & {
	readonly number: string | null;
	readonly state?: ItemState;
	readonly stateReason?: string | null;
};

export type ItemProblem =
	| { readonly refused: 'number_taken'; readonly by: { readonly id: ItemId; readonly name: string } }
	| { readonly refused: 'part'; readonly part: RefusedPart };

/** An electrical test that ends within so many days is due. */
const TEST_SOON_DAYS = 30;
const DAY = 86_400_000;
/** What changes together. */
const STATE_FIELDS: ReadonlySet<string> = new Set(['state', 'stateReason', 'stateDamageId']);

export interface InventoryDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	/** Somebody has set a state by hand, in the same transaction. `before`: what it was. */
	stateSet?(session: Session, id: ItemId, before: ItemState): void;
}

export function createInventoryService({ ids, clock, stateSet }: InventoryDeps): InventoryService {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const isThere = (session: Session, id: ItemId) => getItem(readerOf(session), id) !== undefined;
	const list = (session: Session, listing: Listing & { offset: number; limit: number }) =>
		listItems(readerOf(session), listing, localDateOf(clock.now() + TEST_SOON_DAYS * DAY));

	function nextNumber(session: Session): string {
		const given = numbersGiven(readerOf(session));
		const inUse = given.filter(({ isRemoved }) => !isRemoved);
		const numbers = (list: typeof given) => list.map(({ number }) => number);
		return freeNumbers(numbers(inUse), numbers(given))();
	}

	function problemWith(session: Session, kit: Item | null, number: string | undefined, parts: readonly ItemId[]) {
		const reader = readerOf(session);
		const by = number === undefined ? undefined : itemsNumbered(reader, number).find(({ id }) => id !== kit?.id);
		if (by) return { refused: 'number_taken', by: { id: by.id, name: by.name } } satisfies ItemProblem;
		const added = parts.filter((id) => !kit?.parts.includes(id));
		const part = refusedPart(reader, kit, added);
		return part && ({ refused: 'part', part } satisfies ItemProblem);
	}

	return {
		list,
		rows: (session, wanted) => rowsOfItems(readerOf(session), wanted),
		withKin: (session, wanted) => itemsWithKin(readerOf(session), wanted),
		words(session) {
			const reader = readerOf(session);
			return {
				categories: wordsInUse(reader, 'category'),
				locations: wordsInUse(reader, 'location'),
				makers: wordsInUse(reader, 'maker'),
			};
		},
		get(session, id) {
			const reader = readerOf(session);
			const item = getItem(reader, id);
			if (!item) return undefined;
			return { item, parts: rowsOfItems(reader, item.parts), kit: kitsWith(reader, id)[0] ?? null, photo: photoOf(reader, id) };
		},
		some: (session, wanted) => itemsOf(readerOf(session), wanted),
		countable: (session) => countableItems(readerOf(session)),
		numbered: (session, number) => itemsWithNumber(readerOf(session), number),
		kitsWith: (session, id) => wholeKitsWith(readerOf(session), id),
		names: (session, wanted) => namesOfItems(readerOf(session), wanted),
		numbersAmong: (session, numbers) => numbersAmong(readerOf(session), numbers),
		undoCondition(session, id, condition, since) {
			const { store, file, reader } = vaultOf(session);
			if (getItem(reader, id)?.condition !== condition) return;
			const last = historyOf(file, itemKind, id).findLast(({ fields }) => fields.some(({ field }) => field === 'condition'));
			const change = last && last.at >= since ? last.fields.find(({ field }) => field === 'condition') : undefined;
			if (change) store.update(itemKind, id, { condition: change.before as string | null }, session.acting);
		},
		losses: (session, year) => lossesOf(vaultOf(session), year),
		find(session, label) {
			const number = InventoryNumber.safeParse(numberOnLabel(label));
			return number.success ? itemsNumbered(readerOf(session), number.data)[0] : undefined;
		},
		nextNumber,
		create(session, { number: wanted, ...fields }) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const parts = [...new Set(fields.parts)];
				const problem = problemWith(session, null, wanted ?? undefined, parts);
				if (problem) return err(problem);
				const id = ids.next() as ItemId;
				const number = wanted ?? nextNumber(session);
				store.insert(itemKind, id, { ...(fields as Fields), parts, number }, session.acting);
				return ok({ id, number });
			});
		},
		update(session, id, changes) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const before = getItem(reader, id);
				if (!before) return err({ refused: 'not_found' });
				const parts = changes.parts && [...new Set(changes.parts)];
				// One that is shared with another item since two PCs gave it while apart is no news.
				const number = changes.number === before.number ? undefined : changes.number;
				const problem = problemWith(session, before, number, parts ?? []);
				if (problem) return err(problem);
				store.update(itemKind, id, { ...changes, ...(parts && { parts }) } as Fields, session.acting);
				return ok(undefined);
			});
		},
		setState(session, id, state, stateReason) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const before = getItem(reader, id);
				if (!before) return false;
				store.update(itemKind, id, { state, stateReason, stateDamageId: null }, session.acting);
				stateSet?.(session, id, before.state);
				return true;
			});
		},
		setStateFor(session, id, state, stateReason, stateDamageId) {
			vaultOf(session).store.update(itemKind, id, { state, stateReason, stateDamageId }, session.acting);
		},
		undoRetirement(session, id, damageId) {
			const { store, file, reader } = vaultOf(session);
			const item = getItem(reader, id);
			if (item?.state !== 'retired' || item.stateDamageId !== damageId) return;
			const last = historyOf(file, itemKind, id).findLast(({ fields }) => fields.some(({ field }) => field === 'state'));
			const before = last?.fields.filter(({ field }) => STATE_FIELDS.has(field)).map((change) => [change.field, change.before]);
			if (before) store.update(itemKind, id, Object.fromEntries(before) as Fields, session.acting);
		},
		inMaintenance: (session) => itemsInMaintenance(readerOf(session)),
		recordTests(session, wanted, testedUntil) {
			if (!wanted.every((id) => isThere(session, id))) return false;
			const { store } = vaultOf(session);
			store.atomically(() => {
				for (const id of wanted) store.update(itemKind, id, { testedUntil }, session.acting);
			});
			return true;
		},
		setPhoto(session, id, photo) {
			if (!isThere(session, id)) return false;
			// Taken away already: nothing to write.
			if (photo === photoOf(readerOf(session), id)) return true;
			vaultOf(session).store.append(itemPhotoKind, ids.next(), { itemId: id, photo }, session.acting);
			return true;
		},
		remove(session, id) {
			if (!isThere(session, id)) return false;
			vaultOf(session).store.remove(itemKind, id, session.acting);
			return true;
		},
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			if (!wasThere(reader, id)) return false;
			store.restore(itemKind, id, session.acting);
			return true;
		},
		doubles: (session) => doubledNumbers(readerOf(session)),
		exportCsv(session, listing) {
			const items = new Map(allItems(readerOf(session)).map((item) => [item.id, item]));
			const { rows } = list(session, { ...listing, offset: 0, limit: 1_000_000 });
			return itemsAsCsv(
				rows.flatMap(({ id }) => items.get(id) ?? []),
				(id) => items.get(id)?.number,
			);
		},
	};
}
