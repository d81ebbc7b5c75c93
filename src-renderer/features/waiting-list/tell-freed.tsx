import { Anchor } from '@mantine/core';
import { currentTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { texts as uiTexts } from '#renderer/ui/texts.ts';
import { showToast } from '#renderer/ui/undo-toast.tsx';
import type { Appointment } from '#shared/features/appointments/model.ts';
import { texts } from './texts.ts';

/** After something was cancelled: says whether its time suits somebody who waits. Quiet when it does not. */
export async function tellFreed({ day, from, until }: Pick<Appointment, 'day' | 'from' | 'until'>): Promise<void> {
	const t = currentTexts(texts);
	const freed = await client.waitingList.freed();
	const found = freed.find(({ slot }) => slot.day === day && slot.from === from && slot.until === until);
	if (!found) return;
	showToast({
		autoClose: 12_000,
		closeButtonProps: { 'aria-label': currentTexts(uiTexts).close },
		message: (
			<span>
				{t.suited(found.waiting.length)} <Anchor href="#/termine/warteliste">{t.look}</Anchor>
			</span>
		),
	});
}
