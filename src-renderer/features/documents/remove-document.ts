import { currentTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { CaseDocument } from '#shared/features/documents/model.ts';
import { refreshDocuments } from './refresh-documents.ts';
import { texts } from './texts.ts';

/** Takes it out of the file; a moment to change one's mind. */
export async function removeDocument({ id, title }: CaseDocument): Promise<void> {
	try {
		await client.documents.remove({ id });
		await refreshDocuments();
		showUndo(currentTexts(texts).removed(title), async () => {
			await client.documents.restore({ id });
			await refreshDocuments();
		});
	} catch (error) {
		showError(error);
	}
}
