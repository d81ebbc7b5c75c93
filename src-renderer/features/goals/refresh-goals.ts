import { api, queryClient } from '#renderer/rpc/api.ts';

/** After a change made here, at once; changes from elsewhere come through rpc/live.ts. The stage follows from goals. */
export async function refreshGoals(): Promise<void> {
	await Promise.all(
		[api.goals.key(), api.cases.get.key(), api.cases.list.key()].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
	);
}
