import { z } from 'zod';
import { Encoding, ImportSource, Separator } from '#shared/import-model.ts';
import { PersonFields } from './model.ts';

/**
 * Import of an office's existing client list (design 5, Import and export): what the preview shows and what the person
 * at the screen decides. Nothing is written before the preview is confirmed; the same file twice changes nothing.
 */

/** What a column can mean. `phone` and `name` columns are split; `ignore` leaves a column out. */
export const ImportTarget = z.enum([
	'ignore',
	'lastName',
	'firstName',
	'fullName',
	'title',
	'birthName',
	'birthDate',
	'sex',
	'street',
	'postcode',
	'city',
	'phone',
	'email',
	'nationality',
	'singleParent',
	'benefit',
	'caseOwner',
	'firstContact',
	'remarks',
]);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** Why a cell was not taken as it stands; the screen has the sentence. */
export const ImportIssue = z.object({
	code: z.enum([
		'date_impossible',
		'date_unreadable',
		'date_in_future',
		'postcode_unusual',
		'phone_unreadable',
		'email_unreadable',
		'value_unknown',
		'name_missing',
		'owner_unknown',
		'unemployed_since_guessed',
		'too_long',
		'too_many_cells',
		/** The person who is there already says something else here; theirs stays. */
		'kept_existing',
	]),
	column: z.string(),
	/** The cell as it stands in the file. */
	cell: z.string(),
	/** error: the row is left out · warning: the row is taken without this cell, or as said. */
	severity: z.enum(['error', 'warning']),
});
export type ImportIssue = z.infer<typeof ImportIssue>;

/** create: new person · fill: complete the person that is there already, never overwriting · skip: leave out. */
export const ImportDecision = z.enum(['create', 'fill', 'skip']);
export type ImportDecision = z.infer<typeof ImportDecision>;

export const ImportRow = z.object({
	/** Line of the file the row starts at, counted from 1 as a spreadsheet does. */
	line: z.int(),
	person: PersonFields.nullable(),
	caseOwner: z.string().nullable(),
	issues: z.array(ImportIssue),
	/** Who this may be: people already here, or an earlier row of the same file. The first is the one `suggestion` is about. */
	matches: z.array(
		z.object({
			personId: z.string().nullable(),
			line: z.int().nullable(),
			label: z.string(),
			/** certain: same name and birth date · likely: same name, same postcode or address. */
			strength: z.enum(['certain', 'likely']),
		}),
	),
	/** The row was imported before and nothing in it is new. */
	known: z.boolean(),
	suggestion: ImportDecision,
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportOptions = ImportSource.extend({
	/** One target for each column; null = guess (or as remembered for these headings). */
	mapping: z.array(ImportTarget).max(200).nullable(),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

export const ImportPreview = z.object({
	encoding: Encoding,
	separator: Separator,
	columns: z.array(z.object({ heading: z.string(), examples: z.array(z.string()), target: ImportTarget })),
	rows: z.array(ImportRow),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportReport = z.object({ created: z.int(), filled: z.int(), skipped: z.int(), unchanged: z.int(), cases: z.int() });
export type ImportReport = z.infer<typeof ImportReport>;
