import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Migration, MigrationError, migrate, readMigrations } from '#main/database/migrator.ts';
import { isIntact, openEncrypted, type SqliteFile } from '#main/database/open.ts';
import { newFileKey } from '#main/vaults/key-files.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { runAndKill } from '#tests/support/killed-process.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const FIRST = `CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE note (id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE, text TEXT) STRICT;`;
/** What drizzle-kit writes for a changed column: a table rebuilt, the old one dropped while others refer to it. */
const REBUILD = `CREATE TABLE __new_person (id TEXT PRIMARY KEY, name TEXT NOT NULL, city TEXT) STRICT;
INSERT INTO __new_person (id, name) SELECT id, name FROM person;
DROP TABLE person;
ALTER TABLE __new_person RENAME TO person;`;
const LATER = 'CREATE INDEX note_person ON note (person);';

const random = seededRandom(5);
const fileKey = newFileKey(random);

function migrations(...sqls: string[]): Migration[] {
	const folder = temporaryFolder();
	for (const [at, sql] of sqls.entries()) writeFileSync(join(folder, `${String(at).padStart(4, '0')}_step_${at}.sql`), sql);
	return readMigrations(folder);
}

function fresh(): { file: SqliteFile; path: string } {
	const path = join(temporaryFolder(), 'vault ü.db');
	const file = openEncrypted(path, fileKey);
	onTestFinished(() => void (file.open && file.close()));
	return { file, path };
}

function withRows(rows = 3): ReturnType<typeof fresh> {
	const made = fresh();
	migrate(made.file, migrations(FIRST));
	made.file.transaction(() => {
		for (let n = 0; n < rows; n++) {
			made.file.prepare('INSERT INTO person VALUES (?, ?)').run(`p${n}`, `Name ${n}`);
			made.file.prepare('INSERT INTO note VALUES (?, ?, ?)').run(`n${n}`, `p${n}`, 'Text');
		}
	})();
	return made;
}

const count = (file: SqliteFile, table: string) => file.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const refusalOf = (work: () => unknown): string => {
	try {
		work();
	} catch (error) {
		if (error instanceof MigrationError) return error.refusal;
		throw error;
	}
	return 'none';
};

describe('migrator', () => {
	it('rebuilds a table that others refer to with ON DELETE CASCADE and keeps every row', () => {
		const { file, path } = withRows();
		expect(migrate(file, migrations(FIRST, REBUILD, LATER))).toBe(2);
		expect([count(file, 'person'), count(file, 'note')]).toEqual([3, 3]);
		expect(file.pragma('foreign_keys', { simple: true })).toBe(1);
		expect(file.pragma('foreign_key_check')).toEqual([]);
		file.exec("DELETE FROM person WHERE id = 'p1'");
		expect(count(file, 'note')).toBe(2);
		expect(existsSync(`${path}.before-migration`)).toBe(false);
		expect(migrate(file, migrations(FIRST, REBUILD, LATER))).toBe(0);
	});

	it('does not mind other line endings, but any other edit', () => {
		const { file } = withRows();
		expect(migrate(file, migrations(FIRST.replaceAll('\n', '\r\n')))).toBe(0);
		expect(refusalOf(() => migrate(file, migrations(`${FIRST} -- better`)))).toBe('edited');
	});

	it('refuses one that was merged in before others, and gaps and doubled numbers in the folder', () => {
		const { file } = withRows();
		migrate(file, migrations(FIRST, LATER));
		expect(refusalOf(() => migrate(file, migrations(FIRST, REBUILD, LATER)))).toBe('edited');
		expect(count(file, 'person')).toBe(3);
		for (const names of [['0000_a.sql', '0002_b.sql'], ['0000_a.sql', '0000_b.sql'], ['0001_a.sql'], ['0000-a.sql']]) {
			const folder = temporaryFolder();
			for (const name of names) writeFileSync(join(folder, name), LATER);
			expect(() => readMigrations(folder), names.join()).toThrow();
		}
	});

	it('refuses a database of a newer Kontor and leaves it untouched, byte for byte', () => {
		const { file, path } = withRows();
		migrate(file, migrations(FIRST, REBUILD));
		file.pragma('wal_checkpoint(TRUNCATE)');
		const before = readFileSync(path);
		expect(refusalOf(() => migrate(file, migrations(FIRST)))).toBe('newer');
		file.close();
		expect(readFileSync(path).equals(before)).toBe(true);
	});

	it('rolls back when references break or the SQL fails, and keeps the copy, which is encrypted and opens', () => {
		for (const bad of [
			"DELETE FROM person WHERE id = 'p0';",
			'ALTER TABLE nobody RENAME TO x;',
			`${REBUILD} SELECT * FROM nothing;`,
		]) {
			const { file, path } = withRows();
			const steps = migrations(FIRST, LATER, bad);
			if (bad.startsWith('DELETE')) expect(refusalOf(() => migrate(file, steps))).toBe('broken_references');
			else expect(() => migrate(file, steps)).toThrow();
			expect([count(file, 'person'), count(file, 'note'), count(file, 'schema_migration')], bad).toEqual([3, 3, 1]);
			expect(file.pragma('foreign_keys', { simple: true })).toBe(1);
			expect(file.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'note_person'").pluck().get()).toBe(0);
			const copy = `${path}.before-migration`;
			expect(readFileSync(copy).includes('Name 1')).toBe(false);
			const opened = openEncrypted(copy, fileKey);
			expect(count(opened, 'person')).toBe(3);
			opened.close();
		}
	});

	it('killed half-way opens with the old or with the new tables, never between', { timeout: 300_000 }, async () => {
		const kills = campaign(6, 30);
		const dice = seededRandom(printedSeed('killed while migrating'));
		const folder = join(temporaryFolder(), 'Schritte');
		mkdirSync(folder);
		const sqls = [FIRST, REBUILD, 'UPDATE note SET text = text || text || text || text || text;', LATER];
		for (const [at, sql] of sqls.entries()) writeFileSync(join(folder, `000${at}_step.sql`), sql);
		const seen = { old: 0, new: 0 };
		for (let kill = 0; kill < kills; kill++) {
			const { file, path } = withRows(8000);
			file.close();
			const args = [path, Buffer.from(fileKey).toString('hex'), folder];
			await runAndKill(join(import.meta.dirname, '../../support/slow-migration.ts'), args, {
				after: 'ready',
				delayMs: dice.below(35),
				lines: 5,
				mayEnd: true,
			});
			const again = openEncrypted(path, fileKey);
			expect(isIntact(again)).toBe(true);
			const applied = count(again, 'schema_migration');
			const columns = (again.pragma('table_info(person)') as unknown[]).length;
			expect([
				[1, 2],
				[4, 3],
			]).toContainEqual([applied, columns]);
			seen[applied === 1 ? 'old' : 'new'] += 1;
			migrate(again, readMigrations(folder));
			expect([count(again, 'person'), count(again, 'note')]).toEqual([8000, 8000]);
			expect(again.prepare('SELECT DISTINCT length(text) FROM note').pluck().all()).toEqual([20]);
			again.close();
		}
		console.log(`${kills} kills: ${seen.old} times the old tables, ${seen.new} times the new`);
	});
});
