import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Progress, procedure } from '#shared/contract-base.ts';
import { RepairId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { RepairFigures, Selection } from './figures.ts';
import { FilePreview, FileProblem, ImportReport, OpenRepairSettings } from './model.ts';

/** The file, base64: at most 30 million bytes. */
const Source = z.object({ content: z.string().max(40_000_000) });
const INVALID_FILE = { INVALID_FILE: { status: 422, data: FileProblem } };

/** A text before it leaves: as it was said, where it says who somebody is, and without that. */
const Reviewed = z.object({
	said: z.string(),
	personal: z.array(z.object({ from: z.int(), to: z.int(), kind: z.enum(['phone', 'mail', 'url', 'name', 'address']) })),
	proposed: z.string(),
});
export type Reviewed = z.infer<typeof Reviewed>;

const ReviewRow = z.object({ id: RepairId, day: LocalDate, queue: z.string(), item: Reviewed, problem: Reviewed });
export type ReviewRow = z.infer<typeof ReviewRow>;

const ExportPreview = z.object({
	settings: OpenRepairSettings.nullable(),
	/** Own repairs with power: a row each. */
	rows: z.array(ReviewRow),
	/** Own ones without power: only counted. */
	unpowered: z.int(),
	/** Own ones that are left out, because nobody said what kind of thing it was. */
	withoutCategory: z.array(z.object({ id: RepairId, day: LocalDate, queue: z.string(), item: z.string() })),
	imported: z.int(),
	/** Says what was shown here; other rows or other texts give another one. */
	token: z.string(),
});

/** The open repair data: files of others in, the house's own out, and what both say in numbers. */
export const openRepairData = {
	/** Null: nothing said yet. */
	settings: procedure.output(OpenRepairSettings.nullable()),
	saveSettings: procedure.input(OpenRepairSettings).output(z.void()),
	/** Writes nothing. */
	previewImport: procedure.input(Source).output(FilePreview).errors(INVALID_FILE),
	/** All rows of the file or none. The last event carries the report. */
	runImport: procedure
		.input(Source)
		.output(eventIterator(Progress.extend({ report: ImportReport.nullable() })))
		.errors(INVALID_FILE),
	figures: procedure.input(Selection).output(RepairFigures),
	exportPreview: procedure.input(Selection).output(ExportPreview),
	/** Gives out what `token` says was looked at, with the texts as they were left: every own row needs its texts. */
	exportFiles: procedure
		.input(
			Selection.extend({
				token: z.string().max(200),
				texts: z.array(z.object({ id: RepairId, item: z.string().max(300), problem: z.string().max(8000) })).max(100_000),
			}),
		)
		.output(z.object({ files: z.array(z.object({ name: z.string(), text: z.string(), rows: z.int() })) }))
		.errors({
			/** Something has changed since: it has to be looked at again. */
			NOT_REVIEWED: { status: 409 },
			/** Nobody has said under which name the house gives its data out. */
			NO_SETTINGS: { status: 409 },
		}),
};
