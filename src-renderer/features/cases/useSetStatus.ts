import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { CaseFile, CaseStatus } from '#shared/features/cases/model.ts';
import { refreshCases } from './refreshCases.ts';
import { texts } from './texts.ts';

/** Sets the status of a case file, with a way back. */
export function useSetStatus({ id, status }: CaseFile) {
	const t = useTexts(texts);
	return async (next: CaseStatus) => {
		try {
			await client.cases.setStatus({ id: id, status: next });
			await refreshCases();
		} catch (error) {
			showError(error);
			return;
		}
		showUndo(t.statusChanged[next], async () => {
			await client.cases.setStatus({ id: id, status });
			await refreshCases();
		});
	};
}
