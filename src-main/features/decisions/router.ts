import { ORPCError } from '@orpc/server';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { noAccess, notFound } from '../../refuse.ts';
import type { DecisionRefusal, DecisionService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function decisionsRouter({ signedIn }: Procedures, decisions: DecisionService) {
	const os = signedIn.decisions;
	return {
		list: os.list.handler(({ context }) => decisions.list(context.session)),
		count: os.count.handler(({ context }) => ({ count: decisions.count(context.session) })),
		decide: os.decide.handler(async ({ input: { name, value, ...of }, context }) =>
			answerOf(await decisions.decide(context.session, of, name, value)),
		),
		undo: os.undo.handler(({ input: { table, id, field, ...undo }, context }) =>
			answerOf(decisions.undo(context.session, { table, id, field }, undo)),
		),
	};
}

/** What the service gave, or its refusal as the contract's. */
function answerOf<T>(result: Result<T, DecisionRefusal>): T {
	if (result.ok) return result.value;
	switch (result.error) {
		case 'not_found':
			return notFound();
		case 'no_access':
			return noAccess();
		case 'invalid':
			throw new ORPCError('BAD_REQUEST', { status: 400 });
		default:
			throw new ORPCError(result.error.toUpperCase(), { status: 409 });
	}
}
