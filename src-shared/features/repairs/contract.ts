import { z } from 'zod';
import { Page, procedure } from '#shared/contract-base.ts';
import { Obstacle, OpenLine, StepDone } from '#shared/features/lending/model.ts';
import { BorrowerId, ItemId, LoanLineId, MemberId, RepairId, WaiverTextId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';
import {
	ElectricalTest,
	IntakeFields,
	Repair,
	RepairCategory,
	RepairChanges,
	RepairPower,
	RepairRow,
	RepairStage,
} from './model.ts';
import { RepairBarrier, RepairResult } from './open-repair.ts';

export const RepairList = z.object({
	/** Folded and matched against number, item, brand and visitor. */
	text: z.string().max(200),
	/** unsafe: went out as repaired without a passed test. */
	filter: z.enum(['open', 'today', 'done', 'fixed', 'repairable', 'end_of_life', 'unknown', 'unpowered', 'unsafe', 'all']),
	borrowerId: BorrowerId.nullable(),
	sort: z.object({ by: z.enum(['day', 'item', 'stage']), descending: z.boolean() }),
});

const WaiverVersion = z.object({
	id: WaiverTextId,
	text: z.string(),
	/** ms UTC; null: Kontor's own. */ since: z.number().nullable(),
});

/** Before 1970-01-01 or after today. */
const IMPOSSIBLE_DATE = { IMPOSSIBLE_DATE: { status: 400 } };
/** From here there is no such step. */
const NO_SUCH_STEP = { NO_SUCH_STEP: { status: 409 } };
/** A mains device without a passed electrical test would count as repaired. */
const UNTESTED = { UNTESTED: { status: 409 } };
const Id = z.object({ id: RepairId });

export const repairs = {
	list: procedure.input(RepairList.extend(Page.shape)).output(z.object({ rows: z.array(RepairRow), total: z.int() })),
	/** Whatever is not done, of whichever day, and what was done today; in the order in which it came. */
	board: procedure.output(z.array(RepairRow)),
	get: procedure.input(Id).output(Repair),
	/** Null: today. The number is given out here. Undo is `remove`. */
	enter: procedure
		.input(IntakeFields.extend({ day: LocalDate.nullable() }))
		.output(z.object({ id: RepairId, number: z.string() }))
		.errors(IMPOSSIBLE_DATE),
	/** Only the given fields change. `base`: what a changed diagnosis was made from. */
	update: procedure
		.input(
			z.object({
				...Id.shape,
				changes: RepairChanges,
				base: z.object({ diagnosis: z.string().max(4000).nullable() }).optional(),
			}),
		)
		.output(z.void())
		.errors(UNTESTED),
	/** I have it in hand: what waits or has waited for parts is in work from here on. Undo is `leave` with `before`. */
	take: procedure
		.input(Id)
		.output(z.object({ before: RepairStage }))
		.errors(NO_SUCH_STEP),
	/** A helper has it in hand, or not any more; `before`: a take is taken back, and the stage with it. */
	setHelper: procedure.input(z.object({ ...Id.shape, memberId: MemberId, helps: z.boolean() })).output(z.void()),
	leave: procedure
		.input(z.object({ ...Id.shape, before: RepairStage.nullable() }))
		.output(z.void())
		.errors(NO_SUCH_STEP),
	/**
	 * To another stage; back to waiting, nobody has it in hand any more. `helpers`: those who have it in hand again, when
	 * that is taken back.
	 */
	move: procedure
		.input(z.object({ ...Id.shape, to: RepairStage.exclude(['done']), helpers: z.array(MemberId).max(12) }))
		.output(z.object({ before: RepairStage, helpers: z.array(MemberId) }))
		.errors(NO_SUCH_STEP),
	/** Handed out or kept: it is done. Undo is `move` to where it was. */
	finish: procedure
		.input(z.object({ ...Id.shape, result: RepairResult, barrier: RepairBarrier.nullable() }))
		.output(z.object({ before: RepairStage }))
		/** Asked for the end of life, and for nothing else. */
		.errors({ ...UNTESTED, BARRIER: { status: 400 } }),
	/** By whoever is here, today; null: there was none. */
	test: procedure
		.input(z.object({ ...Id.shape, result: ElectricalTest.shape.result.nullable() }))
		.output(z.void())
		.errors(UNTESTED),
	/** Entered by mistake. Undo is `restore`. */
	remove: procedure.input(Id).output(z.void()),
	restore: procedure.input(Id).output(z.void()),
	exportCsv: procedure.input(RepairList).output(z.object({ fileName: z.string(), text: z.string() })),
	/** What people have brought, the most frequent first, with what it was then. */
	itemWords: procedure.output(z.array(z.object({ item: z.string(), category: RepairCategory.nullable(), power: RepairPower }))),

	/** Tools that are out for this repair, and those that came back. */
	tools: procedure.input(Id).output(
		z.array(
			OpenLine.pick({ id: true, loanId: true, itemId: true, itemNumber: true, itemName: true, borrower: true }).extend({
				returnedAt: z.number().nullable(),
			}),
		),
	),
	/** For use here, today. `reason`: in spite of what asks for one. Undo is `lending.undo`. */
	lendTool: procedure
		.input(z.object({ ...Id.shape, itemId: ItemId, borrowerId: BorrowerId, reason: requiredText(200).nullable() }))
		.output(StepDone)
		.errors({ REFUSED: { status: 409, data: z.object({ obstacles: z.array(Obstacle.extend({ itemId: ItemId.nullable() })) }) } }),
	/** Undo is `lending.undo`. */
	returnTool: procedure
		.input(z.object({ ...Id.shape, lineId: LoanLineId }))
		.output(StepDone.pick({ returned: true }))
		.errors({ OUTDATED: { status: 409 } }),

	/** The text that is accepted today. */
	waiver: procedure.output(WaiverVersion),
	/** All there ever were, the newest first. */
	waivers: procedure.output(z.array(WaiverVersion)),
	waiverText: procedure.input(z.object({ id: WaiverTextId })).output(WaiverVersion),
	/** A new version; what was accepted before stays what it was. */
	saveWaiver: procedure.input(z.object({ text: requiredText(6000) })).output(z.object({ id: WaiverTextId })),
};
