import { ORPCError } from '@orpc/server';
import { shareProblemOf } from './share/problem.ts';

/** What a user can cause, as the typed refusal of the contract. */
export function notFound(): never {
	throw new ORPCError('NOT_FOUND', { status: 404 });
}

export function noAccess(): never {
	throw new ORPCError('NO_ACCESS', { status: 403 });
}

/** What a person can be told about the share becomes the contract's refusal. */
export async function refusing<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		const known = shareProblemOf(error);
		throw known ? new ORPCError('SHARE', { status: 409, data: known }) : error;
	}
}
