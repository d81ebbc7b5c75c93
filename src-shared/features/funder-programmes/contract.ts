import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { FunderProgrammeId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { FunderProgramme, ProgrammeFields, Terms } from './model.ts';

/** Another programme is called the same, whatever its spelling. */
const NAME_TAKEN = { NAME_TAKEN: { status: 409 } };
/** ends_early: it would end before it begins. */
const INVALID = { INVALID: { status: 400, data: z.object({ what: z.enum(['ends_early']) }) } };

export const funderProgrammes = {
	/** By name, as people sort; removed ones too. */
	list: procedure.output(z.array(FunderProgramme)),
	/** Begins with the usual terms of its regime. */
	create: procedure
		.input(ProgrammeFields)
		.output(z.object({ id: FunderProgrammeId }))
		.errors({ ...NAME_TAKEN, ...INVALID }),
	update: procedure
		.input(z.object({ id: FunderProgrammeId, changes: ProgrammeFields.partial() }))
		.output(z.void())
		.errors({ ...NAME_TAKEN, ...INVALID }),
	/** What applies from a day on; the same day again replaces it. */
	setTerms: procedure.input(z.object({ id: FunderProgrammeId, validFrom: LocalDate, terms: Terms })).output(z.void()),
	/** The last ones stay: a programme asks for something. */
	removeTerms: procedure
		.input(z.object({ id: FunderProgrammeId, validFrom: LocalDate }))
		.output(z.void())
		.errors({ LAST: { status: 409 } }),
	/** Undo is `restore`. Case files and funder data of it stay and name it. */
	remove: procedure.input(z.object({ id: FunderProgrammeId })).output(z.void()),
	restore: procedure
		.input(z.object({ id: FunderProgrammeId }))
		.output(z.void())
		.errors(NAME_TAKEN),
};
