import { z } from 'zod';
import { Progress } from '#shared/contract-base.ts';
import { Vault } from '#shared/features/members/model.ts';

/** Bringing a vault back to an earlier moment: what that would change, shown before it happens. */

export const RestoreMoment = z.object({ vault: Vault, at: z.number().min(0) });

export const RestoreCount = z.object({
	/** Name of the table; the screen has words for it. */
	table: z.string(),
	changes: z.int(),
	returns: z.int(),
	goes: z.int(),
	/** In closed case files, or finished: stays as it is. */
	frozen: z.int(),
});
export type RestoreCount = z.infer<typeof RestoreCount>;

/** Names this preview; it is forgotten with the session, or when another one is asked for. */
const Plan = z.string().max(40);

export const RestorePreview = z.object({
	plan: Plan,
	vault: Vault,
	at: z.number(),
	counts: z.array(RestoreCount),
});
export type RestorePreview = z.infer<typeof RestorePreview>;

export const RestorePlan = z.object({ plan: Plan });

export const RestoreRecord = z.object({
	id: z.string(),
	what: z.enum(['changes', 'returns', 'goes', 'frozen']),
	/** Whom or what it is about. */
	label: z.string(),
});
export type RestoreRecord = z.infer<typeof RestoreRecord>;

export const RestoreProgress = Progress.extend({ preview: RestorePreview.nullable() });
export type RestoreProgress = z.infer<typeof RestoreProgress>;

export const AppliedProgress = Progress.extend({ records: z.int().nullable() });
export type AppliedProgress = z.infer<typeof AppliedProgress>;
