import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { PersonId } from '#shared/kernel/ids.ts';
import { Extract, Identity, MarkReason, Selection } from './model.ts';

export const subjectAccess = {
	/** All that is stored, as it is: for whoever decides what is blackened. Each case file in it counts as read. */
	get: procedure.input(z.object({ personId: PersonId })).output(Extract),
	/** What will be given away: what is marked is not in it any more. */
	prepare: procedure
		.input(Selection.extend({ personId: PersonId, identity: Identity }))
		.output(z.object({ extract: Extract, reasons: z.array(MarkReason), at: z.number() }))
		.errors({
			/** The text under a mark is not the one it was made on: see `staleMarks`. */
			STALE: { status: 409 },
			/** The day of the check lies in the future. */
			INVALID: { status: 400, data: z.object({ what: z.enum(['day']) }) },
		}),
	/** It goes out now: tells the access log of each of the person's files, and the administrators'. Never what was in it. */
	noteExport: procedure
		.input(z.object({ personId: PersonId, form: z.enum(['subject_print', 'subject_archive']), blackened: z.int().min(0) }))
		.output(z.void()),
};
