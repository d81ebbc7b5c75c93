import { z } from 'zod';
import { type Business, BusinessContact, BusinessFields, BusinessSite } from '#shared/features/businesses/model.ts';
import type { ReleaseTopic } from '#shared/features/consents/model.ts';
import { PersonFields } from '#shared/features/people/model.ts';

/**
 * What of a client's data goes along with a referral: name and birth date, or name and place of a business, so that the
 * right one is meant, and of everything else only what was released.
 */
type Told = keyof PersonFields;

const ALWAYS: readonly Told[] = ['title', 'firstName', 'lastName', 'birthDate'];

const BY_TOPIC: Readonly<Partial<Record<ReleaseTopic, readonly Told[]>>> = {
	contact_details: ['addressExtra', 'street', 'postcode', 'city', 'phones', 'email', 'doNotCall', 'preferredContact'],
	residence: ['nationality', 'residenceTitle', 'residenceUntil', 'workAccess'],
	language: ['languages', 'interpreterNeeded'],
	family: ['adults', 'childBirthYears', 'singleParent'],
	work: ['employment', 'unemployedSince', 'drivingLicence'],
	education: ['schoolDegree', 'vocationalDegree'],
	authorities: ['benefit'],
	health: ['disability'],
};

function toldFacts(topics: readonly ReleaseTopic[]): readonly Told[] {
	return [...ALWAYS, ...topics.flatMap((topic) => BY_TOPIC[topic] ?? [])];
}

/** The person with nothing but what may be told; the rest as if nobody had asked. */
export function toldOf<Person extends PersonFields>(
	person: Person,
	topics: readonly ReleaseTopic[],
	empty: PersonFields,
): PersonFields {
	return { ...empty, ...Object.fromEntries(toldFacts(topics).map((field) => [field, person[field]])) };
}

export const ToldBusiness = BusinessFields.pick({
	name: true,
	legalForm: true,
	branch: true,
	phone: true,
	email: true,
	website: true,
}).extend({
	/** The main ones; null: none, or not released. */
	site: BusinessSite.nullable(),
	contact: BusinessContact.omit({ personId: true, personName: true }).nullable(),
});
export type ToldBusiness = z.infer<typeof ToldBusiness>;

/** One of the two, the other is null. */
export const ToldClient = z.object({ person: PersonFields.nullable(), business: ToldBusiness.nullable() });
export type ToldClient = z.infer<typeof ToldClient>;

/** What it is called and does is known anyway; how to reach it and whom only with its contact details. */
export function toldOfBusiness(business: Business, topics: readonly ReleaseTopic[]): ToldBusiness {
	const { name, legalForm, branch, phone, email, website, sites, contacts } = business;
	if (!topics.includes('contact_details')) {
		return { name, legalForm, branch, phone: null, email: null, website: null, site: null, contact: null };
	}
	const [site = null] = sites;
	const [contact] = contacts;
	const who = contact && { id: contact.id, name: contact.name, role: contact.role, phone: contact.phone, email: contact.email };
	return { name, legalForm, branch, phone, email, website, site, contact: who ?? null };
}
