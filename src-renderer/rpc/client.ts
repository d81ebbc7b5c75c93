import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { openLink } from '#renderer/rpc/link.ts';
import type { Contract } from '#shared/contract.ts';

/** The typed client of the whole contract. Screens use it through `api.ts`; streams and one-off calls use it directly. */
export type Client = ContractRouterClient<Contract>;

const opening = openLink();
const link: ClientLink<ClientContext> = {
	call: async (path, input, options) => (await opening).call(path, input, options),
};

export const client: Client = createORPCClient(link);
