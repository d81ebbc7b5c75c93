import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { type ClosingFields, type ClosingState, standing } from '#shared/features/cases/closing.ts';
import type { CaseStatus } from '#shared/features/cases/model.ts';
import type { CaseId, ClosingId, FunderProgrammeId, MemberId, ReopeningId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Reader } from '../../database/handles.ts';
import { caseClosing, caseFile, caseReopening, contact, todo } from './tables.ts';

/** Reads of closings and reopenings. Names of members are the service's business. */

export interface StoredClosing extends ClosingFields {
	readonly id: ClosingId;
	readonly at: number;
	readonly member: MemberId;
	readonly state: ClosingState;
}

export interface StoredReopening {
	readonly id: ReopeningId;
	readonly at: number;
	readonly member: MemberId;
	readonly reopenedOn: LocalDate;
	readonly reason: string;
	readonly closingIds: ClosingId[];
}

/** The newest first. */
export const closingsOf = (db: Reader, caseId: CaseId): StoredClosing[] =>
	db
		.select()
		.from(caseClosing)
		.where(eq(caseClosing.caseId, caseId))
		.orderBy(desc(caseClosing.at), desc(caseClosing.id))
		.all() as unknown as StoredClosing[];

/** The oldest first. */
export const reopeningsOf = (db: Reader, caseId: CaseId): StoredReopening[] =>
	db
		.select()
		.from(caseReopening)
		.where(eq(caseReopening.caseId, caseId))
		.orderBy(asc(caseReopening.at), asc(caseReopening.id))
		.all() as unknown as StoredReopening[];

/** When each file was last reopened, of all that were. */
export const lastReopenings = (db: Reader): ReadonlyMap<CaseId, number> =>
	new Map(
		db
			.select({ caseId: caseReopening.caseId, at: sql<number>`max(${caseReopening.at})` })
			.from(caseReopening)
			.groupBy(caseReopening.caseId)
			.all()
			.map(({ caseId, at }) => [caseId as CaseId, at]),
	);

/** Files whose status is not what their closings and reopenings say. */
export function unsettledFiles(db: Reader): { id: CaseId; status: CaseStatus }[] {
	const closings = db.select({ id: caseClosing.id, caseId: caseClosing.caseId }).from(caseClosing).all();
	const reopenings = db.select({ closingIds: caseReopening.closingIds }).from(caseReopening).all();
	const closed = new Set(standing(closings, reopenings).map(({ caseId }) => caseId));
	// Of the others nothing is known: they were taken over as they are.
	const known = inArray(caseFile.id, db.select({ id: caseClosing.caseId }).from(caseClosing));
	const files = db
		.select({ id: caseFile.id, status: caseFile.status })
		.from(caseFile)
		.where(and(known, isNull(caseFile.removedAt)))
		.all();
	return files
		.filter(({ id, status }) => (status === 'closed') !== closed.has(id))
		.map(({ id }) => ({ id: id as CaseId, status: closed.has(id) ? ('closed' as const) : ('reopened' as const) }));
}

export interface CaseFigures extends Pick<ClosingState, 'contacts' | 'minutes' | 'openTodos'> {}

export function figuresOf(db: Reader, caseId: CaseId): CaseFigures {
	const there = and(eq(contact.caseId, caseId), isNull(contact.removedAt));
	const contacts = db
		.select({ count: count(), minutes: sql<number>`coalesce(sum(${contact.duration}), 0)` })
		.from(contact)
		.where(there)
		.get();
	const open = and(eq(todo.caseId, caseId), isNull(todo.removedAt), isNull(todo.doneAt));
	const todos = db.select({ count: count() }).from(todo).where(open).get();
	return { contacts: contacts?.count ?? 0, minutes: contacts?.minutes ?? 0, openTodos: todos?.count ?? 0 };
}

/** Notes and to-dos of a case that were written after this moment. */
export function writtenSince(db: Reader, caseId: CaseId, at: number): { contacts: number; todos: number } {
	const contacts = db
		.select({ count: count() })
		.from(contact)
		.where(and(eq(contact.caseId, caseId), gt(contact.updatedAt, at)))
		.get();
	const todos = db
		.select({ count: count() })
		.from(todo)
		.where(and(eq(todo.caseId, caseId), gt(todo.updatedAt, at)))
		.get();
	return { contacts: contacts?.count ?? 0, todos: todos?.count ?? 0 };
}

export interface KeptFile {
	readonly personId: string;
	readonly programmeId: FunderProgrammeId | null;
	readonly isOpen: boolean;
	/** Null where nobody said so: taken over as closed. */
	readonly closedOn: LocalDate | null;
	/** ms UTC */
	readonly updatedAt: number;
}

/** What the time is counted from for which files are kept; of all people, or of these. */
export function keptFiles(db: Reader, people?: readonly string[]): KeptFile[] {
	const rows = db
		.select({
			personId: caseFile.personId,
			programmeId: caseFile.programmeId,
			status: caseFile.status,
			updatedAt: caseFile.updatedAt,
			closedOn: sql<LocalDate | null>`(SELECT max(closed_on) FROM case_closing WHERE case_closing.case_id = case_file.id)`,
		})
		.from(caseFile)
		.where(and(isNotNull(caseFile.personId), isNull(caseFile.removedAt), people && inArray(caseFile.personId, [...people])))
		.all();
	return rows.map(({ status, ...row }) => ({ ...row, isOpen: status !== 'closed' }) as KeptFile);
}
