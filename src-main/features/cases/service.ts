import type { z } from 'zod';
import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { CaseList } from '#shared/features/cases/contract.ts';
import type {
	CaseAccessKind,
	CaseFields,
	CaseFile,
	CaseRow,
	CaseStatus,
	Contact,
	ContactFields,
	Todo,
	TodoFields,
} from '#shared/features/cases/model.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { CaseId, ContactId, FunderProgrammeId, MemberId, PersonId, TodoId } from '#shared/kernel/ids.ts';
import { formatLocalDate, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { nextNumber, settleDoubledNumbers } from '../../records/numbering.ts';
import type { OpenVault } from '../../vaults/open-vault.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { readNote, sealNote } from './private-note.ts';
import {
	accessesOf,
	caseRows,
	casesInProgrammes,
	casesOfPeople,
	contactsOf,
	countWorkOf,
	getCase,
	getContact,
	lastAccess,
	listCases,
	listTodos,
	type StoredCaseRow,
	todoExists,
} from './queries.ts';
import { caseAccessKind, caseKind, contactKind, todoKind } from './records.ts';

/** Decisions about case files: numbers, who may change a note, what the access log keeps. */
export interface CaseService {
	list(session: Session, list: z.infer<typeof CaseList> & { offset: number; limit: number }): { rows: CaseRow[]; total: number };
	/** Leaves an entry in the access log of each file in the list. */
	/** Open case files and private notes of a member; null where the case files are not open. */
	workOf(session: Session, member: MemberId): { ownedCases: number; privateNotes: number } | null;
	exportCsv(session: Session, list: z.infer<typeof CaseList>): string;
	/** Leaves an entry in the file's access log. */
	open(
		session: Session,
		id: CaseId,
	): { caseFile: CaseFile; personName: string; ownerName: string; contactMinutes: number } | undefined;
	/** For what hangs on a file: whether it may change, and whose it is. Leaves no entry in its access log. */
	writable(session: Session, id: CaseId): Result<CaseFile, 'not_found' | 'closed'>;
	/** Undefined when there is no such file. Leaves no entry in its access log. */
	find(session: Session, id: CaseId): CaseFile | undefined;
	ofPeople(session: Session, personIds: readonly string[]): CaseRow[];
	rows(session: Session, ids: readonly string[]): CaseRow[];
	/** Those of a member or of people that belong to a programme, the newest last. */
	inProgrammes(session: Session, of: Parameters<typeof casesInProgrammes>[1]): CaseInProgramme[];
	/** Undefined when there is no such person. */
	create(session: Session, personId: PersonId, fields: CaseFields): CaseId | undefined;
	/** A closed file takes no change but of its status. */
	update(session: Session, id: CaseId, changes: Changes<CaseFields>): Result<void, CaseRefusal>;
	setStatus(session: Session, id: CaseId, status: CaseStatus): Result<void, CaseRefusal>;
	/** Leaves an entry in the file's access log. False when there is no such file. */
	notePrint(session: Session, id: CaseId): boolean;
	accesses(session: Session, id: CaseId): { at: number; what: CaseAccessKind; memberName: string; deviceName: string }[];

	contacts(session: Session, caseId: CaseId): Contact[];
	addContact(session: Session, caseId: CaseId, fields: ContactFields, privateNote: string | null): Result<ContactId, CaseRefusal>;
	/** `base`: what a changed text was made from. */
	updateContact(
		session: Session,
		id: ContactId,
		changes: Changes<ContactFields>,
		privateNote: string | null | undefined,
		base?: { text: string },
	): Result<void, CaseRefusal>;
	removeContact(session: Session, id: ContactId): Result<void, CaseRefusal>;
	restoreContact(session: Session, id: ContactId): Result<void, CaseRefusal>;

	todos(session: Session, filter: { ownerId: MemberId | null; caseId: CaseId | null; includeDone: boolean }): Todo[];
	addTodo(session: Session, fields: z.infer<typeof TodoFields>): TodoId;
	updateTodo(session: Session, id: TodoId, changes: Changes<z.infer<typeof TodoFields> & { doneAt: number | null }>): boolean;
	removeTodo(session: Session, id: TodoId): boolean;
	settleNumbers(session: Session): void;
}

export type CaseInProgramme = Omit<ReturnType<typeof casesInProgrammes>[number], 'closedAt'> & {
	readonly closedOn: LocalDate | null;
};

export type CaseRefusal = 'not_found' | 'closed' | 'not_author';

export interface CaseDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	personExists(session: Session, id: PersonId): boolean;
	/** Of all programmes that cases may belong to, also of removed ones. */
	programmeNames(session: Session): ReadonlyMap<FunderProgrammeId, string>;
	/** Of a member or device. */
	nameOf(session: Session, id: string): string;
	/** Tells the administrators' access log, which never hears of which file. */
	note(session: Session, kind: AccessKind, details?: { count: number }): void;
}

/** Coming back to a file within this time is one access, not many. */
const SAME_ACCESS_MS = 15 * 60 * 1000;

export function createCaseService({ ids, clock, personExists, programmeNames, nameOf, note }: CaseDeps): CaseService {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	/** With the names that other vaults know. */
	function named(session: Session, rows: readonly StoredCaseRow[]): CaseRow[] {
		const programmes = programmeNames(session);
		return rows.map(({ programmeId, ...row }) => ({
			...row,
			programme: programmeId === null ? null : (programmes.get(programmeId) ?? null),
			ownerName: nameOf(session, row.ownerId),
		}));
	}

	function list(session: Session, listing: Parameters<CaseService['list']>[1]) {
		const typed = foldedWords(listing.text);
		const called = [...programmeNames(session)].filter(([, name]) => {
			const words = foldedWords(name);
			return typed.length > 0 && typed.every((word) => words.some((one) => one.startsWith(word)));
		});
		const programmes = called.map(([id]) => id);
		const { rows, total } = listCases(vaultOf(session).reader, listing, programmes);
		return { rows: named(session, rows), total };
	}

	function addAccess(session: Session, id: CaseId, what: CaseAccessKind): void {
		vaultOf(session).store.append(caseAccessKind, ids.next(), { caseId: id, what }, session.member);
	}

	function writable(session: Session, id: CaseId): Result<CaseFile, 'not_found' | 'closed'> {
		const caseFile = getCase(vaultOf(session).reader, id)?.caseFile;
		if (!caseFile) return err('not_found');
		return caseFile.status === 'closed' ? err('closed') : ok(caseFile);
	}

	/** What may only be done to a file that is not closed. */
	function ifOpen<T>(session: Session, id: CaseId, write: (vault: OpenVault) => T): Result<T, CaseRefusal> {
		const found = writable(session, id);
		return found.ok ? ok(write(vaultOf(session))) : found;
	}

	function ifContactOpen(session: Session, id: ContactId, write: (vault: OpenVault) => void): Result<void, CaseRefusal> {
		const found = getContact(vaultOf(session).reader, id);
		return found ? ifOpen(session, found.caseId, write) : err('not_found');
	}

	return {
		list,
		workOf(session, member) {
			const vault = session.vault('counselling');
			return vault ? countWorkOf(vault.reader, member) : null;
		},
		exportCsv(session, listing) {
			const { rows } = list(session, { ...listing, offset: 0, limit: 1_000_000 });
			note(session, 'list_exported', { count: rows.length });
			vaultOf(session).store.atomically(() => {
				for (const { id } of rows) addAccess(session, id, 'exported');
			});
			return writeCsv(
				['Nummer', 'Person', 'Anliegen', 'Programm', 'Status', 'Zuständig', 'Eröffnet', 'Letzter Kontakt', 'Kontaktminuten'],
				rows.map((row) => [
					row.number,
					row.personName,
					row.concern,
					row.programme,
					STATUS_WORDS[row.status],
					row.ownerName,
					formatLocalDate(row.openedOn),
					row.lastContactAt === null ? '' : formatLocalDate(localDateOf(row.lastContactAt)),
					row.contactMinutes,
				]),
			);
		},
		open(session, id) {
			const { reader } = vaultOf(session);
			const found = getCase(reader, id);
			if (!found) return undefined;
			const last = lastAccess(reader, id, session.member, session.device.id);
			if (last === null || clock.now() - last > SAME_ACCESS_MS) {
				note(session, 'case_read');
				addAccess(session, id, 'read');
			}
			return { ...found, ownerName: nameOf(session, found.caseFile.ownerId) };
		},
		writable,
		find: (session, id) => getCase(vaultOf(session).reader, id)?.caseFile,
		ofPeople: (session, personIds) => named(session, casesOfPeople(vaultOf(session).reader, personIds)),
		rows: (session, caseIds) => named(session, caseRows(vaultOf(session).reader, caseIds)),
		inProgrammes: (session, of) =>
			casesInProgrammes(vaultOf(session).reader, of).map(({ closedAt, ...one }) => ({
				...one,
				closedOn: closedAt === null ? null : localDateOf(closedAt),
			})),
		create(session, personId, fields) {
			const { store, file } = vaultOf(session);
			if (!personExists(session, personId)) return undefined;
			const id = ids.next() as CaseId;
			store.atomically(() => {
				const number = nextNumber(file, 'case_file', 'F');
				store.insert(caseKind, id, { ...fields, personId, number, status: 'open' }, session.member);
			});
			return id;
		},
		update: (session, id, changes) =>
			ifOpen(session, id, ({ store }) => store.update(caseKind, id, changes as Fields, session.member)),
		setStatus(session, id, status) {
			const { store, reader } = vaultOf(session);
			if (!getCase(reader, id)) return err('not_found');
			store.update(caseKind, id, { status }, session.member);
			return ok(undefined);
		},
		notePrint(session, id) {
			if (!getCase(vaultOf(session).reader, id)) return false;
			note(session, 'case_printed');
			addAccess(session, id, 'printed');
			return true;
		},
		accesses: (session, id) =>
			accessesOf(vaultOf(session).reader, id).map(({ at, what, member, device }) => ({
				at,
				what,
				memberName: nameOf(session, member),
				deviceName: nameOf(session, device),
			})),

		contacts: (session, caseId) =>
			contactsOf(vaultOf(session).reader, caseId).map(({ sealedNote, caseId: _caseId, ...contact }) => ({
				...contact,
				authorName: nameOf(session, contact.authorId),
				...readNote(session, contact.authorId, sealedNote),
			})),
		addContact: (session, caseId, fields, privateNote) =>
			ifOpen(session, caseId, ({ store }) => {
				const id = ids.next() as ContactId;
				const sealed = privateNote ? sealNote(session, privateNote) : null;
				store.insert(contactKind, id, { ...fields, caseId, authorId: session.member, privateNote: sealed }, session.member);
				return id;
			}),
		updateContact(session, id, changes, privateNote, base) {
			const found = getContact(vaultOf(session).reader, id);
			if (!found) return err('not_found');
			if (privateNote !== undefined && found.authorId !== session.member) return err('not_author');
			const note = privateNote === undefined ? {} : { privateNote: privateNote ? sealNote(session, privateNote) : null };
			const write = ({ store }: OpenVault) =>
				store.update(contactKind, id, { ...(changes as Fields), ...note }, session.member, base);
			// A private note is its author's to delete whenever they say so, in a closed file too.
			if (privateNote === null && Object.keys(changes).length === 0) return ok(write(vaultOf(session)));
			return ifOpen(session, found.caseId, write);
		},
		removeContact: (session, id) => ifContactOpen(session, id, ({ store }) => store.remove(contactKind, id, session.member)),
		restoreContact: (session, id) => ifContactOpen(session, id, ({ store }) => store.restore(contactKind, id, session.member)),

		todos: (session, filter) =>
			listTodos(vaultOf(session).reader, filter).map((todo) => ({ ...todo, ownerName: nameOf(session, todo.ownerId) })),
		addTodo(session, fields) {
			const id = ids.next() as TodoId;
			vaultOf(session).store.insert(todoKind, id, { ...fields, doneAt: null }, session.member);
			return id;
		},
		updateTodo(session, id, changes) {
			const { store, reader } = vaultOf(session);
			if (!todoExists(reader, id)) return false;
			store.update(todoKind, id, changes as Fields, session.member);
			return true;
		},
		removeTodo(session, id) {
			const { store, reader } = vaultOf(session);
			if (!todoExists(reader, id)) return false;
			store.remove(todoKind, id, session.member);
			return true;
		},
		settleNumbers(session) {
			const { store, file } = vaultOf(session);
			settleDoubledNumbers(file, 'case_file', 'F', session.device.id, (id, number) =>
				store.update(caseKind, id, { number }, session.member),
			);
		},
	};
}

const STATUS_WORDS: Record<CaseStatus, string> = {
	open: 'offen',
	paused: 'ruht',
	closed: 'abgeschlossen',
	reopened: 'wieder geöffnet',
};
