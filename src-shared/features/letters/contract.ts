import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { CaseId, LetterId, TemplateId } from '#shared/kernel/ids.ts';
import { Letter, LetterFields, Template, TemplateFields } from './model.ts';

const REFUSALS = {
	/** The file is closed. */
	CLOSED: { status: 409 },
	/** The letter is finished: it stays as it was sent. */
	FINAL: { status: 409 },
};
/** The text that the changed one was made from: what others wrote into it meanwhile stays. */
const base = z.object({ body: z.string().max(50_000) }).optional();

export const letters = {
	/** Retired ones too, by name. */
	templates: procedure.output(z.array(Template)),
	addTemplate: procedure.input(TemplateFields).output(z.object({ id: TemplateId })),
	changeTemplate: procedure.input(z.object({ id: TemplateId, changes: TemplateFields.partial(), base })).output(z.void()),
	removeTemplate: procedure.input(z.object({ id: TemplateId })).output(z.void()),
	restoreTemplate: procedure.input(z.object({ id: TemplateId })).output(z.void()),
	/** Gives the office the templates that Kontor brings, as far as it does not have them. Undo is removing these. */
	adoptStarters: procedure.output(z.object({ ids: z.array(TemplateId) })),

	/** Drafts first, then the newest. */
	ofCase: procedure.input(z.object({ caseId: CaseId })).output(z.array(Letter)),
	get: procedure.input(z.object({ id: LetterId })).output(Letter),
	create: procedure
		.input(LetterFields.extend({ caseId: CaseId }))
		.output(z.object({ id: LetterId }))
		.errors(REFUSALS),
	/** Gives the letter with what others wrote meanwhile. */
	change: procedure
		.input(z.object({ id: LetterId, changes: LetterFields.partial(), base }))
		.output(Letter)
		.errors(REFUSALS),
	/** From now on it is no longer changed. */
	finish: procedure
		.input(z.object({ id: LetterId }))
		.output(z.void())
		.errors(REFUSALS),
	remove: procedure
		.input(z.object({ id: LetterId }))
		.output(z.void())
		.errors(REFUSALS),
	restore: procedure
		.input(z.object({ id: LetterId }))
		.output(z.void())
		.errors(REFUSALS),
};
