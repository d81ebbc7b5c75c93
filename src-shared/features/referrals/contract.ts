import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { Partner } from '#shared/features/partners/model.ts';
import { CaseId, ReferralId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { MissingRelease, OverrideReason, Referral, ReferralFields, ReferralReminder, ReferralWay, Reply } from './model.ts';
import { ToldClient } from './told-facts.ts';

const CLOSED = { CLOSED: { status: 409 } };
/**
 * dates: in the future, or before it was sent · recipient: no such partner · sent: it is on its way, so that this cannot be
 * changed any more · not_sent: it is not on its way yet · cancelled: it was taken back.
 */
const INVALID = {
	INVALID: { status: 400, data: z.object({ what: z.enum(['dates', 'recipient', 'sent', 'not_sent', 'cancelled']) }) },
};
/** Nobody has released this: it may only be passed on with a reason, which is kept and logged. */
const NO_RELEASE = { NO_RELEASE: { status: 409, data: MissingRelease } };

export const referrals = {
	/** Open ones first, then the newest. */
	ofCase: procedure.input(z.object({ caseId: CaseId })).output(z.array(Referral)),
	add: procedure
		.input(ReferralFields.extend({ caseId: CaseId }))
		.output(z.object({ id: ReferralId }))
		.errors({ ...CLOSED, ...INVALID }),
	/** To whom and what only before it is sent; a reason for passing it on without a release is void after that change. */
	change: procedure
		.input(z.object({ id: ReferralId, changes: ReferralFields.partial() }))
		.output(z.void())
		.errors({ ...CLOSED, ...INVALID }),
	/** The gate: refused without a valid release on that day, unless a reason is given. */
	send: procedure
		.input(
			z.object({
				id: ReferralId,
				sentOn: LocalDate,
				way: ReferralWay,
				replyDueOn: LocalDate.nullable(),
				overrideReason: OverrideReason.nullable(),
			}),
		)
		.output(z.void())
		.errors({ ...CLOSED, ...INVALID, ...NO_RELEASE }),
	/** It was not sent after all. What the access logs say stays. */
	undoSend: procedure
		.input(z.object({ id: ReferralId }))
		.output(z.void())
		.errors({ ...CLOSED, ...INVALID }),
	/** A reason for printing it without a release, or for having sent it: kept with the referral, and in both access logs. */
	override: procedure
		.input(z.object({ id: ReferralId, reason: OverrideReason }))
		.output(z.void())
		.errors({ ...CLOSED, ...INVALID }),
	/** What came back. All empty: nothing did. */
	reply: procedure
		.input(Reply.extend({ id: ReferralId }))
		.output(z.void())
		.errors({ ...CLOSED, ...INVALID }),
	/** Null takes it up again. */
	cancel: procedure
		.input(z.object({ id: ReferralId, on: LocalDate.nullable(), reason: Referral.shape.cancelReason }))
		.output(z.void())
		.errors({ ...CLOSED, ...INVALID }),
	/** Only one that was never sent. Undo is `restore`. */
	remove: procedure
		.input(z.object({ id: ReferralId }))
		.output(z.void())
		.errors({ ...CLOSED, ...INVALID }),
	restore: procedure
		.input(z.object({ id: ReferralId }))
		.output(z.void())
		.errors(CLOSED),
	/** What goes on the cover sheet: of the client no more than was released. The same gate as `send`. */
	sheet: procedure
		.input(z.object({ id: ReferralId }))
		.output(z.object({ referral: Referral, client: ToldClient, partner: Partner.nullable() }))
		.errors(NO_RELEASE),
	/** Of the cases that the member leads. */
	reminders: procedure.output(z.array(ReferralReminder)),
};
