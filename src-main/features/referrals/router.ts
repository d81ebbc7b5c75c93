import { ORPCError } from '@orpc/server';
import type { MissingRelease } from '#shared/features/referrals/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { ReferralRefusal, ReferralService } from './service.ts';

/** Maps the contract's procedures to the service. */
export function referralsRouter({ signedIn }: Procedures, referrals: ReferralService) {
	const os = signedIn.referrals;
	return {
		ofCase: os.ofCase.handler(({ input, context }) => referrals.ofCase(context.session, input.caseId)),
		add: os.add.handler(({ input: { caseId, ...fields }, context }) => ({
			id: answerOf(referrals.add(context.session, caseId, fields)),
		})),
		change: os.change.handler(({ input, context }) => answerOf(referrals.change(context.session, input.id, input.changes))),
		send: os.send.handler(({ input: { id, ...sending }, context }) => answerOf(referrals.send(context.session, id, sending))),
		undoSend: os.undoSend.handler(({ input, context }) => answerOf(referrals.undoSend(context.session, input.id))),
		override: os.override.handler(({ input, context }) => answerOf(referrals.override(context.session, input.id, input.reason))),
		reply: os.reply.handler(({ input: { id, ...reply }, context }) => answerOf(referrals.reply(context.session, id, reply))),
		cancel: os.cancel.handler(({ input, context }) =>
			answerOf(referrals.cancel(context.session, input.id, input.on, input.reason)),
		),
		remove: os.remove.handler(({ input, context }) => answerOf(referrals.remove(context.session, input.id))),
		restore: os.restore.handler(({ input, context }) => answerOf(referrals.restore(context.session, input.id))),
		sheet: os.sheet.handler(({ input, context }) => answerOf(referrals.sheet(context.session, input.id))),
		reminders: os.reminders.handler(({ context }) => referrals.reminders(context.session)),
	};
}

/** What the service gave, or its refusal as the contract's. */
function answerOf<T>(result: Result<T, ReferralRefusal | MissingRelease>): T {
	if (result.ok) return result.value;
	if (typeof result.error !== 'string') throw new ORPCError('NO_RELEASE', { status: 409, data: result.error });
	if (result.error === 'not_found') notFound();
	if (result.error === 'closed') throw new ORPCError('CLOSED', { status: 409 });
	throw new ORPCError('INVALID', { status: 400, data: { what: result.error } });
}
