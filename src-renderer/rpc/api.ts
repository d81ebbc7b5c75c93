import { ORPCError } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { client } from '#renderer/rpc/client.ts';

/** Query and mutation options of every procedure: `useQuery(api.people.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client);

/** What is shown stays valid until `live.ts` hears of a change; a typed refusal is an answer and is not asked again. */
export const queryClient = new QueryClient({
	defaultOptions: {
		queries: {
			networkMode: 'always',
			staleTime: Number.POSITIVE_INFINITY,
			refetchOnWindowFocus: false,
			retry: (failures, error) => failures < 2 && !(error instanceof ORPCError),
		},
		mutations: { networkMode: 'always' },
	},
});
