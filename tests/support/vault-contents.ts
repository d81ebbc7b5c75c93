import type { SqliteFile } from '#main/database/open.ts';

/** Tables that are the same on every device that has seen the same changes: projections, not the road they came. */
const SHARED_TABLES = [
	'site_profile',
	'person',
	'case_file',
	'contact',
	'todo',
	'case_access',
	'situation',
	'goal',
	'goal_action',
	'case_closing',
	'case_reopening',
];

/** Every row of the given tables in a fixed order, as text to compare. */
export function contentsOf(file: SqliteFile, tables: readonly string[] = SHARED_TABLES): string {
	const there = new Set(
		file.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[],
	);
	return tables
		.filter((table) => there.has(table))
		.map((table) => `${table}\n${rowsOf(file, table).join('\n')}`)
		.join('\n\n');
}

function rowsOf(file: SqliteFile, table: string): string[] {
	const rows = file.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][];
	return rows.map((row) => JSON.stringify(row.map((cell) => (Buffer.isBuffer(cell) ? cell.toString('hex') : cell)))).sort();
}
