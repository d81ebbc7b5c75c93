import { toBase32 } from '#shared/kernel/base32.ts';
import type { DeviceId, KioskId, SiteId } from '#shared/kernel/ids.ts';
import { hash } from './crypto.ts';
import { encodeCbor } from './envelope.ts';

const BYTES = 10;

/**
 * A device's signing key in 80 bits, for people to compare on two screens: four groups of four letters and digits.
 * Somebody who wants another key approved in its place would have to find one with the same 80 bits.
 */
export function fingerprintOf(site: SiteId, device: DeviceId | KioskId, signPublic: Uint8Array): string {
	const letters = toBase32(hash(encodeCbor(['fingerprint', site, device, signPublic])).subarray(0, BYTES));
	return letters.replace(/(.{4})(?=.)/g, '$1-');
}
