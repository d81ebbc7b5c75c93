import { foldedWords } from '#shared/kernel/fold.ts';
import type { SqliteFile } from '../database/open.ts';

/**
 * Full-text search over folded words. The index is contentless: it finds row numbers and keeps no readable text of its
 * own. Words are matched from their start, in any order. What a word is, folding alone decides: the index's tokenizer is
 * `ascii`, which splits at nothing that folding leaves in a word (the others know another Unicode than JavaScript does).
 */
export interface SearchIndex {
	/** Replaces what the record is found by; empty words take it out. */
	put(tableName: string, recordId: string, words: string): void;
	/** At most `limit` record ids per call, in no particular order. */
	find(text: string, tableNames: readonly string[], limit: number): { tableName: string; recordId: string }[];
}

/** FTS5 query for typed text; null when there is nothing to look for. Only letters and digits get through. */
export function matchExpression(text: string): string | null {
	const words = foldedWords(text);
	return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}

export function createSearchIndex(file: SqliteFile): SearchIndex {
	const rowOf = file
		.prepare<[string, string], number>('SELECT row FROM search_entry WHERE table_name = ? AND record_id = ?')
		.pluck();
	const addEntry = file.prepare('INSERT INTO search_entry (table_name, record_id) VALUES (?, ?)');
	const removeEntry = file.prepare('DELETE FROM search_entry WHERE row = ?');
	const addWords = file.prepare('INSERT INTO search_index (rowid, words) VALUES (?, ?)');
	const removeWords = file.prepare('DELETE FROM search_index WHERE rowid = ?');
	const found = file.prepare<[string, string, number], { tableName: string; recordId: string }>(
		`SELECT search_entry.table_name AS tableName, search_entry.record_id AS recordId
		 FROM search_index JOIN search_entry ON search_entry.row = search_index.rowid
		 WHERE search_index MATCH ? AND search_entry.table_name IN (SELECT value FROM json_each(?)) LIMIT ?`,
	);
	return {
		put(tableName, recordId, words) {
			const folded = foldedWords(words).join(' ');
			let row = rowOf.get(tableName, recordId) as number | undefined;
			if (row !== undefined) removeWords.run(row);
			if (folded === '') {
				if (row !== undefined) removeEntry.run(row);
				return;
			}
			row ??= Number(addEntry.run(tableName, recordId).lastInsertRowid);
			addWords.run(row, folded);
		},
		find(text, tableNames, limit) {
			const expression = matchExpression(text);
			return expression === null ? [] : found.all(expression, JSON.stringify(tableNames), limit);
		},
	};
}
