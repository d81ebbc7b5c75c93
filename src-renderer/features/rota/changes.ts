import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Session } from '#shared/features/offers/model.ts';
import type { DutyChange } from '#shared/features/rota/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** What can be changed in the rota, each with its way back. */

const refreshOffers = () => queryClient.invalidateQueries({ queryKey: api.offers.key() });
const refreshRota = () => queryClient.invalidateQueries({ queryKey: api.rota.key() });

/** Whoever works here helps, or does not after all. */
export async function helpIn({ offerId, ruleDay }: Session, helps: boolean, done: string): Promise<void> {
	await client.offers.help({ offerId, ruleDay, helps });
	await refreshOffers();
	showUndo(done, async () => {
		await client.offers.help({ offerId, ruleDay, helps: !helps });
		await refreshOffers();
	});
}

export async function changeDuties(change: DutyChange, done: string): Promise<void> {
	const { come, leave } = await client.rota.change(change);
	await refreshRota();
	if (come.length + leave.length === 0) return;
	showUndo(done, () => takeBack({ come, leave }));
}

export async function copyLastWeek(monday: LocalDate, words: { done(count: number): string; nothing: string }): Promise<void> {
	const { come } = await client.rota.copyWeek({ monday });
	await refreshRota();
	if (come.length === 0) showNotice(words.nothing);
	else showUndo(words.done(come.length), () => takeBack({ come, leave: [] }));
}

async function takeBack({ come, leave }: DutyChange): Promise<void> {
	await client.rota.change({ come: leave, leave: come });
	await refreshRota();
}
