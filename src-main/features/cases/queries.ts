import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import type { CaseList } from '#shared/features/cases/contract.ts';
import type { CaseAccess, CaseFile, Contact, Todo } from '#shared/features/cases/model.ts';
import type {
	BusinessId,
	CaseId,
	ContactId,
	DeviceId,
	FunderProgrammeId,
	MemberId,
	PersonId,
	TodoId,
} from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { foundByText } from '../../records/found-by-text.ts';
import { caseAccess, caseFile, contact, todo } from './tables.ts';

/** Reads of case files, contact notes, to-dos and accesses. Names of members are the service's business. */
type Listing = z.infer<typeof CaseList>;

// Columns of the outer table are written out: drizzle leaves the table's name away, and inside a subquery `id` is another's.
const PERSON_NAME = sql<string>`(SELECT trim(coalesce(person.last_name, '') || CASE WHEN person.last_name IS NOT NULL AND person.first_name IS NOT NULL THEN ', ' ELSE '' END || coalesce(person.first_name, '')) FROM person WHERE person.id = case_file.person_id)`;
const CLIENT_NAME = sql<string>`coalesce(${PERSON_NAME}, (SELECT business.name FROM business WHERE business.id = case_file.business_id), '')`;
const CLIENT_SORT = sql`coalesce((SELECT person.sort_name FROM person WHERE person.id = case_file.person_id),
	(SELECT business.sort_name FROM business WHERE business.id = case_file.business_id))`;
/** About one of them: should another device have sent both, it is the person. */
const BUSINESS_ID = sql<BusinessId | null>`CASE WHEN case_file.person_id IS NULL THEN case_file.business_id END`;
const LAST_CONTACT = sql<
	number | null
>`(SELECT max(contact.at) FROM contact WHERE contact.case_id = case_file.id AND contact.removed_at IS NULL)`;
const MINUTES = sql<number>`(SELECT coalesce(sum(contact.duration), 0) FROM contact WHERE contact.case_id = case_file.id AND contact.removed_at IS NULL)`;

const rowColumns = {
	id: caseFile.id,
	number: caseFile.number,
	personId: caseFile.personId,
	businessId: BUSINESS_ID,
	clientName: CLIENT_NAME,
	concern: caseFile.concern,
	programmeId: caseFile.programmeId,
	status: caseFile.status,
	ownerId: caseFile.ownerId,
	deputyIds: caseFile.deputyIds,
	openedOn: caseFile.openedOn,
	lastContactAt: LAST_CONTACT,
	contactMinutes: MINUTES,
};
export interface StoredCaseRow {
	id: CaseId;
	number: string;
	personId: PersonId | null;
	businessId: BusinessId | null;
	clientName: string;
	concern: string | null;
	programmeId: FunderProgrammeId | null;
	status: CaseFile['status'];
	ownerId: MemberId;
	deputyIds: MemberId[];
	openedOn: CaseFile['openedOn'];
	lastContactAt: number | null;
	contactMinutes: number;
}

const STATUS: Record<Listing['status'], SQL | undefined> = {
	all: undefined,
	closed: eq(caseFile.status, 'closed'),
	current: ne(caseFile.status, 'closed'),
};

function sortColumn(by: Listing['sort']['by']): SQL {
	const columns = {
		client: CLIENT_SORT,
		number: sql`${caseFile.number}`,
		openedOn: sql`${caseFile.openedOn}`,
		lastContact: LAST_CONTACT,
		owner: sql`${caseFile.ownerId}`,
	};
	return columns[by];
}

const isDeputy = (member: MemberId): SQL =>
	sql`EXISTS (SELECT 1 FROM json_each(${caseFile.deputyIds}) AS deputy WHERE deputy.value = ${member})`;

/** What a listing asks for and only others know. */
export interface Found {
	/** Those that the text names. */
	readonly programmes: readonly FunderProgrammeId[];
	readonly businesses: readonly BusinessId[];
	/** Files that are in the stage asked for; null: none is asked for. */
	readonly inStage: readonly CaseId[] | null;
}

/** The text finds the case itself, its person or business, or its programme. */
function conditionOf({ text, status, ownerId, orDeputy }: Listing, { programmes, businesses, inStage }: Found): SQL | undefined {
	const itself = foundByText(caseFile.id, 'case_file', text);
	const person = foundByText(caseFile.personId, 'person', text);
	return and(
		isNull(caseFile.removedAt),
		STATUS[status],
		// One parameter, however many they are.
		inStage ? sql`${caseFile.id} IN (SELECT value FROM json_each(${JSON.stringify(inStage)}))` : undefined,
		ownerId ? or(eq(caseFile.ownerId, ownerId), orDeputy ? isDeputy(ownerId) : undefined) : undefined,
		itself &&
			person &&
			or(...[itself, person, inArray(caseFile.programmeId, [...programmes])], inArray(caseFile.businessId, [...businesses])),
	);
}

export function listCases(
	db: Reader,
	list: Listing & { offset: number; limit: number },
	found: Found,
): { rows: StoredCaseRow[]; total: number } {
	const direction = list.sort.descending ? desc : asc;
	const condition = conditionOf(list, found);
	const order = [direction(sortColumn(list.sort.by)), asc(caseFile.id)];
	// The window first: what a row shows is only worked out for the few that are shown.
	const shown = db
		.select({ id: caseFile.id })
		.from(caseFile)
		.where(condition)
		.orderBy(...order)
		.limit(list.limit)
		.offset(list.offset);
	const rows = db
		.select(rowColumns)
		.from(caseFile)
		.where(inArray(caseFile.id, shown))
		.orderBy(...order)
		.all() as StoredCaseRow[];
	const total = db.select({ total: sql<number>`count(*)` }).from(caseFile).where(condition).get();
	return { rows, total: total?.total ?? 0 };
}

export function casesOfPeople(db: Reader, personIds: readonly string[]): StoredCaseRow[] {
	return db
		.select(rowColumns)
		.from(caseFile)
		.where(and(inArray(caseFile.personId, [...personIds]), isNull(caseFile.removedAt)))
		.orderBy(desc(caseFile.openedOn), asc(caseFile.id))
		.all() as StoredCaseRow[];
}

export function casesOfBusinesses(db: Reader, businessIds: readonly string[]): StoredCaseRow[] {
	return db
		.select(rowColumns)
		.from(caseFile)
		.where(and(inArray(caseFile.businessId, [...businessIds]), isNull(caseFile.personId), isNull(caseFile.removedAt)))
		.orderBy(desc(caseFile.openedOn), asc(caseFile.id))
		.all() as StoredCaseRow[];
}

/** Those of people that belong to a programme, in the order they were opened. `closedAt`: a closed file takes no change after its closing. */
export function casesInProgrammes(
	db: Reader,
	of: { readonly ownerId: MemberId } | { readonly personIds: readonly PersonId[] },
): (Pick<StoredCaseRow, 'id' | 'contactMinutes'> & {
	personId: PersonId;
	personName: string;
	programmeId: FunderProgrammeId;
	closedOn: LocalDate | null;
})[] {
	const { id, personId, programmeId, contactMinutes } = rowColumns;
	const closedOn = sql<LocalDate | null>`CASE WHEN case_file.status = 'closed' THEN (
		SELECT closed_on FROM case_closing WHERE case_closing.case_id = case_file.id ORDER BY at DESC, id DESC LIMIT 1
	) END`;
	const whose = 'ownerId' in of ? eq(caseFile.ownerId, of.ownerId) : inArray(caseFile.personId, [...of.personIds]);
	return db
		.select({ id, personId, personName: PERSON_NAME, programmeId, contactMinutes, closedOn })
		.from(caseFile)
		.where(and(whose, isNotNull(caseFile.personId), isNotNull(caseFile.programmeId), isNull(caseFile.removedAt)))
		.orderBy(asc(caseFile.openedOn), asc(caseFile.id))
		.all() as ReturnType<typeof casesInProgrammes>;
}

export function caseRows(db: Reader, ids: readonly string[]): StoredCaseRow[] {
	return db
		.select(rowColumns)
		.from(caseFile)
		.where(and(inArray(caseFile.id, [...ids]), isNull(caseFile.removedAt)))
		.all() as StoredCaseRow[];
}

export function allStatuses(db: Reader): { id: CaseId; status: CaseFile['status'] }[] {
	const rows = db.select({ id: caseFile.id, status: caseFile.status }).from(caseFile).where(isNull(caseFile.removedAt)).all();
	return rows as { id: CaseId; status: CaseFile['status'] }[];
}

export const lastContacts = (db: Reader, ids: readonly CaseId[]): ReadonlyMap<CaseId, number> =>
	new Map(
		db
			.select({ caseId: contact.caseId, at: sql<number>`max(${contact.at})` })
			.from(contact)
			.where(and(sql`${contact.caseId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`, isNull(contact.removedAt)))
			.groupBy(contact.caseId)
			.all()
			.map(({ caseId, at }) => [caseId as CaseId, at]),
	);

/** Differs whenever something was written into the vault since. */
export const writesOf = (db: Reader): number | undefined =>
	db.select({ count: sql<number>`total_changes()` }).from(caseFile).limit(1).get()?.count;

export interface StoredCase {
	readonly caseFile: CaseFile;
	readonly clientName: string;
	readonly contactMinutes: number;
	readonly lastContactAt: number | null;
}

export function getCase(db: Reader, id: CaseId): StoredCase | undefined {
	const row = db
		.select({ caseFile, businessId: BUSINESS_ID, clientName: CLIENT_NAME, contactMinutes: MINUTES, lastContactAt: LAST_CONTACT })
		.from(caseFile)
		.where(and(eq(caseFile.id, id), isNull(caseFile.removedAt)))
		.get();
	if (!row) return undefined;
	const { removedAt: _removedAt, numberValue: _numberValue, ...stored } = row.caseFile;
	const { businessId, clientName, contactMinutes, lastContactAt } = row;
	return { caseFile: { ...stored, businessId } as CaseFile, clientName, contactMinutes, lastContactAt };
}

export type StoredContact = Omit<Contact, 'authorName' | 'privateNote' | 'privateNoteState'> & {
	sealedNote: string | null;
	caseId: CaseId;
};

const contactColumns = {
	id: contact.id,
	caseId: contact.caseId,
	authorId: contact.authorId,
	at: contact.at,
	duration: contact.duration,
	kind: contact.kind,
	topics: contact.topics,
	text: contact.text,
	nextStep: contact.nextStep,
	nextStepDue: contact.nextStepDue,
	updatedAt: contact.updatedAt,
	sealedNote: contact.privateNote,
};

export function contactsOf(db: Reader, caseId: CaseId): StoredContact[] {
	return db
		.select(contactColumns)
		.from(contact)
		.where(and(eq(contact.caseId, caseId), isNull(contact.removedAt)))
		.orderBy(desc(contact.at), desc(contact.id))
		.all() as StoredContact[];
}

export function getContact(db: Reader, id: ContactId): StoredContact | undefined {
	return db.select(contactColumns).from(contact).where(eq(contact.id, id)).get() as StoredContact | undefined;
}

/** What somebody is responsible for and has written for themselves alone. */
export function countWorkOf(db: Reader, member: MemberId): { ownedCases: number; privateNotes: number } {
	const owned = and(eq(caseFile.ownerId, member), isNull(caseFile.removedAt), ne(caseFile.status, 'closed'));
	const noted = and(eq(contact.authorId, member), isNull(contact.removedAt), isNotNull(contact.privateNote));
	const [cases] = db.select({ count: count() }).from(caseFile).where(owned).all();
	const [notes] = db.select({ count: count() }).from(contact).where(noted).all();
	return { ownedCases: cases?.count ?? 0, privateNotes: notes?.count ?? 0 };
}

const statusOf = (caseId: SQLiteColumn): SQL => sql`(SELECT case_file.status FROM case_file WHERE case_file.id = ${caseId})`;

export type StoredTodo = Omit<Todo, 'ownerName'>;

export function listTodos(
	db: Reader,
	{ ownerId, caseId, includeDone }: { ownerId: MemberId | null; caseId: CaseId | null; includeDone: boolean },
): StoredTodo[] {
	return db
		.select({
			id: todo.id,
			subject: todo.subject,
			due: todo.due,
			ownerId: todo.ownerId,
			caseId: todo.caseId,
			doneAt: todo.doneAt,
			clientName: sql<string | null>`(SELECT ${CLIENT_NAME} FROM case_file WHERE case_file.id = todo.case_id)`,
		})
		.from(todo)
		.where(
			and(
				isNull(todo.removedAt),
				ownerId ? eq(todo.ownerId, ownerId) : undefined,
				// What is left undone in a closed file is seen there, and bothers nobody's day.
				caseId ? eq(todo.caseId, caseId) : sql`coalesce(${statusOf(todo.caseId)}, 'open') <> 'closed'`,
				includeDone ? undefined : isNull(todo.doneAt),
			),
		)
		.orderBy(sql`${todo.doneAt} IS NOT NULL`, sql`${todo.due} IS NULL`, asc(todo.due), asc(todo.createdAt))
		.all() as StoredTodo[];
}

/** A removed one too. */
export function getTodo(db: Reader, id: TodoId): { ownerId: MemberId; caseId: CaseId | null } | undefined {
	const row = db.select({ ownerId: todo.ownerId, caseId: todo.caseId }).from(todo).where(eq(todo.id, id)).get();
	return row as { ownerId: MemberId; caseId: CaseId | null } | undefined;
}

export function accessesOf(
	db: Reader,
	caseId: CaseId,
): (Omit<CaseAccess, 'memberName' | 'deviceName'> & { member: string; device: string })[] {
	const { at, what, form, blackened, member, device } = caseAccess;
	return db
		.select({ at, what, form, blackened, member, device })
		.from(caseAccess)
		.where(eq(caseAccess.caseId, caseId))
		.orderBy(desc(caseAccess.at))
		.limit(500)
		.all();
}

/** When this member last opened this file on this device, ms UTC. */
export function lastAccess(db: Reader, caseId: CaseId, member: MemberId, device: DeviceId): number | null {
	const row = db
		.select({ at: sql<number | null>`max(${caseAccess.at})` })
		.from(caseAccess)
		.where(
			and(
				eq(caseAccess.caseId, caseId),
				eq(caseAccess.what, 'read'),
				eq(caseAccess.member, member),
				eq(caseAccess.device, device),
			),
		)
		.get();
	return row?.at ?? null;
}
