import { z } from 'zod';
import { DepositEntry, LendingRules, LoanKind, ReminderWay } from '#shared/features/lending/model.ts';
import { BorrowerId, ItemId, LoanId, LoanLineId, MemberId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { appendKind, mergeKind, NO_ID } from '../../records/kind.ts';
import { numberValue } from '../../records/numbering.ts';
import { DEFAULT_RULES } from './default-rules.ts';
import { depositEntry, lendingRules, loan, loanLine, reminder } from './tables.ts';

const accessories = z.array(z.string().max(120)).max(30);

export const loanKind = mergeKind({
	vault: 'workshop',
	table: loan,
	fields: z.object({
		number: z.string().max(24),
		borrowerId: BorrowerId,
		kind: LoanKind,
		issuedAt: z.int().min(0),
		issuedBy: MemberId,
		reason: z.string().max(200).nullable(),
	}),
	empty: {
		number: '',
		borrowerId: NO_ID as BorrowerId,
		kind: 'take_home',
		issuedAt: 0,
		issuedBy: NO_ID as MemberId,
		reason: null,
	},
	texts: [],
	unasked: 'all',
	derive: ({ number }) => ({ numberValue: numberValue(number) }),
	words: ({ number }) => `${number} ${number.replace(/\D+0*/, '')}`,
});

export const loanLineKind = mergeKind({
	vault: 'workshop',
	table: loanLine,
	fields: z.object({
		loanId: LoanId,
		itemId: ItemId,
		kitId: ItemId.nullable(),
		dueOn: LocalDate,
		extended: z.int().min(0).max(1000),
		accessoriesOut: accessories,
		conditionOut: z.string().max(200).nullable(),
		returnedAt: z.int().min(0).nullable(),
		returnedBy: MemberId.nullable(),
		accessoriesIn: accessories,
		conditionIn: z.string().max(200).nullable(),
		isDouble: z.boolean(),
	}),
	empty: {
		loanId: NO_ID as LoanId,
		itemId: NO_ID as ItemId,
		kitId: null,
		dueOn: '1970-01-01' as LocalDate,
		extended: 0,
		accessoriesOut: [],
		conditionOut: null,
		returnedAt: null,
		returnedBy: null,
		accessoriesIn: [],
		conditionIn: null,
		isDouble: false,
	},
	texts: [],
	unasked: ['loanId', 'itemId', 'kitId', 'extended', 'accessoriesOut', 'conditionOut', 'returnedAt', 'returnedBy', 'isDouble'],
});

export const depositKind = appendKind({
	vault: 'workshop',
	table: depositEntry,
	fields: z.object({
		loanId: LoanId,
		what: DepositEntry.shape.what,
		cents: z.int(),
		receipt: z.string().max(40),
	}),
});

export const reminderKind = appendKind({
	vault: 'workshop',
	table: reminder,
	fields: z.object({ borrowerId: BorrowerId, lineIds: z.array(LoanLineId).max(500), way: ReminderWay }),
});

/** There is one of it, under the site's own id. */
export const lendingRulesKind = mergeKind({
	vault: 'workshop',
	table: lendingRules,
	fields: LendingRules,
	empty: DEFAULT_RULES,
	texts: ['liabilityText', 'houseRulesText', 'reminderText'],
});
