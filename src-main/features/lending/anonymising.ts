import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { loanKind } from './records.ts';
import { loan } from './tables.ts';

/** The last day on which something was lent to each borrower or came back from them. */
export function lastLent(db: Reader, id?: BorrowerId): ReadonlyMap<string, LocalDate> {
	const rows = db
		.select({
			borrowerId: loan.borrowerId,
			at: sql<number>`max(max(${loan.issuedAt}), coalesce(max((SELECT max(returned_at) FROM loan_line WHERE loan_line.loan_id = loan.id)), 0))`,
		})
		.from(loan)
		.where(id && eq(loan.borrowerId, id))
		.groupBy(loan.borrowerId)
		.all();
	return new Map(rows.map(({ borrowerId, at }) => [borrowerId, localDateOf(at)]));
}

/** Why something was lent all the same may be about the borrower; that it was stays. */
export function clearReasons(session: Session, id: BorrowerId): void {
	const { store, reader } = openVaultOf(session, 'workshop');
	const loans = reader
		.select({ id: loan.id })
		.from(loan)
		.where(and(eq(loan.borrowerId, id), isNotNull(loan.reason)))
		.all();
	for (const one of loans) store.update(loanKind, one.id, { reason: null }, session.acting);
}
