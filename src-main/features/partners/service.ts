import type { Partner, PartnerFields } from '#shared/features/partners/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { allPartners, findPartner } from './queries.ts';
import { partnerKind } from './records.ts';

/** The office's list of organisations. It knows nothing of who is referred to them. */
export interface PartnerService {
	/** By name, as people sort. */
	list(session: Session): Partner[];
	/** Undefined where there never was one: who was referred to a removed one still was. */
	find(session: Session, id: PartnerId): Partner | undefined;
	create(session: Session, fields: PartnerFields): PartnerId;
	/** False when there is none. */
	update(session: Session, id: PartnerId, changes: Changes<PartnerFields>): boolean;
	remove(session: Session, id: PartnerId): boolean;
	restore(session: Session, id: PartnerId): boolean;
}

export function createPartnerService({ ids }: { readonly ids: Ids }): PartnerService {
	const vaultOf = (session: Session) => openVaultOf(session, 'office');
	const isThere = (session: Session, id: PartnerId) => findPartner(vaultOf(session).reader, id)?.isRemoved === false;
	return {
		list: (session) =>
			allPartners(vaultOf(session).reader)
				.map((partner) => ({ partner, key: `${sortKey(partner.name)} ${partner.id}` }))
				.sort((a, b) => (a.key < b.key ? -1 : 1))
				.map(({ partner }) => partner),
		find: (session, id) => findPartner(vaultOf(session).reader, id),
		create(session, fields) {
			const id = ids.next() as PartnerId;
			vaultOf(session).store.insert(partnerKind, id, fields as Fields, session.acting);
			return id;
		},
		update(session, id, changes) {
			if (!isThere(session, id)) return false;
			vaultOf(session).store.update(partnerKind, id, changes as Fields, session.acting);
			return true;
		},
		remove(session, id) {
			if (!isThere(session, id)) return false;
			vaultOf(session).store.remove(partnerKind, id, session.acting);
			return true;
		},
		restore(session, id) {
			if (!findPartner(vaultOf(session).reader, id)) return false;
			vaultOf(session).store.restore(partnerKind, id, session.acting);
			return true;
		},
	};
}
