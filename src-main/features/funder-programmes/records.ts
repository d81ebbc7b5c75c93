import { DatedTerms, ProgrammeFields, USUAL_TERMS } from '#shared/features/funder-programmes/model.ts';
import { FunderProgrammeId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { funderProgramme, funderTerms } from './tables.ts';

const noDay = '1970-01-01' as LocalDate;

export const programmeKind = mergeKind({
	vault: 'office',
	table: funderProgramme,
	fields: ProgrammeFields,
	empty: { name: '–', regime: 'other', startsOn: noDay, endsOn: null, grantNoticeOn: null, keepUntil: null },
	texts: [],
});

export const termsKind = mergeKind({
	vault: 'office',
	table: funderTerms,
	fields: DatedTerms.extend({ programmeId: FunderProgrammeId }),
	empty: { programmeId: NO_ID as FunderProgrammeId, validFrom: noDay, ...USUAL_TERMS.other },
	texts: [],
	unasked: ['programmeId'],
});
