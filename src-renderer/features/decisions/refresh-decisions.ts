import { api, queryClient } from '#renderer/rpc/api.ts';

export async function refreshDecisions(): Promise<void> {
	await queryClient.invalidateQueries({ queryKey: api.decisions.key() });
}

const all = () => [...document.querySelectorAll<HTMLElement>('[data-decision]')];

/** Where on the page something is decided, before it goes away: it may be gone before the answer is here. */
export interface Place {
	readonly element: HTMLElement | null;
	readonly at: number;
}

export const placeOf = (element: HTMLElement | null): Place => ({ element, at: element ? all().indexOf(element) : 0 });

/** What has been fetched is rendered some frames later; a decision that stays is not waited for long. */
const MOST_FRAMES = 30;

/** What was decided goes away; whoever works with keys goes on with the next one, or hears the page's title at the end. */
export async function goOn({ element, at }: Place): Promise<void> {
	await refreshDecisions();
	for (let frames = 0; element?.isConnected && frames < MOST_FRAMES; frames += 1) await new Promise(requestAnimationFrame);
	// Somebody has gone elsewhere meanwhile.
	const { activeElement } = document;
	if (activeElement !== null && activeElement !== document.body && !element?.contains(activeElement)) return;
	const rest = all();
	const next = (rest[at] ?? rest[at - 1])?.querySelector<HTMLElement>('[data-take]:not(:disabled)');
	(next ?? document.querySelector<HTMLElement>('[data-page-title]'))?.focus();
}
