import type { ActionFields, ActionState, Goal, GoalFields, Situation } from '#shared/features/goals/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { CaseId, GoalId, MemberId } from '#shared/kernel/ids.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { goalActionKind, goalKind, situationKind } from './records.ts';
import { situationId } from './situation-id.ts';

/** Invented goals of a case; indexes point into the invented members. */
interface InventedGoal extends GoalFields, Pick<Goal, 'balance' | 'balanceWords'> {
	readonly actions: readonly (Pick<ActionFields, 'text' | 'doer' | 'thirdParty' | 'due'> & {
		readonly memberIndex: number | null;
		readonly state: ActionState;
	})[];
}

/** Writes goals and situations as their case's counsellor would have; gives the goals' ids. */
export function sampleGoalWriter({ ids, clock }: { ids: Ids; clock: Clock }) {
	return (
		session: Session,
		caseId: CaseId,
		{ goals, situation }: { readonly goals: readonly InventedGoal[]; readonly situation: readonly Situation[] },
		{ author, members }: { readonly author: MemberId; readonly members: readonly MemberId[] },
	): GoalId[] => {
		const { store } = openVaultOf(session, 'counselling');
		for (const { area, moment, ...fields } of situation)
			store.insert(situationKind, situationId(caseId, area, moment), { ...fields, caseId, area, moment }, author);
		return goals.map(({ actions, ...fields }) => {
			const goalId = ids.next() as GoalId;
			const balancedAt = fields.balance === null ? null : clock.now();
			store.insert(goalKind, goalId, { ...fields, caseId, balancedAt } as Fields, author);
			for (const { memberIndex, ...action } of actions) {
				const memberId = memberIndex === null ? null : (members[memberIndex] ?? null);
				store.insert(goalActionKind, ids.next(), { ...action, memberId, goalId } as Fields, author);
			}
			return goalId;
		});
	};
}
