import { takenWithin } from '#shared/features/reservations/availability.ts';
import { keptUntil } from '#shared/features/reservations/hold-queue.ts';
import type { BorrowerId, HoldId, ItemId, LoanId, ReservationId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { Facts } from './facts.ts';
import { getHold, getReservation, holdsOf, reservationsOf } from './queries.ts';
import { holdKind, reservationKind } from './records.ts';

/** Somebody's right to have an item in certain days, as lending sees it. */
export type Claim = (
	| { readonly kind: 'reserved'; readonly id: ReservationId }
	| { readonly kind: 'held'; readonly id: HoldId }
) & {
	/** The item that was asked about; the claim may be on the kit it is in, or on a part of it. */
	readonly itemId: ItemId;
	readonly borrowerId: BorrowerId;
	readonly borrowerName: string;
	readonly from: LocalDate;
	readonly until: LocalDate;
};

/** What lending asks before it gives something out, and tells when it has. */
export interface Claims {
	/** Open reservations and ready holds that reach into these days, by item. */
	claims(session: Session, itemIds: readonly ItemId[], from: LocalDate, until: LocalDate): Claim[];
	/**
	 * What this borrower has reserved for these days, and what they wait for, ready or not. Only on these very items:
	 * whoever takes a part of the kit that they reserved may still come for the kit.
	 */
	claimsOf(
		session: Session,
		borrowerId: BorrowerId,
		itemIds: readonly ItemId[],
		from: LocalDate,
		until: LocalDate,
	): Claim['id'][];
	/** It was given to whom it was for. */
	collect(session: Session, id: Claim['id'], loanId: LoanId): void;
	/** The loan was taken back, so it still waits to be collected. */
	uncollect(session: Session, ids: readonly Claim['id'][]): void;
	/** Who is next to have this item; `until`: if it is there today, it is kept until then. */
	waitingFor(session: Session, itemId: ItemId): { borrowerId: BorrowerId; borrowerName: string; until: LocalDate } | null;
}

export function createClaims({ facts, holdDays }: { facts: Facts; holdDays(session: Session): number }): Claims {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');

	return {
		claims(session, itemIds, from, until) {
			const takenOf = facts.availability(session, itemIds);
			return itemIds.flatMap((itemId) =>
				takenWithin(takenOf(itemId), from, until).flatMap((taken): Claim[] => {
					const { why, who, claimId } = taken;
					if ((why !== 'reserved' && why !== 'held') || who === null || claimId === null || taken.until === null) return [];
					const whose = { itemId, borrowerId: who.id, borrowerName: who.name, from: taken.from, until: taken.until };
					if (why === 'held') return [{ kind: why, id: claimId as HoldId, ...whose }];
					return [{ kind: why, id: claimId as ReservationId, ...whose }];
				}),
			);
		},
		claimsOf(session, borrowerId, itemIds, from, until) {
			const { reader } = vaultOf(session);
			return [...reservationsOf(reader, borrowerId, itemIds, from, until), ...holdsOf(reader, borrowerId, itemIds)];
		},
		collect(session, id, loanId) {
			const { store, reader } = vaultOf(session);
			if (getReservation(reader, id as ReservationId)?.state === 'open')
				store.update(reservationKind, id, { state: 'collected', loanId }, session.acting);
			if (getHold(reader, id as HoldId)?.state === 'waiting')
				store.update(holdKind, id, { state: 'collected', endedOn: facts.today() }, session.acting);
		},
		uncollect(session, ids) {
			const { store, reader } = vaultOf(session);
			store.atomically(() => {
				for (const id of ids) {
					if (getReservation(reader, id as ReservationId)?.state === 'collected')
						store.update(reservationKind, id, { state: 'open', loanId: null }, session.acting);
					if (getHold(reader, id as HoldId)?.state === 'collected')
						store.update(holdKind, id, { state: 'waiting', endedOn: null }, session.acting);
				}
			});
		},
		waitingFor(session, itemId) {
			const next = facts.queued(session, [itemId]).find(({ standing }) => standing.place === 1);
			if (!next) return null;
			const { borrowerId } = next.hold;
			const rules = { holdDays: holdDays(session), opening: facts.opening(session) };
			return {
				borrowerId,
				borrowerName: facts.borrowerNames(session, [borrowerId])(borrowerId),
				until: next.standing.until ?? keptUntil(facts.today(), rules),
			};
		},
	};
}
