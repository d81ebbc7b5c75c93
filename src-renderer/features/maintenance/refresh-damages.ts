import { api, queryClient } from '#renderer/rpc/api.ts';

/** After a case has changed: its own pages, and the state of its item. */
export async function refreshDamages(): Promise<void> {
	const changed = [
		...[api.maintenance.list.key(), api.maintenance.get.key(), api.lending.accounts.key()],
		...[api.inventory.get.key(), api.inventory.list.key(), api.records.history.key()],
	];
	await Promise.all(changed.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
