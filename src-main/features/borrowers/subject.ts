import type { SubjectPart } from '../../records/subject-part.ts';
import { borrowerKind } from './records.ts';

export const BORROWERS_SUBJECT: readonly SubjectPart[] = [
	{ section: 'lending', kind: borrowerKind, about: [{ field: 'id', table: 'borrower' }] },
];
