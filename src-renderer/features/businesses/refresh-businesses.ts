import { api, queryClient } from '#renderer/rpc/api.ts';

/** After a change made here, at once; changes from elsewhere come through rpc/live.ts. */
export async function refreshBusinesses(): Promise<void> {
	await Promise.all([
		queryClient.invalidateQueries({ queryKey: api.businesses.key() }),
		queryClient.invalidateQueries({ queryKey: api.cases.key() }),
	]);
}
