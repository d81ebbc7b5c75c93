import type { SubjectPart } from '../../records/subject-part.ts';
import { exclusionKind } from './records.ts';

export const PRIVACY_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'person',
		kind: exclusionKind,
		about: [{ field: 'personId', table: 'person' }],
		people: ['personId'],
		names: { byId: 'member' },
	},
];
