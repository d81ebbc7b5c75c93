import type { SubjectPart } from '../../records/subject-part.ts';
import { personDistinctKind, personMergeKind, personMovedKind } from './merge-records.ts';
import { personKind } from './records.ts';

/** Whoever became one person counts as that person. */
export const PEOPLE_SUBJECT: readonly SubjectPart[] = [
	{ section: 'person', kind: personKind, about: [{ field: 'id', table: 'person' }], people: ['mergedInto'] },
	{
		section: 'person',
		kind: personMergeKind,
		// Two who were separated again are two people: what one of them had is not the other's to know.
		about: [
			{ field: 'keepId', table: 'person' },
			{ field: 'awayId', table: 'person' },
		],
		isAboutAll: true,
		names: { byId: 'member' },
	},
	{
		section: 'person',
		kind: personMovedKind,
		about: [{ field: 'originId', table: 'person' }],
		without: { place: 'technical' },
	},
	{
		section: 'person',
		kind: personDistinctKind,
		about: [
			{ field: 'oneId', table: 'person' },
			{ field: 'otherId', table: 'person' },
		],
		people: ['oneId', 'otherId'],
	},
];
