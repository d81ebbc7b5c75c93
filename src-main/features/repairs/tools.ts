import type { OpenLine, StepDone } from '#shared/features/lending/model.ts';
import type { BorrowerId, ItemId, LoanLineId, RepairId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendProblem, RepairsDeps } from './deps.ts';
import { getRepair, loansFor } from './queries.ts';
import { repairLoanKind } from './records.ts';

/** Tools of the inventory that are used here for a repair: loans in the house, made and ended from the repair's own page. */
export interface Tools {
	/** The oldest first; undefined when there is no such repair. */
	of(session: Session, id: RepairId): ToolLine[] | undefined;
	lend(
		session: Session,
		of: { id: RepairId; itemId: ItemId; borrowerId: BorrowerId; reason: string | null },
	): Result<StepDone, LendProblem | { refused: 'not_found' }>;
	/** Undefined when it is back already, or never was out for this repair. */
	takeBack(session: Session, id: RepairId, lineId: LoanLineId): StepDone['returned'] | undefined;
}

export type ToolLine = Pick<OpenLine, 'id' | 'loanId' | 'itemId' | 'itemNumber' | 'itemName' | 'borrower'> & {
	readonly returnedAt: number | null;
};

export function createTools({ ids, accessories, lend, takeBackLine, loan }: RepairsDeps): Tools {
	const readerOf = (session: Session) => openVaultOf(session, 'workshop').reader;

	function of(session: Session, id: RepairId): ToolLine[] | undefined {
		if (!getRepair(readerOf(session), id)) return undefined;
		return loansFor(readerOf(session), id).flatMap((loanId) =>
			(loan(session, loanId)?.lineList ?? [])
				.filter(({ outcome }) => outcome !== 'double')
				.map(({ id: lineId, itemId, itemNumber, itemName, borrower, returnedAt }) => ({
					...{ id: lineId, loanId, itemId, itemNumber, itemName, borrower, returnedAt },
				})),
		);
	}

	return {
		of,
		lend(session, { id, itemId, borrowerId, reason }) {
			const { store } = openVaultOf(session, 'workshop');
			return store.atomically(() => {
				const along = accessories(session, itemId);
				if (along === undefined || !getRepair(readerOf(session), id)) return err({ refused: 'not_found' });
				const line = { itemId, kitId: null, accessories: along, condition: null, inHouse: true, dueOn: null };
				const done = lend(session, { borrowerId, out: [line], back: [], depositInCents: 0, issuedOn: null, reason });
				if (!done.ok) return done;
				for (const { id: loanId } of done.value.loans)
					store.append(repairLoanKind, ids.next(), { repairId: id, loanId }, session.acting);
				return ok(done.value);
			});
		},
		takeBack(session, id, lineId) {
			const line = of(session, id)?.find((one) => one.id === lineId);
			return line && line.returnedAt === null ? takeBackLine(session, lineId) : undefined;
		},
	};
}
