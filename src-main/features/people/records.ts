import { z } from 'zod';
import { EMPTY_PERSON, FormerPerson, PersonFields } from '#shared/features/people/model.ts';
import { fold, sortKey } from '#shared/kernel/fold.ts';
import { BorrowerId, PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { mergeKind } from '../../records/kind.ts';
import { numberValue } from '../../records/numbering.ts';
import { person } from './tables.ts';

/** A person as stored: the form's fields, the office's number, and which other records are of the same human. */
const StoredPerson = PersonFields.extend({
	number: z.string().max(20),
	borrowerId: BorrowerId.nullable(),
	mergedInto: PersonId.nullable(),
	formerly: z.array(FormerPerson).max(1000),
});

export const personKind = mergeKind({
	vault: 'counselling',
	table: person,
	fields: StoredPerson,
	empty: { ...EMPTY_PERSON, number: '', borrowerId: null, mergedInto: null, formerly: [] },
	texts: ['remarks'],
	unasked: ['number', 'borrowerId', 'mergedInto', 'formerly'],
	derive: ({ firstName, lastName, number }) => ({
		numberValue: numberValue(number),
		sortName: sortKey(`${lastName ?? ''} ${firstName ?? ''}`),
		foldedName: foldedName(firstName, lastName),
	}),
	words: (fields) =>
		[
			fields.firstName,
			fields.lastName,
			fields.birthName,
			fields.number,
			fields.number.replace(/\D+0*/, ''),
			fields.birthDate && formatLocalDate(fields.birthDate),
			// As people type it: 3.4.1985
			fields.birthDate && formatLocalDate(fields.birthDate).replace(/\b0/g, ''),
			fields.street,
			fields.city,
			fields.email,
			...fields.formerly.flatMap(({ number, name }) => [number, number.replace(/\D+0*/, ''), name]),
			...fields.phones.flatMap(({ number }) => [number.slice(1), number.replace(/^\+49/, '0')]),
		]
			.filter(Boolean)
			.join(' '),
});

/** What duplicates are found by: first and last name folded, in this order. */
export function foldedName(firstName: string | null, lastName: string | null): string {
	return fold(`${firstName ?? ''} ${lastName ?? ''}`);
}
