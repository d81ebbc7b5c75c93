import type { WaitingFields } from '#shared/features/waiting-list/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { MemberId, PersonId } from '#shared/kernel/ids.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { waitingKind } from './records.ts';

/** Somebody who waits; indexes point into the invented cases and members. */
type Invented = Omit<WaitingFields, 'personId' | 'counsellorIds'> & {
	readonly caseIndex: number;
	readonly counsellorIndex: number | null;
};

/** Writes the invented waiting list. */
export function sampleWaitingWriter(ids: Ids) {
	return (
		session: Session,
		waiting: readonly Invented[],
		{ cases, members }: { readonly cases: readonly { readonly personId: PersonId }[]; readonly members: readonly MemberId[] },
	): void => {
		const { store } = openVaultOf(session, 'counselling');
		for (const { caseIndex, counsellorIndex, ...fields } of waiting) {
			const personId = cases[caseIndex]?.personId;
			const counsellor = counsellorIndex === null ? undefined : members[counsellorIndex];
			if (!personId) throw new Error('sample case is missing');
			const counsellorIds = counsellor ? [counsellor] : [];
			store.insert(waitingKind, ids.next(), { ...fields, personId, counsellorIds } as Fields, session.member);
		}
	};
}
