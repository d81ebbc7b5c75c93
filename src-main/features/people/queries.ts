import { and, asc, desc, eq, inArray, isNull, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { PersonList } from '#shared/features/people/contract.ts';
import { type Person, PersonFields, type PersonRow } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { findsFew, foundByText } from '../../records/found-by-text.ts';
import { person } from './tables.ts';

/** Reads of people. A removed person is never among them. */
type Listing = z.infer<typeof PersonList>;

// The outer table's column is written out: drizzle leaves the table's name away, and inside a subquery `id` is another's.
const CURRENT = sql`(SELECT count(*) FROM case_file WHERE case_file.person_id = person.id AND case_file.removed_at IS NULL AND case_file.status <> 'closed')`;

const rowColumns = {
	id: person.id,
	number: person.number,
	firstName: person.firstName,
	lastName: person.lastName,
	birthDate: person.birthDate,
	city: person.city,
	street: person.street,
	phone: sql<string | null>`json_extract(${person.phones}, '$[0].number')`,
	doNotCall: person.doNotCall,
	updatedAt: person.updatedAt,
	openCases: sql<number>`${CURRENT}`,
};

const SORT = {
	name: person.sortName,
	number: person.number,
	birthDate: person.birthDate,
	city: person.city,
	updatedAt: person.updatedAt,
};

const FILTER: Record<Listing['filter'], SQL | undefined> = {
	all: undefined,
	with_open_case: sql`${CURRENT} > 0`,
	without_case: sql`NOT EXISTS (SELECT 1 FROM case_file WHERE case_file.person_id = person.id AND case_file.removed_at IS NULL)`,
	not_to_be_called: eq(person.doNotCall, true),
};

export function listPeople(db: Reader, list: Listing & { offset: number; limit: number }): { rows: PersonRow[]; total: number } {
	const condition = conditionOf(db, list);
	const direction = list.sort.descending ? desc : asc;
	const by = SORT[list.sort.by];
	const order = [...(by === person.sortName ? [] : [by]), person.sortName, person.id].map((column) => direction(column));
	// The window first, from the index alone; what a row shows is only computed for the few that are shown.
	const shown = db
		.select({ id: person.id })
		.from(person)
		.where(condition)
		.orderBy(...order)
		.limit(list.limit)
		.offset(list.offset);
	const rows = db
		.select(rowColumns)
		.from(person)
		.where(inArray(person.id, shown))
		.orderBy(...order)
		.all() as PersonRow[];
	const total = db.select({ total: sql<number>`count(*)` }).from(person).where(condition).get();
	return { rows, total: total?.total ?? 0 };
}

/** The plus keeps SQLite from walking the index of all people, which it likes for the order, when only few are asked for. */
const THERE_OF_FEW = sql`+${person.removedAt} IS NULL`;

function conditionOf(db: Reader, { text, filter }: Listing): SQL | undefined {
	const isThere = findsFew(db, text) ? THERE_OF_FEW : isNull(person.removedAt);
	return and(isThere, FILTER[filter], foundByText(person.id, 'person', text));
}

export function getPerson(db: Reader, id: PersonId): Person | undefined {
	const row = db
		.select()
		.from(person)
		.where(and(eq(person.id, id), isNull(person.removedAt)))
		.get();
	if (!row) return undefined;
	const { removedAt: _removedAt, sortName: _sortName, foldedName: _foldedName, mergedInto: _mergedInto, ...stored } = row;
	return { ...stored, ...PersonFields.parse(stored), id, borrowerId: stored.borrowerId as Person['borrowerId'] };
}

/** What search ranks by, for many at once, in the order of names. `foldedName`: first and last name of today. */
export interface FoundName {
	readonly id: PersonId;
	readonly foldedName: string;
	readonly birthName: string | null;
}

export function namesOfPeople(db: Reader, ids: readonly string[]): FoundName[] {
	return db
		.select({ id: person.id, foldedName: person.foldedName, birthName: person.birthName })
		.from(person)
		.where(and(inArray(person.id, [...ids]), THERE_OF_FEW))
		.orderBy(asc(person.sortName))
		.all() as FoundName[];
}

/** In the order of names; with the birth name, for search. */
export function rowsOfPeople(db: Reader, ids: readonly string[]): (PersonRow & { birthName: string | null })[] {
	return db
		.select({ ...rowColumns, birthName: person.birthName })
		.from(person)
		.where(and(inArray(person.id, [...ids]), THERE_OF_FEW))
		.orderBy(asc(person.sortName))
		.all() as (PersonRow & { birthName: string | null })[];
}

/** Same folded name, and no birth date that says it is somebody else. */
export function peopleNamed(
	db: Reader,
	foldedName: string,
	except: PersonId | null,
): (PersonRow & { postcode: string | null })[] {
	return db
		.select({ ...rowColumns, postcode: person.postcode })
		.from(person)
		.where(and(eq(person.foldedName, foldedName), isNull(person.removedAt), except ? ne(person.id, except) : undefined))
		.limit(20)
		.all() as (PersonRow & { postcode: string | null })[];
}

export function allPeople(db: Reader): Person[] {
	return db.select().from(person).where(isNull(person.removedAt)).orderBy(asc(person.sortName)).all() as unknown as Person[];
}

/** Also true for a removed one, but not for one that became part of another. */
export function canBeRestored(db: Reader, id: PersonId): boolean {
	return (
		db
			.select({ id: person.id })
			.from(person)
			.where(and(eq(person.id, id), isNull(person.mergedInto)))
			.get() !== undefined
	);
}

export interface KeptPerson {
	readonly id: PersonId;
	readonly number: string;
	readonly name: string;
	/** ms UTC */
	readonly updatedAt: number;
	readonly removedAt: number | null;
}

/** Everybody who is stored with a record of their own (or became part of one that is gone), removed ones too, in the order of names; or one of them. */
export function keptPeople(db: Reader, id?: PersonId): KeptPerson[] {
	return db
		.select({
			id: person.id,
			number: person.number,
			name: sql<string>`trim(coalesce(${person.lastName}, '') || CASE WHEN ${person.lastName} IS NOT NULL AND ${person.firstName} IS NOT NULL THEN ', ' ELSE '' END || coalesce(${person.firstName}, ''))`,
			updatedAt: person.updatedAt,
			removedAt: person.removedAt,
		})
		.from(person)
		.where(
			and(
				or(isNull(person.mergedInto), sql`NOT EXISTS (SELECT 1 FROM person AS root WHERE root.id = person.merged_into)`),
				id && eq(person.id, id),
			),
		)
		.orderBy(asc(person.sortName))
		.all() as KeptPerson[];
}

/** Is somebody else who is stored called the same? */
export function hasNamesake(db: Reader, ids: readonly string[]): boolean {
	const own = db
		.select({ foldedName: person.foldedName })
		.from(person)
		.where(inArray(person.id, [...ids]))
		.all()
		.map(({ foldedName }) => foldedName);
	return (
		db
			.select({ id: person.id })
			.from(person)
			.where(and(inArray(person.foldedName, own), notInArray(person.id, [...ids])))
			.limit(1)
			.get() !== undefined
	);
}
