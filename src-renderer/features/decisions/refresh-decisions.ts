import { api, queryClient } from '#renderer/rpc/api.ts';

export async function refreshDecisions(): Promise<void> {
	await queryClient.invalidateQueries({ queryKey: api.decisions.key() });
}

const all = () => [...document.querySelectorAll<HTMLElement>('[data-decision]')];

/** Where on the page something is decided, before it goes away: it may be gone before the answer is here. */
export const placeOf = (place: HTMLElement | null): number => (place ? all().indexOf(place) : 0);

/** What was decided goes away; whoever works with keys goes on with the next one, or hears the page's title at the end. */
export async function goOn(at: number): Promise<void> {
	await refreshDecisions();
	// Rendered with what has just been fetched.
	await new Promise(requestAnimationFrame);
	// Somebody has gone elsewhere meanwhile.
	if (document.activeElement !== null && document.activeElement !== document.body) return;
	const rest = all();
	const next = (rest[at] ?? rest[at - 1])?.querySelector<HTMLElement>('[data-take]:not(:disabled)');
	(next ?? document.querySelector<HTMLElement>('[data-page-title]'))?.focus();
}
