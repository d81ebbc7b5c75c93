import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/rpc/api.ts';
import type { Business } from '#shared/features/businesses/model.ts';
import type { Client } from '#shared/features/cases/client.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type { Person } from '#shared/features/people/model.ts';
import type { BusinessId, PersonId } from '#shared/kernel/ids.ts';

/** Whom a case file is about, as the office knows them. */
export type KnownClient =
	| { readonly person: Person; readonly business: null }
	| { readonly person: null; readonly business: Business };

type Ids = Pick<CaseFile, 'personId' | 'businessId'>;

/** Undefined until it has been fetched. */
export function useClient({ personId, businessId }: Ids): { data: KnownClient | undefined; error: Error | null } {
	const person = useQuery({
		...api.people.get.queryOptions({ input: { id: personId as PersonId } }),
		enabled: personId !== null,
	});
	const business = useQuery({
		...api.businesses.get.queryOptions({ input: { id: businessId as BusinessId } }),
		enabled: personId === null,
	});
	const { error } = personId === null ? business : person;
	if (personId === null) return { data: business.data && { person: null, business: business.data }, error };
	return { data: person.data && { person: person.data, business: null }, error };
}

/** The newest first; asks for nothing while nobody is chosen. */
export function useCasesOf(client: Client | null) {
	const { personId, businessId } = client ?? { personId: null, businessId: null };
	const ofPerson = useQuery({
		...api.cases.ofPerson.queryOptions({ input: { personId: personId as PersonId } }),
		enabled: personId !== null,
	});
	const ofBusiness = useQuery({
		...api.cases.ofBusiness.queryOptions({ input: { businessId: businessId as BusinessId } }),
		enabled: businessId !== null,
	});
	return businessId === null ? ofPerson : ofBusiness;
}
