import type { Duty } from '#shared/features/rota/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { Session } from '../../vaults/session.ts';
import { putDuty } from './service.ts';

/** Writes invented duties; `memberIndex` points into the invented members. */
export function writeSampleDuties(
	session: Session,
	duties: readonly (Omit<Duty, 'memberId'> & { readonly memberIndex: number })[],
	members: readonly MemberId[],
): void {
	for (const { day, kind, memberIndex } of duties) {
		const memberId = members[memberIndex];
		if (!memberId) throw new Error('sample member is missing');
		putDuty(session, { day, kind, memberId }, true, memberId);
	}
}
