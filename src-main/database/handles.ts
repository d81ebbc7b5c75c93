import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { SqliteFile } from './open.ts';

/**
 * Two types for two kinds of code: queries get a Reader and cannot write by mistake; only `records` (and what is local
 * to one device) holds the SqliteFile itself.
 */
export type Reader = Pick<BetterSQLite3Database, 'select' | 'selectDistinct' | '$count' | '$with' | 'with'>;

export function readerOf(file: SqliteFile): Reader {
	return drizzle(file);
}
