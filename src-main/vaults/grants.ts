import { type Member, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { Random } from '#shared/kernel/environment.ts';
import type { MemberId, SiteId } from '#shared/kernel/ids.ts';
import {
	decrypt,
	deriveKey,
	encrypt,
	equalBytes,
	hash,
	joinBytes,
	KEY_BYTES,
	openSealed,
	type SealingKeys,
	sealTo,
	utf8,
	wipe,
} from './crypto.ts';
import { decodeCbor, encodeCbor } from './envelope.ts';
import type { LedgerState } from './ledger.ts';
import type { Grantee, GrantFact } from './ledger-facts.ts';

/** Who holds the key of which vault and epoch, and the small texts (profiles) that are sealed with the office key. */

/** `office:1` → key. */
export type EpochKeys = Map<string, Uint8Array>;
export const epochName = (vault: Vault, epoch: number): string => `${vault}:${epoch}`;

/** The grant names its place inside the sealed part, so it cannot be replayed for another member, vault, epoch or site. */
export function grantKey(
	site: SiteId,
	to: Grantee,
	sealPublic: Uint8Array,
	vault: Vault,
	epoch: number,
	key: Uint8Array,
): GrantFact {
	const place = placeOf(site, to, sealPublic, vault, epoch);
	const plain = joinBytes(key, place);
	const sealed = sealTo(sealPublic, plain);
	wipe(plain);
	return { fact: 'grant', vault, epoch, to, sealed };
}

/** Opens every grant made to these keys; grants to keys they had before do not open and are passed over. */
export function openGrants(state: LedgerState, to: Grantee, sealing: SealingKeys): EpochKeys {
	const keys: EpochKeys = new Map();
	for (const grant of state.grants) {
		if (grant.to !== to) continue;
		const opened = openSealed(sealing, grant.sealed);
		if (!opened || opened.length !== 2 * KEY_BYTES) continue;
		const place = placeOf(state.site, to, sealing.publicKey, grant.vault, grant.epoch);
		if (equalBytes(opened.subarray(KEY_BYTES), place)) keys.set(epochName(grant.vault, grant.epoch), opened.slice(0, KEY_BYTES));
		wipe(opened);
	}
	return keys;
}

/** The vaults whose current epoch these keys open and whose roles allow it. */
export function readableVaults(state: LedgerState, member: MemberId, keys: EpochKeys): Vault[] {
	const roles = state.members.get(member)?.roles ?? [];
	return vaultsOf(roles).filter((vault) => keys.has(epochName(vault, state.epochs.get(vault) ?? 0)));
}

export function sealProfile(officeKey: Uint8Array, of: string, profile: Record<string, string>, random: Random): Uint8Array {
	const key = deriveKey(officeKey, 'kontorPf');
	const sealed = encrypt(key, encodeCbor(['profile', of]), encodeCbor(profile), random);
	wipe(key);
	return sealed;
}

/** Null when none of the keys opens it. */
export function openProfile(keys: EpochKeys, of: string, sealed: Uint8Array): Record<string, unknown> | null {
	for (const [name, officeKey] of keys) {
		if (!name.startsWith('office:')) continue;
		const key = deriveKey(officeKey, 'kontorPf');
		const opened = decrypt(key, encodeCbor(['profile', of]), sealed);
		wipe(key);
		if (opened) return decodeCbor(opened) as Record<string, unknown>;
	}
	return null;
}

export function memberList(state: LedgerState, keys: EpochKeys): Member[] {
	return [...state.members.values()].map((member) => {
		const profile = openProfile(keys, member.member, member.profile);
		return {
			id: member.member,
			roles: member.roles,
			name: String(profile?.name ?? ''),
			signInName: String(profile?.signInName ?? ''),
		};
	});
}

/** Finds whose wrapped keys to try for a typed sign-in name. */
export function signInTag(tagKey: Uint8Array, signInName: string): Uint8Array {
	return hash(utf8(signInName), tagKey);
}

function placeOf(site: SiteId, to: Grantee, sealPublic: Uint8Array, vault: Vault, epoch: number): Uint8Array {
	return hash(encodeCbor(['grant', site, to, sealPublic, vault, epoch]));
}
