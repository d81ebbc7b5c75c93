import type { PersonFields } from '#shared/features/people/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { addLines } from '../../../import/add-lines.ts';
import { sameStreetKey } from './read-address.ts';

/** What an imported row adds to a person who is there already. Nothing that stands there is ever changed or removed. */

type Field = keyof PersonFields;

/** One value each: the imported one is taken only where there is none. */
const SCALARS = [
	'title',
	'firstName',
	'lastName',
	'birthName',
	'pronunciation',
	'sex',
	'birthDate',
	'nationality',
	'residenceTitle',
	'residenceUntil',
	'workAccess',
	'interpreterNeeded',
	'addressExtra',
	'street',
	'postcode',
	'city',
	'email',
	'preferredContact',
	'adults',
	'singleParent',
	'schoolDegree',
	'vocationalDegree',
	'employment',
	'unemployedSince',
	'benefit',
	'drivingLicence',
	'disability',
	'firstContact',
] as const satisfies readonly Field[];
/** Street, postcode and city are one thing: half an old and half a new address would be a wrong one. */
const ADDRESS: ReadonlySet<Field> = new Set(['street', 'postcode', 'city']);
const MAX_PHONES = 10;
const MAX_REMARKS = 4000;

/**
 * The changes that complete `existing` by what only `imported` says; `{}` when there is nothing new. Empty fields are
 * filled; phone numbers and lines of the remarks that are not there yet are added behind the others. Filling again
 * with the same row gives `{}`.
 */
export function fillPerson(existing: PersonFields, imported: PersonFields): Partial<PersonFields> {
	const changes: Partial<PersonFields> = {};
	const movedAway = differingFields(existing, imported).some((field) => ADDRESS.has(field));
	for (const field of SCALARS) {
		if (existing[field] !== null || imported[field] === null) continue;
		if (movedAway && ADDRESS.has(field)) continue;
		Object.assign(changes, { [field]: imported[field] });
	}
	const known = new Set(existing.phones.map((phone) => phone.number));
	const phones = [...existing.phones, ...imported.phones.filter((phone) => !known.has(phone.number))].slice(0, MAX_PHONES);
	if (phones.length > existing.phones.length) changes.phones = phones;
	if (existing.languages.length === 0 && imported.languages.length > 0) changes.languages = imported.languages;
	if (existing.childBirthYears.length === 0 && imported.childBirthYears.length > 0)
		changes.childBirthYears = imported.childBirthYears;
	const remarks = addLines(existing.remarks, imported.remarks, MAX_REMARKS);
	if (remarks !== existing.remarks) changes.remarks = remarks;
	return changes;
}

/** Fields in which both say something and not the same; spelling that folds alike is the same. */
export function differingFields(existing: PersonFields, imported: PersonFields): Field[] {
	return SCALARS.filter((field) => {
		const here = existing[field];
		const there = imported[field];
		return here !== null && there !== null && comparable(field, here) !== comparable(field, there);
	});
}

function comparable(field: Field, value: string | number): string | number {
	if (typeof value === 'number') return value;
	if (field === 'street') return sameStreetKey(fold(value));
	if (field === 'email') return value.toLowerCase();
	return fold(value) || value;
}
