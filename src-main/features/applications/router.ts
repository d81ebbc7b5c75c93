import { ORPCError } from '@orpc/server';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { ApplicationRefusal, ApplicationService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function applicationsRouter({ signedIn }: Procedures, applications: ApplicationService) {
	const os = signedIn.applications;
	return {
		ofCase: os.ofCase.handler(({ input, context }) => applications.ofCase(context.session, input.caseId)),
		due: os.due.handler(({ context }) => applications.due(context.session)),
		add: os.add.handler(({ input: { caseId, ...fields }, context }) => ({
			id: answerOf(applications.add(context.session, caseId, fields)),
		})),
		change: os.change.handler(({ input, context }) => answerOf(applications.change(context.session, input.id, input.changes))),
		remove: os.remove.handler(({ input, context }) => answerOf(applications.remove(context.session, input.id))),
		restore: os.restore.handler(({ input, context }) => answerOf(applications.restore(context.session, input.id))),
	};
}

/** What a service gave, or its refusal as the contract's. */
function answerOf<T>(result: Result<T, ApplicationRefusal>): T {
	if (result.ok) return result.value;
	if (result.error === 'not_found') return notFound();
	throw new ORPCError(result.error === 'business' ? 'BUSINESS' : 'CLOSED', { status: 409 });
}
