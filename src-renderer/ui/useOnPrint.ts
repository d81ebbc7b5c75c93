import { useEffect } from 'react';
import { showError } from './undo-toast.tsx';

/** Does something when the page is printed, however that was asked for, and once per print. Null: nothing. */
export function useOnPrint(work: (() => Promise<unknown>) | null): void {
	useEffect(() => {
		if (work === null) return;
		let printing = false;
		const begin = () => {
			if (printing) return;
			printing = true;
			work().catch(showError);
		};
		const end = () => {
			printing = false;
		};
		window.addEventListener('beforeprint', begin);
		window.addEventListener('afterprint', end);
		return () => {
			window.removeEventListener('beforeprint', begin);
			window.removeEventListener('afterprint', end);
		};
	}, [work]);
}
