import type { SubjectPart } from '../../records/subject-part.ts';
import { depositKind, loanKind, loanLineKind, reminderKind } from './records.ts';

const ofLoan = [{ field: 'loanId', table: 'loan' }];

export const LENDING_SUBJECT: readonly SubjectPart[] = [
	{ section: 'lending', kind: loanKind, about: [{ field: 'borrowerId', table: 'borrower' }], names: { issuedBy: 'member' } },
	{
		section: 'lending',
		kind: loanLineKind,
		about: ofLoan,
		names: { itemId: 'item', kitId: 'item', returnedBy: 'member' },
	},
	{ section: 'lending', kind: depositKind, about: ofLoan },
	{ section: 'lending', kind: reminderKind, about: [{ field: 'borrowerId', table: 'borrower' }] },
];
