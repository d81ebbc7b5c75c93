import { useSyncExternalStore } from 'react';

/** px of one rem: follows the text size chosen by the person. */
export const useRem = (): number => useSyncExternalStore(onTextSize, readRem);

/** Asking the browser on every render would make it lay out the page while scrolling. */
let known: number | null = null;

function readRem(): number {
	known ??= Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
	return known;
}

function onTextSize(changed: () => void): () => void {
	// It may have changed while nobody listened.
	known = null;
	const observer = new MutationObserver(() => {
		known = null;
		changed();
	});
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
	return () => observer.disconnect();
}
