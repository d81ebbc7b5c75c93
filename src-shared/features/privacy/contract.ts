import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { BorrowerId, ErasureId, PersonId } from '#shared/kernel/ids.ts';
import { Copies, DueBorrower, DuePerson, Erasure, ErasurePreview, ErasureReason, Exclusion, RetentionRules } from './model.ts';

const done = z.object({ id: ErasureId });
/** It cannot be undone: whoever erases types the number, and says how many records they were shown. */
const Confirmed = z.object({ reason: ErasureReason, number: z.string().max(40), records: z.int() });

/** kept: something keeps them · changed: it is not what was shown any more · number: typed wrong. */
const REFUSED = { REFUSED: { status: 409, data: z.object({ why: z.enum(['kept', 'changed', 'number']) }) } };

export const privacy = {
	rules: procedure.output(RetentionRules),
	saveRules: procedure.input(RetentionRules).output(z.void()),
	/** Who was due first, first; those who are excluded too. */
	due: procedure.output(z.array(DuePerson)),
	preview: procedure.input(z.object({ personId: PersonId })).output(ErasurePreview),
	/** Until a later day, instead of what was said before. */
	exclude: procedure
		.input(z.object({ personId: PersonId, exclusion: Exclusion }))
		.output(z.void())
		.errors({ INVALID: { status: 400, data: z.object({ what: z.enum(['day']) }) } }),
	include: procedure.input(z.object({ personId: PersonId })).output(z.void()),
	erase: procedure
		.input(Confirmed.extend({ personId: PersonId }))
		.output(done)
		.errors(REFUSED),
	/** Newest first. */
	erased: procedure.output(z.array(Erasure)),
	/** Null: the share cannot be looked at now. */
	copies: procedure.output(z.array(Copies).nullable()),
	dueBorrowers: procedure.output(z.array(DueBorrower)),
	previewBorrower: procedure.input(z.object({ borrowerId: BorrowerId })).output(ErasurePreview),
	eraseBorrower: procedure
		.input(Confirmed.extend({ borrowerId: BorrowerId }))
		.output(done)
		.errors(REFUSED),
	erasedBorrowers: procedure.output(z.array(Erasure)),
	copiesOfBorrowers: procedure.output(z.array(Copies).nullable()),
};
