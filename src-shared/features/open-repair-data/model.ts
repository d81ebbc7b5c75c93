import { z } from 'zod';
import { ProductCategoryId, RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';

/** Open repair data (Open Repair Data Standard v0.3): rows that others published, and what is given out under the house's name. */

/** The columns of a file, in their order. */
export const COLUMNS = [
	'id',
	'data_provider',
	'country',
	'partner_product_category',
	'product_category',
	'product_category_id',
	'brand',
	'year_of_manufacture',
	'product_age',
	'repair_status',
	'repair_barrier_if_end_of_life',
	'group_identifier',
	'event_date',
	'problem',
] as const;
export type Column = (typeof COLUMNS)[number];

export const Country = z.string().regex(/^[A-Z]{3}$/);

/** One powered repair as a row of a file says it. */
export const OpenRepair = z.object({
	/** Letters and number, as published: `anstiftung_2746`. */
	reference: z.string().regex(/^[a-z]+[-_]\d{1,20}$/),
	provider: z.string().min(1).max(120),
	country: Country,
	/** In the provider's own words: `Computer ~ Drucker`. */
	partnerCategory: z.string().max(300),
	category: ProductCategoryId,
	brand: z.string().max(120).nullable(),
	yearOfManufacture: z.int().min(1000).max(9999).nullable(),
	/** In years. */
	age: z.number().min(0).max(1000).nullable(),
	result: RepairResult,
	barrier: RepairBarrier.nullable(),
	group: z.string().max(200),
	day: LocalDate,
	problem: z.string().max(8000),
});
export type OpenRepair = z.infer<typeof OpenRepair>;

/** Under which name the house gives its repairs out. */
export const OpenRepairSettings = z.object({
	provider: requiredText(120),
	/** ISO 3166-1 alpha-3. */
	country: Country,
	/** Name or code of the group; the standard does not ask for a name. */
	group: requiredText(120),
});
export type OpenRepairSettings = z.infer<typeof OpenRepairSettings>;

/** Why a row is left out, or which of its cells is taken otherwise than it stands. */
export const RowIssue = z.object({
	code: z.enum([
		'cells', // more or fewer than the headings
		'broken', // quotes that do not close, or a row beyond all measure
		'not_text', // control characters
		'too_long',
		'id_unusable',
		'id_twice',
		'provider_missing',
		'country_unusable',
		'category_unknown',
		'category_contradicts', // number and name are two categories
		'status_unknown',
		'date_unreadable',
		'date_in_future',
		'spelling', // taken in the standard's spelling
		'year_unusable', // taken without it
		'age_unusable',
		'barrier_unknown',
		'barrier_without_end', // a barrier though it is not at its end of life
	]),
	column: z.enum(COLUMNS).nullable(),
	/** As it stands in the file, shortened. */
	cell: z.string(),
});
export type RowIssue = z.infer<typeof RowIssue>;

/** These leave only a cell out, or take it as said; every other one leaves the row out. */
export const MILD_ISSUES: ReadonlySet<RowIssue['code']> = new Set([
	'spelling',
	'year_unusable',
	'age_unusable',
	'barrier_unknown',
	'barrier_without_end',
]);

export const NotedRow = z.object({
	/** Line of the file the row starts at, from 1. */
	line: z.int(),
	/** What says which row it is: its id as far as it can be read. */
	reference: z.string(),
	issues: z.array(RowIssue),
	isLeftOut: z.boolean(),
});
export type NotedRow = z.infer<typeof NotedRow>;

/** So many rows with something to say travel to the screen. */
export const MOST_NOTED = 20_000;

export const FilePreview = z.object({
	rows: z.int(),
	fresh: z.int(),
	/** Here already, and the same. */
	known: z.int(),
	/** Here already and saying something else now; what is here stays. */
	differing: z.int(),
	leftOut: z.int(),
	providers: z.array(z.string()),
	from: LocalDate.nullable(),
	until: LocalDate.nullable(),
	/** Rows with issues, left out ones first; at most `MOST_NOTED`. */
	noted: z.array(NotedRow),
});
export type FilePreview = z.infer<typeof FilePreview>;

export const ImportReport = z.object({ imported: z.int(), known: z.int(), differing: z.int(), leftOut: z.int() });
export type ImportReport = z.infer<typeof ImportReport>;

/** Why nothing of a file can be read. */
export const FileProblem = z.object({
	reason: z.enum(['empty', 'not_text', 'too_large', 'wrong_header']),
	/** With a wrong header: the columns that it lacks. */
	missing: z.array(z.enum(COLUMNS)),
});
export type FileProblem = z.infer<typeof FileProblem>;
