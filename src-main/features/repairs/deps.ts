import type { DeskStep, Loan, Obstacle, StepDone } from '#shared/features/lending/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Session } from '../../vaults/session.ts';

/** What repairs ask of the other features; `workshop.ts` passes it in. */
export interface RepairsDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	memberName(session: Session, id: string): string;
	/** So long it is kept who brought something. */
	visitorMonths(session: Session): number;
	/** Also of removed ones. */
	borrowerNames(session: Session, ids: readonly BorrowerId[]): ReadonlyMap<BorrowerId, string>;
	/** What goes out with an item; undefined when there is no such item. */
	accessories(session: Session, id: ItemId): string[] | undefined;
	/** At the lending desk, all or nothing. */
	lend(session: Session, step: DeskStep): Result<StepDone, LendProblem>;
	/** Undefined when it is back already. */
	takeBackLine(session: Session, lineId: LoanLineId): StepDone['returned'] | undefined;
	loan(session: Session, id: LoanId): Loan | undefined;
}

export type LendProblem =
	| { readonly refused: 'obstacles'; readonly obstacles: (Obstacle & { readonly itemId: ItemId | null })[] }
	| { readonly refused: 'no_borrower' | 'outdated' | 'impossible_date' };
