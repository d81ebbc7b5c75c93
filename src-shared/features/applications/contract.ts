import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { ApplicationId, CaseId } from '#shared/kernel/ids.ts';
import { Application, ApplicationFields } from './model.ts';

/** CLOSED: the file is closed · BUSINESS: it is about a business, which applies for no job. */
const REFUSALS = { CLOSED: { status: 409 }, BUSINESS: { status: 409 } };

export const applications = {
	/** The newest first. */
	ofCase: procedure.input(z.object({ caseId: CaseId })).output(z.array(Application)),
	/** Of the case files that whoever asks leads or deputises: where something is due by today, by day. */
	due: procedure.output(z.array(Application.extend({ personName: z.string() }))),
	add: procedure
		.input(ApplicationFields.extend({ caseId: CaseId }))
		.output(z.object({ id: ApplicationId }))
		.errors(REFUSALS),
	change: procedure
		.input(z.object({ id: ApplicationId, changes: ApplicationFields.partial() }))
		.output(z.void())
		.errors(REFUSALS),
	remove: procedure
		.input(z.object({ id: ApplicationId }))
		.output(z.void())
		.errors(REFUSALS),
	restore: procedure
		.input(z.object({ id: ApplicationId }))
		.output(z.void())
		.errors(REFUSALS),
};
