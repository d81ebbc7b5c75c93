import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { matchExpression } from './search-index.ts';

/** Condition for a feature's own SELECT: the record's words start with all typed words; undefined for empty text. */
export function foundByText(id: SQLiteColumn, tableName: string, text: string): SQL | undefined {
	const expression = matchExpression(text);
	if (expression === null) return undefined;
	return sql`${id} IN (SELECT search_entry.record_id FROM search_index JOIN search_entry ON search_entry.row = search_index.rowid
		WHERE search_index MATCH ${expression} AND search_entry.table_name = ${tableName})`;
}
