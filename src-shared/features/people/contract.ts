import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Page, Progress, procedure } from '#shared/contract-base.ts';
import { INVALID_FILE } from '#shared/import-model.ts';
import { PersonId } from '#shared/kernel/ids.ts';
import { ImportDecision, ImportOptions, ImportPreview, ImportReport } from './import-model.ts';
import { merging } from './merge-contract.ts';
import { NewPerson, Person, PersonFields, PersonRow } from './model.ts';

export const PersonList = z.object({
	/** Folded and matched against name, number, birth date and phone. */
	text: z.string().max(200),
	filter: z.enum(['all', 'with_open_case', 'without_case', 'not_to_be_called']),
	sort: z.object({ by: z.enum(['name', 'number', 'birthDate', 'city', 'updatedAt']), descending: z.boolean() }),
});

export const people = {
	list: procedure.input(PersonList.extend(Page.shape)).output(z.object({ rows: z.array(PersonRow), total: z.int() })),
	get: procedure.input(z.object({ id: PersonId })).output(Person),
	create: procedure.input(NewPerson).output(z.object({ id: PersonId })),
	/** Only the given fields change. */
	update: procedure
		.input(
			z.object({
				id: PersonId,
				changes: PersonFields.partial(),
				/** The remarks that the changed ones were made from: what others wrote into them meanwhile stays. */
				base: z.object({ remarks: z.string().max(4000).nullable() }).optional(),
			}),
		)
		.output(z.void()),
	/** Undo is `restore`; a person with a case file cannot be removed. */
	remove: procedure
		.input(z.object({ id: PersonId }))
		.output(z.void())
		.errors({
			HAS_CASES: { status: 409 },
			/** Some that nobody has decided yet. */
			HAS_APPOINTMENTS: { status: 409 },
		}),
	restore: procedure.input(z.object({ id: PersonId })).output(z.void()),
	/** People this could be: same folded name and birth date, or postcode. */
	duplicates: procedure
		.input(
			z.object({
				id: PersonId.nullable(),
				firstName: z.string().max(120).nullable(),
				lastName: z.string().max(120).nullable(),
				birthDate: z.string().max(10).nullable(),
				postcode: z.string().max(12).nullable(),
			}),
		)
		.output(z.array(PersonRow)),
	/** CSV with BOM and semicolons, safe against formula injection; the rows the list shows, all columns. */
	exportCsv: procedure.input(PersonList).output(z.object({ fileName: z.string(), text: z.string() })),
	previewImport: procedure.input(ImportOptions).output(ImportPreview).errors(INVALID_FILE),
	/** Decisions by line; a line without one takes the preview's suggestion. The last event carries the report. */
	runImport: procedure
		.input(
			ImportOptions.extend({
				decisions: z.array(z.object({ line: z.int(), decision: ImportDecision, personId: PersonId.nullable() })).max(100_000),
				/** Also open a case file for each new person. */
				openCases: z.boolean(),
			}),
		)
		.output(eventIterator(Progress.extend({ report: ImportReport.nullable() })))
		.errors(INVALID_FILE),
	...merging,
};
