import type { ShareProblem } from '#shared/features/share/model.ts';
import { TargetError } from './target.ts';

/** What can be wrong with a share, in the words of the contract. */
export class ShareRefused extends Error {
	readonly problem: ShareProblem;
	readonly file: string | null;
	constructor(problem: ShareProblem, file: string | null) {
		super(problem);
		this.problem = problem;
		this.file = file;
	}
}

/** What a person can be told about a failure of the share; null for anything else, which is a bug. */
export function shareProblemOf(error: unknown): { problem: ShareProblem; file: string | null } | null {
	if (error instanceof ShareRefused) return { problem: error.problem, file: error.file };
	if (!(error instanceof TargetError)) return null;
	return { problem: error.problem === 'conflict' || error.problem === 'unreliable' ? 'tampered' : error.problem, file: null };
}
