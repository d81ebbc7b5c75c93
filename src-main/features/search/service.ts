import { type BorrowerRow, borrowerName, cardNumberOn } from '#shared/features/borrowers/model.ts';
import type { BusinessRow } from '#shared/features/businesses/model.ts';
import type { CaseRow } from '#shared/features/cases/model.ts';
import { type ItemRow, numberOnLabel } from '#shared/features/inventory/model.ts';
import type { LoanRow } from '#shared/features/lending/model.ts';
import { nameOf, type PersonRow } from '#shared/features/people/model.ts';
import type { RepairRow } from '#shared/features/repairs/model.ts';
import type { SearchHit } from '#shared/features/search/contract.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { RecordStore } from '../../records/store.ts';
import type { Session } from '../../vaults/session.ts';
import { findPapers, type PaperDeps } from './papers.ts';

/**
 * Search over everything (Ctrl+K): finds records by their words and shows them as their feature names them. Each part
 * looks into its own vault, and not at all where that is not open: a volunteer finds items and borrowers, and never people.
 */
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

export interface SearchDeps extends PaperDeps {
	names(session: Session, ids: readonly string[]): FoundName[];
	people(session: Session, ids: readonly string[]): FoundPerson[];
	casesOfPeople(session: Session, personIds: readonly string[]): CaseRow[];
	/** Of businesses, sites and contacts the businesses. */
	businesses(session: Session, ids: readonly string[]): BusinessRow[];
	casesOfBusinesses(session: Session, businessIds: readonly string[]): CaseRow[];
	borrowers(session: Session, ids: readonly string[]): BorrowerRow[];
	loans(session: Session, ids: readonly string[]): LoanRow[];
	items(session: Session, ids: readonly string[]): ItemRow[];
	repairs(session: Session, ids: readonly string[]): RepairRow[];
}

const MOST_PEOPLE = 12;
const MOST_BUSINESSES = 6;
const MOST_CASES = 8;
const MOST_BORROWERS = 8;
const MOST_LOANS = 4;
const MOST_ITEMS = 8;
const MOST_REPAIRS = 6;
/** What a loan's items are called, in its hit. */
const MOST_NAMES = 3;
/** A business is found by its sites and contacts too. */
const BUSINESS_TABLES = ['business', 'business_contact', 'business_site'];
/** So many are looked at to find the best: the index gives hits in no order. */
const CANDIDATES = 150;

export function createSearchService(deps: SearchDeps): SearchService {
	const { names, people, cases, casesOfPeople, businesses, casesOfBusinesses, borrowers, loans, items, repairs } = deps;

	function casework(session: Session, { search }: RecordStore, text: string): SearchHit[] {
		const typed = foldedWords(text);
		const wanted = best(names(session, idsOf(search.find(text, ['person'], CANDIDATES))), typed);
		const rows = new Map(people(session, wanted).map((row) => [row.id, row]));
		const found = wanted.flatMap((id) => rows.get(id) ?? []);
		const itself = cases(session, idsOf(search.find(text, ['case_file'], MOST_CASES)));
		const firms = businesses(session, idsOf(search.find(text, BUSINESS_TABLES, CANDIDATES)))
			.map((row) => ({ row, rank: rankOf({ foldedName: foldedWords(row.name).join(' '), birthName: null }, typed) }))
			.sort((a, b) => a.rank - b.rank)
			.slice(0, MOST_BUSINESSES)
			.map(({ row }) => row);
		// Who looks for a person or a business usually wants the file: the few files of those found come along.
		const theirs =
			found.length > 0 && found.length <= 3
				? casesOfPeople(
						session,
						found.map(({ id }) => id),
					)
				: [];
		const ofFirms =
			firms.length > 0 && firms.length <= 3
				? casesOfBusinesses(
						session,
						firms.map(({ id }) => id),
					)
				: [];
		const files = new Map([...itself, ...theirs, ...ofFirms].map((row) => [row.id, row]));
		const hits = [...found.map((row) => personHit(row, typed)), ...firms.map(businessHit)];
		return [...hits, ...[...files.values()].slice(0, MOST_CASES).map(caseHit)];
	}

	/** A scanned card finds its owner here too. Those of that name come before those who live there or have it in a number. */
	function lending(session: Session, { search }: RecordStore, text: string): SearchHit[] {
		const card = cardNumberOn(text);
		const typed = foldedWords(text);
		const found = borrowers(session, idsOf(search.find(card ?? text, ['borrower'], CANDIDATES)))
			.map((row) => ({ row, rank: row.number === card ? -1 : rankOf(calledOf(row), typed) }))
			.sort((a, b) => a.rank - b.rank)
			.slice(0, MOST_BORROWERS);
		// Every loan's number begins with the same letter: only digits say which one is meant.
		const numbered = /\d/.test(text) ? loans(session, idsOf(search.find(text, ['loan'], CANDIDATES))) : [];
		const newest = numbered.sort((a, b) => b.issuedAt - a.issuedAt);
		const exact = newest.sort((a, b) => Number(isNumber(b.number, typed)) - Number(isNumber(a.number, typed)));
		return [...found.map(({ row }) => borrowerHit(row)), ...exact.slice(0, MOST_LOANS).map(loanHit)];
	}

	/** A scanned label finds its item here too. */
	function inventory(session: Session, { search }: RecordStore, text: string): SearchHit[] {
		const number = numberOnLabel(text);
		const found = items(session, idsOf(search.find(number, ['item'], CANDIDATES)));
		return found
			.sort((a, b) => Number(b.number === number) - Number(a.number === number))
			.slice(0, MOST_ITEMS)
			.map(itemHit);
	}

	/** Numbers begin anew every day: the newest first, those of that number before all. */
	function workbench(session: Session, { search }: RecordStore, text: string): SearchHit[] {
		const wanted = text.trim().toUpperCase();
		return repairs(session, idsOf(search.find(text, ['repair', 'repair_visitor'], CANDIDATES)))
			.toReversed()
			.sort((a, b) => Number(b.number === wanted) - Number(a.number === wanted))
			.slice(0, MOST_REPAIRS)
			.map(repairHit);
	}

	return {
		query(session, text) {
			const counselling = session.vault('counselling');
			const workshop = session.vault('workshop');
			return [
				...(counselling ? casework(session, counselling.store, text) : []),
				...(counselling ? findPapers(deps, session, counselling.store, text) : []),
				...(workshop
					? [
							...lending(session, workshop.store, text),
							...workbench(session, workshop.store, text),
							...inventory(session, workshop.store, text),
						]
					: []),
			];
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

function rankOf({ foldedName, birthName }: Pick<FoundName, 'foldedName' | 'birthName'>, typed: readonly string[]): number {
	const current = foldedName.split(' ');
	if (typed.every((word) => current.includes(word))) return 0;
	if (typed.every((word) => startsOne(current, word))) return 1;
	return typed.every((word) => startsOne([...current, ...foldedWords(birthName ?? '')], word)) ? 2 : 3;
}

const calledOf = (row: BorrowerRow) => ({ foldedName: foldedWords(borrowerName(row)).join(' '), birthName: null });

/** `L-00042`, typed as it is written or as `42`. */
const isNumber = (number: string, typed: readonly string[]): boolean => {
	const digits = number.replace(/\D+0*/, '');
	return typed.join(' ') === foldedWords(number).join(' ') || (typed.length === 1 && typed[0] === digits);
};

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

function businessHit(row: BusinessRow): SearchHit {
	const parts = [row.branch, row.contactName, row.street, row.city];
	return {
		kind: 'business',
		id: row.id as string as SearchHit['id'],
		title: row.name,
		subtitle: parts.filter(Boolean).join(' · '),
	};
}

function caseHit(row: CaseRow): SearchHit {
	const parts = [row.number, row.concern, row.ownerName];
	return {
		kind: 'case_file',
		id: row.id as string as SearchHit['id'],
		title: row.clientName,
		subtitle: parts.filter(Boolean).join(' · '),
	};
}

function borrowerHit(row: BorrowerRow): SearchHit {
	const parts = [row.number, row.street, [row.postcode, row.city].filter(Boolean).join(' ')];
	return {
		kind: 'borrower',
		id: row.id as string as SearchHit['id'],
		title: borrowerName(row),
		subtitle: parts.filter(Boolean).join(' · '),
	};
}

function loanHit({ id, number, borrowerName: name, items, issuedAt }: LoanRow): SearchHit {
	const lent = items.slice(0, MOST_NAMES).join(', ') + (items.length > MOST_NAMES ? ' …' : '');
	return {
		kind: 'loan',
		id: id as string as SearchHit['id'],
		title: `${number} ${name}`,
		subtitle: [formatLocalDate(localDateOf(issuedAt)), lent].filter(Boolean).join(' · '),
	};
}

function repairHit({ id, number, item, brand, day, visitor }: RepairRow): SearchHit {
	return {
		kind: 'repair',
		id: id as string as SearchHit['id'],
		title: `${number} ${item}`,
		subtitle: [brand, formatLocalDate(day), visitor].filter(Boolean).join(' · '),
	};
}

function itemHit({ id, number, name, maker, type, location }: ItemRow): SearchHit {
	const parts = [number, [maker, type].filter(Boolean).join(' '), location];
	return { kind: 'item', id: id as string as SearchHit['id'], title: name, subtitle: parts.filter(Boolean).join(' · ') };
}
