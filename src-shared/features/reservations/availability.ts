import type { ItemState } from '#shared/features/inventory/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { BorrowerId, ItemId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Taken } from './model.ts';

/** When items can be had: computed from what is out, reserved and kept, from states, kits and opening days. */

/** An item as far as availability asks. */
export interface KnownItem {
	readonly id: ItemId;
	readonly number: string;
	readonly name: string;
	readonly state: ItemState;
	readonly stateReason: string | null;
	/** Valid until the end of this day. */
	readonly testedUntil: LocalDate | null;
	readonly parts: readonly ItemId[];
}

interface Whose {
	readonly itemId: ItemId;
	readonly borrowerId: BorrowerId;
	readonly borrowerName: string;
}

/** Something that is out. */
export interface Out extends Whose {
	readonly from: LocalDate;
	readonly dueOn: LocalDate;
}

/** An open reservation, or a hold that is ready. Both days included. */
export interface Claimed extends Whose {
	readonly id: string;
	readonly kind: 'reserved' | 'held';
	readonly from: LocalDate;
	readonly until: LocalDate;
}

export interface Facts {
	/** The items that are asked about, and all their parts and kits. */
	readonly items: readonly KnownItem[];
	readonly out: readonly Out[];
	readonly claimed: readonly Claimed[];
}

interface Days {
	readonly today: LocalDate;
	readonly opening: Pick<Opening, 'nextOpenDay'>;
}

/**
 * Tells of each item when and why it cannot be had, from today on, earliest first. What takes a kit takes its parts; a
 * part that is taken, broken or lost takes its kit, but not the kit's other parts.
 */
export function availabilityOf({ items, out, claimed }: Facts, { today, opening }: Days): (id: ItemId) => Taken[] {
	const byId = new Map(items.map((item) => [item.id, item]));
	const kitsOf = new Map<ItemId, KnownItem[]>();
	for (const kit of items) for (const part of kit.parts) add(kitsOf, part, kit);
	const nextOpenDay = remembered(opening.nextOpenDay);
	const given = new Map<ItemId, Taken[]>();
	const none = { reason: null, through: null, claimId: null };
	for (const { itemId, borrowerId, borrowerName, from, dueOn } of out) {
		const last = nextOpenDay(dueOn);
		const who = { id: borrowerId, name: borrowerName };
		const isOverdue = last < today;
		add(given, itemId, {
			...none,
			why: isOverdue ? 'overdue' : 'lent',
			from: isOverdue ? today : from,
			until: isOverdue ? null : last,
			who,
		});
	}
	for (const { id, kind, itemId, borrowerId, borrowerName, from, until } of claimed) {
		const last = kind === 'reserved' ? nextOpenDay(until) : until;
		if (last < today || last < from) continue;
		add(given, itemId, { ...none, why: kind, from, until: last, who: { id: borrowerId, name: borrowerName }, claimId: id });
	}
	const own = (item: KnownItem) => [...(given.get(item.id) ?? []), ...conditionsOf(item, today)];
	const through = (taken: Taken, { id, number, name }: KnownItem): Taken => ({ ...taken, through: { id, number, name } });

	return (id) => {
		const item = byId.get(id);
		if (!item) return [];
		const taken = own(item);
		for (const kit of kitsOf.get(id) ?? []) {
			for (const one of given.get(kit.id) ?? []) if (!isSaidBy(taken, one)) taken.push(through(one, kit));
		}
		for (const partId of item.parts) {
			const part = byId.get(partId);
			if (!part || partId === id) continue;
			for (const one of own(part)) if (!isSaidBy(taken, one)) taken.push(through(one, part));
		}
		return taken.sort(byDay);
	};
}

/** Can it be had on this day? */
export const isFreeOn = (taken: readonly Taken[], day: LocalDate): boolean =>
	!taken.some(({ from, until }) => from <= day && (until === null || day <= until));

/** What of it falls into these days, both included. */
export const takenWithin = (taken: readonly Taken[], from: LocalDate, until: LocalDate): Taken[] =>
	taken.filter((one) => one.from <= until && (one.until === null || one.until >= from));

function conditionsOf({ state, stateReason, testedUntil }: KnownItem, today: LocalDate): Taken[] {
	const none = { until: null, who: null, through: null, claimId: null };
	const conditions: Taken[] = [];
	if (state !== 'active') conditions.push({ ...none, why: state, from: today, reason: stateReason });
	if (testedUntil !== null) {
		const from = addDays(testedUntil, 1);
		conditions.push({ ...none, why: 'test_overdue', from: from < today ? today : from, reason: null });
	}
	return conditions;
}

/** A kit that is out has a line for each part: that is one thing to say and not ten. */
const isSaidBy = (taken: readonly Taken[], one: Taken): boolean =>
	taken.some(
		({ why, who, from, until, claimId }) =>
			who !== null &&
			why === one.why &&
			who.id === one.who?.id &&
			from === one.from &&
			until === one.until &&
			claimId === one.claimId,
	);

const byDay = (a: Taken, b: Taken): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
	const known = new Map<K, V>();
	return (key) => {
		const found = known.get(key);
		if (found !== undefined) return found;
		const value = compute(key);
		known.set(key, value);
		return value;
	};
}
