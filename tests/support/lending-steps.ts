import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { EMPTY_ITEM, type ItemFields } from '#shared/features/inventory/model.ts';
import type { DeskStep, LineBack, LineOut } from '#shared/features/lending/model.ts';
import type { BorrowerId, ItemId, LoanLineId } from '#shared/kernel/ids.ts';
import type { Client } from './office.ts';

/** What tests of the lending desk do again and again. */

export const EMPTY_STEP: DeskStep = { borrowerId: null, out: [], back: [], depositInCents: 0, issuedOn: null, reason: null };

export const going = (itemId: ItemId, more: Partial<LineOut> = {}): LineOut => ({
	...{ itemId, kitId: null, accessories: [], condition: null, inHouse: false, dueOn: null },
	...more,
});

export const coming = (lineId: LoanLineId, more: Partial<LineBack> = {}): LineBack => ({
	...{ lineId, accessories: [], condition: null, damage: null },
	...more,
});

export const newItem = (client: Client, fields: Partial<ItemFields> = {}, number: string | null = null) =>
	client.inventory.create({ ...EMPTY_ITEM, name: 'Bohrmaschine', ...fields, number });

export const newBorrower = (client: Client, lastName = 'Yılmaz', mostItems: number | null = null) =>
	client.borrowers.create({ ...EMPTY_BORROWER, firstName: 'Ada', lastName, mostItems });

export const lend = (client: Client, borrowerId: BorrowerId, itemIds: readonly ItemId[], more: Partial<DeskStep> = {}) =>
	client.lending.complete({ ...EMPTY_STEP, borrowerId, out: itemIds.map((id) => going(id)), ...more });

/** All loans, of everybody. */
export const EVERY_LOAN = {
	...({ text: '', filter: 'all', borrowerId: null, itemId: null, offset: 0, limit: 500 } as const),
	sort: { by: 'number', descending: false },
} as const;
