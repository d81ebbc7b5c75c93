import type { CaseRow } from '#shared/features/cases/model.ts';
import { nameOf, type PersonRow } from '#shared/features/people/model.ts';
import type { SearchHit } from '#shared/features/search/contract.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';

/** Search over everything (Ctrl+K): finds records by their words and shows them as their feature names them. */
export interface SearchService {
	query(session: Session, text: string): SearchHit[];
}

export interface SearchDeps {
	people(session: Session, ids: readonly string[]): PersonRow[];
	cases(session: Session, ids: readonly string[]): CaseRow[];
	casesOfPeople(session: Session, personIds: readonly string[]): CaseRow[];
}

const MOST_PEOPLE = 12;
const MOST_CASES = 8;

export function createSearchService({ people, cases, casesOfPeople }: SearchDeps): SearchService {
	return {
		query(session, text) {
			const { search } = openVaultOf(session, 'counselling').store;
			const found = people(session, idsOf(search.find(text, ['person'], MOST_PEOPLE)));
			const itself = cases(session, idsOf(search.find(text, ['case_file'], MOST_CASES)));
			// Who looks for a person usually wants the file: the few files of the people found come along.
			const theirs =
				found.length > 0 && found.length <= 3 ? casesOfPeople(session, idsOf(found.map(({ id }) => ({ recordId: id })))) : [];
			const files = new Map([...itself, ...theirs].map((row) => [row.id, row]));
			return [...found.map(personHit), ...[...files.values()].slice(0, MOST_CASES).map(caseHit)];
		},
	};
}

const idsOf = (found: readonly { recordId: string }[]): string[] => found.map(({ recordId }) => recordId);

function personHit(row: PersonRow): SearchHit {
	const parts = [row.number, row.birthDate && `geb. ${formatLocalDate(row.birthDate)}`, row.street];
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
