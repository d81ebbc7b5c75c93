import { api, queryClient } from '#renderer/rpc/api.ts';

export async function refreshDecisions(): Promise<void> {
	await queryClient.invalidateQueries({ queryKey: api.decisions.key() });
}

/** What was decided goes away; whoever works with keys goes on with the next one, or hears the page's title at the end. */
export async function focusNext(place: HTMLElement | null, refresh: () => Promise<void>): Promise<void> {
	const all = () => [...document.querySelectorAll<HTMLElement>('[data-decision]')];
	const at = place ? all().indexOf(place) : 0;
	const wasInside = place?.contains(document.activeElement) ?? false;
	await refresh();
	if (!wasInside && document.activeElement !== document.body) return;
	// Rendered with what has just been fetched.
	await new Promise(requestAnimationFrame);
	const rest = all();
	const next = (rest[at] ?? rest[at - 1])?.querySelector<HTMLElement>('[data-take]:not(:disabled)');
	(next ?? document.querySelector<HTMLElement>('[data-page-title]'))?.focus();
}
