import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SharePlace } from '#shared/features/share/model.ts';
import { KioskId, SiteId } from '#shared/kernel/ids.ts';
import { readFileIfThere, writeFileDurably } from '../../platform/files.ts';
import { KEY_BYTES, type SigningKeys, signingKeysFrom, utf8, wipe } from '../../vaults/crypto.ts';

/**
 * What makes this data folder a kiosk; nothing in it opens anything.
 *
 *   kiosk/kiosk.json          who it is, and whether it shows the kiosk now
 *   kiosk/key                 seed of its signing key
 *   kiosk/door                what hangs on the door, as an office PC signed it
 *   kiosk/head, kiosk/spool/  sealed sign-ins on their way to the share (spool)
 */
export interface KioskFolder {
	readonly spoolPath: string;
	readonly headPath: string;
	/** Null: this is no kiosk; 'damaged': it was one, and its file cannot be understood. */
	read(): KioskFile | null | 'damaged';
	write(file: KioskFile): void;
	/** Null when it is not there. */
	keys(): SigningKeys | null;
	writeKey(seed: Uint8Array): void;
	door(): Uint8Array | null;
	writeDoor(bytes: Uint8Array): void;
	clear(): void;
}

const KioskFile = z.object({
	v: z.literal(1),
	site: SiteId,
	kiosk: KioskId,
	mode: z.enum(['office', 'kiosk']),
	/** Of a PC that is nothing but a kiosk: where its share is, password included, which opens no record. */
	only: z.object({ share: SharePlace }).nullable(),
});
export type KioskFile = z.infer<typeof KioskFile>;

export function kioskFolder(dataDir: string): KioskFolder {
	const folder = join(dataDir, 'kiosk');
	const at = (name: string) => join(folder, name);
	return {
		spoolPath: at('spool'),
		headPath: at('head'),
		read() {
			const bytes = readFileIfThere(at('kiosk.json'));
			if (!bytes) return null;
			try {
				return KioskFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
			} catch {
				return 'damaged';
			}
		},
		write: (file) => writeFileDurably(at('kiosk.json'), utf8(JSON.stringify(file, null, '\t'))),
		keys() {
			const seed = readFileIfThere(at('key'));
			if (seed?.length !== KEY_BYTES) return null;
			const keys = signingKeysFrom(seed);
			wipe(seed);
			return keys;
		},
		writeKey: (seed) => writeFileDurably(at('key'), seed),
		door: () => readFileIfThere(at('door')),
		writeDoor: (bytes) => writeFileDurably(at('door'), bytes),
		// kiosk.json first: without it nothing here counts.
		clear() {
			rmSync(at('kiosk.json'), { force: true });
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
