import type { BusinessContactFields, BusinessFields, SiteFields } from '#shared/features/businesses/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { BusinessId, MemberId, PersonId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { businessContactKind, businessKind, businessSiteKind } from './records.ts';

/** An invented business; `personIndex` points into the invented people. */
interface Invented {
	readonly fields: BusinessFields;
	readonly sites: readonly SiteFields[];
	readonly contacts: readonly (Omit<BusinessContactFields, 'personId'> & { readonly personIndex: number | null })[];
}

/** Writes an invented business with its sites and contacts. */
export function sampleBusinessWriter(ids: Ids) {
	return (session: Session, { fields, sites, contacts }: Invented, people: readonly PersonId[], author: MemberId): BusinessId => {
		const { store } = openVaultOf(session, 'counselling');
		const businessId = ids.next() as BusinessId;
		store.insert(businessKind, businessId, { ...fields, mainSiteId: null, mainContactId: null }, author);
		for (const site of sites) store.insert(businessSiteKind, ids.next(), { ...site, businessId }, author);
		for (const { personIndex, ...contact } of contacts) {
			const personId = personIndex === null ? null : (people[personIndex] ?? null);
			store.insert(businessContactKind, ids.next(), { ...contact, personId, businessId }, author);
		}
		return businessId;
	};
}
