import type { SubjectPart } from '../../records/subject-part.ts';
import { referralKind } from './records.ts';

export const REFERRALS_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'referrals',
		kind: referralKind,
		about: [{ field: 'caseId', table: 'case_file' }],
		names: {
			authorId: 'member',
			'recipient.partnerId': 'partner',
			'override.by': 'member',
			'override.recipient.partnerId': 'partner',
		},
	},
];
