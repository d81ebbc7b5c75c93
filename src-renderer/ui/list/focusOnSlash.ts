import type { RefObject } from 'react';

/** `/` leads to the filter from anywhere but a field one types into. */
export function focusOnSlash(filter: RefObject<HTMLInputElement | null>): () => void {
	const onKey = (event: globalThis.KeyboardEvent) => {
		if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
		if (
			event.target instanceof HTMLElement &&
			event.target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]')
		)
			return;
		event.preventDefault();
		filter.current?.focus();
		filter.current?.select();
	};
	window.addEventListener('keydown', onKey);
	return () => window.removeEventListener('keydown', onKey);
}
