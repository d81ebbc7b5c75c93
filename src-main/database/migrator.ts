import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteFile } from './open.ts';

/**
 * Brings a vault's tables to what this Kontor expects. Own and small, because the stock migrator loses rows when a
 * table is rebuilt under cascading foreign keys, skips migrations merged late, and does not notice edited SQL:
 * one transaction for all of them, foreign keys off outside it, `foreign_key_check` inside, order and hashes checked,
 * a copy first, and a database from a newer Kontor is refused untouched.
 *
 * A migration is `<vault>/<NNNN>_<name>.sql`, numbered from 0000 without gaps, made with `npm run migration`.
 */
export interface Migration {
	readonly number: number;
	readonly name: string;
	readonly sql: string;
	readonly hash: string;
}

export type MigrationRefusal = 'newer' | 'edited' | 'broken_references';
export class MigrationError extends Error {
	readonly refusal: MigrationRefusal;
	constructor(refusal: MigrationRefusal) {
		super(refusal);
		this.refusal = refusal;
	}
}

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/;

export function readMigrations(folder: string): Migration[] {
	const migrations = readdirSync(folder)
		.filter((name) => name.endsWith('.sql'))
		.sort()
		.map((name) => {
			const match = FILE_NAME.exec(name);
			if (!match) throw new Error(`migration ${name} is not named NNNN_name.sql`);
			// Line endings depend on how git checked the file out; they must not change the hash.
			const sql = readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n');
			return { number: Number(match[1]), name: match[2] ?? '', sql, hash: createHash('sha256').update(sql).digest('hex') };
		});
	migrations.forEach((migration, at) => {
		if (migration.number !== at) throw new Error(`migration ${String(at).padStart(4, '0')} is missing or doubled`);
	});
	return migrations;
}

/** Gives how many migrations were applied. Throws MigrationError and leaves the file as it was. */
export function migrate(file: SqliteFile, migrations: readonly Migration[]): number {
	file.exec(
		'CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
	);
	const applied = file
		.prepare<[], { number: number; hash: string }>('SELECT number, hash FROM schema_migration ORDER BY number')
		.all();
	if (applied.length > migrations.length) throw new MigrationError('newer');
	for (const [at, row] of applied.entries()) {
		if (row.number !== at || row.hash !== migrations[at]?.hash) throw new MigrationError('edited');
	}
	const pending = migrations.slice(applied.length);
	if (pending.length === 0) return 0;
	const copy = applied.length > 0 ? copyAside(file) : null;
	file.pragma('foreign_keys = OFF');
	try {
		file.transaction(() => {
			const note = file.prepare('INSERT INTO schema_migration (number, name, hash) VALUES (?, ?, ?)');
			for (const migration of pending) {
				file.exec(migration.sql);
				note.run(migration.number, migration.name, migration.hash);
			}
			if ((file.pragma('foreign_key_check') as unknown[]).length > 0) throw new MigrationError('broken_references');
		})();
	} finally {
		file.pragma('foreign_keys = ON');
	}
	if (copy) rmSync(copy, { force: true });
	return pending.length;
}

/** `<file>.before-migration`, encrypted with the same key; stays only when the migration did not end well. */
function copyAside(file: SqliteFile): string {
	const copy = `${file.name}.before-migration`;
	if (existsSync(copy)) rmSync(copy);
	file.pragma('wal_checkpoint(TRUNCATE)');
	copyFileSync(file.name, copy);
	return copy;
}
