import { nameKey } from '#shared/features/attendance/model.ts';
import type { SubjectPart } from '../../records/subject-part.ts';
import { signInKind, signInVisitorKind } from './records.ts';

/** Where a member has not said who it was, only the name says so: of two who are called the same it may be the other. */
export const SIGN_INS_SUBJECT: readonly SubjectPart[] = [
	{
		section: 'attendance',
		kind: signInVisitorKind,
		about: [{ field: 'borrowerId', table: 'borrower' }],
		isNamed: ({ name, borrowerId }, names) =>
			borrowerId === null && typeof name === 'string' && names.some((one) => nameKey(one) === nameKey(name)),
	},
	{
		section: 'attendance',
		kind: signInKind,
		about: [{ field: 'id', table: 'sign_in_visitor' }],
		names: { offerId: 'offer' },
		without: { kiosk: 'technical', seq: 'technical', heardAt: 'technical' },
	},
];
