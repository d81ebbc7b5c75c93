import type { SubjectPart } from '../../records/subject-part.ts';
import { businessContactKind } from './records.ts';

export const BUSINESSES_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'person',
		kind: businessContactKind,
		about: [{ field: 'personId', table: 'person' }],
		people: ['personId'],
		names: { businessId: 'business' },
	},
];
