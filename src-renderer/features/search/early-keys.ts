import { claimKeys } from '#renderer/ui/scanner/useScanner.ts';

/** Name of the search field in the document; the keys are its own once it has the focus. */
export const SEARCH_FIELD = 'kontor-search';

/** What is typed between Ctrl+K and the moment the search field has the focus. */
export interface EarlyKeys {
	onText(change: (text: string) => string): void;
	onEnter(): void;
	onEscape(): void;
}

/** Takes keys that no field of `fieldId` can take yet, so that none is lost. Gives a function that stops it. */
export function catchEarlyKeys(fieldId: string, { onText, onEnter, onEscape }: EarlyKeys): () => void {
	const isEarly = () => document.activeElement?.id !== fieldId;
	const onKey = (event: KeyboardEvent) => {
		if (!isEarly()) return;
		// AltGr counts as Ctrl+Alt on Windows.
		if ((event.ctrlKey && !event.getModifierState('AltGraph')) || event.metaKey) return;
		if (event.key === 'Enter') onEnter();
		else if (event.key === 'Escape') onEscape();
		else if (event.key === 'Backspace') onText((text) => [...text].slice(0, -1).join(''));
		else if ([...event.key].length === 1) onText((text) => text + event.key);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	window.addEventListener('keydown', onKey, { capture: true });
	const release = claimKeys(isEarly);
	return () => {
		release();
		window.removeEventListener('keydown', onKey, { capture: true });
	};
}
