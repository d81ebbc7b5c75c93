import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Opens one encrypted SQLite file (SQLCipher 4 format) and proves that it is encrypted. The key is 32 random bytes and
 * the salt 16, both given: nothing is derived from a passphrase here (design 3).
 */
export type SqliteFile = Database.Database;

/** key ‖ salt, 48 bytes. */
export const FILE_KEY_BYTES = 48;
const SALT_BYTES = 16;

/** `in_use`: another process holds the file. */
export type OpenRefusal = 'damaged' | 'not_encrypted' | 'in_use';
export class OpenError extends Error {
	readonly refusal: OpenRefusal;
	constructor(refusal: OpenRefusal) {
		super(refusal);
		this.refusal = refusal;
	}
}

const PLAINTEXT_HEADER = 'SQLite format 3';

/** Creates the file when it is not there. Throws OpenError. */
export function openEncrypted(path: string, fileKey: Uint8Array): SqliteFile {
	const file = new Database(path, { timeout: BUSY_MS });
	try {
		applyKey(file, fileKey, 'key');
		file.pragma('journal_mode = WAL');
		file.pragma('synchronous = FULL');
		// 16 MB of log before it is folded in: many changes at once are written nearly twice as fast.
		file.pragma('wal_autocheckpoint = 4000');
		file.pragma('temp_store = MEMORY');
		file.pragma('foreign_keys = ON');
		file.pragma('secure_delete = ON');
		file.pragma('cache_size = -32000');
		// The first real read: with a wrong key or a damaged first page it fails here and not somewhere in a feature.
		file.prepare('SELECT count(*) FROM sqlite_schema').get();
		if (file.pragma('user_version', { simple: true }) === 0 && isEmpty(file)) writeFirstPage(file);
		proveEncrypted(path, file);
		return file;
	} catch (error) {
		file.close();
		if (error instanceof OpenError) throw error;
		throw new OpenError(isBusy(error) ? 'in_use' : 'damaged');
	}
}

/**
 * Keeps every other process out for as long as the file is open; the operating system lets go when this one dies.
 * Two Kontors on one data folder would give two changes the same hybrid time, and one of them would be lost.
 */
export function claim(file: SqliteFile): void {
	try {
		file.pragma('locking_mode = EXCLUSIVE');
		file.exec('BEGIN EXCLUSIVE; COMMIT');
	} catch (error) {
		throw isBusy(error) ? new OpenError('in_use') : error;
	}
}

/** Did SQLite or its cipher find a page that is not what was written? */
export function isDamage(error: unknown): boolean {
	return /^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string } | null)?.code ?? '');
}

const BUSY_MS = 1000;

function isBusy(error: unknown): boolean {
	return (error as { code?: string } | null)?.code === 'SQLITE_BUSY';
}

/** Re-encrypts a copy that nobody else has open. Never call it on a vault in use: a kill in between destroys it. */
export function rekeyCopy(path: string, from: Uint8Array, to: Uint8Array): void {
	const file = new Database(path);
	try {
		applyKey(file, from, 'key');
		file.pragma('journal_mode = DELETE');
		// Every page is written anew: a journal would be a second copy of the copy, and cut off, it is thrown away anyway.
		file.pragma('journal_mode = OFF');
		applyKey(file, to, 'rekey');
	} finally {
		file.close();
	}
}

function applyKey(file: SqliteFile, fileKey: Uint8Array, how: 'key' | 'rekey'): void {
	if (fileKey.length !== FILE_KEY_BYTES) throw new Error('a file key has 48 bytes');
	file.pragma("cipher = 'sqlcipher'");
	file.pragma('legacy = 4');
	// SQLCipher's raw form x'<key><salt>', as bytes, so that it can be wiped.
	const raw = Buffer.from(`x'${Buffer.from(fileKey).toString('hex')}'`, 'latin1');
	try {
		file[how](raw);
	} finally {
		raw.fill(0);
	}
}

/**
 * Does the file at `path` belong to this key? It starts with its key's salt, in clear. Nothing is opened, so a log that
 * lies beside it stays as it is. Never call it on a file that is open: closing it would let go of SQLite's lock.
 */
export function isKeyOf(path: string, fileKey: Uint8Array): boolean {
	try {
		return firstBytes(path).equals(fileKey.subarray(FILE_KEY_BYTES - SALT_BYTES));
	} catch {
		return false;
	}
}

function firstBytes(path: string): Buffer {
	const start = Buffer.alloc(SALT_BYTES);
	const handle = openSync(path, 'r');
	try {
		readSync(handle, start, 0, SALT_BYTES, 0);
	} finally {
		closeSync(handle);
	}
	return start;
}

function isEmpty(file: SqliteFile): boolean {
	return file.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
}

/** A new file has no bytes yet; a table made and dropped puts the encrypted first page on disk so it can be looked at. */
function writeFirstPage(file: SqliteFile): void {
	file.exec('CREATE TABLE first_page (x); DROP TABLE first_page;');
	file.pragma('wal_checkpoint(TRUNCATE)');
}

/** A misspelt pragma would silently make a plaintext database: look at the bytes and at what the driver says. */
function proveEncrypted(path: string, file: SqliteFile): void {
	const cipher = file.pragma('cipher', { simple: true });
	if (firstBytes(path).toString('latin1').startsWith(PLAINTEXT_HEADER) || cipher !== 'sqlcipher')
		throw new OpenError('not_encrypted');
}

/** Slow, thorough: every page's HMAC and every b-tree. */
export function isIntact(file: SqliteFile): boolean {
	try {
		const findings = file.pragma('integrity_check(1)') as { integrity_check: string }[];
		return findings.length === 1 && findings[0]?.integrity_check === 'ok';
	} catch {
		return false;
	}
}

/** With what SQLite puts beside it. Nothing happens where nothing is. */
export function removeDatabase(path: string): void {
	for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
