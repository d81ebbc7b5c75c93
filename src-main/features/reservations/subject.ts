import type { SubjectPart } from '../../records/subject-part.ts';
import { holdKind, reservationKind } from './records.ts';

const ofBorrower = [{ field: 'borrowerId', table: 'borrower' }];

export const RESERVATIONS_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'lending',
		kind: reservationKind,
		about: ofBorrower,
		names: { itemId: 'item' },
		// Other people's reservations.
		without: { despite: 'technical' },
	},
	{ section: 'lending', kind: holdKind, about: ofBorrower, names: { itemId: 'item' } },
];
