import { SignInName } from '#shared/features/members/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { equalBytes } from './crypto.ts';
import { signInTag } from './grants.ts';
import type { LedgerState, MemberState } from './ledger-state.ts';
import { costOf, type MemberKeys, pretendToUnwrap, unwrapKeys, wipeMemberKeys } from './member-keys.ts';
import { DEFAULT_COST } from './passphrase-key.ts';

/** From sign-in name and passphrase to a member's keys, with the same work whatever was wrong. */

/** Also somebody who was removed, so that they can be told; unless their name belongs to somebody else by now. */
export function findMember(ledger: LedgerState, typedName: string): MemberState | undefined {
	const name = SignInName.safeParse(typedName);
	if (!name.success) return undefined;
	const tag = signInTag(ledger.tagKey, name.data);
	const found = [...ledger.members.values()].filter((member) => equalBytes(member.tag, tag));
	return found.find(({ left }) => left === null) ?? found.at(-1);
}

export async function unlockMember(
	ledger: LedgerState,
	typedName: string,
	passphrase: string,
): Promise<{ member: MemberId; keys: MemberKeys } | null> {
	const member = findMember(ledger, typedName);
	if (!member || !costOf(member.wrapped)) {
		// As expensive as the site's real members are, or the time would tell that the name is unknown.
		const someone = [...ledger.members.values()][0];
		await pretendToUnwrap(passphrase, typedName, (someone && costOf(someone.wrapped)) ?? DEFAULT_COST);
		return null;
	}
	const keys = await unwrapKeys(member.wrapped, { siteId: ledger.site, memberId: member.member }, passphrase);
	if (keys && equalBytes(keys.signing.publicKey, member.signPublic)) return { member: member.member, keys };
	if (keys) wipeMemberKeys(keys);
	return null;
}

/** Has the member or the device been removed from the site, as far as this ledger says? */
export function removalOf(
	ledger: LedgerState,
	member: MemberId,
	device: DeviceId | null,
): { what: 'member' | 'device'; at: number } | null {
	const left = ledger.members.get(member)?.left ?? null;
	if (left !== null) return { what: 'member', at: left };
	const removed = device === null ? null : ledger.devices.get(device)?.removed;
	return removed ? { what: 'device', at: removed.at } : null;
}

/** Wrong passphrases slow down: the first three cost nothing, then 2, 4, 8 … up to 60 seconds. */
export interface AttemptBrake {
	/** Milliseconds until the next attempt is taken; 0 = now. */
	wait(): number;
	failed(): number;
	succeeded(): void;
}

const FREE_ATTEMPTS = 3;
const LONGEST_WAIT_MS = 60_000;

export function attemptBrake(clock: Clock): AttemptBrake {
	let failures = 0;
	let until = 0;
	return {
		// Bounded, so that a clock put back does not lock everybody out for as long.
		wait: () => Math.min(LONGEST_WAIT_MS, Math.max(0, until - clock.now())),
		failed() {
			failures += 1;
			const wait = failures < FREE_ATTEMPTS ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (failures - FREE_ATTEMPTS + 1));
			until = clock.now() + wait;
			return wait;
		},
		succeeded() {
			failures = 0;
			until = 0;
		},
	};
}
