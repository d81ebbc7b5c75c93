import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { MergeKind } from '../../records/kind.ts';
import { kindName } from '../../records/kind.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';

/**
 * What is about people: a table of the counselling vault and its column that names one person, or several. Merging goes
 * through all of them, so every such column has to be listed where the case files are put together (a test sees to it).
 */
export interface PersonHolder {
	readonly table: string;
	/** As the database calls it. */
	readonly column: string;
	/** Records about any of these, removed ones too. */
	find(session: Session, people: readonly string[]): HeldRecord[];
	some(session: Session, ids: readonly string[]): HeldRecord[];
	/** What hangs on case files; nothing where this kind does not. */
	ofCases(session: Session, caseIds: readonly string[]): HeldRecord[];
	setPeople(session: Session, id: string, people: readonly string[]): void;
}

export interface HeldRecord {
	readonly id: string;
	readonly isRemoved: boolean;
	readonly people: readonly string[];
	readonly caseId: string | null;
}

export const personHolder = (kind: MergeKind, field: string): PersonHolder => holder(kind, field, false);
/** `field` holds several people. */
export const personListHolder = (kind: MergeKind, field: string): PersonHolder => holder(kind, field, true);

const CASE = 'caseId';

function holder(kind: MergeKind, field: string, isList: boolean): PersonHolder {
	const columns = getTableColumns(kind.table) as Record<string, SQLiteColumn>;
	const column = (name: string): SQLiteColumn => {
		const found = columns[name];
		if (!found) throw new Error(`${kindName(kind)} has no ${name}`);
		return found;
	};
	const people = column(field);
	const caseId = columns[CASE];

	function those(session: Session, condition: SQL): HeldRecord[] {
		const rows = openVaultOf(session, kind.vault)
			.reader.select({ id: column('id'), removedAt: column('removedAt'), people, caseId: caseId ?? sql<null>`NULL` })
			.from(kind.table)
			.where(condition)
			.orderBy(column('id'))
			.all() as { id: string; removedAt: number | null; people: string | string[] | null; caseId: string | null }[];
		return rows.map((row) => ({
			id: row.id,
			isRemoved: row.removedAt !== null,
			people: typeof row.people === 'string' ? [row.people] : (row.people ?? []),
			caseId: row.caseId,
		}));
	}

	const among = (one: SQLiteColumn | SQL, ids: readonly string[]): SQL =>
		sql`${one} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

	return {
		table: kindName(kind),
		column: people.name,
		find: (session, wanted) =>
			those(
				session,
				isList
					? sql`EXISTS (SELECT 1 FROM json_each(${people}) AS one WHERE ${among(sql`one.value`, wanted)})`
					: among(people, wanted),
			),
		some: (session, ids) => those(session, among(column('id'), ids)),
		ofCases: (session, caseIds) => (caseId ? those(session, among(caseId, caseIds)) : []),
		setPeople(session, id, wanted) {
			const value = isList ? [...wanted] : (wanted[0] ?? null);
			openVaultOf(session, kind.vault).store.update(kind, id, { [field]: value } as Fields, session.member);
		},
	};
}
