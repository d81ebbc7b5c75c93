import { z } from 'zod';
import { RecordId } from '#shared/kernel/ids.ts';

/**
 * Decisions (Zusammenführung): fields that two people set to different values on two PCs, neither knowing of the other.
 * Both values are kept until somebody says which one holds.
 */

/** How another value than the two can be typed; null: only on the record's own page. */
export const ValueInput = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('text'), max: z.int(), optional: z.boolean() }),
	z.object({ kind: z.literal('date'), optional: z.boolean() }),
	z.object({ kind: z.literal('time') }),
	z.object({ kind: z.literal('number'), optional: z.boolean() }),
	z.object({ kind: z.literal('money'), optional: z.boolean() }),
	z.object({ kind: z.literal('yes_no') }),
	z.object({ kind: z.literal('choice'), values: z.array(z.string()), optional: z.boolean() }),
	z.object({ kind: z.literal('phones') }),
]);
export type ValueInput = z.infer<typeof ValueInput>;

const Side = z.object({
	value: z.unknown(),
	/** Several when they wrote the same. */
	writers: z.array(z.object({ memberName: z.string(), deviceName: z.string(), at: z.number() })),
});

export const FieldDecision = z.object({
	field: z.string(),
	/** Another one when a value joins or leaves: whoever decides says what they saw. */
	name: z.string(),
	/** Two or more; the first one stands at present. */
	sides: z.array(Side).min(2),
	input: ValueInput.nullable(),
	/** closed: the case file is, nothing of it changes · completed: what stands can be confirmed, and nothing else. */
	frozen: z.enum(['closed', 'completed']).nullable(),
});
export type FieldDecision = z.infer<typeof FieldDecision>;

/** A record by what it is and is called. */
const Named = z.object({ table: z.string(), id: RecordId, name: z.string() });

export const RecordDecisions = Named.extend({
	/** What it belongs to, the nearest first. */
	belongsTo: z.array(Named),
	fields: z.array(FieldDecision).min(1),
});
export type RecordDecisions = z.infer<typeof RecordDecisions>;

/** What to hand back so that a decision is open again. */
export const Undo = z.object({ before: z.unknown(), decided: z.unknown(), values: z.array(z.string().max(40)).max(1000) });
export type Undo = z.infer<typeof Undo>;
