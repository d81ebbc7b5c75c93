import { currentTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { showError, showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Consequence } from '#shared/features/stocktake/model.ts';
import type { ItemId, StocktakeActionId, StocktakeId } from '#shared/kernel/ids.ts';
import { findingTexts } from './finding-texts.ts';

interface Settled {
	readonly itemId: ItemId | null;
	readonly number: string;
	/** Empty for an unknown number. */
	readonly name: string;
}

/** Draws a consequence and says so with a way back; false when it could not be done, which has been said then. */
export async function settle(id: StocktakeId, action: Consequence, rows: readonly Settled[]): Promise<boolean> {
	const t = currentTexts(findingTexts);
	try {
		const of = rows.map(({ itemId, number }) => ({ itemId, number }));
		const { actionIds } = await client.stocktake.settle({ id, action, of });
		const [first] = rows;
		const what = t.settled[action];
		const isOne = rows.length === 1 && first !== undefined;
		showUndo(isOne ? t.done(what, first.name || first.number) : t.doneAll(what, actionIds.length), () => takeBack(id, actionIds));
		return true;
	} catch (error) {
		sayRefusal(error);
		return false;
	} finally {
		await refresh();
	}
}

export async function takeBack(id: StocktakeId, actionIds: readonly StocktakeActionId[]): Promise<void> {
	try {
		await client.stocktake.undo({ id, actionIds: [...actionIds] });
	} catch (error) {
		sayRefusal(error);
	} finally {
		await refresh();
	}
}

/** In the words of stocktaking where it has its own. */
export function sayRefusal(error: unknown): void {
	const own: Record<string, string> = currentTexts(findingTexts).refused;
	const words = own[refusalCode(error) ?? ''];
	if (words === undefined) showError(error);
	else showNotice(words);
}

const refresh = () =>
	Promise.all(
		[api.stocktake.key(), api.inventory.key(), api.lending.key()].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
	);
