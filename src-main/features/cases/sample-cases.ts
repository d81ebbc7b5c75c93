import type { Client } from '#shared/features/cases/client.ts';
import type { ClosingFields, Reopening } from '#shared/features/cases/closing.ts';
import { closingState } from '#shared/features/cases/closing-state.ts';
import type { CaseFields, CaseStatus, ContactFields, Todo } from '#shared/features/cases/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { CaseId, FunderProgrammeId, MemberId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import type { Scalar } from '../../records/merge.ts';
import { nextNumber } from '../../records/numbering.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { caseClosingKind, caseKind, caseReopeningKind, contactKind, todoKind } from './records.ts';

/** An invented case file; indexes point into the invented members. */
interface InventedCase extends Omit<CaseFields, 'ownerId' | 'deputyIds' | 'programmeId'> {
	readonly ownerIndex: number;
	readonly deputyIndexes: readonly number[];
	readonly status: CaseStatus;
	readonly contacts: readonly (ContactFields & { readonly authorIndex: number; readonly privateNote: string | null })[];
	readonly todos: readonly (Pick<Todo, 'subject' | 'due' | 'doneAt'> & { readonly ownerIndex: number })[];
}

interface InventedAuthor {
	readonly id: MemberId;
	/** Seals a private working note to this author. */
	seal(note: string): string;
}

/** Writes an invented case file as its invented authors would have. */
export function sampleCaseWriter(ids: Ids) {
	return (
		session: Session,
		item: InventedCase,
		{ client, programmeId }: { readonly client: Client; readonly programmeId: FunderProgrammeId | null },
		authors: readonly InventedAuthor[],
	): CaseId => {
		const { store, file } = openVaultOf(session, 'counselling');
		const authorAt = (index: number): InventedAuthor => {
			const author = authors[index];
			if (!author) throw new Error('sample author is missing');
			return author;
		};
		const owner = authorAt(item.ownerIndex);
		const caseId = ids.next() as CaseId;
		const { openedOn, source, concern, status } = item;
		const deputyIds = item.deputyIndexes.map((index) => authorAt(index).id);
		const number = nextNumber(file, 'case_file', 'F');
		store.insert(
			caseKind,
			caseId,
			{ ownerId: owner.id, deputyIds, openedOn, programmeId, source, concern, status, ...client, number },
			owner.id,
		);
		for (const { authorIndex, privateNote, ...fields } of item.contacts) {
			const author = authorAt(authorIndex);
			const sealed = privateNote ? author.seal(privateNote) : null;
			store.insert(contactKind, ids.next(), { ...fields, caseId, authorId: author.id, privateNote: sealed }, author.id);
		}
		for (const { ownerIndex, ...fields } of item.todos) {
			const { id } = authorAt(ownerIndex);
			store.insert(todoKind, ids.next(), { ...fields, ownerId: id, caseId }, id);
		}
		return caseId;
	};
}

/** An invented closing, what the file had come to by then, and the reopening after it. */
interface InventedEnd {
	readonly closing: ClosingFields;
	readonly goals: Parameters<typeof closingState>[0];
	readonly situation: Parameters<typeof closingState>[1];
	readonly contacts: readonly ContactFields[];
	readonly reopening: Pick<(typeof Reopening)['_output'], 'reopenedOn' | 'reason'> | null;
}

export function sampleClosingWriter(ids: Ids) {
	return (session: Session, caseId: CaseId, { closing, reopening, ...end }: InventedEnd, author: MemberId): void => {
		const { store } = openVaultOf(session, 'counselling');
		const closingId = ids.next();
		const contacts = end.contacts.filter(({ at }) => localDateOf(at) <= closing.closedOn);
		const minutes = contacts.reduce((sum, { duration }) => sum + duration, 0);
		const figures = { contacts: contacts.length, minutes, openTodos: 0 };
		// What came after a reopening was not in the file when it was first closed.
		const state = reopening ? closingState([], [], figures) : closingState(end.goals, end.situation, figures);
		store.append(caseClosingKind, closingId, { ...closing, caseId, state: state as unknown as Scalar }, author);
		if (reopening) store.append(caseReopeningKind, ids.next(), { ...reopening, caseId, closingIds: [closingId] }, author);
	};
}
