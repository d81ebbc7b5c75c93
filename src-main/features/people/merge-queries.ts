import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { FormerPerson } from '#shared/features/people/model.ts';
import { nameOf } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { person, personDistinct, personMerge, personMoved } from './tables.ts';

/** Reads of merged people: of those out of sight, too. */

export interface Pointer {
	readonly id: PersonId;
	readonly mergedInto: PersonId;
	readonly isRemoved: boolean;
	readonly number: string;
	readonly name: string;
}

/** Settling asks at every sign-in and after every pull: written so that SQLite takes the index, and not all people. */
const IS_MERGED = sql`${person.mergedInto} > ''`;
const IS_NOT_MERGED = sql`+${person.mergedInto} IS NULL`;

export function pointers(db: Reader): Pointer[] {
	const { id, mergedInto, removedAt, number, firstName, lastName } = person;
	return db
		.select({ id, mergedInto, removedAt, number, firstName, lastName })
		.from(person)
		.where(IS_MERGED)
		.orderBy(asc(number), asc(id))
		.all()
		.map((row) => ({
			id: row.id as PersonId,
			mergedInto: row.mergedInto as PersonId,
			isRemoved: row.removedAt !== null,
			number: row.number,
			name: nameOf(row),
		}));
}

/** Which of these are known here at all: records of different devices overtake each other. */
export function knownPeople(db: Reader, ids: readonly string[]): Set<string> {
	const rows = db.select({ id: person.id }).from(person).where(among(person.id, ids)).all();
	return new Set(rows.map(({ id }) => id));
}

/** Without those who became part of somebody else. */
export const removedPeople = (db: Reader): PersonId[] =>
	db
		.select({ id: person.id })
		.from(person)
		.where(and(gt(person.removedAt, 0), IS_NOT_MERGED))
		.all()
		.map(({ id }) => id as PersonId);

/** Only whoever somebody was merged into ever had former records: the others, all thousands of them, are not read. */
export const formerOf = (db: Reader): Map<string, FormerPerson[]> =>
	new Map(
		db
			.select({ id: person.id, formerly: person.formerly })
			.from(person)
			.where(and(sql`${person.formerly} <> '[]'`, inArray(person.id, db.select({ id: personMerge.keepId }).from(personMerge))))
			.all()
			.map(({ id, formerly }) => [id, formerly]),
	);

export type StoredMerge = typeof personMerge.$inferSelect;

/** Latest first. */
export const merges = (db: Reader, isRemoved = false): StoredMerge[] =>
	db
		.select()
		.from(personMerge)
		.where(isRemoved ? isNotNull(personMerge.removedAt) : isNull(personMerge.removedAt))
		.orderBy(desc(personMerge.createdAt), desc(personMerge.id))
		.all();

export type StoredMoved = typeof personMoved.$inferSelect;

/** Without what has gone back. */
export const allMoved = (db: Reader): StoredMoved[] =>
	db
		.select()
		.from(personMoved)
		.where(sql`${personMoved.place} ->> 'at' <> ${personMoved.originId}`)
		.orderBy(asc(personMoved.id))
		.all();

export const distinctPairs = (db: Reader): { oneId: string; otherId: string }[] =>
	db
		.select({ oneId: personDistinct.oneId, otherId: personDistinct.otherId })
		.from(personDistinct)
		.where(isNull(personDistinct.removedAt))
		.all();

/** People of one name, name after name; those whose name nobody else has are left out. */
export function namesakes(db: Reader): { id: PersonId; foldedName: string; birthDate: string | null }[] {
	const twice = db
		.select({ name: person.foldedName })
		.from(person)
		.where(and(isNull(person.removedAt), ne(person.foldedName, '')))
		.groupBy(person.foldedName)
		.having(sql`count(*) > 1`);
	return db
		.select({ id: person.id, foldedName: person.foldedName, birthDate: person.birthDate })
		.from(person)
		.where(and(isNull(person.removedAt), inArray(person.foldedName, twice)))
		.orderBy(asc(person.sortName), asc(person.id))
		.all() as { id: PersonId; foldedName: string; birthDate: string | null }[];
}

/** Also of somebody out of sight. */
export const storedPerson = (db: Reader, id: string): typeof person.$inferSelect | undefined =>
	db.select().from(person).where(eq(person.id, id)).get();

export function borrowerOf(db: Reader, id: PersonId): string | null | undefined {
	return db
		.select({ borrowerId: person.borrowerId })
		.from(person)
		.where(and(eq(person.id, id), isNull(person.removedAt)))
		.get()?.borrowerId;
}

const among = (column: typeof person.id, ids: readonly string[]): SQL =>
	sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
