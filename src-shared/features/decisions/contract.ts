import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { RecordId } from '#shared/kernel/ids.ts';
import { RecordDecisions, Undo } from './model.ts';

const FieldName = z.object({ table: z.string().max(60), id: RecordId, field: z.string().max(60) });

const REFUSALS = {
	/** Something has joined meanwhile, or somebody has decided already. */
	OUTDATED: { status: 409 },
	/** The case file is closed: it has to be reopened first. */
	CLOSED: { status: 409 },
	/** Completed funder data are corrected on their own page, with a reason. */
	COMPLETED: { status: 409 },
};

export const decisions = {
	/** Of what whoever asks may decide; the newest first. `names`: of the people and things that values name by id. */
	list: procedure.output(z.object({ records: z.array(RecordDecisions), names: z.record(z.string(), z.string()) })),
	/** What `list` has, without reading it. */
	count: procedure.output(z.object({ count: z.int() })),
	/** Refused as well with whatever the record's ordinary procedure refuses. */
	decide: procedure
		.input(FieldName.extend({ name: z.string().max(64), value: z.unknown() }))
		.output(Undo)
		.errors(REFUSALS),
	undo: procedure.input(FieldName.extend(Undo.shape)).output(z.void()).errors(REFUSALS),
};
