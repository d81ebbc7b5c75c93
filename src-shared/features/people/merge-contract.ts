import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { BorrowerRow } from '#shared/features/borrowers/model.ts';
import { BorrowerId, PersonId } from '#shared/kernel/ids.ts';
import { MergeChoice } from './merging.ts';
import { Person, PersonRow } from './model.ts';

const Pair = z.object({ keepId: PersonId, awayId: PersonId });

/** Somebody whose record became part of another. */
const MergedPerson = z.object({
	id: PersonId,
	number: z.string(),
	name: z.string(),
	/** ms UTC; null where two PCs merged the same people and this merge is not the one that holds. */
	at: z.number().nullable(),
	byName: z.string(),
});
export type MergedPerson = z.infer<typeof MergedPerson>;

const Duplicate = z.object({ one: PersonRow, other: PersonRow });
export type Duplicate = z.infer<typeof Duplicate>;

/** One human with two records, and one with a borrower's card as well. */
export const merging = {
	/** Both records, and how much of what hangs on the second would move, by table. */
	mergePreview: procedure
		.input(Pair)
		.output(z.object({ keep: Person, away: Person, moves: z.array(z.object({ table: z.string(), count: z.int() })) })),
	/** `fromAway`: where the second record's value is the right one. Undo, at any time, is `separate`. */
	merge: procedure
		.input(Pair.extend({ fromAway: z.array(MergeChoice).max(MergeChoice.options.length) }))
		.output(z.void())
		/** Both together are more than one record holds. */
		.errors({
			TOO_MUCH: { status: 409, data: z.object({ field: z.enum(['languages', 'phones', 'childBirthYears', 'remarks']) }) },
		}),
	/** The record comes back with what it brought, as far as nobody has changed that since. */
	separate: procedure.input(z.object({ id: PersonId })).output(z.void()),
	/** Who a merged person is now; null for everybody else. */
	survivor: procedure.input(z.object({ id: PersonId })).output(PersonId.nullable()),
	/** Whose records became part of this one, latest first. */
	mergedHere: procedure.input(z.object({ id: PersonId })).output(z.array(MergedPerson)),
	/** Who may be there twice: the same name, and no birth date that says otherwise. */
	pairs: procedure.output(z.object({ pairs: z.array(Duplicate), total: z.int() })),
	/** These are two people, whatever they are called; false takes that back. */
	setDistinct: procedure.input(z.object({ oneId: PersonId, otherId: PersonId, distinct: z.boolean() })).output(z.void()),
	/** The card in the lending desk that is this person's; its row is null when there is no such borrower any more. */
	borrower: procedure
		.input(z.object({ id: PersonId }))
		.output(z.object({ borrowerId: BorrowerId, row: BorrowerRow.nullable() }).nullable()),
	/** Known in the counselling alone: nothing of it is written where borrowers are. Null: not linked. */
	linkBorrower: procedure.input(z.object({ id: PersonId, borrowerId: BorrowerId.nullable() })).output(z.void()),
};
