import type { Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, ItemId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { holdKind, reservationKind } from './records.ts';

interface Invented {
	readonly reservations: readonly {
		readonly borrowerIndex: number;
		readonly itemIndex: number;
		readonly fromOn: LocalDate;
		readonly untilOn: LocalDate;
		readonly note: string | null;
	}[];
	readonly holds: readonly { readonly borrowerIndex: number; readonly itemIndex: number }[];
}

/** Writes the invented reservations and holds; indexes point into the given ids. */
export function sampleReservationWriter(ids: Ids) {
	return (
		session: Session,
		{ reservations, holds }: Invented,
		of: { readonly items: readonly { readonly id: ItemId }[]; readonly borrowers: readonly BorrowerId[] },
		author: MemberId,
	): void => {
		const { store } = openVaultOf(session, 'workshop');
		const whose = ({ borrowerIndex, itemIndex }: { borrowerIndex: number; itemIndex: number }) => {
			const [borrowerId, item] = [of.borrowers[borrowerIndex], of.items[itemIndex]];
			if (!borrowerId || !item) throw new Error('invented reservation of nobody or nothing');
			return { borrowerId, itemId: item.id };
		};
		for (const { fromOn, untilOn, note, ...indexes } of reservations) {
			store.insert(reservationKind, ids.next(), { ...whose(indexes), fromOn, untilOn, note }, author);
		}
		for (const indexes of holds) store.insert(holdKind, ids.next(), whose(indexes), author);
	};
}
