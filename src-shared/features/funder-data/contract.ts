import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { CaseId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';
import { Answers, FunderDue, FunderRecord, Part } from './model.ts';

/** CLOSED: entry data of a closed file; exit and 6-month data are collected after closing, and so are taken then too. */
const REFUSALS = {
	CLOSED: { status: 409 },
	/** The file is about a business: nothing of this is asked of it. */
	BUSINESS: { status: 409 },
	/** The file belongs to no programme. */
	NO_PROGRAMME: { status: 409 },
	/** Completed (perhaps on another device): only a correction changes it now. */
	FROZEN: { status: 409, data: z.object({ part: Part }) },
	NOT_FROZEN: { status: 409 },
	INVALID: { status: 400, data: z.object({ what: z.enum(['day_missing', 'future', 'too_early', 'previous', 'consent']) }) },
	/** Somebody comes back who has not left, or before they left. */
	NOT_LEFT: { status: 409 },
};
const changes = Answers.partial();

export const funderData = {
	get: procedure.input(z.object({ caseId: CaseId })).output(FunderRecord),
	/** Keeps answers of parts that are not completed. */
	save: procedure
		.input(z.object({ caseId: CaseId, changes }))
		.output(z.void())
		.errors(REFUSALS),
	/** Keeps the last answers and freezes the part. */
	complete: procedure
		.input(z.object({ caseId: CaseId, part: Part, changes }))
		.output(z.void())
		.errors(REFUSALS),
	/** Changes a frozen part, or decides without a change which of two versions stays. The reason is kept. */
	correct: procedure
		.input(z.object({ caseId: CaseId, part: Part, changes, reason: requiredText(500) }))
		.output(z.void())
		.errors(REFUSALS),
	/** Somebody who left takes part again. */
	reenter: procedure
		.input(z.object({ caseId: CaseId, on: LocalDate }))
		.output(z.void())
		.errors(REFUSALS),
	/** What is due or overdue in the files that whoever is signed in leads. */
	due: procedure.output(z.array(FunderDue)),
};
