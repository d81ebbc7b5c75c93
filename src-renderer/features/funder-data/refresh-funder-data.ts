import { api, queryClient } from '#renderer/rpc/api.ts';

/** After a change made here, at once; changes from elsewhere come through rpc/live.ts. */
export async function refreshFunderData(): Promise<void> {
	await queryClient.invalidateQueries({ queryKey: api.funderData.key() });
}
