import type { StoredReferral } from '#shared/features/referrals/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { CaseId, MemberId, PartnerId } from '#shared/kernel/ids.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { referralKind } from './records.ts';

/** Indexes point into the written cases and partners. */
type Invented = Omit<StoredReferral, 'id' | 'caseId' | 'authorId' | 'recipient' | 'override'> & {
	readonly caseIndex: number;
	readonly partnerIndex: number;
	readonly overrideReason: string | null;
};

/** Writes where the invented clients were referred, by whoever leads their case. */
export function sampleReferralWriter(ids: Ids) {
	return (
		session: Session,
		referrals: readonly Invented[],
		{
			cases,
			partners,
		}: { readonly cases: readonly { readonly id: CaseId; readonly owner: MemberId }[]; readonly partners: readonly PartnerId[] },
	): void => {
		const { store } = openVaultOf(session, 'counselling');
		for (const { caseIndex, partnerIndex, overrideReason, ...fields } of referrals) {
			const [of, partnerId] = [cases[caseIndex], partners[partnerIndex]];
			if (!of || !partnerId) throw new Error('sample case or partner is missing');
			const recipient = { partnerId };
			const at = Date.parse(`${fields.sentOn ?? fields.preparedOn}T09:30:00Z`);
			const override = overrideReason && { reason: overrideReason, by: of.owner, at, recipient, topics: fields.topics };
			const stored = { ...fields, caseId: of.id, authorId: of.owner, recipient, override };
			store.insert(referralKind, ids.next(), stored as Fields, of.owner);
		}
	};
}
