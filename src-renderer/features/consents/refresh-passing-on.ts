import { api, queryClient } from '#renderer/rpc/api.ts';

/** After a change made here, at once: what is released decides what may be sent. */
export async function refreshPassingOn(): Promise<void> {
	await Promise.all([api.consents, api.referrals].map((feature) => queryClient.invalidateQueries({ queryKey: feature.key() })));
}
