import { useEffect } from 'react';
import { client } from '#renderer/rpc/client.ts';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';

/** Tells the access log when the page of this case file is printed, however that was asked for, and once per print. */
export function useNotedPrint(id: CaseId): void {
	useEffect(() => {
		let printing = false;
		const begin = () => {
			if (printing) return;
			printing = true;
			client.cases.notePrint({ id }).catch(showError);
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
	}, [id]);
}
