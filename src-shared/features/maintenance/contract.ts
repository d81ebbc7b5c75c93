import { z } from 'zod';
import { Page, procedure } from '#shared/contract-base.ts';
import { DamageId, ItemId, LoanId } from '#shared/kernel/ids.ts';
import { Damage, DamageChanges, DamageFields, DamageStage, Manual } from './model.ts';

export const DamageList = z.object({
	/** Folded and matched against item, description, borrower and loan. */
	text: z.string().max(200),
	/** unpaid: charged and not paid yet, whatever the stage. */
	filter: z.enum(['open', 'found', 'parts', 'repairing', 'fixed', 'retired', 'unpaid', 'all']),
	itemId: ItemId.nullable(),
	loanId: LoanId.nullable(),
	/** Open cases come before closed ones, whichever way the list is turned. */
	sort: z.object({ by: z.enum(['foundOn', 'item', 'borrower', 'cost']), descending: z.boolean() }),
});

const Accessories = DamageFields.shape.accessories;

/** Found on a day that is still to come. */
const IMPOSSIBLE_DATE = { IMPOSSIBLE_DATE: { status: 400 } };

export const maintenance = {
	list: procedure.input(DamageList.extend(Page.shape)).output(z.object({ rows: z.array(Damage), total: z.int() })),
	/** `onChecklist`: those of its missing accessories that still stand in the item's own list. */
	get: procedure
		.input(z.object({ id: DamageId }))
		.output(z.object({ damage: Damage, onChecklist: z.array(z.string()), itemIsThere: z.boolean() })),
	/** Undo is `remove`. A line must be one of this item. */
	report: procedure
		.input(
			DamageFields.pick({
				...{ itemId: true, kind: true, description: true, accessories: true },
				...{ unusable: true, foundOn: true, lineId: true },
			}),
		)
		.output(z.object({ id: DamageId }))
		.errors(IMPOSSIBLE_DATE),
	/** Only the given fields change. What is found in the house is charged to nobody. */
	update: procedure
		.input(
			z.object({
				id: DamageId,
				changes: DamageChanges,
				/** The notes that changed ones were made from: what others wrote into them meanwhile stays. */
				base: z.object({ notes: z.string().max(4000).nullable() }).optional(),
			}),
		)
		.output(z.void())
		.errors(IMPOSSIBLE_DATE),
	/** Undo is the stage before. The item's checklist loses what is in `drop`, and gets back what is in `putBack`. */
	setStage: procedure
		.input(z.object({ id: DamageId, stage: DamageStage, drop: Accessories, putBack: Accessories }))
		.output(z.void()),
	/** Reported by mistake. Undo is `restore`. */
	remove: procedure.input(z.object({ id: DamageId })).output(z.void()),
	restore: procedure.input(z.object({ id: DamageId })).output(z.void()),
	exportCsv: procedure.input(DamageList).output(z.object({ fileName: z.string(), text: z.string() })),

	/** Whether an item has a manual, without the manual; null: it has none. */
	manualFacts: procedure.input(z.object({ itemId: ItemId })).output(z.object({ bytes: z.int(), addedAt: z.number() }).nullable()),
	/** NOT_FOUND when there is none. */
	manual: procedure.input(z.object({ itemId: ItemId })).output(z.object({ pdf: z.string() })),
	/** Null removes it. */
	setManual: procedure.input(z.object({ itemId: ItemId, pdf: Manual.nullable() })).output(z.void()),
};
