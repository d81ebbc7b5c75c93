import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import type { HelperChange, Offer, OfferFields, Session, SessionChange } from '#shared/features/offers/model.ts';
import type { OfferId } from '#shared/kernel/ids.ts';

/** The three ways to change a session, each with its way back. */
export type Scope = 'one' | 'following' | 'all';
type Undo = () => Promise<unknown>;
/** What is different in one session, and who helps in it. */
type Own = Partial<SessionChange> & { readonly helpers?: HelperChange };

export const refreshOffers = () => queryClient.invalidateQueries({ queryKey: api.offers.key() });

export async function changeOne(session: Session, changes: Own, done: string): Promise<void> {
	const undo = await change(session, changes);
	await refreshOffers();
	showUndo(done, async () => {
		await undo();
		await refreshOffers();
	});
}

/** What a change of the session and those after it, or of all, needs besides. */
interface Many {
	readonly session: Session;
	readonly offer: Offer;
	readonly changes: Partial<OfferFields>;
	/** Of this session alone, such as what would otherwise hide that it changed with the others. */
	readonly own: Own;
	readonly done: string;
	/** After it was taken back. */
	undone?(): Promise<unknown>;
}

/** Gives the offer that the session now belongs to. */
export async function changeFollowing({ session, offer, changes, own, done, undone }: Many): Promise<OfferId> {
	const { offerId, ruleDay } = session;
	let id = offerId;
	await together(session, own, done, undone, async () => {
		const split = await client.offers.split({ offerId, ruleDay, changes });
		const { rule } = split;
		id = split.id;
		if (id === offerId || rule === null) return () => client.offers.update({ id: offerId, changes: fieldsOf(offer, changes) });
		return () => client.offers.rejoin({ id: offerId, laterId: id, rule });
	});
	return id;
}

export async function changeAll({ session, offer, changes, own, done, undone }: Many): Promise<void> {
	await together(session, own, done, undone, () => updated(offer, changes));
}

/** The offer itself, without a session in view. */
export async function changeOffer(offer: Offer, changes: Partial<OfferFields>, done: string): Promise<void> {
	const undo = await updated(offer, changes);
	await refreshOffers();
	showUndo(done, async () => {
		await undo();
		await refreshOffers();
	});
}

async function updated(offer: Offer, changes: Partial<OfferFields>): Promise<Undo> {
	await client.offers.update({ id: offer.id, changes });
	return () => client.offers.update({ id: offer.id, changes: fieldsOf(offer, changes) });
}

/** First the session's own change, which then goes along with the others; taken back when those are refused. */
async function together(
	session: Session,
	own: Own,
	done: string,
	undone: Undo | undefined,
	many: () => Promise<Undo>,
): Promise<void> {
	const undoOwn = Object.keys(own).length === 0 ? async () => {} : await change(session, own);
	const undoMany = await many().catch(async (error: unknown) => {
		await undoOwn();
		throw error;
	});
	await refreshOffers();
	showUndo(done, async () => {
		await undoMany();
		await undoOwn();
		await refreshOffers();
		await undone?.();
	});
}

/** Only what was changed here is taken back: what somebody else changed since stays. */
async function change({ offerId, ruleDay }: Session, { helpers, ...changes }: Own): Promise<Undo> {
	const made = await client.offers.changeSession({ offerId, ruleDay, changes, ...(helpers && { helpers }) });
	const back = Object.fromEntries(Object.keys(changes).map((key) => [key, made.before[key as keyof SessionChange]]));
	const { come, leave } = made.helpers;
	return () => client.offers.changeSession({ offerId, ruleDay, changes: back, helpers: { come: leave, leave: come } });
}

const fieldsOf = (before: Offer, changes: Partial<OfferFields>): Partial<OfferFields> =>
	Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof OfferFields]]));
