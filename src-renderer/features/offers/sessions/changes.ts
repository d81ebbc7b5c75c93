import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Offer, OfferFields, Session, SessionChange } from '#shared/features/offers/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';

/** The three ways to change a session, each with its way back. */
export type Scope = 'one' | 'following' | 'all';

export const refreshOffers = () => queryClient.invalidateQueries({ queryKey: api.offers.key() });

export async function changeOne({ offerId, ruleDay }: Session, changes: Partial<SessionChange>, done: string): Promise<void> {
	const { before } = await client.offers.changeSession({ offerId, ruleDay, changes });
	await refreshOffers();
	// Only what was changed here: what somebody else changed since stays.
	const back = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof SessionChange]]));
	showUndo(done, async () => {
		await client.offers.changeSession({ offerId, ruleDay, changes: back });
		await refreshOffers();
	});
}

/** Gives the offer that the session now belongs to. */
export async function changeFollowing(
	{ offerId, ruleDay }: Session,
	before: Offer,
	changes: Partial<OfferFields>,
	done: string,
	undone?: () => Promise<unknown>,
): Promise<OfferId> {
	const { id, rule } = await client.offers.split({ offerId, ruleDay, changes });
	await refreshOffers();
	showUndo(done, async () => {
		if (id !== offerId && rule !== null) await client.offers.rejoin({ id: offerId, laterId: id, rule });
		else await client.offers.update({ id: offerId, changes: fieldsOf(before, changes) });
		await refreshOffers();
		await undone?.();
	});
	return id;
}

export async function changeAll(before: Offer, changes: Partial<OfferFields>, done: string): Promise<void> {
	await client.offers.update({ id: before.id, changes });
	await refreshOffers();
	showUndo(done, async () => {
		await client.offers.update({ id: before.id, changes: fieldsOf(before, changes) });
		await refreshOffers();
	});
}

const fieldsOf = (before: Offer, changes: Partial<OfferFields>): Partial<OfferFields> =>
	Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof OfferFields]]));
