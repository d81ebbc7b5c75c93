import type { CaseFields, CaseStatus, ContactFields, Todo } from '#shared/features/cases/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { CaseId, FunderProgrammeId, MemberId, PersonId } from '#shared/kernel/ids.ts';
import { nextNumber } from '../../records/numbering.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { caseKind, contactKind, todoKind } from './records.ts';

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
		{ personId, programmeId }: { readonly personId: PersonId; readonly programmeId: FunderProgrammeId | null },
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
			{ ownerId: owner.id, deputyIds, openedOn, programmeId, source, concern, status, personId, number },
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
