import { and, count, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Reader } from '../../database/handles.ts';
import { kindName, type MergeKind } from '../../records/kind.ts';
import { decision } from '../../records/tables.ts';

/** A record as its feature stores it, whichever that is. */
export type Row = Readonly<Record<string, unknown>>;

export function rowOf(reader: Reader, kind: MergeKind, id: string): Row | undefined {
	const { id: key } = getTableColumns(kind.table) as Record<string, SQLiteColumn>;
	return key && reader.select().from(kind.table).where(eq(key, id)).get();
}

/** Records of the kind with fields to decide, and how many; what was removed waits until it is restored. */
export function openDecisions(reader: Reader | undefined, kind: MergeKind) {
	const { id, removedAt } = getTableColumns(kind.table) as Record<string, SQLiteColumn>;
	if (!reader || !id || !removedAt) return [];
	return reader
		.select({ tableName: decision.tableName, recordId: decision.recordId, fields: count() })
		.from(decision)
		.innerJoin(kind.table, eq(id, decision.recordId))
		.where(and(eq(decision.tableName, sql`${kindName(kind)}`), isNull(removedAt)))
		.groupBy(decision.recordId)
		.all();
}
