import { useEffect } from 'react';
import { registerDraft } from './pending-drafts.ts';

/** Writes what waits at once when somebody leaves the field, the page or the window, or locks Kontor. */
export function useFlushOnLeaving(flush: () => Promise<void>): void {
	useEffect(() => {
		const onHide = () => void flush();
		const unregister = registerDraft(flush);
		window.addEventListener('pagehide', onHide);
		window.addEventListener('blur', onHide);
		document.addEventListener('focusout', onHide);
		return () => {
			void flush();
			unregister();
			window.removeEventListener('pagehide', onHide);
			window.removeEventListener('blur', onHide);
			document.removeEventListener('focusout', onHide);
		};
	}, [flush]);
}
