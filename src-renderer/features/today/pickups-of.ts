import type { Hold, ReservationRow } from '#shared/features/reservations/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

export type Pickup = {
	readonly id: string;
	readonly itemId: ItemId;
	readonly itemNumber: string;
	readonly itemName: string;
	readonly borrowerName: string;
} & ({ readonly kind: 'reserved'; readonly from: LocalDate } | { readonly kind: 'held'; readonly until: LocalDate });

/** What lies ready or has to by today: those who waited longest first, then reservations in the order of their days. */
export function pickupsOf(reserved: readonly ReservationRow[], holds: readonly Hold[], today: LocalDate): Pickup[] {
	const lying = holds.flatMap(({ id, state, until, itemId, itemNumber, itemName, borrowerName }) =>
		state === 'ready' && until !== null ? [{ id, kind: 'held' as const, until, itemId, itemNumber, itemName, borrowerName }] : [],
	);
	const due = reserved.flatMap(({ id, state, fromOn, untilOn, itemId, itemNumber, itemName, borrowerName }) =>
		state === 'open' && fromOn <= today && untilOn >= today
			? [{ id, kind: 'reserved' as const, from: fromOn, itemId, itemNumber, itemName, borrowerName }]
			: [],
	);
	return [...lying.toSorted((a, b) => a.until.localeCompare(b.until)), ...due.toSorted((a, b) => a.from.localeCompare(b.from))];
}
