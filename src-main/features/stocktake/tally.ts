import type { FindingRow } from '#shared/features/stocktake/model.ts';
import type { StocktakeId } from '#shared/kernel/ids.ts';
import type { RecordStore } from '../../records/store.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { StoredStocktake } from './queries.ts';

/**
 * What a stocktake has come to so far, carried along from scan to scan: a scan changes one row, and counting all the
 * others again takes longer than people with a scanner in their hand wait. Whatever else is written, here or by other
 * PCs, has everything counted again.
 */
export interface Tallies {
	/** As `recount` has them, in no particular order. */
	rows(session: Session, of: StoredStocktake): FindingRow[];
	/** `write` writes a scan and gives the one row that it changed. */
	counted(session: Session, of: StoredStocktake, write: () => FindingRow | undefined): FindingRow | undefined;
}

interface Tally {
	readonly of: StocktakeId;
	readonly rows: Map<string, FindingRow>;
	written: number;
}

export function createTallies(recount: (session: Session, of: StoredStocktake) => readonly FindingRow[]): Tallies {
	/** One for each open vault; gone with it. */
	const kept = new WeakMap<RecordStore, Tally>();
	const storeOf = (session: Session) => openVaultOf(session, 'workshop').store;

	function current(store: RecordStore, of: StoredStocktake): Tally | undefined {
		const tally = kept.get(store);
		return tally?.of === of.id && tally.written === store.written() ? tally : undefined;
	}

	return {
		rows(session, of) {
			const store = storeOf(session);
			const known = current(store, of);
			if (known) return [...known.rows.values()];
			const rows = new Map(recount(session, of).map((row) => [keyOf(row), row]));
			kept.set(store, { of: of.id, rows, written: store.written() });
			return [...rows.values()];
		},
		counted(session, of, write) {
			const store = storeOf(session);
			const known = current(store, of);
			const row = write();
			if (known && row) {
				known.rows.set(keyOf(row), row);
				known.written = store.written();
			}
			return row;
		},
	};
}

export const keyOf = ({ itemId, number }: Pick<FindingRow, 'itemId' | 'number'>): string => itemId ?? `:${number}`;
