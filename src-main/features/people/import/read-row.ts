import type { ImportIssue, ImportTarget } from '#shared/features/people/import-model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { cleanLine, cleanText, isEmptyCell, isRefusal, type Reading, taken } from '../../../import/cell.ts';
import { isRemarkHeading } from '../../../import/headings.ts';
import { readDate } from '../../../import/read-date.ts';
import { isUsualPostcode, readPlace, readStreet } from './read-address.ts';
import { readBenefit } from './read-benefit.ts';
import { readSex, readYesNo } from './read-choice.ts';
import { readEmail } from './read-email.ts';
import { calmName, isEmptyName, splitFullName, splitTitle } from './read-name.ts';
import { readNationality } from './read-nationality.ts';
import { readPhones } from './read-phone.ts';
import { createRowDraft, type RowDraft, type RowReading } from './row-draft.ts';

/**
 * One row of the list as a person. A cell that cannot be taken as it stands becomes an issue, and its text goes to the
 * remarks under its heading, so that nothing an office wrote down is lost. Only two things leave a whole row out: no
 * name at all, and more cells than headings (then the columns have shifted and nothing in the row can be trusted).
 */

export interface Column {
	readonly heading: string;
	readonly target: ImportTarget;
}

export function readRow(cells: readonly string[], columns: readonly Column[], today: LocalDate): RowReading {
	const draft = createRowDraft();
	const surplus = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
	if (surplus.length > 0) draft.issue('too_many_cells', '', surplus.join(' | '), 'error');
	for (const [index, { heading, target }] of columns.entries()) {
		const raw = cells[index] ?? '';
		const cell = cleanLine(raw);
		if (cell === '' || (NAMES.has(target) ? isEmptyName(cell) : isEmptyCell(cell) && target !== 'benefit')) continue;
		if (isRefusal(cell) && !REFUSABLE.has(target)) continue;
		READERS[target]({ draft, cell, raw, heading, today });
	}
	if (draft.person.firstName === null && draft.person.lastName === null) draft.issue('name_missing', '', '', 'error');
	return draft.finish();
}

interface Cell {
	readonly draft: RowDraft;
	/** One clean line. */
	readonly cell: string;
	/** As it stands in the file. */
	readonly raw: string;
	readonly heading: string;
	readonly today: LocalDate;
}

const NAMES: ReadonlySet<ImportTarget> = new Set(['lastName', 'firstName', 'fullName', 'birthName', 'title']);
/** Fields that know `keine_angabe`; elsewhere `k.A.` is an empty cell. */
const REFUSABLE: ReadonlySet<ImportTarget> = new Set(['sex', 'nationality', 'singleParent', 'benefit']);

const READERS: Record<ImportTarget, (into: Cell) => void> = {
	ignore: () => {},
	lastName: (into) => readNamePart(into, 'lastName'),
	firstName: (into) => readNamePart(into, 'firstName'),
	fullName: readFullName,
	title: (into) => put(into, 'title', taken(into.cell)),
	birthName: (into) => put(into, 'birthName', taken(calmName(into.cell))),
	birthDate: (into) => put(into, 'birthDate', readDate(into.cell, into.today)),
	firstContact: (into) => put(into, 'firstContact', readDate(into.cell, into.today)),
	sex: (into) => put(into, 'sex', readSex(into.cell)),
	singleParent: (into) => put(into, 'singleParent', readYesNo(into.cell)),
	nationality: (into) => put(into, 'nationality', readNationality(into.cell)),
	street: readStreetCell,
	postcode: readPostcodeCell,
	city: readCityCell,
	phone: readPhoneCell,
	email: (into) => put(into, 'email', readEmail(into.cell)),
	benefit: readBenefitCell,
	caseOwner: ({ draft, cell, heading }) => draft.setOwner(cell, heading),
	remarks: ({ draft, raw, heading }) => {
		const text = cleanText(raw);
		draft.remark(isRemarkHeading(heading) ? text : `${heading}: ${text}`, heading, raw);
	},
};

function put<F extends keyof PersonFields>(
	{ draft, heading, raw }: Cell,
	field: F,
	reading: Reading<PersonFields[F], ImportIssue['code']>,
): void {
	draft.put(field, reading, heading, raw);
}

function readNamePart(into: Cell, field: 'firstName' | 'lastName'): void {
	const { title, name } = splitTitle(into.cell);
	if (title !== null && into.draft.person.title === null) put(into, 'title', taken(title));
	put(into, field, taken(calmName(name)));
}

function readFullName(into: Cell): void {
	const parts = splitFullName(into.cell);
	for (const field of ['title', 'firstName', 'lastName'] as const) {
		const part = parts[field];
		if (part !== null && into.draft.person[field] === null) put(into, field, taken(field === 'title' ? part : calmName(part)));
	}
	// A salutation tells the sex; a column for it overrides this when it comes later and is not asked when it came before.
	if (parts.sex !== null && into.draft.person.sex === null) put(into, 'sex', taken(parts.sex));
}

function readStreetCell(into: Cell): void {
	const { person } = into.draft;
	const { street, postcode, city } = readStreet(into.cell);
	// A second column for the street is the house number.
	if (street !== null) put(into, 'street', taken(person.street === null ? street : `${person.street} ${street}`));
	if (postcode !== null && person.postcode === null) putPostcode(into, postcode);
	if (city !== null && person.city === null) put(into, 'city', taken(city));
}

function readPostcodeCell(into: Cell): void {
	const { postcode, city } = readPlace(into.cell);
	// Without a number in it, it is still the postcode as somebody typed it.
	putPostcode(into, postcode ?? into.cell);
	if (postcode !== null && city !== null && into.draft.person.city === null) put(into, 'city', taken(city));
}

function readCityCell(into: Cell): void {
	const { postcode, city } = readPlace(into.cell);
	if (postcode !== null && into.draft.person.postcode === null) putPostcode(into, postcode);
	if (city !== null) put(into, 'city', taken(city));
}

function putPostcode(into: Cell, postcode: string): void {
	put(into, 'postcode', { value: postcode, problem: isUsualPostcode(postcode) ? null : 'postcode_unusual', keep: false });
}

function readPhoneCell({ draft, raw, heading }: Cell): void {
	const { phones, complete } = readPhones(cleanText(raw), heading);
	for (const phone of phones) draft.addPhone(phone, heading, raw);
	if (!complete || phones.length === 0) draft.refuse('phone_unreadable', heading, raw);
}

function readBenefitCell(into: Cell): void {
	// `-` is nothing; `keine` is an answer.
	if (isEmptyCell(into.cell) && !/^keine?r?$/iu.test(into.cell)) return;
	const { benefit, employment, unemployedSince, problem, keep } = readBenefit(into.cell, into.today);
	if (benefit !== null) put(into, 'benefit', taken(benefit));
	if (employment !== null) put(into, 'employment', taken(employment));
	put(into, 'unemployedSince', { value: unemployedSince, problem, keep });
}
