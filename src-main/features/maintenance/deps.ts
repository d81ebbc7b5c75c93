import type { Item, ItemState } from '#shared/features/inventory/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, DamageId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import type { Session } from '../../vaults/session.ts';

/** What maintenance asks of the other features; `workshop.ts` passes it in. */
export interface MaintenanceDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	/** Items of the inventory that are there, in no particular order. */
	items(session: Session, ids: readonly ItemId[]): KnownItem[];
	/** Also of removed ones. */
	itemNames(session: Session, ids: readonly ItemId[]): { id: ItemId; number: string; name: string }[];
	/** Items whose state is `maintenance`. */
	inMaintenance(session: Session): ItemId[];
	/** Because of a damage, or (null) because there is none any more. */
	setState(session: Session, id: ItemId, state: ItemState, reason: string | null, damageId: DamageId | null): void;
	/** Puts back what the state was before it was retired because of this damage, unless it changed again. */
	undoRetirement(session: Session, id: ItemId, damageId: DamageId): void;
	setAccessories(session: Session, id: ItemId, accessories: readonly string[]): void;
	/** Those of these loans that are there. */
	loans(session: Session, ids: readonly LoanId[]): { id: LoanId; number: string; borrowerId: BorrowerId }[];
	/** What a line was of; undefined when there is none. */
	line(session: Session, id: LoanLineId): { itemId: ItemId; loanId: LoanId } | undefined;
	borrowerNames(session: Session, ids: readonly BorrowerId[]): ReadonlyMap<BorrowerId, string>;
}

export type KnownItem = Pick<Item, 'id' | 'state' | 'stateReason' | 'stateDamageId' | 'accessories'>;
