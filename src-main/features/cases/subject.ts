import type { SubjectPart } from '../../records/subject-part.ts';
import { caseAccessKind, caseClosingKind, caseKind, caseReopeningKind, contactKind, todoKind } from './records.ts';

const ofCase = [{ field: 'caseId', table: 'case_file' }];

export const CASES_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'cases',
		kind: caseKind,
		about: [{ field: 'personId', table: 'person' }],
		people: ['personId'],
		names: { ownerId: 'member', deputyIds: 'member', programmeId: 'programme' },
	},
	{ section: 'contacts', kind: contactKind, about: ofCase, names: { authorId: 'member' }, without: { privateNote: 'sealed' } },
	{ section: 'todos', kind: todoKind, about: ofCase, names: { ownerId: 'member' } },
	{ section: 'closing', kind: caseClosingKind, about: ofCase },
	{ section: 'closing', kind: caseReopeningKind, about: ofCase },
	{ section: 'accesses', kind: caseAccessKind, about: ofCase },
];
