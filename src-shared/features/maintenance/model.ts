import { z } from 'zod';
import { BorrowerId, DamageId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/** Damage and maintenance of items: found → parts → repairing → fixed or retired, tied to the loan it came from. */

/** retired: given up. The item goes with it, unless only something that belongs to it is gone. */
export const DamageStage = z.enum(['found', 'parts', 'repairing', 'fixed', 'retired']);
export type DamageStage = z.infer<typeof DamageStage>;

/** broken: does not work as it should · accessory: something of it is gone · wear: nobody's fault, due sooner or later. */
export const DamageKind = z.enum(['broken', 'accessory', 'wear']);
export type DamageKind = z.infer<typeof DamageKind>;

export const DamageFields = z.object({
	itemId: ItemId,
	kind: DamageKind,
	description: requiredText(2000),
	/** Those that are gone. */
	accessories: z.array(requiredText(120)).max(30),
	/** Not lent until it is fixed. */
	unusable: z.boolean(),
	foundOn: LocalDate,
	/** The loan and line it came back from; null: found in the house. */
	loanId: LoanId.nullable(),
	lineId: LoanLineId.nullable(),
	/** What the repair costs the site, and what the borrower is asked to pay of it. */
	costCents: z.int().min(0).max(10_000_000).nullable(),
	chargedCents: z.int().min(0).max(10_000_000).nullable(),
	/** The day the borrower paid. */
	paidOn: LocalDate.nullable(),
	/** What was done, what was ordered. */
	notes: optionalText(4000),
});
export type DamageFields = z.infer<typeof DamageFields>;

/** What somebody can change of a case later; its stage has steps of its own. */
export const DamageChanges = DamageFields.omit({ itemId: true, loanId: true, lineId: true }).partial();
export type DamageChanges = z.infer<typeof DamageChanges>;

export const Damage = DamageFields.extend({
	id: DamageId,
	stage: DamageStage,
	/** The day it was fixed or given up. */
	closedOn: LocalDate.nullable(),
	createdAt: z.number(),
	itemNumber: z.string(),
	itemName: z.string(),
	/** Who had it; null: found in the house. */
	borrower: z.object({ id: BorrowerId, name: z.string() }).nullable(),
	loanNumber: z.string().nullable(),
});
export type Damage = z.infer<typeof Damage>;

export const isOpen = (stage: DamageStage): boolean => stage !== 'fixed' && stage !== 'retired';

/** A PDF no larger than this; base64. */
export const MAX_MANUAL_BYTES = 3_000_000;
export const Manual = z
	.base64()
	.max(Math.ceil((MAX_MANUAL_BYTES * 4) / 3) + 4)
	// `%PDF-` and a digit, whatever it was called.
	.refine((pdf) => pdf.startsWith('JVBERi0'));
