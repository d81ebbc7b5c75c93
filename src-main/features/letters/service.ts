import type { Letter, LetterFields, Template, TemplateFields } from '#shared/features/letters/model.ts';
import { STARTERS } from '#shared/features/letters/starters.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { CaseId, LetterId, TemplateId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { allTemplates, findLetter, lettersOf, lettersWithIds, type StoredLetter, templateState } from './queries.ts';
import { letterKind, templateKind } from './records.ts';

/** Decisions about templates and letters: what is finished stays as it was sent, and a closed file takes no letter. */
export interface LetterService {
	templates(session: Session): Template[];
	addTemplate(session: Session, fields: TemplateFields): TemplateId;
	/** `base`: what a changed text was made from. False when there is no such template. */
	changeTemplate(session: Session, id: TemplateId, changes: Changes<TemplateFields>, base?: { body: string }): boolean;
	removeTemplate(session: Session, id: TemplateId): boolean;
	restoreTemplate(session: Session, id: TemplateId): boolean;
	/** Those that were added. */
	adoptStarters(session: Session): TemplateId[];

	ofCase(session: Session, caseId: CaseId): Letter[];
	/** Those of them that are there, of whichever files. */
	rows(session: Session, ids: readonly string[]): Letter[];
	get(session: Session, id: LetterId): Letter | undefined;
	create(session: Session, caseId: CaseId, fields: LetterFields): Result<LetterId, LetterRefusal>;
	change(session: Session, id: LetterId, changes: Changes<LetterFields>, base?: { body: string }): Result<Letter, LetterRefusal>;
	finish(session: Session, id: LetterId): Result<void, LetterRefusal>;
	remove(session: Session, id: LetterId): Result<void, LetterRefusal>;
	restore(session: Session, id: LetterId): Result<void, LetterRefusal>;
}

export type LetterRefusal = 'not_found' | 'closed' | 'final';

export interface LetterDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	nameOf(session: Session, id: string): string;
	writable(session: Session, id: CaseId): Result<unknown, 'not_found' | 'closed'>;
}

export function createLetterService({ ids, clock, nameOf, writable }: LetterDeps): LetterService {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const signed = (session: Session, stored: StoredLetter): Letter => ({
		...stored,
		authorName: nameOf(session, stored.final?.memberId ?? stored.authorId),
	});

	function get(session: Session, id: LetterId): Letter | undefined {
		const found = findLetter(vaultOf(session).reader, id);
		if (!found || found.isRemoved) return undefined;
		const { isRemoved: _, ...stored } = found;
		return signed(session, stored);
	}

	/** A letter of a file that is not closed. */
	function inOpenCase(session: Session, id: LetterId): Result<StoredLetter & { isRemoved: boolean }, LetterRefusal> {
		const found = findLetter(vaultOf(session).reader, id);
		if (!found) return err('not_found');
		const may = writable(session, found.caseId);
		return may.ok ? ok(found) : may;
	}

	function draft(session: Session, id: LetterId): Result<StoredLetter, LetterRefusal> {
		const found = inOpenCase(session, id);
		if (!found.ok) return found;
		if (found.value.isRemoved) return err('not_found');
		return found.value.final === null ? ok(found.value) : err('final');
	}

	function changeTemplate(session: Session, id: TemplateId, work: (store: ReturnType<typeof vaultOf>['store']) => void): boolean {
		const { reader, store } = vaultOf(session);
		if (templateState(reader, id) === null) return false;
		work(store);
		return true;
	}

	return {
		templates: (session) =>
			allTemplates(vaultOf(session).reader).sort((a, b) => a.name.localeCompare(b.name, 'de', { numeric: true })),
		addTemplate(session, fields) {
			const id = ids.next() as TemplateId;
			vaultOf(session).store.insert(templateKind, id, fields as Fields, session.member);
			return id;
		},
		changeTemplate: (session, id, changes, base) =>
			changeTemplate(session, id, (store) => store.update(templateKind, id, changes as Fields, session.member, base)),
		removeTemplate: (session, id) => changeTemplate(session, id, (store) => store.remove(templateKind, id, session.member)),
		restoreTemplate: (session, id) => changeTemplate(session, id, (store) => store.restore(templateKind, id, session.member)),
		adoptStarters(session) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() =>
				STARTERS.flatMap(({ key, ...fields }) => {
					// The same on every PC: two that adopt them while apart have each of them once.
					const id = derivedId(session.site, `starter ${key}`) as TemplateId;
					const state = templateState(reader, id);
					if (state === 'there') return [];
					if (state === 'removed') store.restore(templateKind, id, session.member);
					else store.put(templateKind, id, {}, { ...fields, isRetired: false }, session.member);
					return [id];
				}),
			);
		},

		ofCase: (session, caseId) => lettersOf(vaultOf(session).reader, caseId).map((stored) => signed(session, stored)),
		rows: (session, ids) => lettersWithIds(vaultOf(session).reader, ids).map((stored) => signed(session, stored)),
		get,
		create(session, caseId, fields) {
			const may = writable(session, caseId);
			if (!may.ok) return may;
			const id = ids.next() as LetterId;
			vaultOf(session).store.insert(letterKind, id, { ...fields, caseId, authorId: session.member, final: null }, session.member);
			return ok(id);
		},
		change(session, id, changes, base) {
			const found = draft(session, id);
			if (!found.ok) return found;
			vaultOf(session).store.update(letterKind, id, changes as Fields, session.member, base);
			const changed = get(session, id);
			return changed ? ok(changed) : err('not_found');
		},
		finish(session, id) {
			const found = draft(session, id);
			if (!found.ok) return found;
			const { address, day, subject, body } = found.value;
			const final = { address, day, subject, body, at: clock.now(), memberId: session.member };
			vaultOf(session).store.update(letterKind, id, { final }, session.member);
			return ok(undefined);
		},
		remove(session, id) {
			const found = inOpenCase(session, id);
			if (!found.ok) return found;
			vaultOf(session).store.remove(letterKind, id, session.member);
			return ok(undefined);
		},
		restore(session, id) {
			const found = inOpenCase(session, id);
			if (!found.ok) return found;
			vaultOf(session).store.restore(letterKind, id, session.member);
			return ok(undefined);
		},
	};
}
