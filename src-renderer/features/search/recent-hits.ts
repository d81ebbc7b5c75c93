import type { SearchHit } from '#shared/features/search/contract.ts';

/**
 * What was opened from the search last. Kept in memory only: names must not lie in the browser's storage, and the lock
 * reloads the window, which forgets them.
 */
const MOST = 6;
let hits: readonly SearchHit[] = [];

export function recentHits(): readonly SearchHit[] {
	return hits;
}

export function rememberHit(hit: SearchHit): void {
	hits = [hit, ...hits.filter((other) => other.id !== hit.id)].slice(0, MOST);
}
