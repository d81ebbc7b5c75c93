import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readMigrations } from '#main/database/migrator.ts';
import { FILE_KEY_BYTES, openEncrypted, type SqliteFile } from '#main/database/open.ts';
import { caseAccessKind, caseKind, contactKind, todoKind } from '#main/features/cases/records.ts';
import { personKind } from '#main/features/people/records.ts';
import { systemClock, systemIds, systemRandom } from '#main/platform/environment.ts';
import { type OpenVault, openVault } from '#main/vaults/open-vault.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';

/** The two sides of the comparison: our encrypted file, and the same driver's plain file with the same durability. */
export const MIGRATIONS = join(import.meta.dirname, '../../src-main/database/migrations');

export function encryptedFile(path: string): SqliteFile {
	return openEncrypted(path, systemRandom.bytes(FILE_KEY_BYTES));
}

export function plainFile(path: string): SqliteFile {
	const file = new Database(path);
	for (const pragma of [
		'journal_mode = WAL',
		'synchronous = FULL',
		'wal_autocheckpoint = 4000',
		'temp_store = MEMORY',
		'foreign_keys = ON',
		'secure_delete = ON',
		'cache_size = -32000',
	]) {
		file.pragma(pragma);
	}
	return file;
}

/** A counselling vault with the real tables and kinds, without the site around it. */
export function counsellingVault(path: string, migrations = MIGRATIONS): OpenVault {
	const deps = {
		migrations: new Map(VAULTS.map((vault) => [vault, readMigrations(join(migrations, vault))] as const)),
		kinds: [personKind, caseKind, contactKind, todoKind, caseAccessKind],
		clock: systemClock,
		random: systemRandom,
		onCommit: () => {},
	};
	return openVault('counselling', path, systemRandom.bytes(FILE_KEY_BYTES), systemIds.next() as DeviceId, deps, true);
}
