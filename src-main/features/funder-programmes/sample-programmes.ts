import type { DatedTerms, ProgrammeFields } from '#shared/features/funder-programmes/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { FunderProgrammeId, MemberId } from '#shared/kernel/ids.ts';
import { derivedId } from '../../records/derived-id.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { programmeKind, termsKind } from './records.ts';

/** Writes the invented programmes; gives their ids in the same order. */
export function sampleFundingWriter(ids: Ids) {
	return (
		session: Session,
		programmes: readonly { readonly fields: ProgrammeFields; readonly terms: readonly DatedTerms[] }[],
		author: MemberId,
	): FunderProgrammeId[] =>
		programmes.map(({ fields, terms }) => {
			const { store } = openVaultOf(session, 'office');
			const programmeId = ids.next() as FunderProgrammeId;
			store.insert(programmeKind, programmeId, fields, author);
			for (const one of terms) store.insert(termsKind, derivedId(programmeId, one.validFrom), { ...one, programmeId }, author);
			return programmeId;
		});
}
