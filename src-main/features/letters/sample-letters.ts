import type { LetterFields } from '#shared/features/letters/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { CaseId, MemberId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { letterKind } from './records.ts';
import type { LetterService } from './service.ts';

/** An invented letter; indexes point into the invented cases and members. */
type Invented = LetterFields & {
	readonly caseIndex: number;
	readonly authorIndex: number;
	/** ms UTC; null: still a draft. */
	readonly finishedAt: number | null;
};

/** Writes the invented letters, and gives the invented office its templates. */
export function sampleLetterWriter(ids: Ids, adoptStarters: LetterService['adoptStarters']) {
	return (
		session: Session,
		letters: readonly Invented[],
		{ cases, members }: { readonly cases: readonly { readonly id: CaseId }[]; readonly members: readonly MemberId[] },
	): void => {
		adoptStarters(session);
		const { store } = openVaultOf(session, 'counselling');
		for (const { caseIndex, authorIndex, finishedAt, ...fields } of letters) {
			const caseId = cases[caseIndex]?.id;
			const authorId = members[authorIndex];
			if (!caseId || !authorId) throw new Error('sample case or author is missing');
			const final = finishedAt === null ? null : { ...fields, at: finishedAt, memberId: authorId };
			store.insert(letterKind, ids.next(), { ...fields, caseId, authorId, final }, authorId);
		}
	};
}
