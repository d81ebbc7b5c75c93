import { z } from 'zod';
import { BorrowerRow } from '#shared/features/borrowers/model.ts';
import { BorrowerId, DamageId, HoldId, ItemId, LoanId, LoanLineId, ReservationId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/**
 * Lending (Ausleihe): what is out, with whom, until when (design 5). A loan is what one borrower takes at one moment; each
 * item of it is a line that comes back by itself. Whether a loan is closed, an item available or somebody late is
 * computed from the lines and never stored.
 */

/** in_house: used here, without a contract, due at closing time · take_home: with a contract, due on a day. */
export const LoanKind = z.enum(['in_house', 'take_home']);
export type LoanKind = z.infer<typeof LoanKind>;

/** The site's rules of lending; one record in the workshop vault. */
export const LendingRules = z.object({
	/** Days until something is due when the item says nothing else. */
	loanDays: z.int().min(1).max(365),
	/** Items at a time when the borrower's own limit says nothing else. */
	mostItems: z.int().min(0).max(200),
	/** Days that something is kept for whoever waited for it. */
	holdDays: z.int().min(1).max(60),
	/** Printed on the contract. */
	liabilityText: requiredText(6000),
	houseRulesText: requiredText(6000),
	/** Printed at the top of reminder letters and put into e-mails. */
	reminderText: requiredText(3000),
});
export type LendingRules = z.infer<typeof LendingRules>;

/** Why something cannot be lent, or should not. `detail`: a name, number, day or reason to put into the sentence; empty for none. */
export const Obstacle = z.object({
	code: z.enum([
		'lent', // is with `detail` already
		'test_overdue', // electrical test valid until `detail`
		'maintenance', // for the reason in `detail`
		'missing',
		'retired',
		'part_unavailable', // of a kit: the item `detail`
		'kit_out', // it is part of kit `detail`, which is out
		'reserved', // for `detail` in that time
		'held', // kept for `detail`, who waited for it
		'accessory_gone', // `detail` is missing since an earlier loan
		'in_house_only', // may not leave the house
		'blocked', // the borrower, for the reason in `detail`
		'limit', // the borrower would have more than `detail` items
		'has_overdue', // the borrower is late with `detail` items
		'no_house_rules',
		'no_id_seen',
	]),
	detail: z.string(),
	/** forbids: cannot be lent, whatever the reason · asks: can be with a reason · warns: only says so. */
	weight: z.enum(['forbids', 'asks', 'warns']),
});
export type Obstacle = z.infer<typeof Obstacle>;

/** An item at the desk, on its way out. */
export const DeskItem = z.object({
	id: ItemId,
	number: z.string(),
	name: z.string(),
	location: z.string().nullable(),
	accessories: z.array(z.string()),
	/** Those of the accessories that are known to be gone: an open damage case says so. */
	gone: z.array(z.string()),
	condition: z.string().nullable(),
	depositCents: z.int().nullable(),
	inHouseOnly: z.boolean(),
	/** When it would be due at home: the usual period, moved to the next opening day. */
	dueOn: LocalDate,
	obstacles: z.array(Obstacle),
});
export type DeskItem = z.infer<typeof DeskItem>;

/** A line that is out. */
export const OpenLine = z.object({
	id: LoanLineId,
	loanId: LoanId,
	loanNumber: z.string(),
	kind: LoanKind,
	itemId: ItemId,
	itemNumber: z.string(),
	itemName: z.string(),
	/** The kit that it went out in. */
	kitId: ItemId.nullable(),
	borrower: z.object({ id: BorrowerId, number: z.string(), name: z.string() }),
	/** ms UTC */
	issuedAt: z.number(),
	dueOn: LocalDate,
	isOverdue: z.boolean(),
	accessoriesOut: z.array(z.string()),
	conditionOut: z.string().nullable(),
	/** Not returned deposit of the whole loan. */
	depositHeldCents: z.int(),
});
export type OpenLine = z.infer<typeof OpenLine>;

/** The longest text that a scan may be; whatever is longer was no scan. */
export const LONGEST_SCAN = 120;

/** What a scan or a typed text meant at the desk. */
export const ScanAnswer = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('borrower'), borrower: BorrowerRow, obstacles: z.array(Obstacle) }),
	/** Goes out: the item, or the kit and all its parts (`items[0]` is what was scanned). */
	z.object({ kind: z.literal('item'), items: z.array(DeskItem).min(1) }),
	/** Is out, so it comes back: the line, and for a kit all lines that went out in it (`lines[0]` is what was scanned). */
	z.object({ kind: z.literal('out'), lines: z.array(OpenLine).min(1) }),
	/** Two items with this number, or two open lines of one item, since two PCs worked apart: look at them one by one. */
	z.object({ kind: z.literal('several'), items: z.array(DeskItem), lines: z.array(OpenLine) }),
	/** A member's card: a turn at the desk. */
	z.object({ kind: z.literal('member'), memberId: z.string() }),
	/** Reads like a code, and nothing here has it. */
	z.object({ kind: z.literal('unknown'), looksLike: z.enum(['item', 'card']), code: z.string() }),
	/** too_long, two_codes (two labels in one), no_code (nothing that could be one). */
	z.object({ kind: z.literal('unreadable'), why: z.enum(['empty', 'too_long', 'two_codes', 'no_code']) }),
]);
export type ScanAnswer = z.infer<typeof ScanAnswer>;

export const LineOut = z.object({
	itemId: ItemId,
	/** The kit that it goes out in, which is a line of the same loan. */
	kitId: ItemId.nullable(),
	/** Those that really go along. */
	accessories: z.array(requiredText(120)).max(30),
	condition: optionalText(200),
	inHouse: z.boolean(),
	/** Null: as `DeskItem.dueOn` says; for use in the house always the same day. */
	dueOn: LocalDate.nullable(),
});
export type LineOut = z.infer<typeof LineOut>;

export const LineBack = z.object({
	lineId: LoanLineId,
	/** Those that came back; a missing one becomes a damage case of its own. */
	accessories: z.array(requiredText(120)).max(30),
	condition: optionalText(200),
	/** What is broken; null: nothing. `unusable`: not lent until it is repaired. */
	damage: z.object({ description: requiredText(2000), unusable: z.boolean() }).nullable(),
});
export type LineBack = z.infer<typeof LineBack>;

/** What is done at the desk with one Enter: taken back and lent at once, or not at all. */
export const DeskStep = z
	.object({
		borrowerId: BorrowerId.nullable(),
		out: z.array(LineOut).max(200),
		back: z.array(LineBack).max(200),
		/** Taken for what goes home. */
		depositInCents: z.int().min(0).max(10_000_000),
		/** For something entered later, from paper; never in the future. Null: now. */
		issuedOn: LocalDate.nullable(),
		/** Why it is lent in spite of what asks for a reason. */
		reason: optionalText(200),
	})
	// Money for nothing would be nowhere.
	.refine(({ out, depositInCents }) => depositInCents === 0 || out.length > 0);
export type DeskStep = z.infer<typeof DeskStep>;

/** What a step did, and what takes it back again. */
export const StepDone = z.object({
	loans: z.array(z.object({ id: LoanId, number: z.string(), kind: LoanKind, lines: z.array(LoanLineId), dueOn: LocalDate })),
	returned: z.array(
		z.object({
			lineId: LoanLineId,
			loanId: LoanId,
			loanNumber: z.string(),
			/** ms UTC */
			returnedAt: z.number(),
			closesLoan: z.boolean(),
			depositHeldCents: z.int(),
		}),
	),
	/** Damage cases that came of it. */
	damages: z.array(DamageId),
	/** Whoever waits for something that just came back. */
	waiting: z.array(z.object({ itemId: ItemId, itemName: z.string(), borrowerName: z.string(), until: LocalDate })),
	/** Reservations and holds that this fulfilled. */
	collected: z.array(z.union([ReservationId, HoldId])),
});
export type StepDone = z.infer<typeof StepDone>;

/** A loan in a list. */
export const LoanRow = z.object({
	id: LoanId,
	number: z.string(),
	kind: LoanKind,
	borrowerId: BorrowerId,
	borrowerName: z.string(),
	issuedAt: z.number(),
	/** Of the lines that are out, the earliest; of a closed loan, the latest. */
	dueOn: LocalDate,
	lines: z.int(),
	openLines: z.int(),
	isOverdue: z.boolean(),
	depositHeldCents: z.int(),
	/** Names of its items, those that are out first. */
	items: z.array(z.string()),
});
export type LoanRow = z.infer<typeof LoanRow>;

/** One line of a loan, out or back. */
export const LoanLine = OpenLine.omit({ depositHeldCents: true }).extend({
	returnedAt: z.number().nullable(),
	returnedBy: z.string().nullable(),
	accessoriesIn: z.array(z.string()),
	conditionIn: z.string().nullable(),
	/** How often the due day was moved. */
	extended: z.int(),
	/** double: settled as the one that was not really out when two PCs lent the same item. */
	outcome: z.enum(['out', 'returned', 'double']),
});
export type LoanLine = z.infer<typeof LoanLine>;

/**
 * Money that changed hands for a loan: in > 0, out < 0. kept: not given back, for a damage. corrected: given back on two
 * PCs while they were apart, but paid out once.
 */
export const DepositEntry = z.object({
	id: z.string(),
	at: z.number(),
	cents: z.int(),
	what: z.enum(['paid', 'returned', 'kept', 'corrected']),
	memberName: z.string(),
	receipt: z.string(),
});
export type DepositEntry = z.infer<typeof DepositEntry>;

export const Loan = LoanRow.omit({ items: true }).extend({
	issuedByName: z.string(),
	/** Entered later than it happened. */
	isBackdated: z.boolean(),
	/** Why it was lent in spite of an obstacle. */
	reason: z.string().nullable(),
	lineList: z.array(LoanLine),
	deposits: z.array(DepositEntry),
});
export type Loan = z.infer<typeof Loan>;

/** Everything of one borrower that is due tomorrow or late, for one list entry, letter or e-mail. */
export const Reminder = z.object({
	borrower: BorrowerRow,
	lines: z.array(OpenLine),
	/** overdue when any line is. */
	kind: z.enum(['due_soon', 'overdue']),
	/** When somebody last reminded them of one of these lines; null: never. ms UTC */
	lastAt: z.number().nullable(),
	/** Not reminded within the last week, or never. */
	isDue: z.boolean(),
});
export type Reminder = z.infer<typeof Reminder>;
export const ReminderWay = z.enum(['letter', 'email', 'phone', 'in_person']);
export type ReminderWay = z.infer<typeof ReminderWay>;

/** Who owes what: deposits that are held, and damage that was charged and not paid. */
export const Account = z.object({
	borrower: BorrowerRow,
	depositHeldCents: z.int(),
	chargedCents: z.int(),
});
export type Account = z.infer<typeof Account>;

/** The same item lent twice while two PCs were apart: somebody says which line is true. Both loans stay. */
export const LentTwice = z.object({
	itemId: ItemId,
	itemNumber: z.string(),
	itemName: z.string(),
	lines: z.array(OpenLine.extend({ issuedByName: z.string() })).min(2),
});
export type LentTwice = z.infer<typeof LentTwice>;

/** More of a deposit went out than came in: two PCs gave it back while they were apart. Somebody says what happened. */
export const Overpaid = z.object({
	loanId: LoanId,
	loanNumber: z.string(),
	borrowerName: z.string(),
	/** > 0 */
	cents: z.int(),
});
export type Overpaid = z.infer<typeof Overpaid>;

export const Figures = z.object({
	/** By month, `YYYY-MM`, twelve of them. overdue: came back late, or is still out and late. */
	months: z.array(z.object({ month: z.string(), takeHome: z.int(), inHouse: z.int(), returned: z.int(), overdue: z.int() })),
	/** Items by loans of the year; share of the year's opening days on which it was out, 0–1. */
	items: z.array(
		z.object({
			itemId: ItemId,
			number: z.string(),
			name: z.string(),
			category: z.string().nullable(),
			loans: z.int(),
			use: z.number(),
		}),
	),
	categories: z.array(z.object({ category: z.string().nullable(), items: z.int(), loans: z.int(), use: z.number() })),
	borrowers: z.int(),
	/** Items that became missing or retired in that year, and what they had cost. */
	losses: z.array(
		z.object({
			itemId: ItemId,
			number: z.string(),
			name: z.string(),
			state: z.enum(['missing', 'retired']),
			at: z.number(),
			priceCents: z.int().nullable(),
		}),
	),
});
export type Figures = z.infer<typeof Figures>;
