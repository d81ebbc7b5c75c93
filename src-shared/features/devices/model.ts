import { z } from 'zod';
import { Vault } from '#shared/features/members/model.ts';
import { tidyBase32 } from '#shared/kernel/base32.ts';
import { DeviceId } from '#shared/kernel/ids.ts';

/** A device is one PC's data folder: it signs what it writes, and the ledger says whether that counts. */

/** Four groups of four letters and digits from the device's signing key, to be compared on both screens. */
export const Fingerprint = z.string().regex(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
/** What the QR code on the joining device's screen says before the fingerprint. */
export const FINGERPRINT_PREFIX = 'KONTOR-GERAET:';
const FINGERPRINT_LETTERS = 16;

/** A fingerprint as people type it or a scanner reads it from the QR code; null when it is not one. */
export function readFingerprint(typed: string): string | null {
	const text = typed.trim().toUpperCase();
	const letters = tidyBase32(text.startsWith(FINGERPRINT_PREFIX) ? text.slice(FINGERPRINT_PREFIX.length) : text);
	const groups = letters.match(/.{4}/gu);
	const fingerprint = letters.length === FINGERPRINT_LETTERS ? groups?.join('-') : undefined;
	return Fingerprint.safeParse(fingerprint).data ?? null;
}

export const Device = z.object({
	id: DeviceId,
	name: z.string(),
	isThis: z.boolean(),
	/** waiting: nothing it writes counts until an administrator approves it. removed: nothing it wrote since then counts. */
	state: z.enum(['waiting', 'approved', 'removed']),
	fingerprint: Fingerprint,
	addedAt: z.number(),
	/** Who brought it in; null for the recovery kit. */
	addedBy: z.string().nullable(),
	/** Null when it never counted. */
	approvedAt: z.number().nullable(),
	approvedBy: z.string().nullable(),
	removedAt: z.number().nullable(),
	/** Last heard of, to the hour, ms UTC; null when never. */
	lastSeenAt: z.number().nullable(),
	appVersion: z.string().nullable(),
	/** Vaults that lie there, as far as it has said. */
	vaults: z.array(Vault),
});
export type Device = z.infer<typeof Device>;
