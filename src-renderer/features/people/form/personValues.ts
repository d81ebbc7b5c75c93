import { formatPhone, parsePhone } from '#renderer/i18n/phone.ts';
import { EMPTY_PERSON, PersonFields } from '#shared/features/people/model.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/**
 * A person as they stand in the form: texts as typed, so that nothing typed is lost to a rule it does not fit yet. The
 * way there and back, and what does not fit.
 */

const TEXTS = [
	'title',
	'firstName',
	'lastName',
	'birthName',
	'pronunciation',
	'residenceTitle',
	'addressExtra',
	'street',
	'postcode',
	'city',
	'email',
	'remarks',
] as const satisfies readonly (keyof PersonFields)[];
export type TextField = (typeof TEXTS)[number];

export interface PersonValues extends Omit<PersonFields, TextField | 'phones' | 'childBirthYears'>, Record<TextField, string> {
	phones: { text: string; label: string }[];
	/** `2015, 2018` */
	childBirthYears: string;
	/** The remarks that those in the form were made from; a draft keeps it, so that taking it up undoes nobody's words. */
	remarksBase: string;
}

/** What does not fit, by field; a phone's by its position: `phones.0`. */
export type Problems = Partial<Record<string, 'name_missing' | 'phone' | 'email' | 'years'>>;

export function toValues(person: PersonFields): PersonValues {
	const values = { ...person } as unknown as PersonValues;
	for (const field of TEXTS) values[field] = person[field] ?? '';
	values.phones = person.phones.map((phone) => ({ text: formatPhone(phone.number), label: phone.label }));
	values.remarksBase = values.remarks;
	values.childBirthYears = person.childBirthYears.join(', ');
	return values;
}

export const EMPTY_VALUES: PersonValues = toValues(EMPTY_PERSON);

/** The fields to store; null while something does not fit. */
export function toFields(values: PersonValues, now: number): PersonFields | null {
	if (Object.keys(problemsOf(values, now)).length > 0) return null;
	const fields: PersonFields = { ...EMPTY_PERSON };
	for (const key of Object.keys(EMPTY_PERSON) as (keyof PersonFields)[]) {
		if (!isText(key) && key !== 'phones' && key !== 'childBirthYears') Object.assign(fields, { [key]: values[key] });
	}
	for (const field of TEXTS) fields[field] = values[field].normalize('NFC').trim() || null;
	fields.phones = values.phones.flatMap(({ text, label }) => {
		const number = parsePhone(text);
		return number === null ? [] : [{ number, label: label.trim() }];
	});
	fields.languages = values.languages.filter((language) => language.code !== '');
	fields.childBirthYears = yearsOf(values.childBirthYears) ?? [];
	return fields;
}

export function problemsOf(values: PersonValues, now: number): Problems {
	const problems: Problems = {};
	if (!values.firstName.trim() && !values.lastName.trim()) problems.lastName = 'name_missing';
	values.phones.forEach(({ text }, index) => {
		if (text.trim() && parsePhone(text) === null) problems[`phones.${index}`] = 'phone';
	});
	if (values.email.trim() && !PersonFields.shape.email.safeParse(values.email.trim()).success) problems.email = 'email';
	const years = yearsOf(values.childBirthYears);
	const thisYear = Number(localDateOf(now).slice(0, 4));
	if (years === null || years.some((year) => year < 1900 || year > thisYear)) problems.childBirthYears = 'years';
	return problems;
}

/** Only what changed, so that two people's edits of one person both survive. */
export function changedFields(before: PersonFields, after: PersonFields): Partial<PersonFields> {
	const keys = (Object.keys(EMPTY_PERSON) as (keyof PersonFields)[]).filter(
		(key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
	);
	return Object.fromEntries(keys.map((key) => [key, after[key]]));
}

/** What a draft keeps: only what was typed here, so that a draft taken up again does not undo what others changed. */
export function draftOf(initial: PersonValues, values: PersonValues): string {
	const keys = (Object.keys(values) as (keyof PersonValues)[]).filter(
		(key) => JSON.stringify(initial[key]) !== JSON.stringify(values[key]),
	);
	if (!keys.some((key) => key !== 'remarksBase')) return '';
	if (keys.includes('remarks') && !keys.includes('remarksBase')) keys.push('remarksBase');
	return JSON.stringify(Object.fromEntries(keys.map((key) => [key, values[key]])));
}

/** A draft laid over what the record holds; null when it is not one (or from a version that kept it otherwise). */
export function valuesFromDraft(initial: PersonValues, text: string): PersonValues | null {
	try {
		const draft: unknown = JSON.parse(text);
		if (typeof draft !== 'object' || draft === null) return null;
		const values = { ...initial, ...draft } as PersonValues;
		const readable = [...TEXTS, 'remarksBase' as const].every((field) => typeof values[field] === 'string');
		return readable && Array.isArray(values.phones) ? values : null;
	} catch {
		return null;
	}
}

/** `2015, 18` → 2015, 2018; null when something in it is not a year. */
function yearsOf(text: string): number[] | null {
	const parts = text.split(/[\s,;./+]+|und|u\./u).filter(Boolean);
	if (parts.some((part) => !/^(\d{4}|\d{2})$/.test(part))) return null;
	return parts.map((part) => (part.length === 2 ? 2000 + Number(part) : Number(part))).sort((a, b) => a - b);
}

const isText = (key: keyof PersonFields): key is TextField => (TEXTS as readonly string[]).includes(key);
