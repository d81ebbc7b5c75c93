import { ORPCError } from '@orpc/server';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { GoalRefusal, GoalService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function goalsRouter({ signedIn }: Procedures, goals: GoalService) {
	const os = signedIn.goals;
	return {
		ofCase: os.ofCase.handler(({ input, context }) => goals.ofCase(context.session, input.caseId)),
		assess: os.assess.handler(({ input, context }) =>
			answerOf(goals.assess(context.session, input.caseId, input.moment, input.areas)),
		),
		add: os.add.handler(({ input: { caseId, ...fields }, context }) => ({
			id: answerOf(goals.add(context.session, caseId, fields)),
		})),
		update: os.update.handler(({ input, context }) => answerOf(goals.update(context.session, input.id, input.changes))),
		balance: os.balance.handler(({ input, context }) =>
			answerOf(goals.balance(context.session, input.id, input.balance, input.words)),
		),
		remove: os.remove.handler(({ input, context }) => answerOf(goals.remove(context.session, input.id))),
		restore: os.restore.handler(({ input, context }) => answerOf(goals.restore(context.session, input.id))),
		addAction: os.addAction.handler(({ input: { goalId, ...fields }, context }) => ({
			id: answerOf(goals.addAction(context.session, goalId, fields)),
		})),
		updateAction: os.updateAction.handler(({ input, context }) =>
			answerOf(goals.updateAction(context.session, input.id, input.changes)),
		),
		setActionState: os.setActionState.handler(({ input, context }) =>
			answerOf(goals.setActionState(context.session, input.id, input.state)),
		),
		removeAction: os.removeAction.handler(({ input, context }) => answerOf(goals.removeAction(context.session, input.id))),
		restoreAction: os.restoreAction.handler(({ input, context }) => answerOf(goals.restoreAction(context.session, input.id))),
		mine: os.mine.handler(({ context }) => goals.mine(context.session)),
	};
}

/** What a service gave, or its refusal as the contract's. */
function answerOf<T>(result: Result<T, GoalRefusal>): T {
	if (result.ok) return result.value;
	if (result.error === 'closed') throw new ORPCError('CLOSED', { status: 409 });
	if (result.error === 'no_member') throw new ORPCError('INVALID', { status: 400, data: { what: 'member' } });
	return notFound();
}
