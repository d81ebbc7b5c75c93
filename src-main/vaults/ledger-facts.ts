import { z } from 'zod';
import { Role, VAULTS, Vault } from '#shared/features/members/model.ts';
import { DeviceId, KioskId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import type { Envelope } from './envelope.ts';

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
	/** Adds a member, or gives a known one new keys and a new passphrase; `start`: made by somebody else, to be replaced. */
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
		start: z.boolean(),
	}),
	z.strictObject({ fact: z.literal('roles'), member: MemberId, roles: z.array(Role).min(1) }),
	z.strictObject({ fact: z.literal('renamed'), member: MemberId, tag: bytes(32), profile: bytes() }),
	/** Removes a member for good. */
	z.strictObject({ fact: z.literal('left'), member: MemberId }),
	/** New keys that only the member knows, in place of start keys; signed with the latter. */
	z.strictObject({
		fact: z.literal('own_keys'),
		member: MemberId,
		signPublic: publicKey,
		sealPublic: publicKey,
		wrapped: bytes(),
	}),
	/** New passphrase around the same keys; only by the member. */
	z.strictObject({ fact: z.literal('passphrase'), member: MemberId, wrapped: bytes() }),
	/** The recovery kit's public keys; a later one replaces the earlier. */
	z.strictObject({ fact: z.literal('recovery'), signPublic: publicKey, sealPublic: publicKey }),
	/** From here on this vault is written under a new key; `check` is a keyed hash by which everybody knows the right one. */
	z.strictObject({ fact: z.literal('epoch'), vault: Vault, epoch: z.int().min(1), check: bytes(32) }),
	/** The key of a vault's epoch, sealed to one grantee. */
	z.strictObject({ fact: z.literal('grant'), vault: Vault, epoch: z.int().min(1), to: Grantee, sealed: bytes() }),
	/** Announced by an administrator it counts at once, by anybody else it waits for `device_approved`. */
	z.strictObject({ fact: z.literal('device'), device: DeviceId, signPublic: publicKey, profile: bytes() }),
	z.strictObject({ fact: z.literal('device_approved'), device: DeviceId }),
	z.strictObject({ fact: z.literal('device_renamed'), device: DeviceId, profile: bytes() }),
	/** `heads`: the last segment of each of its feeds that still counts, and the first half of that segment's hash. */
	z.strictObject({
		fact: z.literal('device_removed'),
		device: DeviceId,
		heads: z.array(z.tuple([Vault, z.int().min(1), bytes(16)])).max(VAULTS.length),
	}),
	/** To what kiosks seal sign-ins while this epoch of the workshop lasts. Who has its key has the secret half. */
	z.strictObject({ fact: z.literal('inbox'), epoch: z.int().min(1), sealPublic: publicKey }),
	/** As with devices; but a kiosk reads nothing and writes nothing but sign-ins. */
	z.strictObject({ fact: z.literal('kiosk'), kiosk: KioskId, signPublic: publicKey, profile: bytes() }),
	z.strictObject({ fact: z.literal('kiosk_approved'), kiosk: KioskId }),
	z.strictObject({ fact: z.literal('kiosk_renamed'), kiosk: KioskId, profile: bytes() }),
	/** `last`: number of its last sign-in that still counts; 0 for none. */
	z.strictObject({ fact: z.literal('kiosk_removed'), kiosk: KioskId, last: z.int().min(0) }),
]);
export type Fact = z.infer<typeof Fact>;
export type MemberFact = Extract<Fact, { fact: 'member' }>;
export type DeviceFact = Extract<Fact, { fact: 'device' }>;
export type GrantFact = Extract<Fact, { fact: 'grant' }>;
export type KioskFact = Extract<Fact, { fact: 'kiosk' }>;

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

/** Honestly signed, and yet not to be understood: written by a newer Kontor. */
export function isOfNewerVersion({ header, isSignedBy }: Envelope, signPublic: Uint8Array): boolean {
	const any = AnyVersionHeader.safeParse(header);
	return any.success && any.data.v > 1 && isSignedBy(signPublic);
}
