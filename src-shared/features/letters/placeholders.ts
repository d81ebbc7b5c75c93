import type { Person } from '#shared/features/people/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

/**
 * Placeholders of templates, and what stands for them in a letter. A text is filled in one pass: what a value contains is
 * never read as a placeholder again, so that a name may be `{Heute}`.
 */
export const PLACEHOLDERS = [
	'Anrede',
	'Vorname',
	'Nachname',
	'Unternehmen',
	'Ansprechperson',
	'Anschrift',
	'Geburtsdatum',
	'Aktenzeichen',
	'Anliegen',
	'Nächster Termin',
	'Heute',
	'Beraterin',
	'Einrichtung',
	'Träger',
	'Telefon',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Null: not known. */
export type PlaceholderValues = Readonly<Record<Placeholder, string | null>>;

export interface Filled {
	/** With a visible mark wherever something is missing or unknown. */
	readonly text: string;
	readonly missing: readonly Placeholder[];
	/** As they were written. */
	readonly unknown: readonly string[];
}

const WRITTEN = /\{([^{}\n]{1,60})\}/g;
/** Capitals and blanks make no difference: `{NächsterTermin}` is found. */
const folded = (name: string): string => name.normalize('NFC').replace(/\s+/g, '').toLocaleLowerCase('de');
const BY_NAME = new Map<string, Placeholder>(PLACEHOLDERS.map((name) => [folded(name), name]));

const missingMark = (name: string): string => `[${name} fehlt]`;
const unknownMark = (name: string): string => `[${name}: unbekannt]`;

export function fillTemplate(text: string, values: PlaceholderValues): Filled {
	const missing = new Set<Placeholder>();
	const unknown = new Set<string>();
	const filled = text.normalize('NFC').replace(WRITTEN, (_whole, written: string) => {
		const name = BY_NAME.get(folded(written));
		if (name === undefined) {
			unknown.add(written.trim());
			return unknownMark(written.trim());
		}
		const value = values[name]?.trim();
		if (value) return value;
		missing.add(name);
		return missingMark(name);
	});
	return { text: filled, missing: [...missing], unknown: [...unknown] };
}

/** Written in braces, but no placeholder: in the order of the text, each once. */
export function unknownPlaceholders(...texts: readonly string[]): string[] {
	const written = texts.flatMap((text) => [...text.matchAll(WRITTEN)].map(([, name = '']) => name.trim()));
	return [...new Set(written.filter((name) => !BY_NAME.has(folded(name))))];
}

/** The marks that are still in a text: what has to be filled in by hand before it is sent. */
export function gapsIn(...texts: readonly string[]): string[] {
	const marks = /\[([^[\]\n]{1,60}?)(?: fehlt|: unbekannt)\]/g;
	return [...new Set(texts.flatMap((text) => [...text.matchAll(marks)].map(([mark]) => mark)))];
}

type Addressee = Pick<
	Person,
	'title' | 'firstName' | 'lastName' | 'sex' | 'addressExtra' | 'street' | 'postcode' | 'city' | 'birthDate'
>;

/** A business as letters are addressed to it, with its main site and contact. */
export interface BusinessAddressee {
	readonly name: string;
	readonly site: Pick<Person, 'addressExtra' | 'street' | 'postcode' | 'city'> | null;
	/** `person`: where the contact is in the list of people too. */
	readonly contact: { readonly name: string; readonly person: Addressee | null } | null;
}

export interface LetterFacts {
	/** Null: the file is about a business. */
	readonly person: Addressee | null;
	readonly business: BusinessAddressee | null;
	readonly caseNumber: string;
	readonly concern: string | null;
	/** The next one that is planned. */
	readonly appointment: { readonly day: LocalDate; readonly from: string } | null;
	readonly today: LocalDate;
	/** Who writes. */
	readonly counsellor: string;
	readonly profile: SiteProfile;
}

export function placeholderValues(facts: LetterFacts): PlaceholderValues {
	const { business, appointment, profile } = facts;
	const contact = business?.contact ?? null;
	const person = business === null ? facts.person : (contact?.person ?? null);
	const address = business === null ? person && addressOf(person) : addressOfBusiness(business);
	return {
		Anrede: person ? salutation(person) : business && (contact ? `Guten Tag ${contact.name}` : 'Sehr geehrte Damen und Herren'),
		Vorname: person?.firstName ?? null,
		Nachname: person?.lastName ?? null,
		Unternehmen: business?.name ?? null,
		Ansprechperson: contact?.name ?? null,
		Anschrift: address?.join('\n') ?? null,
		Geburtsdatum: business === null && person?.birthDate ? formatLocalDate(person.birthDate) : null,
		Aktenzeichen: facts.caseNumber,
		Anliegen: facts.concern,
		'Nächster Termin':
			appointment &&
			`${WEEKDAY.format(Date.parse(appointment.day))}, ${formatLocalDate(appointment.day)}, um ${appointment.from} Uhr`,
		Heute: formatLocalDate(facts.today),
		Beraterin: facts.counsellor,
		Einrichtung: profile.name,
		Träger: profile.organisation,
		Telefon: profile.phone,
	};
}

const WEEKDAY = new Intl.DateTimeFormat('de-DE', { weekday: 'long', timeZone: 'UTC' });

/** Without the comma after it. Who is neither Frau nor Herr, or has not said, is greeted by name. */
function salutation({ title, firstName, lastName, sex }: Addressee): string | null {
	const named = [title, lastName].filter(Boolean).join(' ');
	if (lastName && sex === 'w') return `Sehr geehrte Frau ${named}`;
	if (lastName && sex === 'm') return `Sehr geehrter Herr ${named}`;
	const whole = [title, firstName, lastName].filter(Boolean).join(' ');
	return whole ? `Guten Tag ${whole}` : null;
}

/** The lines of the address field (DIN 5008: the addition stands above the street); null where no post could be delivered. */
export function addressOf({ title, firstName, lastName, addressExtra, street, postcode, city }: Addressee): string[] | null {
	if (!street?.trim() || !city?.trim()) return null;
	const place = [postcode, city].filter(Boolean).join(' ');
	return [[title, firstName, lastName].filter(Boolean).join(' '), addressExtra ?? '', street, place].filter((line) =>
		line.trim(),
	);
}

/** As for a person, with the contact below the name; null where no post could be delivered. */
export function addressOfBusiness({ name, site, contact }: BusinessAddressee): string[] | null {
	const address = site && addressOf({ ...NOBODY, ...site });
	return address && [name, ...(contact ? [contact.name] : []), ...address];
}

const NOBODY = { title: null, firstName: null, lastName: null, sex: null, birthDate: null };

/** Somebody invented, to try a template with. */
export const INVENTED: LetterFacts & { readonly person: Addressee } = {
	person: {
		...{ title: null, firstName: 'Amira', lastName: 'Beispiel', sex: 'w', birthDate: '1988-04-12' as LocalDate },
		...{ addressExtra: null, street: 'Musterweg 7', postcode: '00000', city: 'Musterstadt' },
	},
	business: null,
	caseNumber: 'F-00042',
	concern: 'Antrag auf Wohngeld',
	appointment: { day: '2026-12-03' as LocalDate, from: '10:00' },
	today: '2026-11-25' as LocalDate,
	counsellor: 'Sabine Muster',
	profile: {
		...{ name: 'Kontaktcafé', organisation: 'Nachbarschaftshilfe e. V.', phone: '02102 000000', lockAfterMinutes: 10 },
		...{ street: 'Beispielallee 1', postcode: '00000', city: 'Musterstadt' },
	},
};

/** Values for every placeholder, so that a template shows what it becomes, for a person or for a business. */
export const INVENTED_VALUES: PlaceholderValues = {
	...placeholderValues(INVENTED),
	Unternehmen: 'Bäckerei Muster GmbH',
	Ansprechperson: 'Ayşe Muster',
};
