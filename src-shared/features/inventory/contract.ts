import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Page, Progress, procedure } from '#shared/contract-base.ts';
import { INVALID_FILE } from '#shared/import-model.ts';
import { ItemId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';
import { ItemDecision, ItemImportOptions, ItemImportPreview, ItemImportReport } from './import-model.ts';
import { InventoryNumber, Item, ItemFields, ItemRow, ItemState, Photo } from './model.ts';

export const ItemList = z.object({
	/** Folded and matched against number, name, maker, type, serial, category, location. */
	text: z.string().max(200),
	/**
	 * current: all that is not retired · test_due: needs an electrical test within 30 days, or is overdue · tested: needs
	 * electrical tests at all.
	 */
	filter: z.enum(['current', 'active', 'maintenance', 'missing', 'retired', 'test_due', 'tested', 'kits']),
	category: z.string().max(80).nullable(),
	location: z.string().max(80).nullable(),
	sort: z.object({ by: z.enum(['number', 'name', 'category', 'location', 'testedUntil']), descending: z.boolean() }),
});

const NUMBER_TAKEN = { NUMBER_TAKEN: { status: 409, data: z.object({ id: ItemId, name: z.string() }) } };
/** A kit inside a kit, or an item that is part of another kit already. */
const PART_REFUSED = { PART_REFUSED: { status: 409, data: z.object({ number: z.string(), name: z.string() }) } };

export const inventory = {
	list: procedure.input(ItemList.extend(Page.shape)).output(z.object({ rows: z.array(ItemRow), total: z.int() })),
	/** Categories and locations in use, for filters and for typing them the same way again. */
	words: procedure.output(
		z.object({ categories: z.array(z.string()), locations: z.array(z.string()), makers: z.array(z.string()) }),
	),
	get: procedure
		.input(z.object({ id: ItemId }))
		.output(z.object({ item: Item, parts: z.array(ItemRow), kit: ItemRow.nullable(), photo: z.string().nullable() })),
	/** By what is on a label: the number, however it was typed; NOT_FOUND when there is none. */
	find: procedure.input(z.object({ number: z.string().max(100) })).output(ItemRow),
	/** The number that the next item would get. */
	nextNumber: procedure.output(z.object({ number: z.string() })),
	/** `number` null: the next free one. */
	create: procedure
		.input(ItemFields.extend({ number: InventoryNumber.nullable() }))
		.output(z.object({ id: ItemId, number: z.string() }))
		.errors({ ...NUMBER_TAKEN, ...PART_REFUSED }),
	/** Only the given fields change. */
	update: procedure
		.input(z.object({ id: ItemId, changes: ItemFields.partial().extend({ number: InventoryNumber.optional() }) }))
		.output(z.void())
		.errors({ ...NUMBER_TAKEN, ...PART_REFUSED }),
	/** A reason is needed for all but `active`. */
	setState: procedure
		.input(
			z
				.object({ id: ItemId, state: ItemState, reason: requiredText(200).nullable() })
				.refine(({ state, reason }) => state === 'active' || reason !== null),
		)
		.output(z.void()),
	/** The same electrical test day for many items at once. */
	recordTests: procedure.input(z.object({ ids: z.array(ItemId).min(1).max(500), testedUntil: LocalDate })).output(z.void()),
	/** Null removes it. */
	setPhoto: procedure.input(z.object({ id: ItemId, photo: Photo.nullable() })).output(z.void()),
	/** Undo is `restore`. */
	remove: procedure.input(z.object({ id: ItemId })).output(z.void()),
	restore: procedure.input(z.object({ id: ItemId })).output(z.void()),
	/** Numbers that two PCs gave to different items while apart: somebody has to print a new label for one of them. */
	doubles: procedure.output(z.array(z.object({ number: z.string(), items: z.array(ItemRow) }))),
	exportCsv: procedure.input(ItemList).output(z.object({ fileName: z.string(), text: z.string() })),
	previewImport: procedure.input(ItemImportOptions).output(ItemImportPreview).errors(INVALID_FILE),
	/** Decisions by line; a line without one takes the preview's suggestion. The last event carries the report. */
	runImport: procedure
		.input(ItemImportOptions.extend({ decisions: z.array(z.object({ line: z.int(), decision: ItemDecision })).max(100_000) }))
		.output(eventIterator(Progress.extend({ report: ItemImportReport.nullable() })))
		.errors(INVALID_FILE),
};
