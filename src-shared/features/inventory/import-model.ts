import { z } from 'zod';
import { Encoding, ImportSource, Separator } from '#shared/import-model.ts';
import { ItemFields, ItemState } from './model.ts';

/** Import of an office's tool list: the same way as the client list. The same file twice changes nothing. */

export const ItemTarget = z.enum([
	'ignore',
	'number',
	'name',
	'maker',
	'type',
	'category',
	'serial',
	'location',
	'condition',
	'boughtOn',
	'price',
	'deposit',
	'testedUntil',
	'accessories',
	'remarks',
]);
export type ItemTarget = z.infer<typeof ItemTarget>;

/** Why a cell was not taken as it stands; the screen has the sentence. */
export const ItemIssue = z.object({
	code: z.enum([
		'name_missing',
		'number_missing', // gets the next free one
		'number_double', // stands in an earlier row, or belongs to another item here: gets the next free one
		'number_unusable',
		'date_unreadable',
		'date_impossible',
		'date_in_future',
		'price_unreadable',
		'too_long',
		'too_many_cells',
		'kept_existing', // what is there already says something else; that stays
	]),
	column: z.string(),
	/** The cell as it stands in the file. */
	cell: z.string(),
	/** error: the row is left out · warning: the row is taken without this cell, or as said. */
	severity: z.enum(['error', 'warning']),
});
export type ItemIssue = z.infer<typeof ItemIssue>;

/** create: new item · fill: complete the one with this number, never overwriting · skip: leave out. */
export const ItemDecision = z.enum(['create', 'fill', 'skip']);
export type ItemDecision = z.infer<typeof ItemDecision>;

export const ItemImportRow = z.object({
	/** Line of the file the row starts at, counted from 1 as a spreadsheet does. */
	line: z.int(),
	/** Null for a row that cannot be taken. */
	item: ItemFields.extend({ state: ItemState, stateReason: z.string().nullable() }).nullable(),
	/** The number it will have. */
	number: z.string().nullable(),
	issues: z.array(ItemIssue),
	/** The item that is here already under this number. */
	existing: z.object({ id: z.string(), label: z.string() }).nullable(),
	/** The row was imported before and nothing in it is new. */
	known: z.boolean(),
	suggestion: ItemDecision,
});
export type ItemImportRow = z.infer<typeof ItemImportRow>;

export const ItemImportOptions = ImportSource.extend({
	/** One target for each column; null = guess (or as remembered for these headings). */
	mapping: z.array(ItemTarget).max(200).nullable(),
});
export type ItemImportOptions = z.infer<typeof ItemImportOptions>;

export const ItemImportPreview = z.object({
	encoding: Encoding,
	separator: Separator,
	columns: z.array(z.object({ heading: z.string(), examples: z.array(z.string()), target: ItemTarget })),
	rows: z.array(ItemImportRow),
});
export type ItemImportPreview = z.infer<typeof ItemImportPreview>;

export const ItemImportReport = z.object({ created: z.int(), filled: z.int(), skipped: z.int(), unchanged: z.int() });
export type ItemImportReport = z.infer<typeof ItemImportReport>;
