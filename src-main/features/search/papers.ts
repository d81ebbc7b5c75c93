import type { CaseRow } from '#shared/features/cases/model.ts';
import type { CaseDocument } from '#shared/features/documents/model.ts';
import { type Letter, shownLetter } from '#shared/features/letters/model.ts';
import type { SearchHit } from '#shared/features/search/contract.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { RecordStore } from '../../records/store.ts';
import type { Session } from '../../vaults/session.ts';

/** Documents and letters of all case files, each with whose it is: the same title stands in many files. */
export interface PaperDeps {
	documents(session: Session, ids: readonly string[]): Pick<CaseDocument, 'id' | 'caseId' | 'title' | 'date' | 'addedAt'>[];
	letters(session: Session, ids: readonly string[]): Letter[];
	cases(session: Session, ids: readonly string[]): CaseRow[];
}

const MOST_DOCUMENTS = 6;
const MOST_LETTERS = 6;
const CANDIDATES = 150;

interface Paper {
	readonly id: string;
	readonly kind: 'document' | 'letter';
	readonly caseId: CaseId;
	readonly title: string;
	/** `2026-03-09` */
	readonly day: string;
}

export function findPapers(deps: PaperDeps, session: Session, { search }: RecordStore, text: string): SearchHit[] {
	const typed = foldedWords(text);
	const idsOf = (table: string) => search.find(text, [table], CANDIDATES).map(({ recordId }) => recordId);
	const documents = deps.documents(session, idsOf('document')).map(
		({ id, caseId, title, date, addedAt }): Paper => ({
			kind: 'document',
			id,
			caseId,
			title,
			day: date ?? localDateOf(addedAt),
		}),
	);
	const letters = deps.letters(session, idsOf('letter')).map((letter): Paper => {
		const { subject, day } = shownLetter(letter);
		return { kind: 'letter', id: letter.id, caseId: letter.caseId, title: subject || 'Ohne Betreff', day };
	});
	const found = [...best(documents, typed).slice(0, MOST_DOCUMENTS), ...best(letters, typed).slice(0, MOST_LETTERS)];
	const files = new Map(deps.cases(session, [...new Set(found.map(({ caseId }) => caseId))]).map((row) => [row.id, row]));
	return found.flatMap(({ id, kind, caseId, title, day }): SearchHit[] => {
		const file = files.get(caseId);
		if (!file) return [];
		const subtitle = [file.clientName, file.number, formatLocalDate(day)].join(' · ');
		return [{ kind, id: id as SearchHit['id'], title, subtitle, caseId }];
	});
}

/** What is called so comes before what only mentions it; the newest first. */
function best(found: readonly Paper[], typed: readonly string[]): Paper[] {
	const isCalled = (title: string) => {
		const words = foldedWords(title);
		return typed.every((word) => words.some((one) => one.startsWith(word)));
	};
	return found
		.map((paper) => ({ paper, rank: Number(!isCalled(paper.title)) }))
		.sort((a, b) => a.rank - b.rank || (a.paper.day < b.paper.day ? 1 : a.paper.day > b.paper.day ? -1 : 0))
		.map(({ paper }) => paper);
}
