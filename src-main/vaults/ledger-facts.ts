import { z } from 'zod';
import { Role, Vault } from '#shared/features/members/model.ts';
import { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';

/**
 * What a ledger entry may say. Structure is readable to whoever has the share; everything that names a person, device
 * or place is sealed under the office key (`profile`).
 */
const bytes = (length?: number) =>
	z.custom<Uint8Array>((value) => value instanceof Uint8Array && (length === undefined || value.length === length));
const publicKey = bytes(32);

/** The recovery kit's key pair takes part like a member, under this name instead of an id. */
export const RECOVERY = 'recovery';
const Grantee = z.union([MemberId, z.literal(RECOVERY)]);
export type Grantee = z.infer<typeof Grantee>;

export const Fact = z.discriminatedUnion('fact', [
	/** Only in the first entry. `tagKey` keys the sign-in tags. */
	z.strictObject({ fact: z.literal('site'), tagKey: bytes(32) }),
	/** Adds a member, or gives a known one new keys and roles. */
	z.strictObject({
		fact: z.literal('member'),
		member: MemberId,
		roles: z.array(Role).min(1),
		signPublic: publicKey,
		sealPublic: publicKey,
		/** Keyed hash of the sign-in name: lets an empty PC find whose wrapped keys to try. */
		tag: bytes(32),
		wrapped: bytes(),
		profile: bytes(),
	}),
	/** New passphrase around the same keys; only by the member. */
	z.strictObject({ fact: z.literal('passphrase'), member: MemberId, wrapped: bytes() }),
	/** The recovery kit's public keys; a later one replaces the earlier. */
	z.strictObject({ fact: z.literal('recovery'), signPublic: publicKey, sealPublic: publicKey }),
	/** From here on this vault is written under a new key. */
	z.strictObject({ fact: z.literal('epoch'), vault: Vault, epoch: z.int().min(1) }),
	/** The key of a vault's epoch, sealed to one grantee. */
	z.strictObject({ fact: z.literal('grant'), vault: Vault, epoch: z.int().min(1), to: Grantee, sealed: bytes() }),
	z.strictObject({ fact: z.literal('device'), device: DeviceId, signPublic: publicKey, profile: bytes() }),
]);
export type Fact = z.infer<typeof Fact>;
export type MemberFact = Extract<Fact, { fact: 'member' }>;
export type DeviceFact = Extract<Fact, { fact: 'device' }>;
export type GrantFact = Extract<Fact, { fact: 'grant' }>;

export const LedgerHeader = z.strictObject({
	type: z.literal('ledger'),
	v: z.literal(1),
	site: SiteId,
	seq: z.int().min(1),
	/** Hash of the entry before; 32 zero bytes in the first. */
	prev: bytes(32),
	/** When the signer's PC thought it was, ms UTC; for people to read, never to decide by. */
	at: z.number(),
	signer: Grantee,
	facts: z.array(Fact).min(1),
});
export type LedgerHeader = z.infer<typeof LedgerHeader>;

/** Just enough of a header to tell a newer format from a damaged file. */
export const AnyVersionHeader = z.object({ type: z.string(), v: z.number() });
