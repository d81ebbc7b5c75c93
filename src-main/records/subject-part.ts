import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Fields as SubjectFields, SubjectRecord, SubjectSection } from '#shared/features/subject-access/model.ts';
import type { Reader } from '../database/handles.ts';
import type { SqliteFile } from '../database/open.ts';
import { historyOf } from './history.ts';
import { type AnyKind, kindName } from './kind.ts';
import { isSame } from './merge.ts';

/**
 * Which records of a kind are about a person, said by the feature that keeps them: what a person is told of them on
 * request (Art. 15 DSGVO). A table without a part has to be named as being about nobody (a test sees to it).
 */
export interface SubjectPart {
	readonly section: SubjectSection;
	readonly kind: AnyKind;
	/** Fields that name what a record is about, and the table that it lies in; one of them is enough. */
	readonly about?: readonly { readonly field: string; readonly table: string }[];
	/** All of `about` have to be the person's: of two people, it tells about both. */
	readonly isAboutAll?: boolean;
	/** Where only a name says whose it is; beside `about`, one of the two is enough. */
	readonly isNamed?: (fields: SubjectFields, names: readonly string[]) => boolean;
	/** Fields that name people: whoever else is among them is left out. */
	readonly people?: readonly string[];
	/** What the ids in a field are called, without numbers of lists: `recipient.partnerId`. */
	readonly names?: Readonly<Record<string, SubjectName>>;
	/** Fields that tell nothing about anybody or are sealed, and why. */
	readonly without?: Readonly<Record<string, 'sealed' | 'key' | 'technical'>>;
}

export type SubjectName = 'member' | 'business' | 'room' | 'programme' | 'partner' | 'item' | 'offer';

/** Ids of what is about the person, by table: it grows as parts find more. */
export type SubjectScope = Map<string, Set<string>>;

/** The id itself, where the record is what it is about. */
const ID = 'id';

type Row = Record<string, unknown>;

export function readPart(
	{ file, reader }: { readonly file: SqliteFile; readonly reader: Reader },
	part: SubjectPart,
	scope: SubjectScope,
	deps: { nameOf(id: string): string; names: readonly string[] },
): SubjectRecord[] {
	const { kind } = part;
	const columns = getTableColumns(kind.table) as Record<string, SQLiteColumn>;
	const fieldNames = Object.keys(kind.fields.shape).filter((field) => !(field in (part.without ?? {})));
	const only = (row: Row): SubjectFields =>
		Object.fromEntries(
			fieldNames.flatMap((field) => (field in row ? [[field, ofScope(part, scope, field, row[field])]] : [])),
		) as SubjectFields;
	const rows = (
		reader
			.select()
			.from(kind.table)
			.where(conditionOf(part, columns, scope))
			.orderBy(sql`${columns[ID]}`)
			.all() as Row[]
	).filter((row) => !part.isNamed || part.isNamed(row as SubjectFields, deps.names) || isAbout(part, row, scope));
	return rows.map((row) => {
		const fields = only(row);
		const id = String(row.id);
		return {
			table: kindName(kind),
			id,
			fileNumber: null,
			createdAt: Number(row.createdAt ?? row.at),
			removedAt: (row.removedAt ?? null) as number | null,
			by: typeof row.member === 'string' ? deps.nameOf(row.member) : null,
			device: typeof row.device === 'string' ? deps.nameOf(row.device) : null,
			fields,
			history: kind.merging
				? historyOf(file, kind, id).flatMap((step) => {
						const changed = Object.fromEntries(step.fields.map(({ field, after }) => [field, after]));
						const then = only(changed);
						const names = Object.keys(then);
						if (names.length === 0) return [];
						return {
							at: step.at,
							by: deps.nameOf(step.member),
							device: deps.nameOf(step.device),
							fields: Object.fromEntries(names.flatMap((name) => (isSame(then[name], fields[name]) ? [] : [[name, then[name]]]))),
							current: names.filter((name) => isSame(then[name], fields[name])),
						} as SubjectRecord['history'][number];
					})
				: [],
		};
	});
}

/** Which records of a part are about the person, without what they say; `others`: people that they name besides. */
export function idsOfPart(
	{ reader }: { readonly reader: Reader },
	part: SubjectPart,
	scope: SubjectScope,
	names: readonly string[],
): { id: string; others: string[]; isOnlyNamed: boolean }[] {
	const columns = getTableColumns(part.kind.table) as Record<string, SQLiteColumn>;
	const lists = (part.people ?? []).filter((field) => columns[field]?.dataType === 'json');
	// What tells about both of two people goes with either of them.
	const rows = reader
		.select()
		.from(part.kind.table)
		.where(conditionOf({ ...part, isAboutAll: false }, columns, scope))
		.orderBy(sql`${columns[ID]}`)
		.all() as Row[];
	return rows
		.filter((row) => !part.isNamed || isAbout(part, row, scope) || part.isNamed(row as SubjectFields, names))
		.map((row) => ({
			id: String(row.id),
			isOnlyNamed: part.isNamed !== undefined && !isAbout(part, row, scope),
			others: lists.flatMap((field) => row[field] as string[]).filter((id) => scope.get('person')?.has(id) !== true),
		}));
}

function conditionOf(
	{ about = [], isAboutAll, isNamed }: SubjectPart,
	columns: Record<string, SQLiteColumn>,
	scope: SubjectScope,
): SQL {
	if (isNamed) return sql`1 = 1`;
	const found = about.map(({ field, table }) => {
		const column = columns[field];
		if (!column) throw new Error(`no ${field}`);
		const ids = sql`(SELECT value FROM json_each(${JSON.stringify([...(scope.get(table) ?? [])])}))`;
		return column.dataType === 'json'
			? sql`EXISTS (SELECT 1 FROM json_each(${column}) AS one WHERE one.value IN ${ids})`
			: sql`${column} IN ${ids}`;
	});
	return sql`(${sql.join(found, isAboutAll ? sql` AND ` : sql` OR `)})`;
}

const isAbout = ({ about = [] }: SubjectPart, row: Row, scope: SubjectScope): boolean =>
	about.some(({ field, table }) => scope.get(table)?.has(String(row[field])) === true);

/** Of several people, only the one it is about; the others are not the person's to know. */
function ofScope({ people = [] }: SubjectPart, scope: SubjectScope, field: string, value: unknown): unknown {
	if (!people.includes(field)) return value;
	const isPerson = (id: unknown) => scope.get('person')?.has(String(id)) === true;
	if (Array.isArray(value)) return value.filter(isPerson);
	return isPerson(value) ? value : null;
}
