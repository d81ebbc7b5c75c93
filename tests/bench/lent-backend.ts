import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '#shared/contract.ts';
import { benchBackend, foundSite, MEMBER } from './bench-backend.ts';
import { ITEMS, LOANS, lendForYears, type ManyLoans } from './many-loans.ts';

/** A PC of a workshop that has lent for years, with somebody signed in. */
export interface LentBackend extends ManyLoans {
	readonly client: ContractRouterClient<Contract>;
	dispose(): Promise<void>;
}

export const SIZE = `${ITEMS.toLocaleString('en')} items, ${LOANS.toLocaleString('en')} loans`;

export async function lentBackend(folder: string): Promise<LentBackend> {
	const dataDir = join(folder, 'Werkstatt PC');
	const founding = await benchBackend(dataDir);
	await foundSite(createRouterClient(founding.router, { context: {} }));
	await founding.dispose();
	const lent = await lendForYears(dataDir);
	const backend = await benchBackend(dataDir);
	const client = createRouterClient(backend.router, { context: {} });
	await client.members.signIn(MEMBER);
	return { ...lent, client, dispose: () => backend.dispose() };
}

/** All over a list, and each of it once before any comes again: 7919 is prime. */
export const somewhere = <T>(list: readonly T[], at: number): T => list[(at * 7919) % list.length] as T;
