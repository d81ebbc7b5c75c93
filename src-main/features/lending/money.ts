import type { DepositEntry } from '#shared/features/lending/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { LoanId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { depositsHeld } from './line-queries.ts';
import { depositsOf } from './loan-queries.ts';
import { depositKind } from './records.ts';

/** Deposits: entries that are only ever added, each with its receipt. What is held is their sum. */
export interface MoneyBox {
	held(session: Session, loanId: LoanId): number;
	/** `cents` > 0, whichever way the money goes; the caller has seen to it that no more is given back than is held. */
	book(
		session: Session,
		loan: { readonly id: LoanId; readonly number: string },
		what: DepositEntry['what'],
		cents: number,
	): { receipt: string };
}

/** Or never went out. */
const COMES_IN: ReadonlySet<DepositEntry['what']> = new Set(['paid', 'corrected']);

export function createMoneyBox(ids: Ids): MoneyBox {
	return {
		held: (session, loanId) => depositsHeld(openVaultOf(session, 'workshop').reader, [loanId]).get(loanId) ?? 0,
		book(session, loan, what, cents) {
			const { store, reader } = openVaultOf(session, 'workshop');
			const receipt = `${loan.number}/${depositsOf(reader, loan.id).length + 1}`;
			store.append(
				depositKind,
				ids.next(),
				{ loanId: loan.id, what, cents: COMES_IN.has(what) ? cents : -cents, receipt },
				session.acting,
			);
			return { receipt };
		},
	};
}
