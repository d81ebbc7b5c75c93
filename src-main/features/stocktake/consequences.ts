import type { z } from 'zod';
import { consequencesOf } from '#shared/features/stocktake/findings.ts';
import type { Consequence, FindingRow } from '#shared/features/stocktake/model.ts';
import { isSamePlace } from '#shared/features/stocktake/shelf-label.ts';
import type { StocktakeActionId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { StocktakeDeps } from './deps.ts';
import { actionsOf, type Before, type StoredAction, type StoredStocktake } from './queries.ts';
import { stocktakeActionKind } from './records.ts';

/** What follows from findings: really done in the inventory and the loans, written down, and taken back again. */
export interface Consequences {
	/** Of these rows those that it follows from and that nobody has settled; their new actions. */
	settle(session: Session, of: StoredStocktake, rows: readonly FindingRow[], action: Consequence): StocktakeActionId[];
	/** How many were taken back: what changed since is left as it is. */
	undo(session: Session, of: StoredStocktake, ids: readonly StocktakeActionId[]): number;
}

export function createConsequences(deps: StocktakeDeps): Consequences {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');

	/** Does it, and says what was otherwise before; null when it cannot be done any more. */
	function carryOut(session: Session, of: StoredStocktake, row: FindingRow, action: Consequence): Before | null {
		const [item] = row.itemId === null ? [] : deps.items(session, [row.itemId]);
		if (!item) return action === 'ignored' && row.itemId === null ? {} : null;
		switch (action) {
			case 'moved':
				if (row.shelf === null) return null;
				deps.setPlace(session, item.id, row.shelf);
				return { location: item.location, movedTo: row.shelf };
			case 'marked_missing':
				deps.setState(session, item.id, 'missing', `Bei der Inventur „${of.name}“ nicht gefunden`);
				return { state: item.state, stateReason: item.stateReason };
			case 'made_active':
				deps.setState(session, item.id, 'active', null);
				return { state: item.state, stateReason: item.stateReason };
			case 'taken_back': {
				// More than one only when two PCs lent it while apart.
				const lines = deps.linesOut(session, [item.id]);
				const returned = lines.flatMap(({ id }) => deps.takeBackLine(session, id) ?? []);
				const loan = lines[0]?.loanNumber;
				return returned.length === 0 || loan === undefined ? null : { loan, returned };
			}
			case 'moved_back':
			case 'ignored':
				return {};
		}
	}

	/** False when somebody has changed it since. */
	function takeBack(session: Session, { action, itemId, before }: StoredAction): boolean {
		if (action === 'moved_back' || action === 'ignored') return true;
		const [item] = itemId === null ? [] : deps.items(session, [itemId]);
		if (!item) return false;
		if (action === 'moved') {
			const isThere = item.location !== null && before.movedTo !== undefined && isSamePlace(item.location, before.movedTo);
			if (!isThere || before.location === undefined) return false;
			deps.setPlace(session, item.id, before.location);
			return true;
		}
		if (action === 'taken_back') return before.returned !== undefined && deps.undoReturn(session, before.returned);
		const became = action === 'marked_missing' ? 'missing' : 'active';
		if (item.state !== became || before.state === undefined) return false;
		deps.setState(session, item.id, before.state, before.stateReason ?? null);
		return true;
	}

	function write(session: Session, fields: z.input<typeof stocktakeActionKind.fields>): StocktakeActionId {
		const id = deps.ids.next() as StocktakeActionId;
		vaultOf(session).store.append(stocktakeActionKind, id, { ...fields }, session.acting);
		return id;
	}

	return {
		settle: (session, of, rows, action) =>
			vaultOf(session).store.atomically(() =>
				rows.flatMap((row) => {
					if (row.settled !== null || !consequencesOf(row).includes(action)) return [];
					const before = carryOut(session, of, row, action);
					if (before === null) return [];
					const { itemId, number, finding } = row;
					const about = { stocktakeId: of.id, itemId, code: itemId === null ? number : null, finding };
					return write(session, { ...about, action, before: JSON.stringify(before), undoes: null });
				}),
			),
		undo: (session, of, ids) =>
			vaultOf(session).store.atomically(() => {
				const actions = actionsOf(vaultOf(session).reader, of.id);
				const undone = new Set(actions.flatMap(({ undoes }) => undoes ?? []));
				const wanted = new Set<string>(ids);
				let count = 0;
				for (const action of actions) {
					if (!wanted.has(action.id) || undone.has(action.id) || action.action === 'undone') continue;
					if (!takeBack(session, action)) continue;
					const { itemId, code, finding } = action;
					const undoes = action.id as StocktakeActionId;
					write(session, { stocktakeId: of.id, itemId, code, finding, action: 'undone', before: null, undoes });
					count++;
				}
				return count;
			}),
	};
}
