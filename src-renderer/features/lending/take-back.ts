import { formatMoney } from '#renderer/i18n/money.ts';
import { currentTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { LineBack, OpenLine } from '#shared/features/lending/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { depositsToGive } from './deposits-to-give.ts';
import { lineTexts } from './line-texts.ts';

type Line = Pick<OpenLine, 'id' | 'itemName' | 'accessoriesOut'>;

/** A line that came back with everything that went out with it. */
export const wholly = ({ id, accessoriesOut }: Line): LineBack => ({
	lineId: id,
	accessories: [...accessoriesOut],
	condition: null,
	damage: null,
});

/**
 * Takes lines back away from the desk, says so with a way to undo it, and what follows: a deposit to give back, somebody
 * who waits. `name`: of the only item, or of the kit.
 */
export async function takeBack(back: readonly LineBack[], name: string | null): Promise<void> {
	const t = currentTexts(lineTexts);
	const done = await client.lending.complete({
		borrowerId: null,
		out: [],
		back: [...back],
		depositInCents: 0,
		issuedOn: null,
		reason: null,
	});
	await refresh();
	const following: (() => void)[] = [];
	showUndo(name === null ? t.areBack(back.length) : t.isBack(name), async () => {
		for (const hide of following) hide();
		const { returned, damages, collected } = done;
		await client.lending.undo({ loans: [], returned, damages, collected });
		await refresh();
	});
	for (const { cents } of depositsToGive(done.returned)) following.push(showNotice(t.depositHeld(formatMoney(cents))));
	for (const { itemName, borrowerName, until } of done.waiting) {
		following.push(showNotice(t.waitingFor(itemName, borrowerName, formatLocalDate(until))));
	}
}

const refresh = () => queryClient.invalidateQueries({ queryKey: api.lending.key() });
