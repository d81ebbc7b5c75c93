import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import type { Random } from '#shared/kernel/environment.ts';
import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { isIntact, isKeyOf, openEncrypted, rekeyCopy, type SqliteFile } from '../database/open.ts';
import { syncFile, syncFolder } from '../platform/files.ts';
import { equalBytes, seedOf, wipe } from './crypto.ts';
import type { DataFolder } from './data-folder.ts';
import type { EpochKeys } from './grants.ts';
import { epochOfKeyFile, type KeyFileRefusal, type KeyPlace, newFileKey, readKeyFile, writeKeyFile } from './key-files.ts';
import { epochName } from './ledger-state.ts';
import type { OpenVault } from './open-vault.ts';
import type { Session } from './session.ts';

/**
 * A new epoch gives this device's file of the vault a new key of its own, so that whoever kept the old keys can do
 * nothing with what lies here from then on. A copy is made, re-keyed and looked through; then it takes the file's place.
 *
 *   <vault>.db.next    the copy, under its new key
 *   <vault>.key.next   that key, wrapped under the new epoch; complete on disk before the copy may move
 *
 * Both then lose their `.next`, the copy first. Wherever that is cut off, the file opens: it starts with the salt of its
 * key, and that says which of the two key files is its own. What the other one belongs to is left over.
 */
export interface FilePlace {
	readonly folder: DataFolder;
	readonly site: SiteId;
	readonly device: DeviceId;
	readonly vault: Vault;
}

/** The key of a vault's file, also after a rotation was cut off; the caller wipes it. Changes nothing on disk. */
export function readFileKey(place: FilePlace, keys: EpochKeys): Uint8Array | KeyFileRefusal {
	const { folder, vault } = place;
	const next = readNextKey(place, keys);
	if (next && isKeyOf(folder.vaultPath(vault), next)) return next;
	if (next) wipe(next);
	return readKeyFile(folder.vaultKeyPath(vault), keyPlace(place), keys);
}

/**
 * Ends what was cut off, once the file is open with `fileKey` and nobody else has it: the key file that belongs to it
 * stays, the rest goes. What cannot be moved or removed now harms nobody and is tried again the next time.
 */
export function settleRotation(place: FilePlace, keys: EpochKeys, fileKey: Uint8Array): void {
	try {
		settle(place, keys, fileKey);
	} catch {}
}

/**
 * Gives every open vault whose ledger has gone on to a newer epoch a new file key, and wraps the device's own key anew.
 * Nothing is awaited, so nothing comes in between. Gives the vaults that were rotated. Throws the first failure after
 * all were tried; then the vault concerned is open as before, and the next call tries again. Only when its file does
 * not open any more (`file.open` is false) the session cannot go on.
 */
export function rotateStaleFiles(session: Session, folder: DataFolder, random: Random): Vault[] {
	const rotated: Vault[] = [];
	const failures: unknown[] = [];
	const attempt = (work: () => void) => {
		try {
			work();
		} catch (error) {
			failures.push(error);
		}
	};
	for (const vault of session.vaults.values()) {
		attempt(() => {
			const epoch = newerEpoch(session, vault.name, folder.vaultKeyPath(vault.name));
			if (epoch === null) return;
			rotateFile({ folder, site: session.site, device: session.device.id, vault: vault.name }, vault, epoch, session, random);
			rotated.push(vault.name);
		});
	}
	attempt(() => rewrapDeviceKey(session, folder, random));
	if (failures.length > 0) throw failures[0];
	return rotated;
}

/** The epoch a key file should be wrapped under and is not; null when it is, or when the new key has not been granted to us. */
function newerEpoch(session: Session, vault: Vault, keyPath: string): number | null {
	const epoch = session.ledger.epochs.get(vault) ?? 0;
	const known = epochOfKeyFile(keyPath);
	return known !== null && known < epoch && session.epochKeys.has(epochName(vault, epoch)) ? epoch : null;
}

function rewrapDeviceKey(session: Session, folder: DataFolder, random: Random): void {
	const epoch = newerEpoch(session, 'office', folder.deviceKeyPath);
	if (epoch === null) return;
	const place = { site: session.site, device: session.device.id, vault: 'office', what: 'device' } as const;
	const seed = seedOf(session.device.keys);
	try {
		writeKeyFile(folder.deviceKeyPath, place, seed, epoch, session.epochKeys, random);
	} finally {
		wipe(seed);
	}
}

function rotateFile(place: FilePlace, vault: OpenVault, epoch: number, { epochKeys }: Session, random: Random): void {
	const { path, keyPath, nextPath, nextKeyPath } = pathsOf(place);
	// Its key is known to be the file's only as long as it is open.
	if (!vault.file.open) throw new Error('the vault is closed');
	const [oldKey, newKey] = [vault.fileKey(), newFileKey(random)];
	try {
		settle(place, epochKeys, oldKey);
		// It was rotated before, and only the key file had not been put in place.
		if (epochOfKeyFile(keyPath) === epoch) return;
		writeCopy(vault.file, nextPath, oldKey, newKey);
		writeKeyFile(nextKeyPath, keyPlace(place), newKey, epoch, epochKeys, random);
		vault.rekey(newKey, () => {
			renameSync(nextPath, path);
			// The key file must not get there before the file, whatever order the disk likes to work in.
			syncFolder(dirname(path));
			renameSync(nextKeyPath, keyPath);
			syncFolder(dirname(path));
		});
	} catch (error) {
		const current = vault.fileKey();
		if (vault.file.open) settleRotation(place, epochKeys, current);
		wipe(current);
		throw error;
	} finally {
		wipe(oldKey, newKey);
	}
}

/** On disk to the last byte, and complete: it is about to be the only one. */
function writeCopy(file: SqliteFile, path: string, from: Uint8Array, to: Uint8Array): void {
	// Keeps cipher and key (backup() and serialize() do not).
	file.prepare('VACUUM INTO ?').run(path);
	rekeyCopy(path, from, to);
	const copy = openEncrypted(path, to);
	try {
		if (!isIntact(copy) || outlineOf(copy) !== outlineOf(file)) throw new Error('the copy is not what it was made from');
	} finally {
		copy.close();
	}
	if (existsSync(`${path}-wal`)) throw new Error('the copy is not complete without its log');
	syncFile(path);
	syncFolder(dirname(path));
}

/** Version, tables and how many rows each has. */
function outlineOf(file: SqliteFile): string {
	const tables = file
		.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name")
		.pluck()
		.all() as string[];
	const counts = tables.map((name) => [name, file.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]);
	return JSON.stringify([file.pragma('user_version', { simple: true }), counts]);
}

function settle(place: FilePlace, keys: EpochKeys, fileKey: Uint8Array): void {
	const { path, keyPath, nextPath, nextKeyPath } = pathsOf(place);
	const next = readNextKey(place, keys);
	if (next) {
		const isOurs = equalBytes(next, fileKey);
		wipe(next);
		if (isOurs) {
			renameSync(nextKeyPath, keyPath);
			syncFolder(dirname(path));
		}
	}
	for (const left of [...besides(nextPath), nextKeyPath, `${nextKeyPath}.tmp`]) rmSync(left, { force: true });
}

/** Null for all that is no key of this file: not there, spoilt, somebody else's, of an epoch we cannot open. */
function readNextKey(place: FilePlace, keys: EpochKeys): Uint8Array | null {
	try {
		const key = readKeyFile(pathsOf(place).nextKeyPath, keyPlace(place), keys);
		return typeof key === 'string' ? null : key;
	} catch {
		return null;
	}
}

/** Everything that belongs to a vault's file, there or not. */
export function filesOf(folder: DataFolder, vault: Vault): string[] {
	const [path, keyPath] = [folder.vaultPath(vault), folder.vaultKeyPath(vault)];
	return [...besides(path), ...besides(`${path}.next`), keyPath, `${keyPath}.next`];
}

const besides = (path: string): string[] => ['', '-wal', '-shm', '-journal'].map((suffix) => path + suffix);

function pathsOf({ folder, vault }: FilePlace) {
	const [path, keyPath] = [folder.vaultPath(vault), folder.vaultKeyPath(vault)];
	return { path, keyPath, nextPath: `${path}.next`, nextKeyPath: `${keyPath}.next` };
}

function keyPlace({ site, device, vault }: FilePlace): KeyPlace {
	return { site, device, vault, what: 'file' };
}
