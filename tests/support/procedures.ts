import { isContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import { contract } from '#shared/contract.ts';
import type { Client } from './office.ts';

/** Every procedure of the contract, flat: `people.list` with its input schema (undefined when it takes none). */
export interface ProcedureOf {
	readonly path: string;
	readonly input: z.ZodType | undefined;
}

export const PROCEDURES: readonly ProcedureOf[] = Object.entries(contract).flatMap(([feature, procedures]) =>
	Object.entries(procedures).map(([name, procedure]): ProcedureOf => {
		if (!isContractProcedure(procedure)) throw new Error(`${feature}.${name} is no procedure`);
		return { path: `${feature}.${name}`, input: procedure['~orpc'].inputSchema as z.ZodType | undefined };
	}),
);

/** Calls by path with whatever it is given; a stream is read to its end, at most `values` of it. */
export async function call(client: Client, path: string, input: unknown, values = 1000): Promise<unknown> {
	const [feature = '', name = ''] = path.split('.');
	const procedure = (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[feature]?.[name];
	if (!procedure) throw new Error(`${path} is not served`);
	const result = await procedure(input);
	if (typeof result !== 'object' || result === null || !(Symbol.asyncIterator in result)) return result;
	const stream = result as AsyncGenerator<unknown>;
	const seen: unknown[] = [];
	while (seen.length < values) {
		const { done, value } = await stream.next();
		if (done) return seen;
		seen.push(value);
	}
	await stream.return(undefined);
	return seen;
}
