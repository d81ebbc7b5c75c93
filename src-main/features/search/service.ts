import type { CaseRow } from '#shared/features/cases/model.ts';
import { nameOf, type PersonRow } from '#shared/features/people/model.ts';
import type { SearchHit } from '#shared/features/search/contract.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';

/** Search over everything (Ctrl+K): finds records by their words and shows them as their feature names them. */
export interface SearchService {
	query(session: Session, text: string): SearchHit[];
}

/** A person as search shows them; the birth name explains why somebody of another name was found. */
export type FoundPerson = PersonRow & { readonly birthName: string | null };

/** What people are ranked by, cheap to read for many. `foldedName`: first and last name of today. */
export interface FoundName {
	readonly id: PersonId;
	readonly foldedName: string;
	readonly birthName: string | null;
}

export interface SearchDeps {
	names(session: Session, ids: readonly string[]): FoundName[];
	people(session: Session, ids: readonly string[]): FoundPerson[];
	cases(session: Session, ids: readonly string[]): CaseRow[];
	casesOfPeople(session: Session, personIds: readonly string[]): CaseRow[];
}

const MOST_PEOPLE = 12;
const MOST_CASES = 8;
/** So many are looked at to find the best: the index gives hits in no order. */
const CANDIDATES = 150;

export function createSearchService({ names, people, cases, casesOfPeople }: SearchDeps): SearchService {
	return {
		query(session, text) {
			const { search } = openVaultOf(session, 'counselling').store;
			const typed = foldedWords(text);
			const wanted = best(names(session, idsOf(search.find(text, ['person'], CANDIDATES))), typed);
			const rows = new Map(people(session, wanted).map((row) => [row.id, row]));
			const found = wanted.flatMap((id) => rows.get(id) ?? []);
			const itself = cases(session, idsOf(search.find(text, ['case_file'], MOST_CASES)));
			// Who looks for a person usually wants the file: the few files of the people found come along.
			const theirs =
				found.length > 0 && found.length <= 3
					? casesOfPeople(
							session,
							found.map(({ id }) => id),
						)
					: [];
			const files = new Map([...itself, ...theirs].map((row) => [row.id, row]));
			return [...found.map((row) => personHit(row, typed)), ...[...files.values()].slice(0, MOST_CASES).map(caseHit)];
		},
	};
}

/**
 * Whom Enter opens must be who was meant: people who are called so today come before people who were born so, live
 * there, or have it in their phone number. Names come sorted and stay so among equals.
 */
function best(found: readonly FoundName[], typed: readonly string[]): PersonId[] {
	const ranked = found.map((name) => ({ id: name.id, rank: rankOf(name, typed) }));
	return ranked
		.sort((a, b) => a.rank - b.rank)
		.slice(0, MOST_PEOPLE)
		.map(({ id }) => id);
}

function rankOf({ foldedName, birthName }: FoundName, typed: readonly string[]): number {
	const current = foldedName.split(' ');
	if (typed.every((word) => current.includes(word))) return 0;
	if (typed.every((word) => startsOne(current, word))) return 1;
	return typed.every((word) => startsOne([...current, ...foldedWords(birthName ?? '')], word)) ? 2 : 3;
}

const startsOne = (words: readonly string[], start: string): boolean => words.some((word) => word.startsWith(start));

const idsOf = (found: readonly { recordId: string }[]): string[] => found.map(({ recordId }) => recordId);

function personHit(row: FoundPerson, typed: readonly string[]): SearchHit {
	const isByBirthName = row.birthName !== null && typed.some((word) => startsOne(foldedWords(row.birthName ?? ''), word));
	const parts = [
		row.number,
		isByBirthName && `geb. ${row.birthName}`,
		row.birthDate && `* ${formatLocalDate(row.birthDate)}`,
		row.street,
	];
	return {
		kind: 'person',
		id: row.id as string as SearchHit['id'],
		title: nameOf(row),
		subtitle: parts.filter(Boolean).join(' · '),
	};
}

function caseHit(row: CaseRow): SearchHit {
	const parts = [row.number, row.concern, row.ownerName];
	return {
		kind: 'case_file',
		id: row.id as string as SearchHit['id'],
		title: row.personName,
		subtitle: parts.filter(Boolean).join(' · '),
	};
}
