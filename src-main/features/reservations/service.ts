import type { z } from 'zod';
import { type KnownItem, takenWithin } from '#shared/features/reservations/availability.ts';
import type { ReservationList } from '#shared/features/reservations/contract.ts';
import {
	type DoubleReservation,
	FURTHEST_AHEAD_DAYS,
	LONGEST_DAYS,
	type PeriodEnd,
	type Reservation,
	type ReservationFields,
	type ReservationRow,
	type Taken,
} from '#shared/features/reservations/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { BorrowerId, ItemId, ReservationId } from '#shared/kernel/ids.ts';
import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { clusters, collisions } from './doubles.ts';
import type { Facts } from './facts.ts';
import { endedReservations, getReservation, openReservations, type ReservationRecord } from './queries.ts';
import { MOST_DESPITE, reservationKind } from './records.ts';
import { reservationsAsCsv } from './reservation-csv.ts';

/** Decisions about reservations: which days they get, what stands against them, which of two stays. */
export interface ReservationService {
	list(session: Session, list: Listing & { offset: number; limit: number }): { rows: ReservationRow[]; total: number };
	check(session: Session, wanted: Wanted): Result<Checked, 'not_found' | 'impossible_date'>;
	create(session: Session, fields: ReservationFields): Result<Pick<Reservation, 'id' | 'fromOn' | 'untilOn'>, ReservationRefusal>;
	/** False when there is none that is open; one that is cancelled already stays so. */
	cancel(session: Session, id: ReservationId): boolean;
	/** False when one of them is not there; collected ones stay as they are. */
	reopen(session: Session, ids: readonly ReservationId[]): boolean;
	availability(
		session: Session,
		asked: { itemIds: readonly ItemId[]; from: LocalDate; until: LocalDate },
	): {
		today: LocalDate;
		closed: { day: LocalDate; name: string | null }[];
		items: { itemId: ItemId; taken: Taken[] }[];
	};
	doubles(session: Session): DoubleReservation[];
	/** The cancelled ones; undefined when this one collides with none (any more). */
	settleDouble(session: Session, stays: ReservationId, note: string): ReservationId[] | undefined;
	exportCsv(session: Session, list: Listing): string;
}

export type Listing = z.infer<typeof ReservationList>;
type Wanted = Pick<ReservationFields, 'itemId' | 'fromOn' | 'untilOn'> & { readonly borrowerId: BorrowerId | null };
interface Checked {
	readonly from: PeriodEnd;
	readonly until: PeriodEnd;
	readonly conflicts: Taken[];
}
export type ReservationRefusal =
	| { readonly refused: 'not_found' | 'impossible_date' }
	| { readonly refused: 'conflicts'; readonly conflicts: Taken[] };

export interface ReservationDeps {
	readonly ids: Ids;
	readonly facts: Facts;
	borrowerExists(session: Session, id: BorrowerId): boolean;
	/** Those of these that are there. */
	items(session: Session, ids: readonly ItemId[]): readonly Pick<KnownItem, 'id' | 'parts'>[];
	/** Also of removed items. */
	itemNames(session: Session, ids: readonly ItemId[]): readonly { id: ItemId; number: string; name: string }[];
	/** By name, who wrote this record first. */
	madeBy(session: Session, id: ReservationId): string;
}

export function createReservationService(deps: ReservationDeps): ReservationService {
	const { ids, facts, items } = deps;
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	const readerOf = (session: Session) => vaultOf(session).reader;

	function named(session: Session, records: readonly ReservationRecord[]): Reservation[] {
		const borrowerName = facts.borrowerNames(
			session,
			records.map(({ borrowerId }) => borrowerId),
		);
		const itemOf = new Map(
			deps.itemNames(session, [...new Set(records.map(({ itemId }) => itemId))]).map((item) => [item.id, item]),
		);
		return records.map((record) => {
			const item = itemOf.get(record.itemId);
			const names = {
				borrowerName: borrowerName(record.borrowerId),
				itemNumber: item?.number ?? '',
				itemName: item?.name ?? '–',
			};
			return { ...record, ...names };
		});
	}

	/** Open ones that are not over. */
	function comingUp(session: Session, itemIds: readonly ItemId[] | null): ReservationRecord[] {
		const today = facts.today();
		const { nextOpenDay } = facts.opening(session);
		return openReservations(readerOf(session), today, itemIds).filter(({ untilOn }) => nextOpenDay(untilOn) >= today);
	}

	function listed(session: Session, { text, filter, borrowerId, itemId }: Listing): Reservation[] {
		const of = { borrowerId, itemId };
		const current = comingUp(session, null);
		const isCurrent = new Set(current.map(({ id }) => id));
		const records =
			filter === 'open'
				? current.filter((one) => (borrowerId ?? one.borrowerId) === one.borrowerId && (itemId ?? one.itemId) === one.itemId)
				: endedReservations(readerOf(session), facts.today(), of).filter(({ id }) => !isCurrent.has(id));
		const typed = foldedWords(text);
		const all = named(session, records);
		if (typed.length === 0) return all;
		return all.filter(({ borrowerName, itemName, itemNumber }) => {
			const words = foldedWords(`${borrowerName} ${itemName} ${itemNumber} ${itemNumber.replace(/\D+0*/, '')}`);
			return typed.every((part) => words.some((word) => word.startsWith(part)));
		});
	}

	function withConflicts(session: Session, rows: readonly Reservation[]): ReservationRow[] {
		const takenOf = facts.availability(session, [...new Set(rows.map(({ itemId }) => itemId))]);
		const { nextOpenDay } = facts.opening(session);
		const today = facts.today();
		return rows.map((row) => {
			const last = nextOpenDay(row.untilOn);
			if (row.state !== 'open' || last < today) return { ...row, conflicts: [] };
			const taken = takenWithin(takenOf(row.itemId), row.fromOn, last);
			return { ...row, conflicts: taken.filter((one) => isInTheWay(one, row.borrowerId) && one.claimId !== row.id) };
		});
	}

	function check(
		session: Session,
		{ borrowerId, itemId, fromOn, untilOn }: Wanted,
	): Result<Checked, 'not_found' | 'impossible_date'> {
		const today = facts.today();
		const isPossible =
			fromOn <= untilOn &&
			fromOn >= today &&
			untilOn <= addDays(today, FURTHEST_AHEAD_DAYS) &&
			daysBetween(fromOn, untilOn) < LONGEST_DAYS;
		if (!isPossible) return err('impossible_date');
		if (items(session, [itemId]).length === 0) return err('not_found');
		const { nextOpenDay, closedFor } = facts.opening(session);
		const moved = (asked: LocalDate): PeriodEnd => ({ asked, day: nextOpenDay(asked), closedFor: closedFor(asked) });
		const [from, until] = [moved(fromOn), moved(untilOn)];
		const taken = [...facts.availability(session, [itemId])(itemId), ...facts.forecasts(session, itemId)];
		const conflicts = takenWithin(taken, from.day, until.day).filter((one) => isInTheWay(one, borrowerId));
		return ok({ from, until, conflicts });
	}

	function colliding(session: Session) {
		const open = comingUp(session, null);
		const known = items(session, [...new Set(open.map(({ itemId }) => itemId))]);
		const partsOf = new Map(known.map(({ id, parts }) => [id, parts]));
		const { nextOpenDay } = facts.opening(session);
		return { open, rules: { takes: (id: ItemId) => [id, ...(partsOf.get(id) ?? [])], lastDay: nextOpenDay } };
	}

	return {
		list(session, { offset, limit, ...list }) {
			const all = listed(session, list);
			return { rows: withConflicts(session, all.slice(offset, offset + limit)), total: all.length };
		},
		check,
		create(session, { reason, ...fields }) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				if (!deps.borrowerExists(session, fields.borrowerId)) return err({ refused: 'not_found' });
				const checked = check(session, fields);
				if (!checked.ok) return err({ refused: checked.error });
				const { from, until, conflicts } = checked.value;
				if (conflicts.length > 0 && reason === null) return err({ refused: 'conflicts', conflicts });
				const id = ids.next() as ReservationId;
				const despite = conflicts.flatMap(({ why, claimId }) => (why === 'reserved' && claimId !== null ? [claimId] : []));
				const days = { fromOn: from.day, untilOn: until.day };
				store.insert(
					reservationKind,
					id,
					{ ...fields, ...days, reason: conflicts.length > 0 ? reason : null, despite: despite.slice(0, MOST_DESPITE) },
					session.acting,
				);
				return ok({ id, ...days });
			});
		},
		cancel(session, id) {
			const found = getReservation(readerOf(session), id);
			if (!found || found.state === 'collected') return false;
			vaultOf(session).store.update(reservationKind, id, { state: 'cancelled' }, session.acting);
			return true;
		},
		reopen(session, wanted) {
			const { store, reader } = vaultOf(session);
			const found = wanted.map((id) => getReservation(reader, id));
			if (found.includes(undefined)) return false;
			store.atomically(() => {
				for (const one of found)
					if (one?.state === 'cancelled')
						store.update(reservationKind, one.id, { state: 'open', cancelNote: null }, session.acting);
			});
			return true;
		},
		availability(session, { itemIds, from, until }) {
			const takenOf = facts.availability(session, itemIds);
			const { isOpen, closedFor } = facts.opening(session);
			const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, ahead) => addDays(from, ahead));
			return {
				today: facts.today(),
				closed: days.filter((day) => !isOpen(day)).map((day) => ({ day, name: closedFor(day) })),
				items: itemIds.map((itemId) => ({ itemId, taken: takenWithin(takenOf(itemId), from, until) })),
			};
		},
		doubles(session) {
			const { open, rules } = colliding(session);
			return clusters(open, rules).map((cluster) => ({
				reservations: named(session, cluster).map((one) => ({ ...one, madeBy: deps.madeBy(session, one.id) })),
			}));
		},
		settleDouble(session, stays, note) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const { open, rules } = colliding(session);
				const others = collisions(open, rules).get(stays);
				if (!others) return undefined;
				const cancelled = others.map(({ id }) => id);
				// About all that hang together, so that of two different answers one holds as a whole.
				for (const { id } of clusters(open, rules).find((cluster) => cluster.some((one) => one.id === stays)) ?? []) {
					const outcome = cancelled.includes(id) ? { state: 'cancelled', cancelNote: note } : { state: 'open', cancelNote: null };
					store.affirm(reservationKind, id, outcome, session.acting);
				}
				return cancelled;
			});
		},
		exportCsv: (session, list) => reservationsAsCsv(listed(session, list)),
	};
}

/** What lies ready for somebody, or is waited for by them, is not in their own way. */
const isInTheWay = ({ why, who }: Taken, borrowerId: BorrowerId | null): boolean =>
	!((why === 'held' || why === 'waited_for') && who !== null && who.id === borrowerId);
