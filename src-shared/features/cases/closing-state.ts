import type { Goal, Situation } from '#shared/features/goals/model.ts';
import { changesOf, progressOf } from '#shared/features/goals/progress.ts';
import type { ClosingState } from './closing.ts';

type Figures = Pick<ClosingState, 'contacts' | 'minutes' | 'openTodos'>;
type Aim = Pick<Goal, 'id' | 'theme' | 'text' | 'balance' | 'balanceWords'> & {
	readonly actions: readonly Pick<Goal['actions'][number], 'state'>[];
};

/** What a closing keeps of the file it closes; of life areas, those that were spoken about. */
export function closingState(goals: readonly Aim[], situation: readonly Situation[], figures: Figures): ClosingState {
	return {
		goals: goals.map((goal) => {
			const { id, theme, text, balance, balanceWords } = goal;
			const { done, of } = progressOf(goal);
			return { id, theme, text, balance, balanceWords, actionsDone: done, actions: of };
		}),
		situation: changesOf(situation)
			.filter(({ entry, exit }) => entry !== null || exit !== null)
			.map(({ area, entry, exit }) => ({ area, entry, exit })),
		...figures,
	};
}
