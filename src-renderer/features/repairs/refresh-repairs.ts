import { api, queryClient } from '#renderer/rpc/api.ts';

/** After a repair has changed here: at once, without waiting for the change to be told. */
export async function refreshRepairs(): Promise<void> {
	const changed = [api.repairs.key(), api.records.history.key()];
	await Promise.all(changed.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
