import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Letter } from '#shared/features/letters/model.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { refreshLetters } from './refresh-letters.ts';
import { texts } from './texts.ts';

/** What can be done with a letter as a whole. */
export function useLetterActions({ id, caseId, address, subject, body }: Letter) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	return {
		/** With what was written on another PC after it was finished. */
		async copy() {
			try {
				const copy = await client.letters.create({ caseId, address, subject, body, day: localDateOf(Date.now()) });
				await navigate({ to: '/fallakten/$id/schreiben/$schreiben', params: { id: caseId, schreiben: copy.id } });
				showNotice(t.copied);
				await refreshLetters();
			} catch (error) {
				showError(error);
			}
		},
		async remove() {
			try {
				await client.letters.remove({ id });
			} catch (error) {
				showError(error);
				return;
			}
			showUndo(t.removed, async () => {
				await client.letters.restore({ id });
				await refreshLetters();
			});
			await navigate({ to: '/fallakten/$id/schreiben', params: { id: caseId } });
			await refreshLetters();
		},
	};
}
