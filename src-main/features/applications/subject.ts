import type { SubjectPart } from '../../records/subject-part.ts';
import { applicationKind } from './records.ts';

export const APPLICATIONS_SUBJECT: readonly SubjectPart[] = [
	{ section: 'applications', kind: applicationKind, about: [{ field: 'caseId', table: 'case_file' }] },
];
