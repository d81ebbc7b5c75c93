import type { SubjectPart } from '../../records/subject-part.ts';
import { repairKind, repairLoanKind, repairVisitorKind } from './records.ts';

/** What they brought by their card; whoever gave nothing but a name is in no other record. */
export const REPAIRS_SUBJECT: readonly SubjectPart[] = [
	{ section: 'lending', kind: repairVisitorKind, about: [{ field: 'borrowerId', table: 'borrower' }] },
	{
		section: 'lending',
		kind: repairKind,
		about: [{ field: 'id', table: 'repair_visitor' }],
		names: { 'electricalTest.by': 'member' },
		without: { letter: 'technical' },
	},
	{
		section: 'lending',
		kind: repairLoanKind,
		about: [{ field: 'loanId', table: 'loan' }],
		without: { repairId: 'technical', loanId: 'technical' },
	},
];
