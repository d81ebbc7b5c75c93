import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { type Reader, readerOf } from '../database/handles.ts';
import { type Migration, migrate } from '../database/migrator.ts';
import { OpenError, openEncrypted, type SqliteFile } from '../database/open.ts';
import { createHybridClock } from '../records/hybrid-clock.ts';
import type { AnyKind } from '../records/kind.ts';
import { type Drafts, drafts, type LocalSettings, localSettings } from '../records/local.ts';
import { createRecordStore, type RecordStore } from '../records/store.ts';
import { wipe } from './crypto.ts';

/** One vault's encrypted file, open: for reading, for writing records, for the share. */
export interface OpenVault {
	readonly name: Vault;
	/** For `records` and `share` only; features get `reader` and `store`. */
	readonly file: SqliteFile;
	readonly reader: Reader;
	readonly store: RecordStore;
	readonly settings: LocalSettings;
	readonly drafts: Drafts;
	/** A copy of the file's key, for making copies of the file; the caller wipes it. */
	fileKey(): Uint8Array;
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
	mkdirSync(dirname(path), { recursive: true });
	const file = openEncrypted(path, fileKey);
	const ownKey = fileKey.slice();
	try {
		migrate(file, deps.migrations.get(name) ?? []);
		const close = () => {
			wipe(ownKey);
			file.close();
		};
		const settings = localSettings(file);
		const last = file.prepare<[], string>('SELECT max(hlc) FROM change').pluck().get() as string | null;
		const store = createRecordStore({
			file,
			kinds: deps.kinds.filter((kind) => kind.vault === name),
			device,
			writer: writerNumber(settings, deps.random),
			hybrid: createHybridClock(deps.clock, last),
			onCommit: (tables, own) => deps.onCommit(name, tables, own),
		});
		return { name, file, reader: readerOf(file), store, settings, drafts: drafts(file), fileKey: () => ownKey.slice(), close };
	} catch (error) {
		wipe(ownKey);
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
