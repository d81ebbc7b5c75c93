import { z } from 'zod';
import type { Vault } from '#shared/features/members/model.ts';
import type { Random } from '#shared/kernel/environment.ts';
import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { FILE_KEY_BYTES } from '../database/open.ts';
import { readFileIfThere, writeFileDurably } from '../platform/files.ts';
import { decrypt, deriveKey, encrypt, type SigningKeys, signingKeysFrom, wipe } from './crypto.ts';
import { decodeCbor, encodeCbor } from './envelope.ts';
import type { EpochKeys } from './grants.ts';
import { epochName } from './ledger-state.ts';

/** The random keys that stay on one device, each encrypted under a vault's epoch key and bound to its place. */

const KeyFile = z.strictObject({ v: z.literal(1), epoch: z.int().min(1), box: z.instanceof(Uint8Array) });

export interface KeyPlace {
	readonly site: SiteId;
	readonly device: DeviceId;
	readonly vault: Vault;
	/** `file`: key and salt of the vault's SQLCipher file · `device`: seed of the device's signing key. */
	readonly what: 'file' | 'device';
}

export type KeyFileRefusal = 'missing' | 'damaged' | 'no_key';

export function newFileKey(random: Random): Uint8Array {
	return random.bytes(FILE_KEY_BYTES);
}

export function writeKeyFile(
	path: string,
	place: KeyPlace,
	secret: Uint8Array,
	epoch: number,
	keys: EpochKeys,
	random: Random,
): void {
	const epochKey = keys.get(epochName(place.vault, epoch));
	if (!epochKey) throw new Error('epoch key is not open');
	const wrapping = deriveKey(epochKey, 'kontorFk');
	writeFileDurably(path, encodeCbor({ v: 1, epoch, box: encrypt(wrapping, contextOf(place, epoch), secret, random) }));
	wipe(wrapping);
}

export function readKeyFile(path: string, place: KeyPlace, keys: EpochKeys): Uint8Array | KeyFileRefusal {
	const file = parseKeyFile(path);
	if (typeof file === 'string') return file;
	const epochKey = keys.get(epochName(place.vault, file.epoch));
	if (!epochKey) return 'no_key';
	const wrapping = deriveKey(epochKey, 'kontorFk');
	const secret = decrypt(wrapping, contextOf(place, file.epoch), file.box);
	wipe(wrapping);
	return secret ?? 'damaged';
}

/** The epoch a key file says it is wrapped under, null when it cannot be understood; that it is true, `readKeyFile` proves. */
export function epochOfKeyFile(path: string): number | null {
	const file = parseKeyFile(path);
	return typeof file === 'string' ? null : file.epoch;
}

function parseKeyFile(path: string): z.infer<typeof KeyFile> | 'missing' | 'damaged' {
	const bytes = readFileIfThere(path);
	if (!bytes) return 'missing';
	try {
		return KeyFile.parse(decodeCbor(bytes));
	} catch {
		return 'damaged';
	}
}

export function deviceKeysFrom(seed: Uint8Array): SigningKeys {
	return signingKeysFrom(seed);
}

function contextOf({ site, device, vault, what }: KeyPlace, epoch: number): Uint8Array {
	return encodeCbor(['key-file', site, device, vault, what, epoch]);
}
