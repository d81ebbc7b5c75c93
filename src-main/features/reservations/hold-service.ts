import type { Hold } from '#shared/features/reservations/model.ts';
import type { BorrowerId, HoldId, ItemId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { Queued } from './facts.ts';
import { endedHolds, getHold, type HoldRecord } from './queries.ts';
import { holdKind } from './records.ts';
import type { ReservationDeps } from './service.ts';

/** Decisions about holds: who may wait for what. Whose turn it is, the queue's rule says. */
export interface HoldService {
	list(session: Session, list: HoldListing): Hold[];
	hold(session: Session, wanted: { borrowerId: BorrowerId; itemId: ItemId }): Result<Hold, 'not_found' | 'already_waiting'>;
	/** False when there is none that could be; so does `reopen`. */
	cancel(session: Session, id: HoldId): boolean;
	/** With the place it had. */
	reopen(session: Session, id: HoldId): boolean;
}

interface HoldListing {
	readonly filter: 'waiting' | 'past';
	readonly itemId: ItemId | null;
	readonly borrowerId: BorrowerId | null;
	readonly limit: number;
}

const NOT_WAITING = { place: 0, until: null } as const;

export function createHoldService({
	ids,
	facts,
	borrowerExists,
	items,
	itemNames,
}: Pick<ReservationDeps, 'ids' | 'facts' | 'borrowerExists' | 'items' | 'itemNames'>): HoldService {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');

	function named(
		session: Session,
		holds: readonly (HoldRecord & Pick<Hold, 'place' | 'until'> & { now: Hold['state'] })[],
	): Hold[] {
		const borrowerName = facts.borrowerNames(
			session,
			holds.map(({ borrowerId }) => borrowerId),
		);
		const itemOf = new Map(itemNames(session, [...new Set(holds.map(({ itemId }) => itemId))]).map((item) => [item.id, item]));
		return holds.map(({ id, borrowerId, itemId, createdAt, place, until, now }) => ({
			...{ id, borrowerId, itemId, createdAt, place, until, state: now },
			borrowerName: borrowerName(borrowerId),
			itemNumber: itemOf.get(itemId)?.number ?? '',
			itemName: itemOf.get(itemId)?.name ?? '–',
		}));
	}

	const standing = ({ hold, standing: { place, until, state } }: Queued) => ({ ...hold, place, until, now: state });
	const waits = ({ standing: { place } }: Queued) => place > 0;

	return {
		list(session, { filter, itemId, borrowerId, limit }) {
			const queued = facts
				.queued(session, itemId === null ? null : [itemId])
				.filter(({ hold }) => borrowerId === null || hold.borrowerId === borrowerId);
			if (filter === 'waiting') return named(session, queued.filter(waits).slice(0, limit).map(standing));
			const lapsed = queued.filter(({ standing: { state } }) => state === 'lapsed').map(standing);
			const ended = endedHolds(vaultOf(session).reader, { itemId, borrowerId, limit }).map((hold) => ({
				...{ ...hold, ...NOT_WAITING, now: hold.state },
			}));
			const endOf = (one: { endedOn: string | null; until: string | null }) => one.endedOn ?? one.until ?? '';
			const past = [...lapsed, ...ended].sort((a, b) => (endOf(a) > endOf(b) ? -1 : endOf(a) < endOf(b) ? 1 : 0));
			return named(session, past.slice(0, limit));
		},
		hold(session, { borrowerId, itemId }) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				if (!borrowerExists(session, borrowerId) || items(session, [itemId]).length === 0) return err('not_found');
				const isWaiting = (one: Queued) => waits(one) && one.hold.borrowerId === borrowerId;
				if (facts.queued(session, [itemId]).some(isWaiting)) return err('already_waiting');
				const id = ids.next() as HoldId;
				store.insert(holdKind, id, { borrowerId, itemId }, session.acting);
				const made = facts.queued(session, [itemId]).find(({ hold }) => hold.id === id);
				const [hold] = made ? named(session, [standing(made)]) : [];
				if (!hold) throw new Error('a new hold stands nowhere');
				return ok(hold);
			});
		},
		cancel(session, id) {
			const { store, reader } = vaultOf(session);
			const found = getHold(reader, id);
			if (!found || found.state === 'collected') return false;
			if (found.state === 'waiting') store.update(holdKind, id, { state: 'cancelled', endedOn: facts.today() }, session.acting);
			return true;
		},
		reopen(session, id) {
			const { store, reader } = vaultOf(session);
			const found = getHold(reader, id);
			if (!found || found.state === 'collected') return false;
			store.update(holdKind, id, { state: 'waiting', endedOn: null }, session.acting);
			return true;
		},
	};
}
