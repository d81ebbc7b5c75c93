import type { z } from 'zod';
import type { AccessKind } from '#shared/features/access-log/model.ts';
import { clientOf, type MaybeClient } from '#shared/features/cases/client.ts';
import type { CaseList } from '#shared/features/cases/contract.ts';
import type {
	CaseAccess,
	CaseAccessKind,
	CaseFields,
	CaseFile,
	CaseRow,
	CaseStatus,
	Contact,
	ContactFields,
	SubjectExportForm,
	Todo,
	TodoFields,
} from '#shared/features/cases/model.ts';
import type { CaseStage } from '#shared/features/cases/stage.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { BusinessId, CaseId, ContactId, FunderProgrammeId, MemberId, PersonId, TodoId } from '#shared/kernel/ids.ts';
import { formatLocalDate, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { nextNumber, settleDoubledNumbers } from '../../records/numbering.ts';
import type { OpenVault } from '../../vaults/open-vault.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { reopeningsOf } from './closing-queries.ts';
import { createHandOver } from './hand-over.ts';
import { readNote, sealNote } from './private-note.ts';
import {
	accessesOf,
	caseRows,
	casesInProgrammes,
	casesOfBusinesses,
	casesOfPeople,
	contactsOf,
	countWorkOf,
	getCase,
	getContact,
	getTodo,
	lastAccess,
	listCases,
	listTodos,
	type StoredCaseRow,
} from './queries.ts';
import { caseAccessKind, caseKind, contactKind, todoKind } from './records.ts';
import { createStages, type StageDeps } from './stages.ts';

/** Decisions about case files: numbers, who may change a note, what the access log keeps. */
export interface CaseService extends ReturnType<typeof createHandOver> {
	list(session: Session, list: z.infer<typeof CaseList> & { offset: number; limit: number }): { rows: CaseRow[]; total: number };
	/** Open case files and private notes of a member; null where the case files are not open. */
	workOf(session: Session, member: MemberId): { ownedCases: number; privateNotes: number } | null;
	/** Leaves an entry in the access log of each file in the list. */
	exportCsv(session: Session, list: z.infer<typeof CaseList>): string;
	/** Leaves an entry in the file's access log. */
	open(
		session: Session,
		id: CaseId,
	): { caseFile: CaseFile; clientName: string; ownerName: string; contactMinutes: number; stage: CaseStage } | undefined;
	/** For what hangs on a file: whether it may change, and whose it is. Leaves no entry in its access log. */
	writable(session: Session, id: CaseId): Result<CaseFile, 'not_found' | 'closed'>;
	/** Undefined when there is no such file. Leaves no entry in its access log. */
	find(session: Session, id: CaseId): CaseFile | undefined;
	ofPeople(session: Session, personIds: readonly string[]): CaseRow[];
	ofBusinesses(session: Session, businessIds: readonly string[]): CaseRow[];
	rows(session: Session, ids: readonly string[]): CaseRow[];
	/** Those of a member or of people that belong to a programme, the newest last. */
	inProgrammes(session: Session, of: Parameters<typeof casesInProgrammes>[1]): CaseInProgramme[];
	/** Undefined when it is not about exactly one person or business that is there. */
	create(session: Session, about: MaybeClient, fields: CaseFields): CaseId | undefined;
	/** A closed file takes no change but of its status. */
	update(session: Session, id: CaseId, changes: Changes<CaseFields>): Result<void, CaseRefusal>;
	/** Only between open and paused: closing and reopening say why (see closing-service.ts). */
	setPaused(session: Session, id: CaseId, paused: boolean): Result<void, CaseRefusal>;
	/** What was read or copied of what hangs on a file, for both access logs; reading again within a while is one reading. */
	noteAccess(session: Session, id: CaseId, what: 'read' | 'exported'): void;
	/** Leaves an entry in the file's access log. False when there is no such file. */
	notePrint(session: Session, id: CaseId): boolean;
	/** Something of it is told to somebody whom nobody has released it to: leaves an entry in both access logs. */
	notePassed(session: Session, id: CaseId): void;
	/** Given to the person concerned, with how many passages blackened: in the file's access log only. */
	noteSubjectExport(session: Session, id: CaseId, told: { form: SubjectExportForm; blackened: number }): void;
	accesses(session: Session, id: CaseId): CaseAccess[];

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
	/** Those of a closed file are frozen with it; what is to be done afterwards is a to-do without a file. */
	addTodo(session: Session, fields: z.infer<typeof TodoFields>): Result<TodoId, CaseRefusal>;
	updateTodo(
		session: Session,
		id: TodoId,
		changes: Changes<z.infer<typeof TodoFields> & { doneAt: number | null }>,
	): Result<void, CaseRefusal>;
	removeTodo(session: Session, id: TodoId): Result<void, CaseRefusal>;
	restoreTodo(session: Session, id: TodoId): Result<void, CaseRefusal>;
	settleNumbers(session: Session): void;
}

export type CaseInProgramme = Omit<ReturnType<typeof casesInProgrammes>[number], 'closedAt'> & {
	readonly closedOn: LocalDate | null;
};

export type CaseRefusal = 'not_found' | 'closed' | 'not_author';

export interface CaseDeps extends StageDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	personExists(session: Session, id: PersonId): boolean;
	businessExists(session: Session, id: BusinessId): boolean;
	/** Those that a text finds. */
	businessesFound(session: Session, text: string): readonly BusinessId[];
	/** Still belongs to the site and counsels. */
	isCounsellor(session: Session, id: MemberId): boolean;
	/** Of all programmes that cases may belong to, also of removed ones. */
	programmeNames(session: Session): ReadonlyMap<FunderProgrammeId, string>;
	/** Of a member or device. */
	nameOf(session: Session, id: string): string;
	/** Tells the administrators' access log, which never hears of which file. */
	note(session: Session, kind: AccessKind, details?: { count: number }): void;
}

/** Coming back to a file within this time is one access, not many. */
const SAME_ACCESS_MS = 15 * 60 * 1000;

export function createCaseService({
	ids,
	clock,
	personExists,
	businessExists,
	businessesFound,
	isCounsellor,
	programmeNames,
	nameOf,
	note,
	stageFacts,
}: CaseDeps): CaseService {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const stages = createStages({ stageFacts });

	function whole(session: Session, rows: readonly StoredCaseRow[]): CaseRow[] {
		const staged = stages.of(session, rows);
		const programmes = programmeNames(session);
		return rows.map(({ programmeId, ...row }, at) => ({
			...row,
			programme: programmeId === null ? null : (programmes.get(programmeId) ?? null),
			ownerName: nameOf(session, row.ownerId),
			stage: staged[at] ?? 'intake',
		}));
	}

	function list(session: Session, listing: Parameters<CaseService['list']>[1]) {
		const typed = foldedWords(listing.text);
		const called = [...programmeNames(session)].filter(([, name]) => {
			const words = foldedWords(name);
			return typed.length > 0 && typed.every((word) => words.some((one) => one.startsWith(word)));
		});
		const found = {
			programmes: called.map(([id]) => id),
			businesses: typed.length > 0 ? businessesFound(session, listing.text) : [],
			inStage: listing.stage === undefined ? null : stages.filesIn(session, listing.stage),
		};
		const { rows, total } = listCases(vaultOf(session).reader, listing, found);
		return { rows: whole(session, rows), total };
	}

	function addAccess(session: Session, id: CaseId, what: CaseAccessKind): void {
		vaultOf(session).store.append(caseAccessKind, ids.next(), { caseId: id, what }, session.member);
	}

	function noteAccess(session: Session, id: CaseId, what: 'read' | 'exported'): void {
		const last = what === 'read' ? lastAccess(vaultOf(session).reader, id, session.member, session.device.id) : null;
		if (last !== null && clock.now() - last <= SAME_ACCESS_MS) return;
		note(session, what === 'read' ? 'case_read' : 'case_exported');
		addAccess(session, id, what);
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

	/** A to-do need not belong to a file. */
	function ifTodoOpen<T>(session: Session, caseId: CaseId | null, write: (vault: OpenVault) => T): Result<T, CaseRefusal> {
		return caseId === null ? ok(write(vaultOf(session))) : ifOpen(session, caseId, write);
	}

	/** `moves`: the file it is brought to, which has to be open as well. */
	function ifKnownTodo(
		session: Session,
		id: TodoId,
		write: (vault: OpenVault) => void,
		moves?: CaseId | null,
	): Result<void, CaseRefusal> {
		const found = getTodo(vaultOf(session).reader, id);
		if (!found) return err('not_found');
		const stays = ifTodoOpen(session, found.caseId, () => undefined);
		return stays.ok ? ifTodoOpen(session, moves ?? null, write) : stays;
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
				[
					...[
						'Nummer',
						'Person oder Unternehmen',
						'Anliegen',
						'Programm',
						'Status',
						'Phase',
						'Zuständig',
						'Eröffnet',
						'Letzter Kontakt',
					],
					'Kontaktminuten',
				],
				rows.map((row) => [
					row.number,
					row.clientName,
					row.concern,
					row.programme,
					STATUS_WORDS[row.status],
					STAGE_WORDS[row.stage],
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
			noteAccess(session, id, 'read');
			const { caseFile, lastContactAt, ...facts } = found;
			const [stage = 'intake'] = stages.of(session, [{ ...caseFile, lastContactAt }]);
			return { caseFile, ...facts, ownerName: nameOf(session, caseFile.ownerId), stage };
		},
		noteAccess,
		writable,
		find: (session, id) => getCase(vaultOf(session).reader, id)?.caseFile,
		ofPeople: (session, personIds) => whole(session, casesOfPeople(vaultOf(session).reader, personIds)),
		ofBusinesses: (session, businessIds) => whole(session, casesOfBusinesses(vaultOf(session).reader, businessIds)),
		rows: (session, caseIds) => whole(session, caseRows(vaultOf(session).reader, caseIds)),
		inProgrammes: (session, of) => casesInProgrammes(vaultOf(session).reader, of),
		create(session, about, fields) {
			const { store, file } = vaultOf(session);
			const client = clientOf(about);
			const isThere =
				client?.businessId === null
					? personExists(session, client.personId)
					: client && businessExists(session, client.businessId);
			if (!client || !isThere) return undefined;
			const id = ids.next() as CaseId;
			store.atomically(() => {
				const number = nextNumber(file, 'case_file', 'F');
				store.insert(caseKind, id, { ...fields, ...client, number, status: 'open' }, session.member);
			});
			return id;
		},
		update: (session, id, changes) =>
			ifOpen(session, id, ({ store }) => store.update(caseKind, id, changes as Fields, session.member)),
		setPaused: (session, id, paused) =>
			ifOpen(session, id, ({ store, reader }) => {
				const running = reopeningsOf(reader, id).length > 0 ? 'reopened' : 'open';
				store.update(caseKind, id, { status: paused ? 'paused' : running }, session.member);
			}),
		notePrint(session, id) {
			if (!getCase(vaultOf(session).reader, id)) return false;
			note(session, 'case_printed');
			addAccess(session, id, 'printed');
			return true;
		},
		notePassed(session, id) {
			note(session, 'passed_without_release');
			addAccess(session, id, 'passed_without_release');
		},
		noteSubjectExport(session, id, told) {
			vaultOf(session).store.append(caseAccessKind, ids.next(), { caseId: id, what: 'exported', ...told }, session.member);
		},
		accesses: (session, id) =>
			accessesOf(vaultOf(session).reader, id).map(({ member, device, ...access }) => ({
				...access,
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
		addTodo: (session, fields) =>
			ifTodoOpen(session, fields.caseId, ({ store }) => {
				const id = ids.next() as TodoId;
				store.insert(todoKind, id, { ...fields, doneAt: null }, session.member);
				return id;
			}),
		updateTodo: (session, id, changes) =>
			ifKnownTodo(session, id, ({ store }) => store.update(todoKind, id, changes as Fields, session.member), changes.caseId),
		removeTodo: (session, id) => ifKnownTodo(session, id, ({ store }) => store.remove(todoKind, id, session.member)),
		restoreTodo: (session, id) => ifKnownTodo(session, id, ({ store }) => store.restore(todoKind, id, session.member)),
		...createHandOver(isCounsellor),
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

const STAGE_WORDS: Record<CaseStage, string> = {
	intake: 'Aufnahme',
	assessment: 'Klärung',
	planning: 'Planung',
	support: 'Begleitung',
	closing: 'Abschluss',
};
