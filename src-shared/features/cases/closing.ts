import { z } from 'zod';
import { Balance, GoalTheme, LifeArea, Rating } from '#shared/features/goals/model.ts';
import { ClosingId, GoalId, ReopeningId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/**
 * Closing a case file freezes it; what it came to is kept as it was said then, whatever is done after a reopening. A
 * reopening names the closings it takes back: two PCs that close apart leave two, and the file is closed as long as one
 * of them was not taken back.
 */

export const ClosingReason = z.enum([
	'goals_reached',
	'referred_on',
	'moved_away',
	'no_contact',
	'client_ended',
	'death',
	'office_ended',
	'other',
]);
export type ClosingReason = z.infer<typeof ClosingReason>;

/** Where the client goes on. */
export const ClosingOutcome = z.enum([
	'work',
	'training',
	'school_or_course',
	'stable',
	'improved',
	'unchanged',
	'worse',
	'unknown',
]);
export type ClosingOutcome = z.infer<typeof ClosingOutcome>;

export const ClosingFields = z.object({
	closedOn: LocalDate,
	reason: ClosingReason,
	reasonWords: optionalText(500),
	outcome: ClosingOutcome,
	outcomeWords: optionalText(500),
	/** For whoever reads the file in years. */
	summary: z
		.string()
		.max(10_000)
		.transform((value) => value.normalize('NFC').trim()),
	/** Why a balance, or the situation at exit, is missing; only then. */
	missingBecause: optionalText(500),
});
export type ClosingFields = z.infer<typeof ClosingFields>;

/** What the file had come to when it was closed. */
export const ClosingState = z.object({
	goals: z.array(
		z.object({
			id: GoalId,
			theme: GoalTheme,
			text: z.string(),
			balance: Balance.nullable(),
			balanceWords: z.string().nullable(),
			actionsDone: z.int(),
			actions: z.int(),
		}),
	),
	situation: z.array(z.object({ area: LifeArea, entry: Rating.nullable(), exit: Rating.nullable() })),
	contacts: z.int(),
	minutes: z.int(),
	openTodos: z.int(),
});
export type ClosingState = z.infer<typeof ClosingState>;

export const Closing = ClosingFields.extend({
	id: ClosingId,
	at: z.number(),
	memberName: z.string(),
	state: ClosingState,
	/** Null while it stands. */
	reopened: z.object({ at: z.number(), on: LocalDate, memberName: z.string(), reason: z.string() }).nullable(),
});
export type Closing = z.infer<typeof Closing>;

export const ReopeningFields = z.object({ reason: requiredText(500) });

export const Reopening = ReopeningFields.extend({
	id: ReopeningId,
	reopenedOn: LocalDate,
	closingIds: z.array(ClosingId).max(100),
});

/** Closings that no reopening took back; the file is closed while there is one. */
export function standing<C extends { readonly id: string }>(
	closings: readonly C[],
	reopenings: readonly { readonly closingIds: readonly string[] }[],
): C[] {
	const taken = new Set(reopenings.flatMap(({ closingIds }) => closingIds));
	return closings.filter(({ id }) => !taken.has(id));
}
