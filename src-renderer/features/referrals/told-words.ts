import { texts as businessTexts } from '#renderer/features/businesses/texts.ts';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { addressLines, codeWord } from '#renderer/features/people/words.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import type { ToldBusiness, ToldClient } from '#shared/features/referrals/told-facts.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

type Rows = [name: string, value: string][];

/** Whom a referral's sheet is about. */
export function whoOnSheet({ person, business }: ToldClient): Rows {
	if (business !== null) return filled([['Unternehmen', business.name], ...formRow(business)]);
	if (person === null) return [];
	const name = [person.title, person.firstName, person.lastName].filter(Boolean).join(' ');
	return filled([
		['Name', name],
		['Geburtsdatum', person.birthDate && formatLocalDate(person.birthDate)],
	]);
}

/** What else it tells of them, in German words; what is not told, or not known, is left out. */
export function toldRows({ person, business }: ToldClient): Rows {
	if (business !== null) return rowsOfBusiness(business);
	return person === null ? [] : rowsOfPerson(person);
}

const formRow = ({ legalForm, branch }: ToldBusiness): [string, string | null][] => [
	['Rechtsform', legalForm && businessTexts.de.legalForm[legalForm]],
	['Branche', branch],
];

function rowsOfBusiness({ phone, email, website, site, contact }: ToldBusiness): Rows {
	const reach = contact && [contact.phone, contact.email].filter(Boolean).join(', ');
	const who = contact && [contact.role ? `${contact.name} (${contact.role})` : contact.name, reach].filter(Boolean).join(', ');
	return filled([
		['Anschrift', site && addressLines(site).join(', ')],
		['Ansprechperson', who],
		['Telefon', phone],
		['E-Mail', email],
		['Internetseite', website],
	]);
}

function rowsOfPerson(person: PersonFields): Rows {
	const t = fieldTexts.de;
	const word = (field: keyof PersonFields) => codeWord(field, person[field], t, 'de');
	const day = (field: 'residenceUntil' | 'unemployedSince') => person[field] && formatLocalDate(person[field]);
	const phones = person.phones.map(({ number, label }) => [formatPhone(number), label].filter(Boolean).join(' '));
	const rows: [string, string | number | null | undefined][] = [
		['Anschrift', addressLines(person).join(', ')],
		[t.field.phones, [...phones, person.doNotCall && t.field.doNotCall].filter(Boolean).join(', ')],
		[t.field.email, person.email],
		[t.field.preferredContact, word('preferredContact')],
		[t.field.languages, word('languages')],
		[t.field.interpreterNeeded, word('interpreterNeeded')],
		[t.field.nationality, word('nationality')],
		[t.field.residenceTitle, person.residenceTitle],
		[t.field.residenceUntil, day('residenceUntil')],
		[t.field.workAccess, word('workAccess')],
		[t.field.adults, person.adults],
		[t.field.childBirthYears, person.childBirthYears.join(', ')],
		[t.field.singleParent, word('singleParent')],
		[t.field.employment, word('employment')],
		[t.field.unemployedSince, day('unemployedSince')],
		[t.field.drivingLicence, word('drivingLicence')],
		[t.field.schoolDegree, word('schoolDegree')],
		[t.field.vocationalDegree, word('vocationalDegree')],
		[t.field.benefit, word('benefit')],
		['Behinderung', word('disability')],
	];
	return filled(rows);
}

const filled = (rows: readonly (readonly [string, string | number | null | undefined])[]): Rows =>
	rows.flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [[name, String(value)]]));
