import { ApplicationFields } from '#shared/features/applications/model.ts';
import { CaseId } from '#shared/kernel/ids.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { application } from './tables.ts';

export const applicationKind = mergeKind({
	vault: 'counselling',
	table: application,
	fields: ApplicationFields.extend({ caseId: CaseId }),
	empty: {
		...{ caseId: NO_ID as CaseId, employer: '–', position: null, channel: null, foundThrough: null, sentOn: null },
		...{ reply: 'none', repliedOn: null, interviewsOn: [], outcome: 'open', reason: null, nextStep: null, nextStepDue: null },
	},
	texts: [],
	unasked: ['caseId'],
});
