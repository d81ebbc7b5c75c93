import type { BusinessId, PersonId } from '#shared/kernel/ids.ts';

/** Whom a case file or a consent is about: a person or a business, never both and never nobody. */
export type Client =
	| { readonly personId: PersonId; readonly businessId: null }
	| { readonly personId: null; readonly businessId: BusinessId };

/** As it is asked for: what is left out is nobody. */
export interface MaybeClient {
	readonly personId?: PersonId | null | undefined;
	readonly businessId?: BusinessId | null | undefined;
}

/** Null where both are named, or neither. */
export function clientOf({ personId = null, businessId = null }: MaybeClient): Client | null {
	if (personId !== null) return businessId === null ? { personId, businessId } : null;
	return businessId === null ? null : { personId, businessId };
}
