import { z } from 'zod';
import { queueLabel, RepairFields, RepairVisitor } from '#shared/features/repairs/model.ts';
import { isUnsafe, WAITING } from '#shared/features/repairs/stages.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import { LoanId, MemberId, RepairId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';
import { appendKind, mergeKind, NO_ID } from '../../records/kind.ts';
import { repair, repairHelper, repairLoan, repairVisitor, waiverText } from './tables.ts';

export const repairKind = mergeKind({
	vault: 'workshop',
	table: repair,
	fields: RepairFields,
	empty: {
		day: '1970-01-01' as LocalDate,
		arrivedAt: 0,
		letter: 'A',
		count: 1,
		item: '?',
		category: null,
		// What nobody knows is treated as what can hurt.
		power: 'mains',
		brand: null,
		yearOfManufacture: null,
		problem: '?',
		waiverId: null,
		isSelfHelp: false,
		followUpOf: null,
		diagnosis: null,
		parts: [],
		materials: null,
		donationCents: null,
		electricalTest: null,
		standing: WAITING,
	},
	texts: ['diagnosis'],
	// The queue is Kontor's own, the category follows from words; of two steps one holds, and history keeps both. Two tests
	// are asked about: a pass must not quietly win over a fail.
	unasked: ['day', 'arrivedAt', 'letter', 'count', 'category', 'waiverId', 'followUpOf', 'standing'],
	derive: ({ standing, power, electricalTest, item }) => ({
		stage: standing.stage,
		result: standing.result,
		barrier: standing.barrier,
		isDone: standing.stage === 'done' ? 1 : 0,
		doneOn: standing.doneAt === null ? null : localDateOf(standing.doneAt),
		itemKey: sortKey(item),
		isUnsafe: isUnsafe({ power, electricalTest, result: standing.result }),
	}),
	words: (fields) => [queueLabel(fields), fields.item, fields.brand].filter(Boolean).join(' '),
});

export const repairVisitorKind = mergeKind({
	vault: 'workshop',
	table: repairVisitor,
	fields: RepairVisitor,
	empty: { visitorName: null, borrowerId: null },
	texts: [],
	unasked: 'all',
	words: ({ visitorName }) => visitorName ?? '',
});

export const repairHelperKind = mergeKind({
	vault: 'workshop',
	table: repairHelper,
	fields: z.object({ repairId: RepairId, memberId: MemberId, helps: z.boolean() }),
	empty: { repairId: NO_ID as RepairId, memberId: NO_ID as MemberId, helps: false },
	texts: [],
	unasked: 'all',
});

export const repairLoanKind = appendKind({
	vault: 'workshop',
	table: repairLoan,
	fields: z.object({ repairId: RepairId, loanId: LoanId }),
});

export const waiverTextKind = appendKind({
	vault: 'workshop',
	table: waiverText,
	fields: z.object({ text: requiredText(6000) }),
});
