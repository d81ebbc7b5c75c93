import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { refreshCases } from './refreshCases.ts';
import { texts } from './texts.ts';

/** Lets a case file rest, or goes on with it, with a way back. */
export function useSetPaused({ id }: CaseFile) {
	const t = useTexts(texts);
	const set = async (paused: boolean) => {
		await client.cases.setStatus({ id, status: paused ? 'paused' : 'open' });
		await refreshCases();
	};
	return async (paused: boolean) => {
		try {
			await set(paused);
		} catch (error) {
			showError(error);
			return;
		}
		showUndo(paused ? t.paused : t.resumed, () => set(!paused));
	};
}
