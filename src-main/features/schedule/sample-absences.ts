import type { AbsenceFields } from '#shared/features/schedule/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { absenceKind } from './records.ts';

/** Writes invented absences; `memberIndex` points into the invented members. */
export function sampleAbsenceWriter(ids: Ids) {
	return (
		session: Session,
		absences: readonly (Omit<AbsenceFields, 'memberId'> & { readonly memberIndex: number })[],
		members: readonly MemberId[],
	): void => {
		const { store } = openVaultOf(session, 'office');
		for (const { memberIndex, ...fields } of absences) {
			const memberId = members[memberIndex];
			if (!memberId) throw new Error('sample member is missing');
			store.insert(absenceKind, ids.next(), { ...fields, memberId }, memberId);
		}
	};
}
