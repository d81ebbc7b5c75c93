import type { ItemState } from '#shared/features/inventory/model.ts';
import type { ItemId, StocktakeActionId } from '#shared/kernel/ids.ts';
import type { Consequence, FindingRow, StocktakeAction, StocktakeFields, StocktakeFinding } from './model.ts';
import { isSamePlace } from './shelf-label.ts';

/**
 * What a stocktake came to. Depends on nothing but which scans and actions there are, and when each was written: not on
 * the PC they come from, nor on the order they arrived in.
 */

export interface CountableItem {
	readonly id: ItemId;
	readonly number: string;
	readonly name: string;
	readonly category: string | null;
	readonly location: string | null;
	readonly state: ItemState;
	/** ms UTC */
	readonly createdAt: number;
}

interface Written {
	readonly id: string;
	/** ms UTC */
	readonly at: number;
}

export interface Scan extends Written {
	readonly code: string;
	/** Null: nothing had this code. */
	readonly itemId: ItemId | null;
	/** Null: nobody said where. */
	readonly shelf: string | null;
}

export interface Action extends Written {
	readonly itemId: ItemId | null;
	readonly code: string | null;
	readonly finding: StocktakeFinding;
	readonly action: StocktakeAction;
	/** What of the item was otherwise before it. */
	readonly before: { readonly location?: string | null; readonly state?: ItemState; readonly loan?: string };
	/** The action that this one takes back. */
	readonly undoes: string | null;
}

export interface OutLine {
	readonly itemId: ItemId;
	readonly loanNumber: string;
	readonly issuedAt: number;
}

export interface Facts {
	readonly scope: Pick<StocktakeFields, 'location' | 'category'>;
	readonly items: readonly CountableItem[];
	readonly scans: readonly Scan[];
	readonly actions: readonly Action[];
	/** What is with borrowers now. */
	readonly out: readonly OutLine[];
}

/** What can follow from a finding, the usual one first. */
export function consequencesOf({ finding, shelf, location, gone }: FindingRow): readonly Consequence[] {
	const isElsewhere = shelf !== null && (location === null || !isSamePlace(shelf, location));
	const toMove: readonly Consequence[] = isElsewhere ? ['moved'] : [];
	switch (finding) {
		case 'misplaced':
			return location === null ? ['moved', 'ignored'] : ['moved', 'moved_back'];
		case 'twice':
			return [...toMove, ...(location === null ? [] : (['moved_back'] as const)), 'ignored'];
		case 'missing':
			return ['marked_missing'];
		case 'returned':
			return ['taken_back'];
		case 'unexpected':
			// What was scrapped turns up now and then; that alone does not make it fit for use.
			if (gone === 'retired') return ['ignored', 'made_active'];
			return gone === 'missing' ? ['made_active', 'ignored'] : [...toMove, 'ignored'];
		case 'unknown':
			return ['ignored'];
		default:
			return [];
	}
}

/** Somebody still has to say what follows. */
export const isOpen = ({ finding, settled }: Pick<FindingRow, 'finding' | 'settled'>): boolean =>
	settled === null && finding !== 'found' && finding !== 'on_loan';

const goneOf = (state: ItemState) => (state === 'missing' || state === 'retired' ? state : null);
const isGone = (state: ItemState) => goneOf(state) !== null;

const byTime = (a: Written, b: Written): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export function isInScope(item: Pick<CountableItem, 'location' | 'category'>, scope: Facts['scope']): boolean {
	const fits = (wanted: string | null, has: string | null) => wanted === null || (has !== null && isSamePlace(wanted, has));
	return fits(scope.location, item.location) && fits(scope.category, item.category);
}

/**
 * One row for each item that is expected or was scanned, and one for each unknown code; in the order of numbers. An item
 * that is scanned twice on one shelf was scanned there once. A code that was unknown and belongs to exactly one item by
 * now counts as that item.
 */
export function findingsOf({ scope, items, scans, actions, out }: Facts): FindingRow[] {
	const known = new Set(items.map(({ id }) => id));
	const isKnown = (id: ItemId | null): id is ItemId => id !== null && known.has(id);
	const loose = new Set(scans.filter(({ itemId }) => !isKnown(itemId)).map(({ code }) => code));
	const named = new Map<string, ItemId | null>();
	for (const { id, number } of items) if (loose.has(number)) named.set(number, named.has(number) ? null : id);
	const ofItem = new Map<ItemId, Scan[]>();
	const ofCode = new Map<string, Scan[]>();
	for (const scan of [...scans].sort(byTime)) {
		// Of an item that was removed since: its code is unknown now.
		const id = isKnown(scan.itemId) ? scan.itemId : (named.get(scan.code) ?? null);
		if (id === null) push(ofCode, scan.code, scan);
		else push(ofItem, id, scan);
	}
	const undone = new Set(actions.flatMap(({ undoes }) => undoes ?? []));
	const actionsOf = new Map<string, Action[]>();
	for (const action of [...actions].sort(byTime)) {
		if (action.action !== 'undone' && !undone.has(action.id)) push(actionsOf, action.itemId ?? `:${action.code}`, action);
	}
	const lines = new Map<ItemId, OutLine>();
	for (const line of [...out].sort((a, b) => b.issuedAt - a.issuedAt)) lines.set(line.itemId, line);

	const rows: FindingRow[] = [];
	for (const item of items) {
		const row = rowOf(item, scope, ofItem.get(item.id) ?? [], actionsOf.get(item.id) ?? [], lines.get(item.id));
		if (row) rows.push(row);
	}
	for (const [code, of] of ofCode) rows.push(unknownRow(code, of, actionsOf.get(`:${code}`) ?? []));
	return inOrder(rows);
}

function rowOf(
	now: CountableItem,
	scope: Facts['scope'],
	scans: readonly Scan[],
	actions: readonly Action[],
	line: OutLine | undefined,
): FindingRow | null {
	// What a consequence changed must not change what was expected.
	const befores = actions.map(({ before }) => before).reverse();
	const atFirst: CountableItem = befores.length === 0 ? now : Object.assign({}, now, ...befores);
	const expected = isInScope(atFirst, scope) && !isGone(atFirst.state);
	const { shelves, shelf, last } = whereabouts(scans, actions, now.location);
	if (!expected && last === null) return null;
	const isOut = line !== undefined && (last === null || line.issuedAt <= last.at);
	const action = holding(actions, last);
	const item = action ? { ...now, ...action.before } : now;
	// Made because of this very scan.
	const isNew = last !== null && last.itemId === null && now.createdAt > last.at;
	const finding = action?.finding ?? (isNew ? 'unknown' : findingOf(now, scope, last, shelves, shelf, isOut));
	return {
		finding,
		itemId: now.id,
		number: now.number,
		name: now.name,
		location: item.location,
		shelf,
		shelves: [...shelves],
		countedAt: last?.at ?? null,
		expected,
		gone: goneOf(item.state),
		loan: isOut ? line.loanNumber : (action?.before.loan ?? null),
		settled: action?.action ?? (isNew ? 'created' : null),
		actionId: (action?.id as StocktakeActionId | undefined) ?? null,
	};
}

function findingOf(
	item: CountableItem,
	scope: Facts['scope'],
	last: Scan | null,
	shelves: readonly string[],
	shelf: string | null,
	isOut: boolean,
): StocktakeFinding {
	if (last === null) return isOut ? 'on_loan' : 'missing';
	if (isOut) return 'returned';
	if (isGone(item.state)) return 'unexpected';
	if (shelves.length > 1) return 'twice';
	if (shelf !== null && (item.location === null || !isSamePlace(shelf, item.location))) return 'misplaced';
	return isInScope(item, scope) ? 'found' : 'unexpected';
}

function unknownRow(code: string, scans: readonly Scan[], actions: readonly Action[]): FindingRow {
	const { shelves, shelf, last } = whereabouts(scans, actions, null);
	const action = holding(actions, last);
	return {
		...{ finding: 'unknown', itemId: null, number: code, name: '', location: null, shelf, shelves: [...shelves] },
		...{ countedAt: last?.at ?? null, expected: false, gone: null, loan: null, settled: action?.action ?? null },
		actionId: (action?.id as StocktakeActionId | undefined) ?? null,
	};
}

interface Whereabouts {
	/** Where it was counted, as far as nobody has decided about it. */
	readonly shelves: readonly string[];
	readonly shelf: string | null;
	/** The newest scan that was news: the first one on the shelf that counts. */
	readonly last: Scan | null;
}

/** Goes through scans and consequences, both in the order of time. `home`: where the item belongs. */
function whereabouts(scans: readonly Scan[], actions: readonly Action[], home: string | null): Whereabouts {
	let seen: string[] = [];
	/** Where it is, as far as anybody knows; other than `shelf` once somebody has put it back. */
	let here: string | null = null;
	let found: Whereabouts = { shelves: [], shelf: null, last: null };
	const decide = (action: Action) => {
		if (action.action === 'moved_back') here = home ?? here;
		seen = here === null ? [] : [here];
	};
	let decided = 0;
	for (const scan of scans) {
		for (let next = actions[decided]; next && byTime(next, scan) < 0; next = actions[++decided]) decide(next);
		const { shelf } = scan;
		// Without a shelf it says no more than that the thing is there.
		if (found.last !== null && (shelf === null || (here !== null && isSamePlace(shelf, here)))) continue;
		here = shelf;
		if (shelf !== null && !seen.some((one) => isSamePlace(one, shelf))) seen = [...seen, shelf];
		found = { shelves: seen, shelf, last: scan };
	}
	return found;
}

/** The newest consequence, unless the thing was counted somewhere else after it. */
function holding(actions: readonly Action[], last: Scan | null): Action | undefined {
	const newest = actions.at(-1);
	return newest && (last === null || byTime(last, newest) < 0) ? newest : undefined;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

/** As people count: `WZ-9` before `WZ-10`. */
const inOrder = (rows: readonly FindingRow[]): FindingRow[] =>
	rows
		.map((row) => ({ row, ...sortOf(row.number) }))
		.sort(
			(a, b) =>
				compare(a.word, b.word) ||
				a.value - b.value ||
				compare(a.row.number, b.row.number) ||
				compare(a.row.itemId ?? '', b.row.itemId ?? ''),
		)
		.map(({ row }) => row);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sortOf(number: string): { word: string; value: number } {
	const digits = /\d{1,15}$/.exec(number)?.[0] ?? '';
	return { word: number.slice(0, number.length - digits.length), value: Number(digits) };
}

/** Whether a scan there would say nothing that is not known. */
export const isKnownThere = (row: Pick<FindingRow, 'countedAt' | 'shelf'> | undefined, shelf: string | null): boolean =>
	row !== undefined && row.countedAt !== null && (shelf === null || (row.shelf !== null && isSamePlace(row.shelf, shelf)));
