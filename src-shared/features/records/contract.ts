import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { RecordId } from '#shared/kernel/ids.ts';

/** What is the same for every kind of record: live changes, history, drafts. */

/** Something changed; screens reload what they show. `tables` are the names of changed tables. */
export const Change = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('records'), tables: z.array(z.string()) }),
	z.object({ kind: z.literal('session') }),
	z.object({ kind: z.literal('share') }),
	/** Only how far the exchange with the share is. */
	z.object({ kind: z.literal('share_work') }),
]);
export type Change = z.infer<typeof Change>;

/** Names one change of a record: its hybrid time and its device. */
const Version = z.string().regex(/^[0-9a-f]{16}-[0-9a-f-]{36}$/);

export const HistoryEntry = z.object({
	at: z.number(),
	member: z.string(),
	device: z.string(),
	version: Version,
	fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Tables whose records have a history page. */
export const HistoryTable = z.enum([
	'person',
	'business',
	'case_file',
	'contact',
	'todo',
	'document',
	'item',
	'borrower',
	'loan',
	'loan_line',
	'damage',
	'repair',
	'appointment',
	'funder_participation',
	'goal',
	'goal_action',
	'consent',
	'confidentiality_release',
	'referral',
	'letter',
	'application',
]);

/** Those of them that can be brought back to an earlier state: where one step of the feature sets any of the fields. */
export const RESTORABLE = [
	...['person', 'case_file', 'contact', 'todo', 'document', 'item', 'borrower', 'damage', 'appointment'],
] as readonly string[];

/** `contact:<case id>`, `person:new`: a draft belongs to one member and one place. */
const DraftKey = z.string().regex(/^[a-z]+:([0-9a-f-]{1,64}|new)$/);

export const records = {
	changes: procedure.output(eventIterator(Change)),
	history: procedure.input(z.object({ table: HistoryTable, id: RecordId })).output(z.array(HistoryEntry)),
	/**
	 * Sets a record's fields to what they were after one of its changes, by the feature's own step and rules: whoever may
	 * not change the record may not do this either. `left`: fields that only steps of their own set; they stay.
	 */
	restoreTo: procedure
		.input(z.object({ table: HistoryTable, id: RecordId, version: Version }))
		.output(z.object({ left: z.array(z.string()) }))
		.errors({
			CLOSED: { status: 409 },
			/** What was right then is not any more: a number is taken, a time is booked, a step does not take it. */
			NOT_ANY_MORE: { status: 409 },
		}),
	/** Drafts survive lock, crash and power cut; sealed to their author, so nobody else can read them. */
	draft: procedure.input(z.object({ key: DraftKey })).output(z.string().nullable()),
	saveDraft: procedure.input(z.object({ key: DraftKey, text: z.string().max(200_000) })).output(z.void()),
	discardDraft: procedure.input(z.object({ key: DraftKey })).output(z.void()),
};
