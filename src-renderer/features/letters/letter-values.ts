import type { Session } from '#renderer/features/members/session.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { isUndecided } from '#shared/features/appointments/model.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import {
	addressOf,
	addressOfBusiness,
	type BusinessAddressee,
	type PlaceholderValues,
	placeholderValues,
} from '#shared/features/letters/placeholders.ts';
import type { Person } from '#shared/features/people/model.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import type { BusinessId, PersonId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** What stands for the placeholders in texts of this case file, and the client's address; null: not enough of it is known. */
export async function valuesOf(
	{ id, personId, businessId, number, concern }: CaseFile,
	{ profile, member }: Session,
): Promise<{ values: PlaceholderValues; address: string | null; clientName: string }> {
	const [person, business, appointments] = await Promise.all([
		personOf(personId),
		businessOf(businessId),
		queryClient.fetchQuery(api.appointments.ofCase.queryOptions({ input: { caseId: id } })),
	]);
	const today = localDateOf(Date.now());
	const now = wallTimeOf(Date.now());
	const [appointment = null] = appointments
		.filter(({ day, from, state }) => (day > today || (day === today && from >= now)) && isUndecided(state))
		.sort((a, b) => `${a.day} ${a.from}`.localeCompare(`${b.day} ${b.from}`));
	return {
		values: placeholderValues({
			person,
			business,
			caseNumber: number,
			concern,
			appointment,
			today,
			counsellor: member.name,
			profile,
		}),
		address: (business ? addressOfBusiness(business) : person && addressOf(person))?.join('\n') ?? null,
		clientName: business?.name ?? [person?.firstName, person?.lastName].filter(Boolean).join(' '),
	};
}

const personOf = async (id: PersonId | null): Promise<Person | null> =>
	id === null ? null : queryClient.fetchQuery(api.people.get.queryOptions({ input: { id } }));

/** The main site and contact are the first ones. */
async function businessOf(id: BusinessId | null): Promise<BusinessAddressee | null> {
	if (id === null) return null;
	const { name, sites, contacts } = await queryClient.fetchQuery(api.businesses.get.queryOptions({ input: { id } }));
	const [site = null] = sites;
	const [contact] = contacts;
	if (!contact) return { name, site, contact: null };
	// Somebody who is not there any more is still called so.
	const person = contact.personName === null ? null : await personOf(contact.personId);
	return { name, site, contact: { name: contact.name, person } };
}
