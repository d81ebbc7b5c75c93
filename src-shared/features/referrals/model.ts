import { z } from 'zod';
import { Recipient, type Release, ReleaseTopic } from '#shared/features/consents/model.ts';
import { isSameRecipient, releaseFor } from '#shared/features/consents/release-for.ts';
import { CaseId, MemberId, ReferralId } from '#shared/kernel/ids.ts';
import { type LocalDate, LocalDate as LocalDateSchema } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/**
 * Referrals (Verweisungen): a client of a case is sent on to another organisation or person, with what is told about
 * them, and what became of it. Nothing leaves without a valid release or a reason that is kept and logged. They lie in
 * the counselling vault.
 */

export const ReferralWay = z.enum(['letter', 'email', 'phone', 'in_person', 'with_client']);
export type ReferralWay = z.infer<typeof ReferralWay>;

export const ReferralOutcome = z.enum(['taken_on', 'declined', 'client_did_not_go', 'unknown']);
export type ReferralOutcome = z.infer<typeof ReferralOutcome>;

export const ReferralFields = z.object({
	recipient: Recipient,
	/** What they are asked for. */
	reason: requiredText(1000),
	/** What is told about the client. */
	topics: z.array(ReleaseTopic).min(1).max(ReleaseTopic.options.length),
	/** When an answer is looked for. */
	replyDueOn: LocalDateSchema.nullable(),
});
export type ReferralFields = z.infer<typeof ReferralFields>;

export const Reply = z.object({
	answeredOn: LocalDateSchema.nullable(),
	replyText: z.string().max(10_000),
	outcome: ReferralOutcome.nullable(),
});
export type Reply = z.infer<typeof Reply>;

/** Why something was passed on although nobody had released it. */
export const OverrideReason = requiredText(500);

/** It stands for exactly what it was given for: with another recipient or one topic more there has to be another. */
export const Override = z.object({
	reason: OverrideReason,
	by: MemberId,
	/** ms UTC. */
	at: z.number(),
	recipient: Recipient,
	topics: z.array(ReleaseTopic),
});
export type Override = z.infer<typeof Override>;

export const StoredReferral = ReferralFields.extend({
	...Reply.shape,
	id: ReferralId,
	caseId: CaseId,
	authorId: MemberId,
	preparedOn: LocalDateSchema,
	way: ReferralWay.nullable(),
	sentOn: LocalDateSchema.nullable(),
	cancelledOn: LocalDateSchema.nullable(),
	cancelReason: optionalText(300),
	override: Override.nullable(),
});
export type StoredReferral = z.infer<typeof StoredReferral>;

export const ReferralState = z.enum(['prepared', 'sent', 'answered', 'finished', 'cancelled']);
export type ReferralState = z.infer<typeof ReferralState>;

/** Derived from what is known, so that two PCs never disagree about it. */
export function referralState({
	cancelledOn,
	outcome,
	answeredOn,
	sentOn,
}: Pick<StoredReferral, 'cancelledOn' | 'outcome' | 'answeredOn' | 'sentOn'>): ReferralState {
	if (cancelledOn !== null) return 'cancelled';
	if (outcome !== null) return 'finished';
	if (answeredOn !== null) return 'answered';
	return sentOn === null ? 'prepared' : 'sent';
}

export const isOpenReferral = (referral: Parameters<typeof referralState>[0]): boolean =>
	['prepared', 'sent', 'answered'].includes(referralState(referral));

type Passed = Pick<StoredReferral, 'recipient' | 'topics' | 'sentOn' | 'override'>;

export const isOverridden = ({ override, recipient, topics }: Omit<Passed, 'sentOn'>): boolean =>
	override !== null && isSameRecipient(override.recipient, recipient) && topics.every((topic) => override.topics.includes(topic));

/**
 * Why this may not be told to them on that day: the day on which it was sent, today for what is still to be sent. Null:
 * it may. A reason that somebody gave stands for the release.
 */
export function missingRelease(referral: Passed, releases: readonly Release[], today: LocalDate): MissingRelease | null {
	if (isOverridden(referral)) return null;
	const gate = releaseFor(releases, { ...referral, on: referral.sentOn ?? today });
	if (gate.state === 'valid') return null;
	return { why: gate.state, topics: gate.state === 'topics_missing' ? [...gate.missing] : [] };
}

export const MissingRelease = z.object({
	why: z.enum(['none', 'not_yet', 'expired', 'withdrawn', 'topics_missing']),
	topics: z.array(ReleaseTopic),
});
export type MissingRelease = z.infer<typeof MissingRelease>;

export const Referral = StoredReferral.extend({
	recipientName: z.string(),
	authorName: z.string(),
	overriddenByName: z.string().nullable(),
	state: ReferralState,
	/** Null where it may be, or was, passed on: see `missingRelease`. */
	missing: MissingRelease.nullable(),
	/** It is not finished, but what was released is not any more: what they ask must not be answered. */
	isReleaseOver: z.boolean(),
});
export type Referral = z.infer<typeof Referral>;

/** What the day page reminds the owner of a case of. */
export const ReferralReminder = z.object({
	kind: z.enum(['release_ends', 'release_over', 'reply_due', 'passed_without_release']),
	caseId: CaseId,
	clientName: z.string(),
	recipientName: z.string(),
	/** When it ends or ended, was due, or was sent. */
	on: LocalDateSchema,
});
export type ReferralReminder = z.infer<typeof ReferralReminder>;
