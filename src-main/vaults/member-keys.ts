import { z } from 'zod';
import type { Random } from '#shared/kernel/environment.ts';
import type { MemberId, SiteId } from '#shared/kernel/ids.ts';
import {
	decrypt,
	deriveKey,
	encrypt,
	hash,
	KEY_BYTES,
	type SealingKeys,
	type SigningKeys,
	sealingKeysFrom,
	signingKeysFrom,
	utf8,
	wipe,
} from './crypto.ts';
import { decodeCbor, encodeCbor } from './envelope.ts';
import { isAcceptableCost, type KdfCost, keyFromPassphrase, SALT_BYTES } from './passphrase-key.ts';

/**
 * The two key pairs of a member (and of the recovery member), both from one 32-byte seed, and how a passphrase keeps
 * that seed. Whoever holds the seed is the member.
 */
export interface MemberKeys {
	readonly seed: Uint8Array;
	readonly signing: SigningKeys;
	readonly sealing: SealingKeys;
}

export function memberKeysFrom(seed: Uint8Array): MemberKeys {
	const signSeed = deriveKey(seed, 'kontorSg');
	const sealSeed = deriveKey(seed, 'kontorSl');
	const keys = { seed, signing: signingKeysFrom(signSeed), sealing: sealingKeysFrom(sealSeed) };
	wipe(signSeed, sealSeed);
	return keys;
}

export function newMemberKeys(random: Random): MemberKeys {
	return memberKeysFrom(random.bytes(KEY_BYTES));
}

export function wipeMemberKeys(keys: MemberKeys): void {
	wipe(keys.seed, keys.signing.secretKey, keys.sealing.secretKey);
}

const bytes = z.instanceof(Uint8Array);
const WrappedKeys = z.strictObject({
	memoryMiB: z.int(),
	passes: z.int(),
	salt: bytes.refine((salt) => salt.length === SALT_BYTES),
	box: bytes,
});

/** CBOR: cost, salt and the seed encrypted under the passphrase's key, bound to this site, member and cost. */
export async function wrapKeys(
	keys: MemberKeys,
	owner: { siteId: SiteId; memberId: MemberId },
	passphrase: string,
	cost: KdfCost,
	random: Random,
): Promise<Uint8Array> {
	const salt = random.bytes(SALT_BYTES);
	const key = await keyFromPassphrase(passphrase, salt, cost);
	const box = encrypt(key, contextOf(owner, salt, cost), keys.seed, random);
	wipe(key);
	return encodeCbor({ memoryMiB: cost.memoryMiB, passes: cost.passes, salt, box });
}

/** Null for a wrong passphrase and for wrapped keys that were tampered with: the two cannot be told apart. */
export async function unwrapKeys(
	wrapped: Uint8Array,
	owner: { siteId: SiteId; memberId: MemberId },
	passphrase: string,
): Promise<MemberKeys | null> {
	const parsed = parseWrapped(wrapped);
	if (!parsed) return null;
	const { salt, box, ...cost } = parsed;
	const key = await keyFromPassphrase(passphrase, salt, cost);
	const seed = decrypt(key, contextOf(owner, salt, cost), box);
	wipe(key);
	return seed ? memberKeysFrom(seed) : null;
}

/** For an unknown sign-in name: the same work as a real attempt, so that time tells nothing. */
export async function pretendToUnwrap(passphrase: string, signInName: string, cost: KdfCost): Promise<void> {
	wipe(await keyFromPassphrase(passphrase, hash(utf8(signInName)).subarray(0, SALT_BYTES), cost));
}

export function costOf(wrapped: Uint8Array): KdfCost | null {
	const parsed = parseWrapped(wrapped);
	return parsed && { memoryMiB: parsed.memoryMiB, passes: parsed.passes };
}

function parseWrapped(wrapped: Uint8Array): z.infer<typeof WrappedKeys> | null {
	try {
		const parsed = WrappedKeys.safeParse(decodeCbor(wrapped));
		return parsed.success && isAcceptableCost(parsed.data) ? parsed.data : null;
	} catch {
		return null;
	}
}

function contextOf(owner: { siteId: SiteId; memberId: MemberId }, salt: Uint8Array, cost: KdfCost): Uint8Array {
	return encodeCbor(['member-keys', owner.siteId, owner.memberId, cost.memoryMiB, cost.passes, salt]);
}
