import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { copierInUse } from '../database/copy-in-use.ts';
import { type Reader, readerOf } from '../database/handles.ts';
import { type Migration, migrate } from '../database/migrator.ts';
import { claim, isKeyOf, OpenError, openEncrypted, type SqliteFile } from '../database/open.ts';
import { makeFolder, syncFolder } from '../platform/files.ts';
import { lastTime, scrub } from '../records/erasing.ts';
import { createHybridClock } from '../records/hybrid-clock.ts';
import type { AnyKind } from '../records/kind.ts';
import { type Drafts, drafts, type LocalSettings, localSettings } from '../records/local.ts';
import { createRecordStore, type RecordStore } from '../records/store.ts';
import { wipe } from './crypto.ts';

/**
 * One vault's encrypted file, open: for reading, for writing records, for the share. Its parts are of the file that is
 * open right now: who works across an await holds on to the vault and asks it for them again.
 */
export interface OpenVault {
	readonly name: Vault;
	/** For `records` and `share` only; features get `reader` and `store`. */
	readonly file: SqliteFile;
	readonly reader: Reader;
	readonly store: RecordStore;
	readonly settings: LocalSettings;
	readonly drafts: Drafts;
	/**
	 * A copy of the file as it is at one moment, under its own key; `noteMoment` is called just then. Null when the file was
	 * closed or re-keyed meanwhile.
	 */
	copyTo<T>(path: string, noteMoment: () => T): Promise<T | null>;
	/** Folds the log into the file as far as that goes now: in a turn of its own, nobody waits for it and a commit together. */
	fold(): void;
	/** After something was erased: rewrites the file, so that nothing of it lies between its pages. Takes seconds in a large one. */
	scrub(): void;
	/** A copy of the file's key, for making copies of the file; the caller wipes it. */
	fileKey(): Uint8Array;
	/**
	 * Closes the file, lets `swap` move one of the new key into its place, and opens what lies there then: the old file
	 * when `swap` threw before it had. Throws what `swap` threw, or OpenError when nothing opens any more.
	 */
	rekey(newKey: Uint8Array, swap: () => void): void;
	close(): void;
}

export interface VaultDeps {
	readonly migrations: ReadonlyMap<Vault, readonly Migration[]>;
	readonly kinds: readonly AnyKind[];
	readonly clock: Clock;
	readonly random: Random;
	onCommit(vault: Vault, tables: ReadonlySet<string>, own: boolean): void;
}

/** `create` decides what a missing file means. Throws OpenError and MigrationError. */
export function openVault(
	name: Vault,
	path: string,
	fileKey: Uint8Array,
	device: DeviceId,
	deps: VaultDeps,
	create: boolean,
): OpenVault {
	// An empty file would pass for a new one, and the vault for one that never held anything.
	if (!create && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) throw new OpenError('damaged');
	makeFolder(dirname(path));
	const file = openEncrypted(path, fileKey);
	const ownKey = fileKey.slice();
	try {
		migrate(file, deps.migrations.get(name) ?? []);
		const hybrid = createHybridClock(deps.clock, lastTime(file));
		const writer = writerNumber(localSettings(file), deps.random);
		const partsOf = (file: SqliteFile) => ({
			file,
			reader: readerOf(file),
			store: createRecordStore({
				file,
				kinds: deps.kinds.filter((kind) => kind.vault === name),
				device,
				writer,
				hybrid,
				onCommit: (tables, own) => deps.onCommit(name, tables, own),
			}),
			settings: localSettings(file),
			drafts: drafts(file),
			copier: copierInUse(file),
		});
		let open = partsOf(file);
		return {
			name,
			get file() {
				return open.file;
			},
			get reader() {
				return open.reader;
			},
			get store() {
				return open.store;
			},
			get settings() {
				return open.settings;
			},
			get drafts() {
				return open.drafts;
			},
			copyTo: (path, noteMoment) => open.copier.copyTo(path, noteMoment),
			fold() {
				// A copy needs the file as it is.
				if (!open.copier.isCopying()) open.file.pragma('wal_checkpoint(PASSIVE)');
			},
			scrub() {
				// A copy needs the file as it is: the next time.
				if (!open.copier.isCopying()) scrub(open.file);
			},
			fileKey: () => ownKey.slice(),
			rekey(newKey, swap) {
				if (open.file.inTransaction) throw new Error('a vault is not re-keyed in the middle of a transaction');
				open.file.pragma('wal_checkpoint(TRUNCATE)');
				open.file.close();
				open.copier.close();
				try {
					// Its changes would be read into the file that takes this one's place.
					if (existsSync(`${path}-wal`)) throw new Error('the log of the old file is still there');
					// Nor may a power cut bring it back beside the new file.
					syncFolder(dirname(path));
					swap();
				} finally {
					if (isKeyOf(path, newKey)) ownKey.set(newKey);
					open = partsOf(openClaimed(path, ownKey));
				}
			},
			close() {
				wipe(ownKey);
				open.file.close();
				open.copier.close();
			},
		};
	} catch (error) {
		wipe(ownKey);
		file.close();
		throw error;
	}
}

function openClaimed(path: string, fileKey: Uint8Array): SqliteFile {
	const file = openEncrypted(path, fileKey);
	try {
		claim(file);
		return file;
	} catch (error) {
		file.close();
		throw error;
	}
}

/** Drawn once for each file: a file restored from a snapshot must not continue with numbers it has used before. */
function writerNumber(settings: LocalSettings, random: Random): number {
	const known = settings.get('writer');
	if (known !== null) return Number(known);
	const number = Buffer.from(random.bytes(4)).readUInt32BE();
	settings.set('writer', String(number));
	return number;
}
