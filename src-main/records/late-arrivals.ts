import { getTableColumns, inArray } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { OpenVault } from '../vaults/open-vault.ts';
import { hasErasures, IS_ERASED } from './erasing.ts';
import { kindName } from './kind.ts';
import type { SubjectPart, SubjectScope } from './subject-part.ts';

/** Up to which change it was looked at. */
const LOOKED_AT = 'late_arrivals';

/**
 * While somebody was erased, another device wrote new records about them: those have ids of their own, so no erasure
 * names them. Gives what was erased and is referred to by something that arrived since the last call, or was erased
 * since. `noteLooked` makes this the last call.
 */
export function lateArrivals(
	{ file, reader, settings }: Pick<OpenVault, 'file' | 'reader' | 'settings'>,
	parts: readonly SubjectPart[],
): { erased: SubjectScope; noteLooked(): void } {
	const last = (file.prepare('SELECT max(position) FROM change').pluck().get() as number | null) ?? 0;
	const erased: SubjectScope = new Map();
	const noteLooked = () => settings.set(LOOKED_AT, String(last));
	// What a new device begins with was looked at by those who had it before.
	const after = Number(settings.get(LOOKED_AT) ?? last);
	const isGone = file.prepare<[string, string], number>(IS_ERASED).pluck();
	if (after >= last || !hasErasures(file)) return { erased, noteLooked };
	const add = (table: string, id: string) => void erased.set(table, (erased.get(table) ?? new Set()).add(id));
	const changed = file
		.prepare<[number], { table: string; id: string; isErased: number }>(
			"SELECT DISTINCT table_name AS 'table', record_id AS id, kind = 'erase' AS isErased FROM change WHERE position > ?",
		)
		.all(after);
	const referred = new Set(parts.flatMap(({ about = [] }) => about.map(({ table }) => table)));
	for (const one of changed) if (one.isErased === 1 && referred.has(one.table)) add(one.table, one.id);
	for (const { kind, about = [] } of parts) {
		const table = kindName(kind);
		const ids = changed.filter((one) => one.isErased === 0 && one.table === table).map(({ id }) => id);
		const { id } = getTableColumns(kind.table) as Record<string, SQLiteColumn>;
		if (ids.length === 0 || !id) continue;
		for (let from = 0; from < ids.length; from += AT_ONCE) {
			const some = ids.slice(from, from + AT_ONCE);
			const rows = reader.select().from(kind.table).where(inArray(id, some)).all() as Record<string, unknown>[];
			for (const row of rows)
				for (const { field, table: of } of about)
					for (const one of [row[field]].flat()) if (typeof one === 'string' && isGone.get(of, one) !== undefined) add(of, one);
		}
	}
	return { erased, noteLooked };
}

const AT_ONCE = 500;
