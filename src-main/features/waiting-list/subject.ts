import type { SubjectPart } from '../../records/subject-part.ts';
import { waitingKind } from './records.ts';

export const WAITING_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'appointments',
		kind: waitingKind,
		about: [{ field: 'personId', table: 'person' }],
		people: ['personId'],
		names: { counsellorIds: 'member' },
	},
];
