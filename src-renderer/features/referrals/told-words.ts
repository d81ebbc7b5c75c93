import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { addressLines, codeWord } from '#renderer/features/people/words.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

/** What a referral's sheet tells of the person, in German words; what is not told, or not known, is left out. */
export function toldRows(person: PersonFields): [name: string, value: string][] {
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
	return rows.flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [[name, String(value)]]));
}
