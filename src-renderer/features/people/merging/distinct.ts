import { currentTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { PersonId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

interface Someone {
	readonly id: PersonId;
	readonly number: string;
}

/** These two are two people: they are not proposed again. */
export async function setDistinct(one: Someone, other: Someone): Promise<void> {
	const set = async (distinct: boolean) => {
		await client.people.setDistinct({ oneId: one.id, otherId: other.id, distinct });
		await queryClient.invalidateQueries({ queryKey: api.people.key() });
	};
	try {
		await set(true);
	} catch (error) {
		showError(error);
		return;
	}
	showUndo(currentTexts(texts).differentNow(one.number, other.number), () => set(false));
}
