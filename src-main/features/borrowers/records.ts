import { z } from 'zod';
import { BorrowerFields, borrowerName, EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { foldedWords, sortKey } from '#shared/kernel/fold.ts';
import { mergeKind } from '../../records/kind.ts';
import { numberValue } from '../../records/numbering.ts';
import { borrower } from './tables.ts';

const StoredBorrower = BorrowerFields.extend({
	number: z.string().max(24),
	blockedReason: z.string().max(200).nullable(),
});

export const borrowerKind = mergeKind({
	vault: 'workshop',
	table: borrower,
	fields: StoredBorrower,
	// A borrower whose name another device sent wrongly can still be shown.
	empty: { ...EMPTY_BORROWER, lastName: '?', number: '', blockedReason: null },
	texts: ['remarks'],
	unasked: ['number'],
	derive: ({ number, firstName, lastName }) => ({
		numberValue: numberValue(number),
		nameKey: sortKey([lastName, firstName].filter(Boolean).join(' ')),
		foldedName: foldedWords(borrowerName({ firstName, lastName })).join(' '),
	}),
	words: ({ number, firstName, lastName, street, postcode, city, phone, email }) =>
		[number, number.replace(/\D+0*/, ''), firstName, lastName, street, postcode, city, phone?.replace(/^\+49/, '0'), email]
			.filter(Boolean)
			.join(' '),
});
