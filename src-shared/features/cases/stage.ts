import { z } from 'zod';

/**
 * The stage of a case file (design 5) follows from what exists in it; nobody sets it.
 *
 * - intake: the file is opened
 * - assessment: the situation at entry was spoken about
 * - planning: there is a goal
 * - support: a step to a goal was begun, or somebody was spoken with after the first goal was set
 * - closing: the situation at exit was spoken about, or what came of every goal was said; since the file was last
 *   reopened, because what was said before belongs to the closing of then. Or the file is closed.
 *
 * The last of them whose condition holds counts.
 */
export const CaseStage = z.enum(['intake', 'assessment', 'planning', 'support', 'closing']);
export type CaseStage = z.infer<typeof CaseStage>;

/** Instants are ms UTC; null: never. */
export interface StageFacts {
	readonly isClosed: boolean;
	readonly reopenedAt: number | null;
	readonly hasEntry: boolean;
	/** The last time something was said of the situation at exit. */
	readonly exitAt: number | null;
	/** When the first goal was set. */
	readonly firstGoalAt: number | null;
	/** When the last goal got its balance; null while one has none. */
	readonly balancedAt: number | null;
	readonly hasBegunAction: boolean;
	readonly lastContactAt: number | null;
}

export const NOTHING_YET: Omit<StageFacts, 'isClosed' | 'reopenedAt' | 'lastContactAt'> = {
	...{ hasEntry: false, exitAt: null, firstGoalAt: null, balancedAt: null, hasBegunAction: false },
};

export function stageOf(facts: StageFacts): CaseStage {
	const { firstGoalAt, lastContactAt } = facts;
	const isSince = (at: number | null) => at !== null && (facts.reopenedAt === null || at > facts.reopenedAt);
	if (facts.isClosed || isSince(facts.exitAt) || isSince(facts.balancedAt)) return 'closing';
	if (firstGoalAt === null) return facts.hasEntry ? 'assessment' : 'intake';
	return facts.hasBegunAction || (lastContactAt !== null && lastContactAt > firstGoalAt) ? 'support' : 'planning';
}
