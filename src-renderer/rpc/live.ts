import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { onConnectionChange } from '#renderer/rpc/connection.ts';
import type { Change } from '#shared/features/records/contract.ts';

/**
 * Keeps the screen true: hears which tables changed (here or on another PC) and fetches again exactly the queries that
 * show them. Drafts are not among them: what somebody is typing is never overwritten from behind.
 */
const SHOWN_BY: Record<string, readonly (readonly unknown[])[]> = {
	person: [api.people.key(), api.search.key(), api.cases.list.key(), api.cases.get.key(), api.cases.todos.key()],
	case_file: [api.cases.key(), api.people.list.key(), api.people.get.key(), api.search.key()],
	contact: [api.cases.contacts.key(), api.cases.list.key(), api.cases.get.key(), api.cases.ofPerson.key()],
	todo: [api.cases.todos.key()],
	site_profile: [api.site.status.key()],
};

/** Follows the changes until `signal` is aborted. Ends by itself when the session does. */
export async function followChanges(signal: AbortSignal): Promise<void> {
	const stopWatching = onConnectionChange(() => void queryClient.invalidateQueries());
	signal.addEventListener('abort', stopWatching, { once: true });
	while (!signal.aborted) {
		try {
			for await (const change of await client.records.changes(undefined, { signal })) apply(change);
		} catch {
			// The stream broke: with the session (the status says so) or with the connection (it waits and comes back).
		}
		if (signal.aborted) return;
		await queryClient.invalidateQueries({ queryKey: api.site.status.key() });
		await pause(1000, signal);
	}
}

function apply(change: Change): void {
	const keys =
		change.kind === 'session'
			? [api.site.key(), api.members.key()]
			: change.kind === 'share'
				? [api.share.key()]
				: change.tables.flatMap((table) => SHOWN_BY[table] ?? []);
	if (change.kind === 'records') keys.push(api.records.history.key());
	for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		signal.addEventListener(
			'abort',
			() => {
				clearTimeout(timer);
				resolve();
			},
			{ once: true },
		);
	});
}
