import { z } from 'zod';
import { type Member, VAULTS, type Vault } from '#shared/features/members/model.ts';
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
	sealingKeysFrom,
	sealTo,
	utf8,
	wipe,
} from './crypto.ts';
import { decodeCbor, encodeCbor } from './envelope.ts';
import type { Fact, Grantee, GrantFact } from './ledger-facts.ts';
import { epochCheck, epochName, isEntitled, type LedgerState, reads } from './ledger-state.ts';

/** Who holds the key of which vault and epoch, and the small texts (profiles) that are sealed with the office key. */

/** `office:1` → key. */
export type EpochKeys = Map<string, Uint8Array>;

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

/**
 * Opens every grant made to these keys into `keys`, but for epochs that are there already. Passed over: grants to keys
 * they had before, of vaults they may not read any more (or not again before somebody has confirmed it), made for
 * somewhere else, and keys that are not what the ledger says of their epoch.
 */
export function openGrants(state: LedgerState, to: Grantee, sealing: SealingKeys, keys: EpochKeys = new Map()): EpochKeys {
	for (const grant of state.grants) {
		const name = epochName(grant.vault, grant.epoch);
		// A role that was lost and given back brings what was granted before the loss, but not what is written now.
		const isCurrent = grant.epoch === state.epochs.get(grant.vault);
		if (isCurrent && !reads(state, to, grant.vault)) continue;
		if (grant.to !== to || keys.has(name) || !isEntitled(state, to, grant.vault)) continue;
		const opened = openSealed(sealing, grant.sealed);
		if (!opened) continue;
		const key = opened.slice(0, KEY_BYTES);
		const isForHere = equalBytes(
			opened.subarray(KEY_BYTES),
			placeOf(state.site, to, sealing.publicKey, grant.vault, grant.epoch),
		);
		const check = state.checks.get(name);
		if (isForHere && check && equalBytes(check, epochCheck(state.site, grant.vault, grant.epoch, key))) keys.set(name, key);
		else wipe(key);
		wipe(opened);
	}
	return keys;
}

/** The inbox's key pair in an epoch of the workshop: whoever has that epoch's key opens what kiosks sealed meanwhile. */
export function inboxKeysOf(workshopKey: Uint8Array): SealingKeys {
	const seed = deriveKey(workshopKey, 'kontorIb');
	const keys = sealingKeysFrom(seed);
	wipe(seed);
	return keys;
}

/** What kiosks seal to from now on. */
export function inboxFact(epoch: number, workshopKey: Uint8Array): Fact {
	const { publicKey, secretKey } = inboxKeysOf(workshopKey);
	wipe(secretKey);
	return { fact: 'inbox', epoch, sealPublic: publicKey };
}

/** Every epoch of these vaults that `keys` open, for one grantee. */
export function grantsTo(
	state: Pick<LedgerState, 'site' | 'epochs'>,
	to: Grantee,
	sealPublic: Uint8Array,
	vaults: readonly Vault[],
	keys: EpochKeys,
): GrantFact[] {
	return vaults.flatMap((vault) =>
		Array.from({ length: state.epochs.get(vault) ?? 0 }, (_, at) => at + 1).flatMap((epoch) => {
			const key = keys.get(epochName(vault, epoch));
			return key ? [grantKey(state.site, to, sealPublic, vault, epoch, key)] : [];
		}),
	);
}

/** The vaults whose current epoch these keys open, of those that are theirs to read. */
export function readableVaults(state: LedgerState, member: MemberId, keys: EpochKeys): Vault[] {
	return VAULTS.filter((vault) => isEntitled(state, member, vault) && keys.has(epochName(vault, state.epochs.get(vault) ?? 0)));
}

export function sealProfile(officeKey: Uint8Array, of: string, profile: Record<string, string>, random: Random): Uint8Array {
	const key = deriveKey(officeKey, 'kontorPf');
	const sealed = encrypt(key, encodeCbor(['profile', of]), encodeCbor(profile), random);
	wipe(key);
	return sealed;
}

const Profile = z.record(z.string(), z.string());

/** Null when none of the keys opens it, or what is inside is no profile: any member can seal one, for a device. */
export function openProfile(keys: EpochKeys, of: string, sealed: Uint8Array): z.infer<typeof Profile> | null {
	for (const [name, officeKey] of keys) {
		if (!name.startsWith('office:')) continue;
		const key = deriveKey(officeKey, 'kontorPf');
		const opened = decrypt(key, encodeCbor(['profile', of]), sealed);
		wipe(key);
		if (opened) return parseProfile(opened);
	}
	return null;
}

function parseProfile(bytes: Uint8Array): z.infer<typeof Profile> | null {
	try {
		return Profile.safeParse(decodeCbor(bytes)).data ?? null;
	} catch {
		return null;
	}
}

export function memberList(state: LedgerState, keys: EpochKeys): Member[] {
	return [...state.members.values()].map((member) => {
		const profile = openProfile(keys, member.member, member.profile);
		return {
			id: member.member,
			roles: member.roles,
			name: profile?.name ?? '',
			signInName: profile?.signInName ?? '',
			removedAt: member.left,
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

export function keyOf(keys: EpochKeys, vault: Vault, epoch: number): Uint8Array {
	const key = keys.get(epochName(vault, epoch));
	if (!key) throw new Error('epoch key is not open');
	return key;
}
