import type { LentTwice } from '#shared/features/lending/model.ts';
import type { ItemId, LoanLineId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendingDeps } from './deps.ts';
import { itemsOutTwice, linesOutOf } from './line-queries.ts';
import { loanLineKind } from './records.ts';
import type { LineViews } from './views.ts';

/** The same item lent twice while two PCs were apart: both loans stay, and somebody who knows says which is true. */
export interface Doubles {
	list(session: Session): LentTwice[];
	/** False when it is settled already, or the line is not one of them. */
	settle(session: Session, itemId: ItemId, lineId: LoanLineId): boolean;
}

export function createDoubles(deps: LendingDeps, views: LineViews): Doubles {
	return {
		list(session) {
			const { reader } = openVaultOf(session, 'workshop');
			return itemsOutTwice(reader).map((itemId) => {
				const stored = linesOutOf(reader, [itemId]);
				const lines = views.open(session, stored).map((line, at) => ({
					...line,
					issuedByName: deps.memberName(session, stored[at]?.issuedBy ?? ''),
				}));
				return { itemId, itemNumber: lines[0]?.itemNumber ?? '?', itemName: lines[0]?.itemName ?? '?', lines };
			});
		},
		settle(session, itemId, lineId) {
			const { store, reader } = openVaultOf(session, 'workshop');
			return store.atomically(() => {
				const lines = linesOutOf(reader, [itemId]);
				if (lines.length < 2 || lines.every(({ id }) => id !== lineId)) return false;
				const closed = { returnedAt: deps.clock.now(), returnedBy: session.acting, isDouble: true };
				const out = { returnedAt: null, returnedBy: null, isDouble: false };
				for (const { id, accessoriesOut } of lines) {
					const outcome = id === lineId ? out : { ...closed, accessoriesIn: accessoriesOut };
					store.affirm(loanLineKind, id, outcome, session.acting);
				}
				return true;
			});
		},
	};
}
