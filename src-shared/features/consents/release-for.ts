import { fold } from '#shared/kernel/fold.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { REMINDED_DAYS, type Recipient, type Release, type ReleaseTopic } from './model.ts';

/**
 * The gate: whether something about a client may be told to somebody on a day (§ 203 StGB, design 7). Pure, asked by the
 * screen for its words and by the backend for its decision.
 */

export type ReleaseState = 'valid' | 'not_yet' | 'expired' | 'withdrawn';

type Time = Pick<Release, 'validFrom' | 'validUntil' | 'withdrawnOn'>;

/** On the day of the withdrawal nothing may be told any more. */
export function releaseState({ validFrom, validUntil, withdrawnOn }: Time, on: LocalDate): ReleaseState {
	if (withdrawnOn !== null && withdrawnOn <= on) return 'withdrawn';
	if (on < validFrom) return 'not_yet';
	return on > validUntil ? 'expired' : 'valid';
}

export const endsSoon = (release: Time, on: LocalDate): boolean =>
	releaseState(release, on) === 'valid' && release.validUntil <= addDays(on, REMINDED_DAYS);

/** Somebody who is not in the directory is known by name, however it is spelled. */
export function isSameRecipient(a: Recipient, b: Recipient): boolean {
	if ('partnerId' in a || 'partnerId' in b) return 'partnerId' in a && 'partnerId' in b && a.partnerId === b.partnerId;
	return fold(a.name) === fold(b.name);
}

export interface Passing {
	readonly recipient: Recipient;
	readonly topics: readonly ReleaseTopic[];
	readonly on: LocalDate;
}

export type Gate =
	| { readonly state: 'valid' }
	| { readonly state: 'none' | 'not_yet' | 'expired' | 'withdrawn' }
	/** There is a valid one, but not about these. */
	| { readonly state: 'topics_missing'; readonly missing: readonly ReleaseTopic[] };

type Given = Time & Pick<Release, 'recipient' | 'topics'>;

/** Several valid releases to the same recipient count together. Where none is valid, the one that comes nearest says why. */
export function releaseFor(releases: readonly Given[], { recipient, topics, on }: Passing): Gate {
	const toThem = releases.filter((release) => isSameRecipient(release.recipient, recipient));
	const valid = toThem.filter((release) => releaseState(release, on) === 'valid');
	if (valid.length > 0) {
		const released = new Set(valid.flatMap((release) => release.topics));
		const missing = topics.filter((topic) => !released.has(topic));
		return missing.length === 0 ? { state: 'valid' } : { state: 'topics_missing', missing };
	}
	if (toThem.some((release) => releaseState(release, on) === 'not_yet')) return { state: 'not_yet' };
	const [last] = toThem.toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
	if (!last) return { state: 'none' };
	return { state: releaseState(last, on) === 'withdrawn' ? 'withdrawn' : 'expired' };
}

/** When it stopped. */
const endOf = ({ validUntil, withdrawnOn }: Time): LocalDate =>
	withdrawnOn !== null && withdrawnOn < validUntil ? withdrawnOn : validUntil;
