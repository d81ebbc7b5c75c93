import type { ConsentFields, ReleaseFields } from '#shared/features/consents/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { CaseId, MemberId, PartnerId, PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { consentKind, releaseKind } from './records.ts';

interface WrittenCase {
	readonly id: CaseId;
	readonly personId: PersonId;
}

/** Indexes point into the written cases and partners. */
type InventedConsent = Omit<ConsentFields, 'personId' | 'businessId'> & {
	readonly caseIndex: number;
	readonly withdrawnOn: LocalDate | null;
};
type InventedRelease = Omit<ReleaseFields, 'recipient'> & {
	readonly caseIndex: number;
	readonly partnerIndex: number;
	readonly withdrawnOn: LocalDate | null;
};

/** Writes what the invented clients agreed to. */
export function sampleConsentWriter(ids: Ids) {
	return (
		session: Session,
		{ consents, releases }: { readonly consents: readonly InventedConsent[]; readonly releases: readonly InventedRelease[] },
		{ cases, partners }: { readonly cases: readonly WrittenCase[]; readonly partners: readonly PartnerId[] },
		author: MemberId,
	): void => {
		const { store } = openVaultOf(session, 'counselling');
		for (const { caseIndex, ...fields } of consents) {
			const personId = cases[caseIndex]?.personId;
			if (!personId) throw new Error('sample case is missing');
			store.insert(consentKind, ids.next(), { ...fields, personId, businessId: null } as Fields, author);
		}
		for (const { caseIndex, partnerIndex, ...fields } of releases) {
			const [caseId, partnerId] = [cases[caseIndex]?.id, partners[partnerIndex]];
			if (!caseId || !partnerId) throw new Error('sample case or partner is missing');
			store.insert(releaseKind, ids.next(), { ...fields, caseId, recipient: { partnerId } } as Fields, author);
		}
	};
}
