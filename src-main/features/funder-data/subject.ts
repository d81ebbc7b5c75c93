import type { SubjectPart } from '../../records/subject-part.ts';
import { funderEventKind, participationKind } from './records.ts';

export const FUNDER_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'funder',
		kind: participationKind,
		about: [{ field: 'personId', table: 'person' }],
		people: ['personId'],
		names: { programmeId: 'programme' },
	},
	{ section: 'funder', kind: funderEventKind, about: [{ field: 'participationId', table: 'funder_participation' }] },
];
