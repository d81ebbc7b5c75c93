import { z } from 'zod';
import { CaseId, MemberId, TodoId } from '#shared/kernel/ids.ts';

/** Handing case files over to a colleague: what is wanted, and what was done, to take it back. */
export const HandOver = z.object({
	from: MemberId,
	to: MemberId,
	caseIds: z.array(CaseId).min(1).max(1000),
	/** Whoever gives them away stays deputy. */
	keepAsDeputy: z.boolean(),
});
export type HandOver = z.infer<typeof HandOver>;

export const HandOverReceipt = z.object({
	/** What was handed over, with who was deputy before. */
	cases: z.array(z.object({ id: CaseId, deputyIds: z.array(MemberId).max(10) })).max(1000),
	/** Open to-dos that went along. */
	todoIds: z.array(TodoId).max(20_000),
	/** Led by somebody else by now, closed, or not there any more. */
	leftOut: z.array(CaseId),
});
export type HandOverReceipt = z.infer<typeof HandOverReceipt>;
