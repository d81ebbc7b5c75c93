import type { Release } from '#shared/features/consents/model.ts';
import { endsSoon, isSameRecipient, releaseFor } from '#shared/features/consents/release-for.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { isOpenReferral, isOverridden, missingRelease, type ReferralReminder, type StoredReferral } from './model.ts';

/** What the owner of a case should look at: releases that end, and referrals that wait or went out without one. */
export type Reminder = Pick<ReferralReminder, 'kind' | 'on'> & Pick<StoredReferral, 'recipient'>;

/** `releases` and `referrals` of one case. */
export function remindersOf(releases: readonly Release[], referrals: readonly StoredReferral[], today: LocalDate): Reminder[] {
	const ending = releases.filter((release) => isEnding(release, releases, today));
	return [
		...referrals.flatMap((referral) => ofReferral(referral, releases, today)),
		...ending.map(({ recipient, validUntil }): Reminder => ({ kind: 'release_ends', on: validUntil, recipient })),
	];
}

/** It ends soon, and nobody has thought of it: no other of the same case goes on from there. */
export const isEnding = (release: Release, releases: readonly Release[], today: LocalDate): boolean =>
	endsSoon(release, today) && releaseFor(releases, { ...release, on: addDays(release.validUntil, 1) }).state !== 'valid';

/** It is not finished, and nobody gave a reason, but what was released for it is not any more. */
export function isReleaseOver(referral: StoredReferral, releases: readonly Release[], today: LocalDate): boolean {
	if (!isOpenReferral(referral) || isOverridden(referral)) return false;
	const { state } = releaseFor(releases, { ...referral, on: today });
	return state === 'expired' || state === 'withdrawn';
}

function ofReferral(referral: StoredReferral, releases: readonly Release[], today: LocalDate): Reminder[] {
	const { recipient, sentOn, replyDueOn, answeredOn } = referral;
	const found: Reminder[] = [];
	if (sentOn !== null && missingRelease(referral, releases, today) !== null)
		found.push({ kind: 'passed_without_release', on: sentOn, recipient });
	if (!isOpenReferral(referral)) return found;
	if (isReleaseOver(referral, releases, today))
		found.push({ kind: 'release_over', on: lastEnd(releases, recipient) ?? today, recipient });
	if (sentOn !== null && answeredOn === null && replyDueOn !== null && replyDueOn <= today)
		found.push({ kind: 'reply_due', on: replyDueOn, recipient });
	return found;
}

function lastEnd(releases: readonly Release[], recipient: StoredReferral['recipient']): LocalDate | undefined {
	return releases
		.filter((release) => isSameRecipient(release.recipient, recipient))
		.map(({ validUntil, withdrawnOn }) => (withdrawnOn !== null && withdrawnOn < validUntil ? withdrawnOn : validUntil))
		.sort()
		.at(-1);
}
