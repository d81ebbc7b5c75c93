import type { SubjectPart } from '../../records/subject-part.ts';
import { goalActionKind, goalKind, situationKind } from './records.ts';

const ofCase = [{ field: 'caseId', table: 'case_file' }];

export const GOALS_SUBJECT: readonly SubjectPart[] = [
	{ section: 'goals', kind: situationKind, about: ofCase },
	{ section: 'goals', kind: goalKind, about: ofCase },
	{ section: 'goals', kind: goalActionKind, about: [{ field: 'goalId', table: 'goal' }], names: { memberId: 'member' } },
];
