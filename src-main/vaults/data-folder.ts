import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Vault } from '#shared/features/members/model.ts';
import { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { namesIn, readFileIfThere, writeFileDurably } from '../platform/files.ts';
import { utf8 } from './crypto.ts';
import { entryFileName, type LedgerEntry } from './ledger.ts';

/**
 * What lies in the data folder of one device, and where. In clear only: ids, sign-in names, sizes and times.
 *
 *   device.json         site, device, sign-in names; its presence means that there is a site here
 *   device.key          this device's signing key, encrypted under the office key
 *   ledger/<seq>-<hash> the ledger as last seen
 *   vaults/<vault>.db   SQLCipher 4 file of each vault this device holds
 *   vaults/<vault>.key  its random key, encrypted under the vault's epoch key
 *
 * Beside them lies preferences.json (features/site): it belongs to the device and not to the site, so `clear` leaves it.
 */
const DeviceFile = z.object({
	site: SiteId,
	device: DeviceId,
	/** Most recent first. */
	signInNames: z.array(z.string()),
	sample: z.boolean(),
});
export type DeviceFile = z.infer<typeof DeviceFile>;

export interface DataFolder {
	readonly path: string;
	readonly deviceKeyPath: string;
	vaultPath(vault: Vault): string;
	vaultKeyPath(vault: Vault): string;
	/** Null when there is no site here yet; 'damaged' when the file cannot be understood. */
	readDevice(): DeviceFile | null | 'damaged';
	writeDevice(device: DeviceFile): void;
	/** The ledger's files in order. */
	readLedger(): Uint8Array[];
	addToLedger(entries: readonly LedgerEntry[]): void;
	/** Replaces the whole ledger (adopting the share's); `files` in order. */
	writeLedger(files: ReadonlyMap<string, Uint8Array>): void;
	/** Something could not be read while working: the next sign-in looks at every page of every vault. */
	suspectDamage(): void;
	isSuspect(): boolean;
	clearSuspicion(): void;
	/** Removes everything Kontor keeps here; nothing else that may lie in the folder. */
	clear(): void;
}

const OWN_NAMES = ['device.json', 'device.json.tmp', 'device.key', 'device.key.tmp', 'ledger', 'vaults'];

export function dataFolder(path: string): DataFolder {
	const devicePath = join(path, 'device.json');
	const suspectPath = join(path, 'vaults', 'suspect');
	const ledgerPath = join(path, 'ledger');
	return {
		path,
		deviceKeyPath: join(path, 'device.key'),
		vaultPath: (vault) => join(path, 'vaults', `${vault}.db`),
		vaultKeyPath: (vault) => join(path, 'vaults', `${vault}.key`),
		readDevice() {
			const bytes = readFileIfThere(devicePath);
			if (!bytes) return null;
			try {
				return DeviceFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
			} catch {
				return 'damaged';
			}
		},
		writeDevice: (device) => writeFileDurably(devicePath, utf8(JSON.stringify(device, null, '\t'))),
		readLedger() {
			return namesIn(ledgerPath)
				.filter((name) => LEDGER_NAME.test(name))
				.map((name) => readFileIfThere(join(ledgerPath, name)) ?? new Uint8Array());
		},
		addToLedger(entries) {
			for (const entry of entries) writeFileDurably(join(ledgerPath, entryFileName(entry)), entry.bytes);
		},
		writeLedger(files) {
			// Wherever this is cut off, what lies there is a beginning of the old or of the new ledger.
			const there = namesIn(ledgerPath);
			for (const name of there.toReversed()) if (!files.has(name)) rmSync(join(ledgerPath, name), { recursive: true });
			for (const [name, bytes] of files) writeFileDurably(join(ledgerPath, name), bytes);
		},
		suspectDamage: () => writeFileDurably(suspectPath, new Uint8Array()),
		isSuspect: () => existsSync(suspectPath),
		clearSuspicion: () => rmSync(suspectPath, { force: true }),
		clear() {
			// device.json first: without it nothing here counts as a site any more.
			for (const name of OWN_NAMES) rmSync(join(path, name), { recursive: true, force: true });
		},
	};
}

const LEDGER_NAME = /^\d{10}-[0-9a-f]{32}$/;
