import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Vault } from '#shared/features/members/model.ts';
import { ShareAddress, type SharePlace, ShareProblem } from '#shared/features/share/model.ts';
import { DeviceId, RecordId, SiteId } from '#shared/kernel/ids.ts';
import { namesIn, readFileIfThere, syncFolder, writeFileDurably } from '../platform/files.ts';
import { utf8 } from './crypto.ts';
import { entryFileName, type LedgerEntry } from './ledger.ts';

/**
 * What lies in the data folder of one device, and where. In clear only: ids, sign-in names, the share's address, sizes and times.
 *
 *   device.json         site, device, sign-in names, the share's address; its presence means that there is a site here
 *   device.key          this device's signing key, encrypted under the office key
 *   ledger/<seq>-<hash> the ledger as last seen
 *   vaults/<vault>.db   SQLCipher 4 file of each vault this device holds
 *   vaults/<vault>.key  its random key, encrypted under the vault's epoch key
 *   vaults/blobs/<name> contents of documents, each encrypted under a key of its own (vaults/blob)
 *   share-note.json     how the exchange with a share on the web stood last: for who looks without any key
 *   kiosk/              what this PC is as a kiosk (features/kiosk)
 *   attempts            failed sign-ins, sealed to the administrators, until the next session takes them in
 *
 * Beside them lies preferences.json (features/site): it belongs to the device and not to the site, so `clear` leaves it.
 */
const DeviceFile = z.object({
	site: SiteId,
	device: DeviceId,
	/** Most recent first. */
	signInNames: z.array(z.string()),
	/**
	 * Where the site's share is. In clear, because a locked PC has to learn there who has been removed, added or given a
	 * new passphrase before it lets anybody in. A password is not in here: the office vault keeps it, and what it has
	 * once been opened with is known until the program ends.
	 */
	share: ShareAddress.nullable(),
	sample: z.boolean(),
});
export type DeviceFile = z.infer<typeof DeviceFile>;

/** A failed sign-in as it waits. The file lies open to whoever has the disk: what is read from it is checked. */
const Attempt = z.strictObject({ id: RecordId, sealed: z.string().max(20_000) });
export type Attempt = z.infer<typeof Attempt>;
/** Times are ms UTC; numbers and codes, nothing of anybody. */
const ShareNote = z.object({
	at: z.number(),
	problem: ShareProblem.nullable(),
	/** Something else that somebody has to look at. */
	needsLook: z.boolean(),
	waitingChanges: z.int(),
	savedAt: z.number().nullable(),
	verifiedSnapshotAt: z.number().nullable(),
});
export type ShareNote = z.infer<typeof ShareNote>;
const MOST_ATTEMPTS = 500;
const Attempts = z.array(Attempt).max(MOST_ATTEMPTS);
const LARGEST_ATTEMPTS_FILE = 12 * 1024 * 1024;

export interface DataFolder {
	readonly path: string;
	readonly deviceKeyPath: string;
	vaultPath(vault: Vault): string;
	vaultKeyPath(vault: Vault): string;
	/** Null when there is no site here yet; 'damaged' when the file cannot be understood. */
	readDevice(): DeviceFile | null | 'damaged';
	writeDevice(device: DeviceFile): void;
	/** Null when none has been chosen. Its password is empty while nobody has signed in since the program started. */
	share(): SharePlace | null;
	setShare(place: SharePlace): void;
	/** Null when there is none, or none that can be understood. */
	shareNote(): ShareNote | null;
	noteShare(note: ShareNote): void;
	/** The ledger's files in order. */
	readLedger(): Uint8Array[];
	addToLedger(entries: readonly LedgerEntry[]): void;
	/** Replaces the whole ledger (adopting the share's); `files` in order. */
	writeLedger(files: ReadonlyMap<string, Uint8Array>): void;
	/** Oldest first; none when the file cannot be understood. */
	readAttempts(): Attempt[];
	/** Only the newest are kept. */
	addAttempt(attempt: Attempt): void;
	clearAttempts(): void;
	/** Something could not be read while working: the next sign-in looks at every page of every vault. */
	suspectDamage(): void;
	isSuspect(): boolean;
	clearSuspicion(): void;
	/** Removes everything Kontor keeps here; nothing else that may lie in the folder. */
	clear(): void;
}

const OWN_NAMES = [
	'device.json',
	'device.json.tmp',
	'device.key',
	'device.key.tmp',
	'attempts',
	'attempts.tmp',
	'share-note.json',
	'share-note.json.tmp',
	'ledger',
	'vaults',
	'kiosk',
];

export function dataFolder(path: string): DataFolder {
	const devicePath = join(path, 'device.json');
	const suspectPath = join(path, 'vaults', 'suspect');
	const ledgerPath = join(path, 'ledger');
	const notePath = join(path, 'share-note.json');
	const attemptsPath = join(path, 'attempts');
	let password = '';

	function readAttempts(): Attempt[] {
		try {
			if (statSync(attemptsPath).size > LARGEST_ATTEMPTS_FILE) return [];
			const bytes = readFileIfThere(attemptsPath) ?? new Uint8Array();
			return Attempts.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
		} catch {
			return [];
		}
	}

	const readDevice = (): DeviceFile | null | 'damaged' => {
		const bytes = readFileIfThere(devicePath);
		if (!bytes) return null;
		try {
			return DeviceFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
		} catch {
			return 'damaged';
		}
	};
	const writeDevice = (device: DeviceFile) => writeFileDurably(devicePath, utf8(JSON.stringify(device, null, '\t')));
	return {
		path,
		deviceKeyPath: join(path, 'device.key'),
		vaultPath: (vault) => join(path, 'vaults', `${vault}.db`),
		vaultKeyPath: (vault) => join(path, 'vaults', `${vault}.key`),
		readDevice,
		writeDevice,
		share() {
			const device = readDevice();
			const share = device === null || device === 'damaged' ? null : device.share;
			return share === null || typeof share === 'string' ? share : { ...share, password };
		},
		setShare(place) {
			if (typeof place !== 'string') password = place.password;
			const share = addressOf(place);
			const device = readDevice();
			if (device !== null && device !== 'damaged' && !isDeepStrictEqual(device.share, share)) writeDevice({ ...device, share });
		},
		shareNote() {
			try {
				const bytes = readFileIfThere(notePath) ?? new Uint8Array();
				return ShareNote.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
			} catch {
				return null;
			}
		},
		noteShare: (note) => writeFileDurably(notePath, utf8(JSON.stringify(note))),
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
			for (const name of there.toReversed()) {
				if (files.has(name)) continue;
				rmSync(join(ledgerPath, name), { recursive: true });
				// In this order also after a power cut.
				syncFolder(ledgerPath);
			}
			for (const [name, bytes] of files) writeFileDurably(join(ledgerPath, name), bytes);
		},
		readAttempts,
		addAttempt(attempt) {
			const attempts = [...readAttempts(), attempt].slice(-MOST_ATTEMPTS);
			writeFileDurably(attemptsPath, utf8(JSON.stringify(attempts)));
		},
		clearAttempts: () => rmSync(attemptsPath, { recursive: true, force: true }),
		suspectDamage: () => writeFileDurably(suspectPath, new Uint8Array()),
		isSuspect: () => existsSync(suspectPath),
		clearSuspicion: () => rmSync(suspectPath, { force: true }),
		clear() {
			// device.json first: without it nothing here counts as a site any more.
			for (const name of OWN_NAMES) {
				if (!existsSync(join(path, name))) continue;
				rmSync(join(path, name), { recursive: true, force: true });
				syncFolder(path);
			}
		},
	};
}

/** Without what must not lie in clear. */
export function addressOf(place: SharePlace): ShareAddress {
	return typeof place === 'string' ? place : { url: place.url, user: place.user };
}

const LEDGER_NAME = /^\d{10}-[0-9a-f]{32}$/;
