import type { PartnerFields } from '#shared/features/partners/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { MemberId, PartnerId } from '#shared/kernel/ids.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { partnerKind } from './records.ts';

/** Writes the invented partners; gives their ids in the same order. */
export function samplePartnerWriter(ids: Ids) {
	return (session: Session, partners: readonly PartnerFields[], author: MemberId): PartnerId[] =>
		partners.map((partner) => {
			const id = ids.next() as PartnerId;
			openVaultOf(session, 'office').store.insert(partnerKind, id, partner as Fields, author);
			return id;
		});
}
