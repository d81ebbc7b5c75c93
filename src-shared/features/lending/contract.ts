import { z } from 'zod';
import { Page, procedure } from '#shared/contract-base.ts';
import { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';
import {
	Account,
	DepositEntry,
	DeskStep,
	Figures,
	LendingRules,
	LentTwice,
	Loan,
	LoanRow,
	Obstacle,
	OpenLine,
	Overpaid,
	Reminder,
	ReminderWay,
	ScanAnswer,
	StepDone,
} from './model.ts';

export const LoanList = z.object({
	/** Folded and matched against loan number, borrower, item names and numbers. */
	text: z.string().max(200),
	filter: z.enum(['open', 'overdue', 'due_today', 'in_house', 'closed', 'all']),
	borrowerId: BorrowerId.nullable(),
	itemId: ItemId.nullable(),
	sort: z.object({ by: z.enum(['dueOn', 'issuedAt', 'number', 'borrower']), descending: z.boolean() }),
});

/** What stands against a step; `itemId` null: it is about the borrower. Nothing was done. */
const REFUSED = {
	REFUSED: { status: 409, data: z.object({ obstacles: z.array(Obstacle.extend({ itemId: ItemId.nullable() })) }) },
};

export const lending = {
	/** What was scanned or typed, in the light of whose card lies there and what is on the desk already. */
	scan: procedure
		.input(
			z.object({
				text: z.string().max(20_000),
				borrowerId: BorrowerId.nullable(),
				onDesk: z.array(ItemId).max(400),
				inHouse: z.boolean(),
				issuedOn: LocalDate.nullable(),
				/** The day it would be due at home; null: as usual. */
				dueOn: LocalDate.nullable().default(null),
			}),
		)
		.output(ScanAnswer),
	/** All of it or, when something stands against it, nothing. */
	complete: procedure
		.input(DeskStep)
		.output(StepDone)
		.errors({
			...REFUSED,
			/** What goes out needs a borrower. */
			NO_BORROWER: { status: 409 },
			/** A line is back already (or a deposit given back): somebody else was quicker. */
			OUTDATED: { status: 409 },
			/** Before 1970-01-01 or after today. */
			IMPOSSIBLE_DATE: { status: 400 },
		}),
	/** Takes a step back while nothing has happened to its loans and lines since. */
	undo: procedure
		.input(StepDone.pick({ loans: true, returned: true, damages: true, collected: true }))
		.output(z.void())
		.errors({ TOO_LATE: { status: 409 } }),
	loans: procedure.input(LoanList.extend(Page.shape)).output(z.object({ rows: z.array(LoanRow), total: z.int() })),
	loan: procedure.input(z.object({ id: LoanId })).output(Loan),
	/** Lines that are out: all, of one borrower, or of one item. */
	out: procedure
		.input(z.object({ borrowerId: BorrowerId.nullable(), itemId: ItemId.nullable(), limit: z.int().min(1).max(2000) }))
		.output(z.array(OpenLine)),
	/** What is out, whoever has it: for lists that say so. */
	outItems: procedure.output(z.array(ItemId)),
	/** A new due day for lines that are out; moved to the next opening day. Somebody who waits for one of them stands against it. */
	extend: procedure
		.input(z.object({ lineIds: z.array(LoanLineId).min(1).max(200), dueOn: LocalDate, reason: requiredText(200).nullable() }))
		.output(z.object({ dueOn: LocalDate }))
		.errors({ ...REFUSED, OUTDATED: { status: 409 }, IMPOSSIBLE_DATE: { status: 400 } }),
	/** Money for a loan. Never more back than is held; corrected is exactly what went out too much. */
	deposit: procedure
		.input(z.object({ loanId: LoanId, what: DepositEntry.shape.what, cents: z.int().min(1).max(10_000_000) }))
		.output(z.object({ receipt: z.string(), heldCents: z.int() }))
		.errors({ TOO_MUCH: { status: 409, data: z.object({ heldCents: z.int() }) } }),
	/** Who has had an item, newest first. */
	ofItem: procedure.input(z.object({ id: ItemId, limit: z.int().min(1).max(500) })).output(
		z.array(
			z.object({
				lineId: LoanLineId,
				loanId: LoanId,
				loanNumber: z.string(),
				kind: z.enum(['in_house', 'take_home']),
				borrower: z.object({ id: BorrowerId, name: z.string() }),
				issuedAt: z.number(),
				dueOn: LocalDate,
				returnedAt: z.number().nullable(),
				conditionIn: z.string().nullable(),
				missing: z.array(z.string()),
			}),
		),
	),
	/** For the end of the day: what is still out of what had to be back by today, in the house first. */
	endOfDay: procedure.output(z.object({ inHouse: z.array(OpenLine), dueToday: z.array(OpenLine), overdue: z.array(OpenLine) })),
	reminders: procedure.output(z.array(Reminder)),
	noteReminded: procedure
		.input(z.object({ borrowerId: BorrowerId, lineIds: z.array(LoanLineId).min(1).max(500), way: ReminderWay }))
		.output(z.void()),
	accounts: procedure.output(z.array(Account)),
	/** What two PCs did that cannot both be true. */
	lentTwice: procedure.output(z.array(LentTwice)),
	/** `lineId` is the one that is really out; the others of this item are closed as double. */
	settleLentTwice: procedure
		.input(z.object({ itemId: ItemId, lineId: LoanLineId }))
		.output(z.void())
		.errors({ OUTDATED: { status: 409 } }),
	/** Deposits that two PCs gave back while apart; settled with `deposit`: corrected, or paid when the money is back. */
	overpaid: procedure.output(z.array(Overpaid)),
	figures: procedure.input(z.object({ year: z.int().min(1970).max(2200) })).output(Figures),
	exportCsv: procedure.input(LoanList).output(z.object({ fileName: z.string(), text: z.string() })),
	rules: procedure.output(LendingRules),
	saveRules: procedure.input(LendingRules.partial()).output(z.void()),
};
