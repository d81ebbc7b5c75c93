import type { ReleaseTopic } from '#shared/features/consents/model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';

/**
 * What of a person's data goes along with a referral: name and birth date, so that the right one is meant, and of
 * everything else only what was released.
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
