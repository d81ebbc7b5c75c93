import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowWriter } from '#main/records/row-writer.ts';
import { thingKind } from '#tests/support/tiny-vault.ts';

const COLUMNS = ['created_at', 'updated_at', 'removed_at', 'name', 'place', 'remarks'];

/** A table of things that notes which columns of it are written. */
function things() {
	const file = new Database(':memory:');
	file.exec(
		`CREATE TABLE thing (id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, removed_at INTEGER,
			name TEXT NOT NULL, place TEXT, remarks TEXT NOT NULL);
		 CREATE INDEX thing_name ON thing (name);
		 CREATE TABLE written (column TEXT NOT NULL);`,
	);
	for (const column of COLUMNS) {
		file.exec(
			`CREATE TRIGGER written_${column} AFTER UPDATE OF ${column} ON thing BEGIN INSERT INTO written VALUES ('${column}'); END`,
		);
	}
	return {
		rows: rowWriter(file, thingKind),
		all: () => file.prepare('SELECT * FROM thing ORDER BY id').all(),
		byName: (name: string) => file.prepare('SELECT id FROM thing INDEXED BY thing_name WHERE name = ?').pluck().all(name),
		/** Since it was asked last. */
		written: () => file.prepare('DELETE FROM written RETURNING column').pluck().all().sort(),
	};
}

const Row = fc.record({
	id: fc.constantFrom('a', 'b', 'c'),
	createdAt: fc.nat(2),
	updatedAt: fc.nat(2),
	removedAt: fc.option(fc.nat(2)),
	name: fc.constantFrom('Säge', 'Bohrer', ''),
	place: fc.option(fc.constantFrom('Regal 1', '')),
	remarks: fc.constantFrom('', 'stumpf'),
});

describe('a row that is changed', () => {
	it('is what the whole row would be, whatever came before', () => {
		fc.assert(
			fc.property(fc.array(Row, { maxLength: 20 }), (wanted) => {
				const [changed, whole] = [things(), things()];
				for (const row of wanted) {
					changed.rows.change(row);
					whole.rows.put(row);
				}
				expect(changed.all()).toEqual(whole.all());
				for (const name of ['Säge', 'Bohrer', '']) expect(changed.byName(name).sort()).toEqual(whole.byName(name).sort());
			}),
		);
	});

	it('has only those columns written that differ', () => {
		const { rows, written } = things();
		const row = { id: 'a', createdAt: 1, updatedAt: 1, removedAt: null, name: 'Säge', place: null, remarks: '' };
		rows.change(row);
		expect(written()).toEqual([]);
		rows.change({ ...row, updatedAt: 2, place: 'Regal 1' });
		expect(written()).toEqual(['place', 'updated_at']);
		rows.change({ ...row, updatedAt: 2, place: 'Regal 1' });
		expect(written()).toEqual([]);
		rows.change({ ...row, updatedAt: 2 });
		expect(written()).toEqual(['place']);
	});
});
