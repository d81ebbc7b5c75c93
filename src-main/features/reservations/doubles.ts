import type { ItemId, ReservationId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReservationRecord } from './queries.ts';

/** Finds reservations that were made without knowing of each other and cannot both be kept; the same on every PC. */

type Made = Pick<ReservationRecord, 'id' | 'itemId' | 'fromOn' | 'untilOn' | 'despite'>;

interface Rules {
	/** An item takes itself, a kit its parts too. */
	takes(itemId: ItemId): readonly ItemId[];
	/** The last day of one that ends on this day. */
	lastDay(untilOn: LocalDate): LocalDate;
}

/** With which others each of them collides; those without a collision are left out. */
export function collisions<R extends Made>(open: readonly R[], { takes, lastDay }: Rules): Map<ReservationId, R[]> {
	const byItem = new Map<ItemId, R[]>();
	for (const one of open) {
		for (const item of new Set(takes(one.itemId))) {
			const taking = byItem.get(item);
			if (taking) taking.push(one);
			else byItem.set(item, [one]);
		}
	}
	const found = new Map<ReservationId, Map<ReservationId, R>>();
	const note = (one: R, other: R) => {
		const known = found.get(one.id) ?? new Map<ReservationId, R>();
		found.set(one.id, known.set(other.id, other));
	};
	for (const taking of byItem.values()) {
		for (const [at, one] of taking.entries()) {
			for (const other of taking.slice(at + 1)) {
				const isKnown = one.despite.includes(other.id) || other.despite.includes(one.id);
				if (isKnown || one.fromOn > lastDay(other.untilOn) || other.fromOn > lastDay(one.untilOn)) continue;
				note(one, other);
				note(other, one);
			}
		}
	}
	return new Map([...found].map(([id, others]) => [id, [...others.values()]]));
}

/** Those that hang together are one decision. In the order of their first days. */
export function clusters<R extends Made>(open: readonly R[], rules: Rules): R[][] {
	const colliding = collisions(open, rules);
	const seen = new Set<ReservationId>();
	const found: R[][] = [];
	for (const first of open) {
		if (seen.has(first.id) || !colliding.has(first.id)) continue;
		const cluster: R[] = [];
		const next = [first];
		seen.add(first.id);
		for (let one = next.pop(); one; one = next.pop()) {
			cluster.push(one);
			for (const other of colliding.get(one.id) ?? []) {
				if (seen.has(other.id)) continue;
				seen.add(other.id);
				next.push(other);
			}
		}
		found.push(cluster.sort(byDay));
	}
	return found.sort((a, b) => (a[0] && b[0] ? byDay(a[0], b[0]) : 0));
}

const byDay = (a: Made, b: Made): number =>
	a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
