import type { SubjectPart } from '../../records/subject-part.ts';
import { documentKind } from './records.ts';

/** The contents go along as files. */
export const DOCUMENTS_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'documents',
		kind: documentKind,
		about: [{ field: 'caseId', table: 'case_file' }],
		names: { addedBy: 'member' },
		without: { blob: 'technical', contentKey: 'key', fingerprint: 'technical' },
	},
];
