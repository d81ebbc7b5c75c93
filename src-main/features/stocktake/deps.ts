import type { Item } from '#shared/features/inventory/model.ts';
import type { OpenLine, StepDone } from '#shared/features/lending/model.ts';
import type { CountableItem, OutLine } from '#shared/features/stocktake/findings.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { ItemId, LoanLineId } from '#shared/kernel/ids.ts';
import type { Session } from '../../vaults/session.ts';

/** What stocktaking asks of the other features. */
export interface StocktakeDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	/** All items, in no particular order. */
	countable(session: Session): CountableItem[];
	/** Those of these that are there. */
	items(session: Session, ids: readonly ItemId[]): Item[];
	/** Several when two PCs gave one number while apart. */
	itemsNumbered(session: Session, number: string): Item[];
	/** Places in use. */
	places(session: Session): string[];
	setPlace(session: Session, id: ItemId, location: string | null): void;
	setState(session: Session, id: ItemId, state: Item['state'], reason: string | null): void;
	isBorrowerCard(session: Session, number: string): boolean;
	outNow(session: Session): OutLine[];
	linesOut(session: Session, itemIds: readonly ItemId[]): OpenLine[];
	/** Undefined when it is back already. */
	takeBackLine(session: Session, lineId: LoanLineId): StepDone['returned'] | undefined;
	/** False when it is too late for that. */
	undoReturn(session: Session, returned: StepDone['returned']): boolean;
	memberName(session: Session, id: string): string;
}
