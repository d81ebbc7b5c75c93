import type { Borrower, BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { Item } from '#shared/features/inventory/model.ts';
import type { Figures } from '#shared/features/lending/model.ts';
import type { DamageKind } from '#shared/features/maintenance/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, DamageId, HoldId, ItemId, LoanId, LoanLineId, ReservationId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Session } from '../../vaults/session.ts';

/** Somebody has reserved an item for these days, or it is kept for them. */
export type Claim = (
	| { readonly kind: 'reserved'; readonly id: ReservationId }
	| { readonly kind: 'held'; readonly id: HoldId }
) & {
	readonly itemId: ItemId;
	readonly borrowerId: BorrowerId;
	readonly borrowerName: string;
	readonly from: LocalDate;
	readonly until: LocalDate;
};

export interface NewDamage {
	readonly itemId: ItemId;
	readonly kind: DamageKind;
	readonly description: string;
	readonly accessories: readonly string[];
	readonly unusable: boolean;
	readonly foundOn: LocalDate;
	readonly loanId: LoanId;
	readonly lineId: LoanLineId;
}

/** What lending asks of the other features; `workshop.ts` passes it in. */
export interface LendingDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	/** Items of the inventory that are there, in no particular order. */
	items(session: Session, ids: readonly ItemId[]): Item[];
	allItems(session: Session): Pick<Item, 'id' | 'number' | 'name' | 'category'>[];
	/** Also of removed ones: what was lent goes on being named. */
	itemNames(session: Session, ids: readonly ItemId[]): { id: ItemId; number: string; name: string }[];
	/** Those of these numbers that any item has or had; `removed`: the id, where it was removed. */
	numbersAmong(session: Session, numbers: readonly string[]): { number: string; removed: ItemId | null }[];
	/** What became missing or was retired in a year. */
	losses(session: Session, year: number): Figures['losses'];
	/** Several when two PCs gave one number while apart. */
	itemsNumbered(session: Session, number: string): Item[];
	/** The kits that an item is part of. */
	kitsWith(session: Session, id: ItemId): Item[];
	setCondition(session: Session, id: ItemId, condition: string): void;
	/** Puts back what the condition was before it became this at or after `since` (ms UTC), unless it changed again. */
	undoCondition(session: Session, id: ItemId, condition: string, since: number): void;
	borrower(session: Session, id: BorrowerId): Borrower | undefined;
	borrowerRows(session: Session, ids: readonly BorrowerId[]): BorrowerRow[];
	/** Several when two PCs gave one card number while apart. */
	borrowersByCard(session: Session, number: string): BorrowerRow[];
	opening(session: Session): Opening;
	memberName(session: Session, id: string): string;
	/** Left out where nothing can be reserved. */
	readonly reservations?: ReservationsForLending;
	readonly damages: DamagesForLending;
}

export interface ReservationsForLending {
	/** Reservations and holds that touch these days: of these items, of the kits they are in, of the parts they have. */
	claims(session: Session, itemIds: readonly ItemId[], from: LocalDate, until: LocalDate): Claim[];
	/** What this borrower has reserved for these days, and what they wait for: of these very items. */
	claimsOf(
		session: Session,
		borrowerId: BorrowerId,
		itemIds: readonly ItemId[],
		from: LocalDate,
		until: LocalDate,
	): Claim['id'][];
	/** The loan is what was reserved or kept. */
	collect(session: Session, id: Claim['id'], loanId: LoanId): void;
	/** A step was taken back: what it collected is open again. */
	uncollect(session: Session, ids: readonly (ReservationId | HoldId)[]): void;
	/** Who waits for an item that is back. */
	waitingFor(session: Session, itemId: ItemId): { borrowerId: BorrowerId; borrowerName: string; until: LocalDate } | null;
}

export interface DamagesForLending {
	report(session: Session, damage: NewDamage): DamageId;
	withdraw(session: Session, id: DamageId): void;
	/** What is missing of an item by its open cases, each thing as often as it is. */
	goneOf(session: Session, itemId: ItemId): string[];
	/** It came of one of these lines, and nobody has worked on it since. */
	isFresh(session: Session, id: DamageId, lineIds: ReadonlySet<LoanLineId>): boolean;
	/** What borrowers are asked to pay for damage and have not paid. */
	charges(session: Session): ReadonlyMap<BorrowerId, number>;
}
