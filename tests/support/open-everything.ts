import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { OpenError, openEncrypted, type SqliteFile } from '#main/database/open.ts';
import { cryptoReady, decrypt, joinBytes, toHex } from '#main/vaults/crypto.ts';
import { decodeCbor, readEnvelope } from '#main/vaults/envelope.ts';
import { readKeyFile } from '#main/vaults/key-files.ts';
import { epochName, type LedgerState } from '#main/vaults/ledger-state.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import { filesBelow } from './files-below.ts';
import {
	addFileKey,
	collectGrants,
	collectPerson,
	emptyKeyring,
	type Keyring,
	keysIn,
	openAnySealed,
	wholeLedger,
} from './keyring.ts';

/**
 * What somebody gets who has whole disks, the whole share and keys, and does not care what they may: every key is tried on
 * everything. It uses what opens things in vaults and share, and nothing that decides. No test runner in here: it also runs
 * in a process of its own.
 */
export interface Loot {
	/** Data folders. */
	readonly disks: readonly string[];
	readonly share: string;
	/** Where files can be worked on. */
	readonly scratch: string;
}

export interface Knowledge {
	/** A member, and every passphrase they have had. */
	readonly person?: { readonly signInName: string; readonly passphrases: readonly string[] };
	/** Kept from before. */
	readonly ring?: Keyring;
}

export interface Haul {
	/** `counselling segment` → how many different ones were opened. */
	readonly opened: Readonly<Record<string, number>>;
	/** Everything found that fits the pattern. */
	readonly texts: ReadonlySet<string>;
	/** All keys there were. */
	readonly ring: Keyring;
}

/** `pattern`: what is looked for, in lower case. */
export async function openEverything(loot: Loot, pattern: string, { person, ring = emptyKeyring() }: Knowledge): Promise<Haul> {
	await cryptoReady;
	mkdirSync(loot.scratch, { recursive: true });
	const onShare = filesBelow(loot.share);
	const entries = onShare.filter((path) => /\/ledger\/\d{10}-[0-9a-f]{32}$/.test(path));
	const ledger = wholeLedger(entries.map((path) => bytesOf(join(loot.share, path))));
	if (person) await collectPerson(ring, ledger, person.signInName, person.passphrases);
	const search: Search = {
		ring,
		ledger: ledger.state,
		pattern: new RegExp(pattern, 'g'),
		scratch: loot.scratch,
		texts: new Set(),
		opened: new Map(),
		tried: new Set(),
	};
	// What is opened may hold keys that open more.
	for (let before = -1; before !== keysIn(ring); ) {
		before = keysIn(ring);
		collectGrants(ring, ledger);
		for (const disk of loot.disks) searchDisk(search, disk);
		for (const path of onShare) searchShared(search, loot.share, path);
	}
	const counts = [...search.opened].map(([what, places]): [string, number] => [what, places.size]);
	return { opened: Object.fromEntries(counts.sort()), texts: search.texts, ring };
}

interface Search {
	readonly ring: Keyring;
	readonly ledger: LedgerState;
	readonly pattern: RegExp;
	readonly scratch: string;
	readonly texts: Set<string>;
	readonly opened: Map<string, Set<string>>;
	/** Keys on files, so that the next round tries only new ones. */
	readonly tried: Set<string>;
}

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

function note({ opened }: Search, what: string, place: string): void {
	opened.set(what, (opened.get(what) ?? new Set()).add(place));
}

/** Whatever it is, does it say something we look for? */
function look({ pattern, texts }: Search, plain: Uint8Array): void {
	for (const [text] of Buffer.from(plain).toString('latin1').toLowerCase().matchAll(pattern)) texts.add(text);
}

function searchDisk(search: Search, disk: string): void {
	const paths = filesBelow(disk).map((path) => join(disk, path));
	for (const path of paths) look(search, bytesOf(path));
	for (const path of paths.filter((name) => name.includes('.key'))) openKeyFile(search, path);
	for (const path of paths.filter((name) => name.includes('.db') && !/-(wal|shm|journal)$/.test(name))) {
		openFile(search, path, `${/(\w+)\.db/.exec(path)?.[1]} file`, path);
	}
}

function searchShared(search: Search, share: string, path: string): void {
	const bytes = bytesOf(join(share, path));
	look(search, bytes);
	const vault = /\/vaults\/(\w+)\//.exec(path)?.[1];
	if (path.includes('/feeds/')) openSegment(search, bytes, `${vault} segment`, path);
	if (path.endsWith('/manifest')) openSnapshot(search, share, path, `${vault} snapshot`);
}

/** For whichever device, vault and epoch it was written. */
function openKeyFile({ ring, ledger }: Search, path: string): void {
	for (const key of ring.vaults.values()) {
		for (const vault of VAULTS) {
			const epochs = Array.from({ length: ledger.epochs.get(vault) ?? 0 }, (_, at) => epochName(vault, at + 1));
			const keys = new Map(epochs.map((name) => [name, key]));
			for (const device of ledger.devices.keys()) {
				const secret = readKeyFile(path, { site: ledger.site, device, vault, what: 'file' }, keys);
				if (typeof secret !== 'string') addFileKey(ring, secret);
			}
		}
	}
}

const KEY_WITHOUT_SALT = 32;
const SALT = 16;

/** The salt lies open at the file's start, so a known key is tried with that. */
function openFile(search: Search, path: string, what: string, place: string): void {
	const salt = bytesOf(path).slice(0, SALT);
	for (const [name, known] of search.ring.files) {
		const attempt = `${name} ${toHex(salt)} ${path}`;
		if (search.tried.has(attempt)) continue;
		search.tried.add(attempt);
		const file = openCopy(search, path, joinBytes(known.slice(0, KEY_WITHOUT_SALT), salt));
		if (!file) continue;
		readRows(search, file, what);
		file.close();
		note(search, what, place);
	}
}

function openCopy({ scratch }: Search, path: string, key: Uint8Array): SqliteFile | null {
	const copy = join(scratch, 'copy');
	for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
	for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
	try {
		return openEncrypted(copy, key);
	} catch (error) {
		if (error instanceof OpenError) return null;
		throw error;
	}
}

/** Every cell of every table, and what is sealed or packed inside. */
function readRows(search: Search, file: SqliteFile, what: string): void {
	const tables = file.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").pluck().all();
	for (const table of tables as string[]) {
		for (const row of file.prepare(`SELECT * FROM "${table}"`).raw().iterate() as Iterable<unknown[]>) {
			for (const cell of row) readCell(search, cell, table, what);
		}
	}
}

/** Where something can be sealed to a member's own keys. */
const SEALED_IN = ['draft', 'contact', 'local_setting'];

function readCell(search: Search, cell: unknown, table: string, what: string): void {
	if (typeof cell !== 'string' && !Buffer.isBuffer(cell)) return;
	const bytes = new Uint8Array(Buffer.from(cell as Buffer));
	look(search, bytes);
	if (table === 'outgoing') openSegment(search, bytes, `${what}: outgoing segment`, toHex(bytes.subarray(-SALT)));
	if (!SEALED_IN.includes(table)) return;
	const packed = typeof cell === 'string' ? new Uint8Array(Buffer.from(cell, 'base64')) : bytes;
	const opened = openAnySealed(search.ring, packed);
	if (!opened) return;
	look(search, opened);
	note(search, `sealed in ${table}`, toHex(packed.subarray(0, SALT)));
}

function openSegment(search: Search, bytes: Uint8Array, what: string, place: string): void {
	const packed = openBody(search.ring, bytes);
	if (!packed) return;
	for (const change of decodeCbor(inflateRawSync(packed)) as unknown[][]) {
		for (const part of change) if (part instanceof Uint8Array) look(search, part);
	}
	note(search, what, place);
}

function openSnapshot(search: Search, share: string, path: string, what: string): void {
	const fileKey = openBody(search.ring, bytesOf(join(share, path)));
	if (!fileKey) return;
	addFileKey(search.ring, fileKey);
	const folder = join(share, path, '..');
	const parts = filesBelow(folder).filter((name) => name.startsWith('part-'));
	const whole = join(search.scratch, 'snapshot');
	writeFileSync(whole, joinBytes(...parts.map((name) => bytesOf(join(folder, name)))));
	openFile(search, whole, what, path);
}

/** Of an envelope, with any key that fits. */
function openBody(ring: Keyring, bytes: Uint8Array): Uint8Array | null {
	const envelope = readEnvelope(bytes);
	if (!envelope.ok) return null;
	for (const key of ring.vaults.values()) {
		const opened = decrypt(key, envelope.value.headerBytes, envelope.value.body);
		if (opened) return opened;
	}
	return null;
}
