import { flushSync } from 'react-dom';

/** Shows what `change` sets and moves the focus there at once: the next letters are often typed before the next frame. */
export function thenFocus(change: () => void, find: () => HTMLElement | null | undefined): void {
	flushSync(change);
	find()?.focus();
}
