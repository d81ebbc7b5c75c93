import { hash } from 'node:crypto';
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
	const entryOf = file.prepare<[string, string], { row: number; words: string }>(
		'SELECT row, words FROM search_entry WHERE table_name = ? AND record_id = ?',
	);
	const addEntry = file.prepare('INSERT INTO search_entry (table_name, record_id, words) VALUES (?, ?, ?)');
	const changeEntry = file.prepare('UPDATE search_entry SET words = ? WHERE row = ?');
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
			const entry = entryOf.get(tableName, recordId);
			if (folded === '') {
				if (!entry) return;
				removeWords.run(entry.row);
				removeEntry.run(entry.row);
				return;
			}
			const hashed = hash('sha256', folded, 'base64');
			if (!entry) {
				addWords.run(addEntry.run(tableName, recordId, hashed).lastInsertRowid, folded);
				return;
			}
			if (entry.words === hashed) return;
			removeWords.run(entry.row);
			addWords.run(entry.row, folded);
			changeEntry.run(hashed, entry.row);
		},
		find(text, tableNames, limit) {
			const expression = matchExpression(text);
			return expression === null ? [] : found.all(expression, JSON.stringify(tableNames), limit);
		},
	};
}
