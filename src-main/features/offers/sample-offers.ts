import type { OfferFields, SessionChange } from '#shared/features/offers/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { MemberId, OfferId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { derivedId } from '../../records/derived-id.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { putHelper } from './helpers.ts';
import { offerKind, sessionChangeKind, storedOffer } from './records.ts';

interface Invented {
	readonly fields: Omit<OfferFields, 'leaders' | 'roomId'>;
	readonly leaderIndexes: readonly number[];
	readonly roomIndex: number | null;
	readonly changes: readonly {
		readonly ruleDay: LocalDate;
		readonly change: Partial<SessionChange>;
		readonly helperIndexes: readonly number[];
	}[];
}

/** Writes the invented offers, whose ids it gives, and what is different in some of their sessions; indexes point into the given ids. */
export function sampleOfferWriter(ids: Ids) {
	return (
		session: Session,
		offers: readonly Invented[],
		of: { readonly rooms: readonly RoomId[]; readonly members: readonly MemberId[] },
		author: MemberId,
	): OfferId[] => {
		const { store } = openVaultOf(session, 'office');
		const people = (indexes: readonly number[]) => indexes.flatMap((index) => of.members[index] ?? []);
		return offers.map(({ fields, leaderIndexes, roomIndex, changes }) => {
			const id = ids.next() as OfferId;
			const roomId = roomIndex === null ? null : (of.rooms[roomIndex] ?? null);
			store.insert(offerKind, id, storedOffer({ ...fields, leaders: people(leaderIndexes), roomId }), author);
			for (const { ruleDay, change, helperIndexes } of changes) {
				if (Object.keys(change).length > 0)
					store.put(sessionChangeKind, derivedId(id, ruleDay), { offerId: id, ruleDay }, change, author);
				for (const memberId of people(helperIndexes)) putHelper(session, { offerId: id, ruleDay, memberId }, true, memberId);
			}
			return id;
		});
	};
}
