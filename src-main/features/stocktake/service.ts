import type { LastScan, Standing } from '#shared/features/stocktake/contract.ts';
import { findingsOf, isOpen } from '#shared/features/stocktake/findings.ts';
import type {
	Consequence,
	CountAnswer,
	Counter,
	FindingRow,
	Protocol,
	Stocktake,
	StocktakeFields,
} from '#shared/features/stocktake/model.ts';
import type { ItemId, StocktakeActionId, StocktakeId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { createConsequences } from './consequences.ts';
import { createCounting } from './count.ts';
import type { StocktakeDeps } from './deps.ts';
import { protocolAsCsv } from './protocol-csv.ts';
import {
	actionsOf,
	allStocktakes,
	countersOf as counterSpans,
	getStocktake,
	newestScans,
	protocolOf,
	type StoredStocktake,
	scansOf,
	wasThere,
} from './queries.ts';
import { stocktakeKind } from './records.ts';
import { createTallies, keyOf } from './tally.ts';

/** Stocktakes: begun, counted on any PC, reconciled, finished, and opened again. Undefined where there is none with this id. */
export interface StocktakeService {
	list(session: Session): (Stocktake & { scans: number })[];
	start(session: Session, fields: StocktakeFields): StocktakeId;
	standing(session: Session, id: StocktakeId): Standing | undefined;
	findings(session: Session, id: StocktakeId): FindingRow[] | undefined;
	lastScans(session: Session, id: StocktakeId, limit: number): LastScan[] | undefined;
	scan(session: Session, scan: ScanOf): Result<CountAnswer, Refusal>;
	countParts(session: Session, id: StocktakeId, kitId: ItemId, shelf: string | null): Result<number, Refusal>;
	settle(
		session: Session,
		id: StocktakeId,
		action: Consequence,
		of: readonly { itemId: ItemId | null; number: string }[],
	): Result<StocktakeActionId[], Refusal | 'outdated'>;
	undo(session: Session, id: StocktakeId, actionIds: readonly StocktakeActionId[]): Result<number, Refusal | 'too_late'>;
	/** These give false where there is none with this id. */
	finish(session: Session, id: StocktakeId): boolean;
	reopen(session: Session, id: StocktakeId): boolean;
	remove(session: Session, id: StocktakeId): boolean;
	restore(session: Session, id: StocktakeId): boolean;
	exportCsv(session: Session, id: StocktakeId): string | undefined;
}

export type Refusal = 'not_found' | 'finished';

export interface ScanOf {
	readonly id: StocktakeId;
	readonly text: string;
	readonly shelf: string | null;
	readonly itemId: ItemId | null;
}

const scanCount = (counters: readonly Counter[]): number => counters.reduce((sum, { scans }) => sum + scans, 0);

export function createStocktakeService(deps: StocktakeDeps): StocktakeService {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const consequences = createConsequences(deps);
	const tallies = createTallies((session, of) => recount(session, of));
	const counting = createCounting(deps, tallies);

	const shown = (session: Session, { startedBy, finishedBy, ...stored }: StoredStocktake): Stocktake => ({
		...stored,
		startedByName: deps.memberName(session, startedBy),
		finishedByName: finishedBy && deps.memberName(session, finishedBy),
	});

	const countersOf = (session: Session, id: StocktakeId): Counter[] =>
		counterSpans(readerOf(session), id)
			.map(({ member, ...span }) => ({ name: deps.memberName(session, member), ...span }))
			.sort((a, b) => a.from - b.from || (a.name < b.name ? -1 : 1));

	const recount = (session: Session, of: StoredStocktake): FindingRow[] =>
		findingsOf({
			scope: of,
			items: deps.countable(session),
			scans: scansOf(readerOf(session), of.id),
			actions: actionsOf(readerOf(session), of.id),
			out: deps.outNow(session),
		});

	function withCounters(session: Session, of: StoredStocktake, rows: FindingRow[]): Protocol {
		const counters = countersOf(session, of.id);
		return { rows, counters, scans: scanCount(counters) };
	}

	const current = (session: Session, of: StoredStocktake): Protocol => withCounters(session, of, recount(session, of));

	/** Of a finished one what was kept then: items move on, and the protocol must not move with them. */
	const kept = (session: Session, of: StoredStocktake): Protocol | null =>
		of.finishedAt === null ? null : protocolOf(readerOf(session), of.id);

	const protocol = (session: Session, of: StoredStocktake): Protocol => kept(session, of) ?? current(session, of);

	/** What can still be counted and decided. */
	function running(session: Session, id: StocktakeId): Result<StoredStocktake, Refusal> {
		const found = getStocktake(readerOf(session), id);
		if (!found) return err('not_found');
		return found.finishedAt === null ? ok(found) : err('finished');
	}

	function change(session: Session, id: StocktakeId, changes: (of: StoredStocktake) => void): boolean {
		return vaultOf(session).store.atomically(() => {
			const found = getStocktake(readerOf(session), id);
			if (found) changes(found);
			return found !== undefined;
		});
	}

	return {
		list: (session) => allStocktakes(readerOf(session)).map(({ scans, ...stored }) => ({ ...shown(session, stored), scans })),
		start(session, fields) {
			const id = deps.ids.next() as StocktakeId;
			vaultOf(session).store.insert(stocktakeKind, id, { ...fields, startedBy: session.acting }, session.acting);
			return id;
		},
		standing(session, id) {
			const found = getStocktake(readerOf(session), id);
			if (!found) return undefined;
			const { rows, counters, scans } = kept(session, found) ?? withCounters(session, found, tallies.rows(session, found));
			const expected = rows.filter((row) => row.expected);
			const onLoan = expected.filter(({ finding }) => finding === 'on_loan').length;
			return {
				stocktake: shown(session, found),
				expected: expected.length - onLoan,
				counted: expected.filter(({ countedAt }) => countedAt !== null).length,
				onLoan,
				open: rows.filter(isOpen).length,
				counters,
				late: found.finishedAt === null ? 0 : Math.max(0, scanCount(countersOf(session, id)) - scans),
			};
		},
		findings(session, id) {
			const found = getStocktake(readerOf(session), id);
			return found && protocol(session, found).rows;
		},
		lastScans(session, id, limit) {
			if (!getStocktake(readerOf(session), id)) return undefined;
			const scans = newestScans(readerOf(session), id, limit);
			const items = new Map(
				deps
					.items(
						session,
						scans.flatMap(({ itemId }) => itemId ?? []),
					)
					.map((item) => [item.id, item]),
			);
			return scans.map(({ id: scanId, at, code, itemId, shelf, member }) => {
				const item = itemId === null ? undefined : items.get(itemId);
				const of = { number: item?.number ?? code, name: item?.name ?? null, itemId: item?.id ?? null };
				return { id: scanId, at, ...of, shelf, memberName: deps.memberName(session, member) };
			});
		},
		scan(session, { id, text, shelf, itemId }) {
			const of = running(session, id);
			return of.ok ? ok(counting.scan(session, of.value, text, shelf, itemId)) : of;
		},
		countParts(session, id, kitId, shelf) {
			const of = running(session, id);
			return of.ok ? ok(counting.countParts(session, of.value, kitId, shelf)) : of;
		},
		settle(session, id, action, wanted) {
			const of = running(session, id);
			if (!of.ok) return of;
			const keys = new Set(wanted.map(keyOf));
			const rows = recount(session, of.value).filter((row) => keys.has(keyOf(row)));
			const actionIds = consequences.settle(session, of.value, rows, action);
			return actionIds.length > 0 ? ok(actionIds) : err('outdated');
		},
		undo(session, id, actionIds) {
			const of = running(session, id);
			if (!of.ok) return of;
			const undone = consequences.undo(session, of.value, actionIds);
			return undone > 0 ? ok(undone) : err('too_late');
		},
		finish: (session, id) =>
			change(session, id, (of) => {
				if (of.finishedAt !== null) return;
				const fields = {
					finishedAt: deps.clock.now(),
					finishedBy: session.acting,
					protocol: JSON.stringify(current(session, of)),
				};
				vaultOf(session).store.update(stocktakeKind, id, fields, session.acting);
			}),
		reopen: (session, id) =>
			change(session, id, () => {
				const fields = { finishedAt: null, finishedBy: null, protocol: null };
				vaultOf(session).store.update(stocktakeKind, id, fields, session.acting);
			}),
		remove: (session, id) => change(session, id, () => vaultOf(session).store.remove(stocktakeKind, id, session.acting)),
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			if (!wasThere(reader, id)) return false;
			store.restore(stocktakeKind, id, session.acting);
			return true;
		},
		exportCsv(session, id) {
			const found = getStocktake(readerOf(session), id);
			return found && protocolAsCsv(protocol(session, found).rows);
		},
	};
}
