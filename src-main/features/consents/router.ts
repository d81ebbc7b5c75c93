import { ORPCError } from '@orpc/server';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { ConsentService, ReleaseRefusal } from './service.ts';

/** Maps the contract's procedures to the service. */
export function consentsRouter({ signedIn }: Procedures, consents: ConsentService) {
	const os = signedIn.consents;
	const must = (done: boolean) => {
		if (!done) notFound();
	};
	return {
		ofPerson: os.ofPerson.handler(({ input, context }) => consents.ofClient(context.session, { ...input, businessId: null })),
		ofBusiness: os.ofBusiness.handler(({ input, context }) => consents.ofClient(context.session, { ...input, personId: null })),
		give: os.give.handler(({ input, context }) => ({ ids: answerOf(consents.give(context.session, input)) })),
		withdraw: os.withdraw.handler(({ input, context }) => answerOf(consents.withdraw(context.session, input.id, input.on))),
		setEvidence: os.setEvidence.handler(({ input, context }) =>
			must(consents.setEvidence(context.session, input.id, input.evidence)),
		),
		remove: os.remove.handler(({ input, context }) => must(consents.remove(context.session, input.id))),
		restore: os.restore.handler(({ input, context }) => must(consents.restore(context.session, input.id))),

		releases: os.releases.handler(({ input, context }) => consents.releases(context.session, [input.caseId])),
		addRelease: os.addRelease.handler(({ input: { caseId, ...fields }, context }) => ({
			id: answerOf(consents.addRelease(context.session, caseId, fields)),
		})),
		setReleaseEvidence: os.setReleaseEvidence.handler(({ input, context }) =>
			answerOf(consents.setReleaseEvidence(context.session, input.id, input.evidence)),
		),
		withdrawRelease: os.withdrawRelease.handler(({ input, context }) =>
			answerOf(consents.withdrawRelease(context.session, input.id, input.on)),
		),
		removeRelease: os.removeRelease.handler(({ input, context }) => answerOf(consents.removeRelease(context.session, input.id))),
		restoreRelease: os.restoreRelease.handler(({ input, context }) =>
			answerOf(consents.restoreRelease(context.session, input.id)),
		),
	};
}

/** What the service gave, or its refusal as the contract's. */
function answerOf<T>(result: Result<T, ReleaseRefusal>): T {
	if (result.ok) return result.value;
	if (result.error === 'not_found') notFound();
	if (result.error === 'closed') throw new ORPCError('CLOSED', { status: 409 });
	throw new ORPCError('INVALID', { status: 400, data: { what: result.error } });
}
