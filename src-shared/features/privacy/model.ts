import { z } from 'zod';
import { Vault } from '#shared/features/members/model.ts';
import { BorrowerId, DeviceId, ErasureId, PersonId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { requiredText } from '#shared/kernel/text.ts';

/** Erasure (Löschen): how long what is kept, who is due, what goes, and until when copies of it live on (design 7). */

const months = z.int().min(1).max(360);

/** Rules of the site, kept by coordination and administrators; they hold nothing about anybody. */
export const RetentionRules = z.object({
	/** After the end of the year in which the last case file was closed. */
	caseMonths: months,
	/** People without a case file: after the last that is known of them. */
	personMonths: months,
	/** Borrowers: after the last loan came back. */
	borrowerMonths: months,
	/** Who brought something for repair: from that day; the repair itself stays. Erased without asking. */
	visitorMonths: months,
});
export type RetentionRules = z.infer<typeof RetentionRules>;

/** Until a site says otherwise. */
export const USUAL_RULES: RetentionRules = { caseMonths: 36, personMonths: 24, borrowerMonths: 24, visitorMonths: 12 };

export const Exclusion = z.object({ until: LocalDate, reason: requiredText(300) });
export type Exclusion = z.infer<typeof Exclusion>;

/**
 * case: the last file is closed for long enough · contact: nothing known for long enough · removed: somebody deleted
 * them · loan: nothing was lent for long enough.
 */
export const DueReason = z.enum(['case', 'contact', 'removed', 'loan']);
export type DueReason = z.infer<typeof DueReason>;

/** What keeps somebody from being erased. */
export const Keep = z.discriminatedUnion('what', [
	z.object({ what: z.literal('open_case'), count: z.int() }),
	z.object({ what: z.literal('appointment') }),
	z.object({ what: z.literal('loan'), count: z.int() }),
	z.object({ what: z.literal('funder'), programme: z.string(), until: LocalDate }),
	z.object({ what: z.literal('excluded'), until: LocalDate, reason: z.string(), byName: z.string() }),
]);
export type Keep = z.infer<typeof Keep>;

const Due = z.object({
	number: z.string(),
	name: z.string(),
	why: DueReason,
	/** The day that the time is counted from, and the first on which they are due. */
	from: LocalDate,
	since: LocalDate,
	keeps: z.array(Keep),
});
export const DuePerson = Due.extend({ personId: PersonId });
export type DuePerson = z.infer<typeof DuePerson>;
export const DueBorrower = Due.extend({ borrowerId: BorrowerId });
export type DueBorrower = z.infer<typeof DueBorrower>;

/** Exactly what would be erased. */
export const ErasurePreview = z.object({
	number: z.string(),
	name: z.string(),
	keeps: z.array(Keep),
	/** First day on which the rules ask for it; null: not yet known. */
	dueOn: LocalDate.nullable(),
	counts: z.array(z.object({ table: z.string(), count: z.int() })),
	/** All of it: whoever erases says what they have seen. */
	records: z.int(),
	/** Appointments with others, which stay theirs. */
	shared: z.int(),
	/** Heads in attendance lists that stay without a name; null: somebody else is called the same, so they keep it. */
	heads: z.int().nullable(),
	/** Linked to a borrower's card, which is erased at the workshop. */
	isBorrower: z.boolean(),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

export const ErasureReason = z.enum(['retention', 'request', 'other']);
export type ErasureReason = z.infer<typeof ErasureReason>;

/** How far each feed of a vault had come: what was erased stands in it at most so far. */
export const Trace = z.object({
	vault: Vault,
	feeds: z.array(z.tuple([DeviceId, z.int()])),
	/** Whoever has read this device's feed so far has taken the erasure in. */
	by: DeviceId,
	from: z.int(),
});
export type Trace = z.infer<typeof Trace>;

/** What is left to say: nothing of whom. Not even the number, which stands on letters that others have. */
export const ErasureFields = z.object({
	reason: ErasureReason,
	counts: z.array(z.object({ table: z.string().max(60), count: z.int() })).max(100),
	heads: z.int(),
	traces: z.array(Trace).max(10),
});
export type ErasureFields = z.infer<typeof ErasureFields>;

export const Erasure = ErasureFields.omit({ traces: true }).extend({
	id: ErasureId,
	at: z.number(),
	byName: z.string(),
	of: z.enum(['person', 'borrower']),
});
export type Erasure = z.infer<typeof Erasure>;

/** Until when copies of what was erased live on. */
export const Copies = z.object({
	id: ErasureId,
	feeds: z.object({
		isGone: z.boolean(),
		/** When segments so old are let go, if nobody holds that up, ms UTC. */
		expectedAt: z.number(),
		/** Devices that have not read so far, or have to let go of their own, with when they were last heard of. */
		waitingFor: z.array(z.object({ name: z.string(), lastAt: z.number().nullable() })),
	}),
	/** `until`: the latest day on which the last of them is removed, ms UTC; null: none is left. */
	snapshots: z.object({ count: z.int(), until: z.number().nullable() }),
});
export type Copies = z.infer<typeof Copies>;
