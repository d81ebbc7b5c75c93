import { parseDateText } from '#renderer/ui/date-text.ts';
import {
	type BusinessContactFields,
	type BusinessFields,
	EMPTY_BUSINESS,
	EMPTY_CONTACT,
	EMPTY_SITE,
	Founded,
	type SiteFields,
} from '#shared/features/businesses/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

/** What stands in the fields of the forms for a business while somebody types. */

/** The founding is text until it can be read. */
export type BusinessValues = Omit<BusinessFields, 'founded'> & { readonly founded: string };
export type FactsProblem = 'name' | 'founded' | 'email';

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
/** `2019`, or a date as people type it; undefined: neither. */
function foundedOf(text: string): Founded | null | undefined {
	const typed = text.trim();
	if (typed === '') return null;
	if (/^\d{4}$/.test(typed)) return Founded.safeParse(typed).data;
	const parsed = parseDateText(typed);
	return 'date' in parsed ? parsed.date : undefined;
}

/** As it is shown: a year, or a German date. */
export const foundedWords = (founded: Founded): string => (founded.length === 4 ? founded : formatLocalDate(founded));

export const EMPTY_VALUES: BusinessValues = { ...EMPTY_BUSINESS, name: '', founded: '' };

export function valuesOf({ founded, ...fields }: BusinessFields): BusinessValues {
	return { ...fields, founded: founded === null ? '' : foundedWords(founded) };
}

export function problemsOf({ name, founded, email }: BusinessValues): ReadonlySet<FactsProblem> {
	const found = new Set<FactsProblem>();
	if (name.trim() === '') found.add('name');
	if (foundedOf(founded) === undefined) found.add('founded');
	if (email?.trim() && !isEmail(email.trim())) found.add('email');
	return found;
}

/** Null while something does not fit. */
export function fieldsOf(values: BusinessValues): BusinessFields | null {
	if (problemsOf(values).size > 0) return null;
	return { ...values, founded: foundedOf(values.founded) ?? null, email: values.email?.trim() || null };
}

export type ContactProblem = 'contactName' | 'email';

export const EMPTY_SITE_VALUES: SiteFields = { ...EMPTY_SITE, name: '' };
export const EMPTY_CONTACT_VALUES: BusinessContactFields = { ...EMPTY_CONTACT, name: '' };

export function contactProblems({ name, email }: BusinessContactFields): ReadonlySet<ContactProblem> {
	const found = new Set<ContactProblem>();
	if (name.trim() === '') found.add('contactName');
	if (email?.trim() && !isEmail(email.trim())) found.add('email');
	return found;
}

export const contactFields = (values: BusinessContactFields): BusinessContactFields => ({
	...values,
	email: values.email?.trim() || null,
});

/** Nothing but blanks was typed. */
export const isEmpty = (values: Readonly<Record<string, unknown>>): boolean =>
	Object.values(values).every((value) => value === null || (typeof value === 'string' && value.trim() === ''));

/** Only what was changed here, so that somebody else's change of another field stays. */
export function changedOf<Values extends object>(before: Values, after: Values): Partial<Values> {
	const keys = (Object.keys(after) as (keyof Values)[]).filter((key) => before[key] !== after[key]);
	return Object.fromEntries(keys.map((key) => [key, after[key]])) as Partial<Values>;
}
