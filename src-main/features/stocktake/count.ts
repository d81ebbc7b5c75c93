import type { Item } from '#shared/features/inventory/model.ts';
import { readScan } from '#shared/features/lending/scan-text.ts';
import { consequencesOf, findingsOf, isKnownThere } from '#shared/features/stocktake/findings.ts';
import type { CountAnswer, CountedItem, FindingRow } from '#shared/features/stocktake/model.ts';
import { isSamePlace, readShelf } from '#shared/features/stocktake/shelf-label.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { StocktakeDeps } from './deps.ts';
import { actionsOf, countedAmong, type StoredStocktake, scansOfCode, scansOfItem } from './queries.ts';
import { stocktakeScanKind } from './records.ts';
import type { Tallies } from './tally.ts';

/** One scan and its answer. Looks only at what was scanned, so that it is fast however much there is. */
export interface Counting {
	scan(session: Session, of: StoredStocktake, text: string, shelf: string | null, itemId: ItemId | null): CountAnswer;
	/** The parts of a kit that have not been counted yet, counted where the kit is. */
	countParts(session: Session, of: StoredStocktake, kitId: ItemId, shelf: string | null): number;
}

export function createCounting(deps: StocktakeDeps, tallies: Tallies): Counting {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');

	function write(session: Session, of: StoredStocktake, scan: { code: string; itemId: ItemId | null; shelf: string | null }) {
		vaultOf(session).store.append(stocktakeScanKind, deps.ids.next(), { stocktakeId: of.id, ...scan }, session.acting);
	}

	function rowOf(session: Session, of: StoredStocktake, item: Item): FindingRow | undefined {
		const { reader } = vaultOf(session);
		const isOnly = deps.itemsNumbered(session, item.number).length === 1;
		return findingsOf({
			scope: of,
			items: [item],
			scans: [...scansOfItem(reader, of.id, item.id), ...(isOnly ? scansOfCode(reader, of.id, item.number) : [])],
			actions: actionsOf(reader, of.id, { itemId: item.id }),
			out: deps.linesOut(session, [item.id]),
		})[0];
	}

	function rowOfCode(session: Session, of: StoredStocktake, code: string): FindingRow | undefined {
		const { reader } = vaultOf(session);
		const actions = actionsOf(reader, of.id, { code });
		return findingsOf({ scope: of, items: [], scans: scansOfCode(reader, of.id, code), actions, out: [] })[0];
	}

	function countItem(session: Session, of: StoredStocktake, item: Item, shelf: string | null): FindingRow | undefined {
		return tallies.counted(session, of, () => {
			write(session, of, { code: item.number, itemId: item.id, shelf });
			return rowOf(session, of, item);
		});
	}

	const partsLeft = (session: Session, of: StoredStocktake, kit: Item): Item[] => {
		if (kit.parts.length === 0) return [];
		const counted = countedAmong(vaultOf(session).reader, of.id, kit.parts);
		return deps.items(session, kit.parts).filter(({ id }) => !counted.has(id));
	};

	function count(session: Session, of: StoredStocktake, item: Item, shelf: string | null): CountAnswer {
		const before = rowOf(session, of, item);
		const row = countItem(session, of, item, shelf);
		const { shelves = [], finding = 'found' } = row ?? {};
		return {
			kind: 'counted',
			item: shown(item),
			finding,
			again: isKnownThere(before, shelf),
			elsewhere: shelves.filter((one) => shelf === null || !isSamePlace(one, shelf)),
			partsLeft: partsLeft(session, of, item).length,
			consequences: row && row.settled === null ? [...consequencesOf(row)] : [],
			borrowerName: finding === 'returned' ? (deps.linesOut(session, [item.id])[0]?.borrower.name ?? null) : null,
		};
	}

	function shelfAnswer(session: Session, of: StoredStocktake, shelf: string, isNew: boolean): CountAnswer {
		const spellings = new Set(deps.places(session).filter((place) => isSamePlace(place, shelf)));
		const there = deps.countable(session).filter(({ location, state }) => {
			const isIn = state !== 'retired' && state !== 'missing';
			return isIn && location !== null && spellings.has(location);
		});
		const expected = there.filter(({ category }) => of.category === null || category === of.category).length;
		return { kind: 'shelf', shelf, expected, isNew };
	}

	return {
		scan(session, of, text, shelf, itemId) {
			if (itemId !== null) {
				const [chosen] = deps.items(session, [itemId]);
				if (chosen) return count(session, of, chosen, shelf);
			}
			const label = readShelf(text, () => deps.places(session));
			if (label?.kind === 'shelf') return shelfAnswer(session, of, label.shelf, label.isNew);
			const read = label ?? readScan(text);
			if (read.kind === 'unreadable') return read;
			if (read.kind === 'member') return { kind: 'member', memberId: read.id };
			if (read.kind === 'card') return { kind: 'card' };
			for (const number of [read.number, ...read.others]) {
				const items = deps.itemsNumbered(session, number);
				const [item] = items;
				if (items.length > 1) return { kind: 'several', items: items.map(shown) };
				if (item) return count(session, of, item, shelf);
			}
			if (read.kind === 'card_or_item' && deps.isBorrowerCard(session, read.card)) return { kind: 'card' };
			const code = read.number;
			const before = rowOfCode(session, of, code);
			tallies.counted(session, of, () => {
				write(session, of, { code, itemId: null, shelf });
				return rowOfCode(session, of, code);
			});
			return { kind: 'unknown', code, again: isKnownThere(before, shelf) };
		},
		countParts(session, of, kitId, shelf) {
			const [kit] = deps.items(session, [kitId]);
			const parts = kit ? partsLeft(session, of, kit) : [];
			vaultOf(session).store.atomically(() => {
				for (const part of parts) countItem(session, of, part, shelf);
			});
			return parts.length;
		},
	};
}

const shown = ({ id, number, name, location }: Item): CountedItem => ({ id, number, name, location });
