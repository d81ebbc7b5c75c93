import type { SubjectPart } from '../../records/subject-part.ts';
import { letterKind } from './records.ts';

export const LETTERS_SUBJECT: readonly SubjectPart[] = [
	{ section: 'letters', kind: letterKind, about: [{ field: 'caseId', table: 'case_file' }], names: { authorId: 'member' } },
];
