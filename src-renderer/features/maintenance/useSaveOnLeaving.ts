import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { registerDraft } from '#renderer/features/records/pending-drafts.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';

export type SaveState = { readonly is: 'open' | 'saved' } | { readonly is: 'failed'; readonly error: unknown };

/**
 * Saves when a field is left, and when the page is: by a link, a lock, a closed window. `write` starts the saving of what
 * is not stored yet, or gives null when there is nothing. One after the other, so that nothing is sent twice.
 */
export function useSaveOnLeaving(write: () => Promise<unknown> | null) {
	const [state, setState] = useState<SaveState>({ is: 'open' });
	const newest = useRef(write);
	const running = useRef<Promise<void>>(Promise.resolve());
	const isShown = useRef(true);
	useLayoutEffect(() => {
		newest.current = write;
	});
	const save = useCallback((): Promise<void> => {
		running.current = running.current.then(async () => {
			try {
				const writing = newest.current();
				if (writing === null) return;
				await writing;
				setState({ is: 'saved' });
			} catch (error) {
				setState({ is: 'failed', error });
				if (!isShown.current) showError(error);
			}
		});
		return running.current;
	}, []);
	useEffect(() => {
		isShown.current = true;
		const unregister = registerDraft(save);
		const onHide = () => void save();
		window.addEventListener('pagehide', onHide);
		return () => {
			isShown.current = false;
			void save();
			unregister();
			window.removeEventListener('pagehide', onHide);
		};
	}, [save]);
	return { state, save, typed: () => setState({ is: 'open' }) };
}
