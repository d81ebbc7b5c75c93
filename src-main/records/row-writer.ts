import { getTableColumns } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { SqliteFile } from '../database/open.ts';
import { type AnyKind, kindName } from './kind.ts';

type Row = Readonly<Record<string, unknown>>;
type Value = string | number | bigint | Buffer | null;

/** Writes rows of one kind, in a prepared statement. */
export interface RowWriter {
	/** A whole row; in place of the one with its id (an appended one stays as it was). */
	put(row: Row): void;
	/** The same for a row that is probably there: only columns that differ, and only their indexes, are written. */
	change(row: Row): void;
}

export function rowWriter(file: SqliteFile, kind: AnyKind): RowWriter {
	const columns = Object.entries(getTableColumns(kind.table)) as [string, SQLiteColumn][];
	const table = `"${kindName(kind)}"`;
	const names = columns.map(([, column]) => `"${column.name}"`);
	const replace = file.prepare(
		`INSERT OR ${kind.merging ? 'REPLACE' : 'IGNORE'} INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
	);
	const find = file.prepare<[string], Value[]>(`SELECT ${names.join(', ')} FROM ${table} WHERE id = ?`).raw();
	const updates = new Map<string, ReturnType<SqliteFile['prepare']>>();

	const valuesOf = (row: Row): Value[] =>
		columns.map(([property, column]) => {
			const value = row[property];
			return value === null || value === undefined ? null : (column.mapToDriverValue(value) as Value);
		});

	function update(differing: readonly number[]) {
		const key = differing.join();
		const known = updates.get(key);
		if (known) return known;
		const sets = differing.map((at) => `${names[at]} = ?`).join(', ');
		const statement = file.prepare(`UPDATE ${table} SET ${sets} WHERE id = ?`);
		if (updates.size < MOST_STATEMENTS) updates.set(key, statement);
		return statement;
	}

	return {
		put: (row) => void replace.run(...valuesOf(row)),
		change(row) {
			const id = row.id as string;
			const values = valuesOf(row);
			const before = find.get(id);
			if (!before) return void replace.run(...values);
			const differing = names.flatMap((_, at) => (before[at] === values[at] ? [] : at));
			if (differing.length > 0) update(differing).run(...differing.map((at) => values[at]), id);
		},
	};
}

/** People change the same few fields together again and again. */
const MOST_STATEMENTS = 64;
