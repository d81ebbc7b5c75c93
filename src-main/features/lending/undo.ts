import type { StepDone } from '#shared/features/lending/model.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendingDeps } from './deps.ts';
import { linesById, linesOfLoan, linesTouchedSince } from './line-queries.ts';
import { depositsOf, getLoan } from './loan-queries.ts';
import type { MoneyBox } from './money.ts';
import { loanKind, loanLineKind } from './records.ts';

export type Undoable = Pick<StepDone, 'loans' | 'returned' | 'damages' | 'collected'>;

/** Takes the last step of a desk back, as long as nothing has happened to its loans and lines since. */
export function createUndo(deps: LendingDeps, money: MoneyBox) {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');

	function isUntouched(session: Session, { loans, returned, damages }: Undoable): boolean {
		const { reader } = vaultOf(session);
		const areStillOut = loans.every(({ id, lines: given }) => {
			const lines = linesOfLoan(reader, id);
			if (!getLoan(reader, id) || depositsOf(reader, id).length > 1) return false;
			return (
				lines.length === given.length &&
				lines.every((line) => given.includes(line.id) && line.returnedAt === null && line.extended === 0)
			);
		});
		const back = new Map(
			linesById(
				reader,
				returned.map(({ lineId }) => lineId),
			).map((line) => [line.id, line]),
		);
		const returnedIds = new Set(returned.map(({ lineId }) => lineId));
		const ownLines = new Set(loans.flatMap(({ lines }) => lines as string[]));
		return (
			areStillOut &&
			damages.every((id) => deps.damages.isFresh(session, id, returnedIds)) &&
			returned.every(({ lineId, loanId, returnedAt, depositHeldCents }) => {
				const line = back.get(lineId);
				const isSame = line?.returnedAt === returnedAt && !line.isDouble && money.held(session, loanId) === depositHeldCents;
				// Somebody else has it by now or has had it since; what this very step lent again is taken back along with it.
				const later = isSame ? linesTouchedSince(reader, line.itemId, line.updatedAt) : [];
				return isSame && later.every(({ id }) => ownLines.has(id) || returnedIds.has(id));
			})
		);
	}

	/** False when it is too late; nothing has changed then. */
	return (session: Session, step: Undoable): boolean =>
		vaultOf(session).store.atomically(() => {
			if (!isUntouched(session, step)) return false;
			const { store, reader } = vaultOf(session);
			for (const { id, lines } of step.loans) {
				const loan = getLoan(reader, id);
				const held = money.held(session, id);
				if (loan && held > 0) money.book(session, loan, 'returned', held);
				for (const line of lines) store.remove(loanLineKind, line, session.acting);
				store.remove(loanKind, id, session.acting);
			}
			for (const line of linesById(
				reader,
				step.returned.map(({ lineId }) => lineId),
			)) {
				store.update(
					loanLineKind,
					line.id,
					{ returnedAt: null, returnedBy: null, accessoriesIn: [], conditionIn: null },
					session.acting,
				);
				if (line.conditionIn !== null) deps.undoCondition(session, line.itemId, line.conditionIn, line.updatedAt);
			}
			for (const id of step.damages) deps.damages.withdraw(session, id);
			deps.reservations?.uncollect(session, step.collected);
			return true;
		});
}
