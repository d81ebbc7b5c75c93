import type { SubjectPart } from '../../records/subject-part.ts';
import { consentKind, releaseKind } from './records.ts';

export const CONSENTS_SUBJECT: readonly SubjectPart[] = [
	{ section: 'consents', kind: consentKind, about: [{ field: 'personId', table: 'person' }], people: ['personId'] },
	{
		section: 'consents',
		kind: releaseKind,
		about: [{ field: 'caseId', table: 'case_file' }],
		names: { 'recipient.partnerId': 'partner' },
	},
];
