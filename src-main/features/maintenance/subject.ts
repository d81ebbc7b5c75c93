import type { SubjectPart } from '../../records/subject-part.ts';
import { damageKind } from './records.ts';

/** Damage found when something came back from them. */
export const MAINTENANCE_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'lending',
		kind: damageKind,
		about: [
			{ field: 'loanId', table: 'loan' },
			{ field: 'lineId', table: 'loan_line' },
		],
		names: { itemId: 'item' },
	},
];
