import { z } from 'zod';
import { fold, foldedWords } from '#shared/kernel/fold.ts';
import { BusinessContactId, BusinessId, BusinessSiteId, PersonId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/**
 * Businesses (Unternehmen) that are counselled, in the counselling vault: also clubs, and what is still being founded.
 * Their sites and contacts are records of their own, so that two PCs can each add one while apart.
 */

export const LegalForm = z.enum(['sole_trader', 'gbr', 'gmbh', 'ug', 'ek', 'ohg', 'kg', 'ev', 'eg', 'founding', 'other']);
export type LegalForm = z.infer<typeof LegalForm>;

/** A year (`2019`), or the day where it is known (`2019-04-01`). */
export const Founded = z.union([z.string().regex(/^(1[5-9]|20|21)\d{2}$/), LocalDate]);
export type Founded = z.infer<typeof Founded>;

export const BusinessFields = z.object({
	name: requiredText(160),
	legalForm: LegalForm.nullable(),
	/** What it does, in the office's words. */
	branch: optionalText(120),
	founded: Founded.nullable(),
	employees: z.int().min(0).max(1_000_000).nullable(),
	website: optionalText(200),
	/** As it stands on paper. */
	phone: optionalText(40),
	email: z.email().max(200).nullable(),
	remarks: optionalText(4000),
});
export type BusinessFields = z.infer<typeof BusinessFields>;

/** Where it works (Betriebsstätte). */
export const SiteFields = z.object({
	/** `Hauptsitz`, `Werkstatt`. */
	name: requiredText(120),
	/** DIN 5008: addition line above the street. */
	addressExtra: optionalText(120),
	street: optionalText(120),
	postcode: optionalText(12),
	city: optionalText(120),
});
export type SiteFields = z.infer<typeof SiteFields>;

/** Who speaks for it (Ansprechperson). */
export const BusinessContactFields = z.object({
	name: requiredText(160),
	/** `Inhaberin`, `Buchhaltung`. */
	role: optionalText(120),
	phone: optionalText(40),
	email: z.email().max(200).nullable(),
	/** The same human in the list of people. */
	personId: PersonId.nullable(),
});
export type BusinessContactFields = z.infer<typeof BusinessContactFields>;

export const BusinessSite = SiteFields.extend({ id: BusinessSiteId });
export type BusinessSite = z.infer<typeof BusinessSite>;

export const BusinessContact = BusinessContactFields.extend({
	id: BusinessContactId,
	/** `Yılmaz, Mehmet`; null: not linked, or not there any more. */
	personName: z.string().nullable(),
});
export type BusinessContact = z.infer<typeof BusinessContact>;

/** The main one of both comes first, the others in the order in which they were added. */
export const Business = BusinessFields.extend({
	id: BusinessId,
	sites: z.array(BusinessSite),
	contacts: z.array(BusinessContact),
	createdAt: z.number(),
	updatedAt: z.number(),
});
export type Business = z.infer<typeof Business>;

export const BusinessRow = z.object({
	id: BusinessId,
	name: z.string(),
	legalForm: LegalForm.nullable(),
	branch: z.string().nullable(),
	/** Of the main site. */
	street: z.string().nullable(),
	city: z.string().nullable(),
	/** The main one. */
	contactName: z.string().nullable(),
	phone: z.string().nullable(),
	updatedAt: z.number(),
	openCases: z.int(),
});
export type BusinessRow = z.infer<typeof BusinessRow>;

export const EMPTY_BUSINESS: Omit<BusinessFields, 'name'> = {
	legalForm: null,
	branch: null,
	founded: null,
	employees: null,
	website: null,
	phone: null,
	email: null,
	remarks: null,
};

export const EMPTY_SITE: Omit<SiteFields, 'name'> = { addressExtra: null, street: null, postcode: null, city: null };
export const EMPTY_CONTACT: Omit<BusinessContactFields, 'name'> = { role: null, phone: null, email: null, personId: null };

/**
 * The main one first, the others by age (ids are in the order of time). One value in the business says which it is, so
 * there are never two; where that one is gone, or none was chosen, it is the oldest.
 */
export function mainFirst<One extends { readonly id: string }>(all: readonly One[], mainId: string | null): One[] {
	const byAge = [...all].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const main = byAge.find(({ id }) => id === mainId);
	return main === undefined ? byAge : [main, ...byAge.filter((one) => one !== main)];
}

const FORMS = new Set(['gbr', 'gmbh', 'ug', 'ek', 'ohg', 'kg', 'ev', 'eg', 'haftungsbeschrankt', 'mbh', 'co', 'und']);
/** Written with a point or a blank they are two words. */
const SPLIT_FORMS = new Set(['e k', 'e v', 'e g', 'e kfm', 'e kfr']);

/** What a business is known again by: its name folded, without its legal form. Never empty where the name is not. */
export function businessKey(name: string): string {
	const words = foldedWords(name);
	const kept: string[] = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? '';
		if (at > 0 && SPLIT_FORMS.has(`${word} ${words[at + 1]}`)) at++;
		else if (at === 0 || !FORMS.has(word)) kept.push(word);
	}
	return kept.length > 0 ? kept.join(' ') : fold(name);
}

export interface Place {
	readonly postcode: string | null;
	readonly city: string | null;
}

/** Not plainly somewhere else: the same postcode or town; or of one of them no place is known. */
export function mayBeSamePlace(one: readonly Place[], other: readonly Place[]): boolean {
	const known = (places: readonly Place[]) => places.filter(({ postcode, city }) => Boolean(postcode?.trim() || city?.trim()));
	const [here, there] = [known(one), known(other)];
	if (here.length === 0 || there.length === 0) return true;
	const same = (a: string | null, b: string | null) => Boolean(a?.trim() && b?.trim()) && fold(a ?? '') === fold(b ?? '');
	return here.some((a) => there.some((b) => same(a.postcode, b.postcode) || same(a.city, b.city)));
}
