import type { LoanKind } from '#shared/features/lending/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { depositKind, loanKind, loanLineKind } from './records.ts';

interface InventedLoan {
	readonly borrowerIndex: number;
	readonly kind: LoanKind;
	readonly issuedAt: number;
	readonly depositCents: number;
	readonly lines: readonly {
		readonly itemIndex: number;
		readonly kitIndex: number | null;
		readonly dueOn: LocalDate;
		readonly extended: number;
		readonly returnedAt: number | null;
		readonly missing: readonly string[];
	}[];
}

/** What the inventory and the borrowers' list made of the invented ones, in their order. */
interface Written {
	readonly items: readonly { readonly id: ItemId; readonly accessories: readonly string[] }[];
	readonly borrowers: readonly BorrowerId[];
}

interface WrittenLoan {
	readonly id: LoanId;
	readonly lines: readonly { readonly id: LoanLineId; readonly itemIndex: number }[];
}

/** Writes the invented loans as whoever stood at the desk. Nothing of today lies in the future. */
export function sampleLoanWriter({ ids, clock }: { ids: Ids; clock: Clock }) {
	return (session: Session, loans: readonly InventedLoan[], { items, borrowers }: Written, author: MemberId): WrittenLoan[] => {
		const { store } = openVaultOf(session, 'workshop');
		const past = (instant: number) => Math.min(instant, clock.now());
		return loans.map((loan, index) => {
			const id = ids.next() as LoanId;
			const number = `L-${String(index + 1).padStart(5, '0')}`;
			const borrowerId = borrowers[loan.borrowerIndex];
			if (!borrowerId) throw new Error('invented loan of nobody');
			store.insert(
				loanKind,
				id,
				{ number, borrowerId, kind: loan.kind, issuedAt: past(loan.issuedAt), issuedBy: author, reason: null },
				author,
			);
			const lines = loan.lines.map(({ itemIndex, kitIndex, dueOn, extended, returnedAt, missing }) => {
				const item = items[itemIndex];
				if (!item) throw new Error('invented line of nothing');
				const lineId = ids.next() as LoanLineId;
				const accessoriesOut = [...item.accessories];
				store.insert(
					loanLineKind,
					lineId,
					{
						loanId: id,
						itemId: item.id,
						kitId: kitIndex === null ? null : (items[kitIndex]?.id ?? null),
						dueOn,
						extended,
						accessoriesOut,
						...(returnedAt !== null && {
							returnedAt: past(returnedAt),
							returnedBy: author,
							accessoriesIn: accessoriesOut.filter((name) => !missing.includes(name)),
						}),
					},
					author,
				);
				return { id: lineId, itemIndex };
			});
			const isBack = loan.lines.every(({ returnedAt }) => returnedAt !== null);
			if (loan.depositCents > 0) {
				const entry = (what: 'paid' | 'returned', cents: number, nth: number) =>
					store.append(depositKind, ids.next(), { loanId: id, what, cents, receipt: `${number}/${nth}` }, author);
				entry('paid', loan.depositCents, 1);
				if (isBack) entry('returned', -loan.depositCents, 2);
			}
			return { id, lines };
		});
	};
}
