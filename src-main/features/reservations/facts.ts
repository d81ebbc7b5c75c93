import { availabilityOf, type Claimed, type KnownItem } from '#shared/features/reservations/availability.ts';
import { type Absence, keptUntil, type Standing, standingsOf } from '#shared/features/reservations/hold-queue.ts';
import type { Taken } from '#shared/features/reservations/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { BorrowerId, ItemId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { type HoldRecord, openReservations, queues } from './queries.ts';

/** Brings together what the rules of availability and of the queue ask for; decides and writes nothing. */
export interface Facts {
	today(): LocalDate;
	opening(session: Session): Opening;
	borrowerNames(session: Session, ids: readonly BorrowerId[]): (id: BorrowerId) => string;
	/** Holds of these items (null: of all) with how they stand today, in the order of the queue. */
	queued(session: Session, itemIds: readonly ItemId[] | null): Queued[];
	/** When each of these items cannot be had, from today on. */
	availability(session: Session, itemIds: readonly ItemId[]): (id: ItemId) => Taken[];
	/** The days that an item which is out will lie ready for whoever is first to wait for it, its kit or one of its parts. */
	forecasts(session: Session, itemId: ItemId): Taken[];
}

export interface Queued {
	readonly hold: HoldRecord;
	readonly standing: Standing;
}

/** A line of a loan, as days. */
export interface LentDays {
	readonly itemId: ItemId;
	readonly borrowerId: BorrowerId;
	readonly from: LocalDate;
	readonly dueOn: LocalDate;
	/** Null: still out. */
	readonly returnedOn: LocalDate | null;
}

export interface FactsDeps {
	readonly clock: Clock;
	itemsWithKin(session: Session, ids: readonly ItemId[]): readonly KnownItem[];
	/** Days on which an item's state or test forbade lending it. */
	unusableDays(session: Session, id: ItemId, today: LocalDate): readonly Absence[];
	/** Those that are known. */
	borrowerNames(session: Session, ids: readonly BorrowerId[]): ReadonlyMap<BorrowerId, string>;
	opening(session: Session): Opening;
	/** Opening days that something is kept for whoever waited for it. */
	holdDays(session: Session): number;
	/** Every line of these items that was out on `from` or later. */
	lentDays(session: Session, itemIds: readonly ItemId[], from: LocalDate): readonly LentDays[];
}

/** Another PC may have written any day at all; no calendar is asked about those that nobody can mean. */
const isSensible = (day: LocalDate) => day >= '1970-01-01' && day < '2200-01-01';

export function createFacts(deps: FactsDeps): Facts {
	const readerOf = (session: Session) => openVaultOf(session, 'workshop').reader;
	const today = () => localDateOf(deps.clock.now());
	function opening(session: Session): Opening {
		const asked = deps.opening(session);
		return { ...asked, nextOpenDay: (day) => (isSensible(day) ? asked.nextOpenDay(day) : day) };
	}

	function borrowerNames(session: Session, ids: readonly BorrowerId[]) {
		const names = deps.borrowerNames(session, [...new Set(ids)]);
		return (id: BorrowerId) => names.get(id) ?? '–';
	}

	function queued(session: Session, itemIds: readonly ItemId[] | null): Queued[] {
		const holds = queues(readerOf(session), itemIds);
		if (holds.length === 0) return [];
		const waitedFor = [...new Set(holds.map(({ itemId }) => itemId))];
		const kinOf = kinship(deps.itemsWithKin(session, waitedFor));
		const involved = [...new Set(waitedFor.flatMap((id) => [...kinOf(id).parts, ...kinOf(id).kits]))];
		const since = holds.reduce((first, { createdAt }) => Math.min(first, createdAt), deps.clock.now());
		const day = today();
		const lent = deps.lentDays(session, involved, localDateOf(since));
		const rules = { today: day, holdDays: deps.holdDays(session), opening: opening(session) };
		return waitedFor.flatMap((itemId) => {
			const { parts, kits } = kinOf(itemId);
			const absences = [
				...lent
					.filter((line) => parts.includes(line.itemId) || kits.includes(line.itemId))
					.map(({ from, returnedOn }) => ({ from, until: returnedOn })),
				...parts.flatMap((id) => deps.unusableDays(session, id, day)),
			];
			const queue = holds.filter((hold) => hold.itemId === itemId);
			const found = standingsOf(
				queue.map((hold) => ({ ...hold, createdOn: localDateOf(hold.createdAt) })),
				absences,
				rules,
			);
			return queue.flatMap((hold) => {
				const standing = found.get(hold.id);
				return standing ? [{ hold, standing }] : [];
			});
		});
	}

	function availability(session: Session, itemIds: readonly ItemId[]) {
		const items = deps.itemsWithKin(session, itemIds);
		const ids = items.map(({ id }) => id);
		const day = today();
		const reservations = openReservations(readerOf(session), day, ids);
		const ready = queued(session, ids).filter(({ standing }) => standing.state === 'ready');
		const lent = deps.lentDays(session, ids, day).filter(({ returnedOn }) => returnedOn === null);
		const nameOf = borrowerNames(
			session,
			[...reservations, ...ready.map(({ hold }) => hold), ...lent].map(({ borrowerId }) => borrowerId),
		);
		const claimed: Claimed[] = reservations.map(({ id, itemId, borrowerId, fromOn: from, untilOn: until }) => {
			return { id, kind: 'reserved', itemId, borrowerId, borrowerName: nameOf(borrowerId), from, until };
		});
		for (const { hold, standing } of ready) {
			const { id, itemId, borrowerId } = hold;
			const { from, until } = standing;
			if (from === null || until === null) continue;
			claimed.push({ id, kind: 'held', itemId, borrowerId, borrowerName: nameOf(borrowerId), from, until });
		}
		const out = lent.map((line) => ({ ...line, borrowerName: nameOf(line.borrowerId) }));
		return availabilityOf({ items, out, claimed }, { today: day, opening: opening(session) });
	}

	function forecasts(session: Session, itemId: ItemId): Taken[] {
		const kin = deps.itemsWithKin(session, [itemId]);
		const ids = kin.map(({ id }) => id);
		const next = queued(session, ids).filter(({ standing }) => standing.place === 1 && standing.state === 'waiting');
		if (next.length === 0) return [];
		const nameOf = borrowerNames(
			session,
			next.map(({ hold }) => hold.borrowerId),
		);
		const takenOf = availability(session, ids);
		const day = today();
		const rules = { holdDays: deps.holdDays(session), opening: opening(session) };
		return next.map(({ hold }): Taken => {
			const item = kin.find(({ id }) => id === hold.itemId);
			const away = takenOf(hold.itemId).filter(({ why, from }) => why !== 'reserved' && why !== 'held' && from <= day);
			const ends = away.map(({ until }) => until);
			const back = ends.includes(null) ? null : ([day, ...ends].sort().at(-1) ?? day);
			return {
				why: 'waited_for',
				from: back ?? day,
				until: back === null ? null : keptUntil(back, rules),
				who: { id: hold.borrowerId, name: nameOf(hold.borrowerId) },
				reason: null,
				through: item && item.id !== itemId ? { id: item.id, number: item.number, name: item.name } : null,
				claimId: hold.id,
			};
		});
	}

	return { today, opening, borrowerNames, queued, availability, forecasts };
}

/** What has to be there for an item to be there: its parts and itself, and the kits that take it along. */
function kinship(items: readonly KnownItem[]): (id: ItemId) => { parts: readonly ItemId[]; kits: readonly ItemId[] } {
	return (id) => ({
		parts: [...new Set([id, ...(items.find((item) => item.id === id)?.parts ?? [])])],
		kits: items.filter(({ parts }) => parts.includes(id)).map((kit) => kit.id),
	});
}
