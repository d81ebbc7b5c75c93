import type { BorrowerFields } from '#shared/features/borrowers/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, MemberId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { borrowerKind } from './records.ts';

interface InventedBorrower extends BorrowerFields {
	readonly number: string;
	readonly blockedReason: string | null;
}

/** Writes the invented borrowers as whoever invented them for; their ids, in the same order. */
export function sampleBorrowerWriter(ids: Ids) {
	return (session: Session, borrowers: readonly InventedBorrower[], author: MemberId): BorrowerId[] => {
		const { store } = openVaultOf(session, 'workshop');
		return borrowers.map((fields) => {
			const id = ids.next() as BorrowerId;
			store.insert(borrowerKind, id, { ...fields }, author);
			return id;
		});
	};
}
