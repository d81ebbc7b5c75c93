import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { ItemId, StocktakeActionId, StocktakeId } from '#shared/kernel/ids.ts';
import { Consequence, CountAnswer, Counter, FindingRow, Shelf, Stocktake, StocktakeFields } from './model.ts';

const ById = z.object({ id: StocktakeId });
/** It is finished: somebody has to open it again first. */
const FINISHED = { FINISHED: { status: 409 } };

/** How far it is. */
export const Standing = z.object({
	stocktake: Stocktake,
	/** What should be there, without what is with borrowers. */
	expected: z.int(),
	/** How much of that has been counted. */
	counted: z.int(),
	onLoan: z.int(),
	/** Findings that nobody has said anything about. */
	open: z.int(),
	counters: z.array(Counter),
	/** Scans of another PC that arrived after it was finished: the protocol does not know them. */
	late: z.int(),
});
export type Standing = z.infer<typeof Standing>;

export const LastScan = z.object({
	id: z.string(),
	at: z.number(),
	number: z.string(),
	/** Null: nothing here has this code. */
	name: z.string().nullable(),
	itemId: ItemId.nullable(),
	shelf: z.string().nullable(),
	memberName: z.string(),
});
export type LastScan = z.infer<typeof LastScan>;

export const stocktake = {
	/** Newest first; running ones before finished ones. */
	list: procedure.output(z.array(Stocktake.extend({ scans: z.int() }))),
	start: procedure.input(StocktakeFields).output(ById),
	standing: procedure.input(ById).output(Standing),
	/** All of them, those without anything to do among them. Of a finished one as it was then. */
	findings: procedure.input(ById).output(z.array(FindingRow)),
	lastScans: procedure.input(ById.extend({ limit: z.int().min(1).max(100) })).output(z.array(LastScan)),
	/** `itemId`: which one of several with one number. Any text is answered; see `CountAnswer`. */
	scan: procedure
		.input(ById.extend({ text: z.string().max(20_000), shelf: Shelf.nullable(), itemId: ItemId.nullable() }))
		.output(CountAnswer)
		.errors(FINISHED),
	/** All parts of a kit are in it: counts those that have not been counted yet. */
	countParts: procedure
		.input(ById.extend({ kitId: ItemId, shelf: Shelf.nullable() }))
		.output(z.object({ counted: z.int() }))
		.errors(FINISHED),
	/** Those that this does not follow from (any more) are left alone; OUTDATED when that is all of them. */
	settle: procedure
		.input(
			ById.extend({
				action: Consequence,
				of: z
					.array(z.object({ itemId: ItemId.nullable(), number: z.string().max(120) }))
					.min(1)
					.max(20_000),
			}),
		)
		.output(z.object({ actionIds: z.array(StocktakeActionId) }))
		.errors({ ...FINISHED, OUTDATED: { status: 409 } }),
	/** Leaves alone what changed since; TOO_LATE when that is all of it. */
	undo: procedure
		.input(ById.extend({ actionIds: z.array(StocktakeActionId).min(1).max(20_000) }))
		.output(z.object({ undone: z.int() }))
		.errors({ ...FINISHED, TOO_LATE: { status: 409 } }),
	finish: procedure.input(ById).output(z.void()),
	reopen: procedure.input(ById).output(z.void()),
	/** Undo is `restore`. */
	remove: procedure.input(ById).output(z.void()),
	restore: procedure.input(ById).output(z.void()),
	exportCsv: procedure.input(ById).output(z.object({ fileName: z.string(), text: z.string() })),
};
