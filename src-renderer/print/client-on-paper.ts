import { texts } from '#renderer/features/businesses/texts.ts';
import type { KnownClient } from '#renderer/features/cases/useClient.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

/** Whom a case file is about, in the words of papers. Always German. */

/** `Fatma Yılmaz`, or what the business is called. */
export const nameOnPaper = ({ person, business }: KnownClient): string =>
	business === null ? [person.firstName, person.lastName].filter(Boolean).join(' ') : business.name;

/** Who signs: the person, or who speaks for the business. */
export const signerOnPaper = (client: KnownClient): string => {
	const [contact] = client.business?.contacts ?? [];
	return contact ? `${contact.name}, ${nameOnPaper(client)}` : nameOnPaper(client);
};

/** `Person`, `Fatma Yılmaz, geb. 03.04.1988`; `Unternehmen`, `Bäckerei Sonne (GmbH), Ansprechperson Elif Sonne`. */
export function factOnPaper(client: KnownClient): [what: string, who: string] {
	const { person, business } = client;
	const name = nameOnPaper(client);
	if (business === null) {
		return ['Person', person.birthDate === null ? name : `${name}, geb. ${formatLocalDate(person.birthDate)}`];
	}
	const [contact] = business.contacts;
	const form = business.legalForm && texts.de.legalForm[business.legalForm];
	const named = form === null || name.toLocaleLowerCase('de').includes(form.toLocaleLowerCase('de')) ? name : `${name} (${form})`;
	return ['Unternehmen', contact ? `${named}, Ansprechperson ${contact.name}` : named];
}
