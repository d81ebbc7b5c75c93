import { ORPCError } from '@orpc/server';

/** What a user can cause, as the typed refusal of the contract. */
export function notFound(): never {
	throw new ORPCError('NOT_FOUND', { status: 404 });
}

export function noAccess(): never {
	throw new ORPCError('NO_ACCESS', { status: 403 });
}
