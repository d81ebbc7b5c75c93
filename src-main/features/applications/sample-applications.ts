import type { ApplicationFields } from '#shared/features/applications/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { applicationKind } from './records.ts';

type Invented = ApplicationFields & { readonly caseIndex: number };

/** Writes the invented job applications; indexes point into the invented cases. */
export function sampleApplicationWriter(ids: Ids) {
	return (session: Session, applications: readonly Invented[], cases: readonly { readonly id: CaseId }[]): void => {
		const { store } = openVaultOf(session, 'counselling');
		for (const { caseIndex, ...fields } of applications) {
			const caseId = cases[caseIndex]?.id;
			if (!caseId) throw new Error('sample case is missing');
			store.insert(applicationKind, ids.next(), { ...fields, caseId } as Fields, session.member);
		}
	};
}
