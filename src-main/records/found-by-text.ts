import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Reader } from '../database/handles.ts';
import { matchExpression } from './search-index.ts';

/** Condition for a feature's own SELECT: the record's words start with all typed words; undefined for empty text. */
export function foundByText(id: SQLiteColumn, tableName: string, text: string): SQL | undefined {
	const expression = matchExpression(text);
	if (expression === null) return undefined;
	return sql`${id} IN (SELECT search_entry.record_id FROM search_index JOIN search_entry ON search_entry.row = search_index.rowid
		WHERE search_index MATCH ${expression} AND search_entry.table_name = ${tableName})`;
}

const FEW = 2000;

/** Whether the text finds so few that looking each up is quicker than walking a whole list in its order. */
export function findsFew(db: Reader, text: string): boolean {
	const expression = matchExpression(text);
	if (expression === null) return false;
	const found = sql`(SELECT 1 FROM search_index WHERE search_index MATCH ${expression} LIMIT ${FEW + 1})`;
	return (db.select({ count: sql<number>`count(*)` }).from(found).get()?.count ?? 0) <= FEW;
}
