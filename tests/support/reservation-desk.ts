import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { EMPTY_ITEM, type ItemFields } from '#shared/features/inventory/model.ts';
import type { DeskStep } from '#shared/features/lending/model.ts';
import type { BorrowerId, ItemId, LoanLineId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { HOUR, newSite, office } from './office.ts';
import type { TestBackend } from './test-backend.ts';

/** A lending desk with one drill and three people, and what tests of reservations do there. */

const STEP: DeskStep = { borrowerId: null, out: [], back: [], depositInCents: 0, issuedOn: null, reason: null };
export const OPEN = { text: '', filter: 'open', borrowerId: null, itemId: null, offset: 0, limit: 500 } as const;
export const WAITING = { filter: 'waiting', itemId: null, borrowerId: null, limit: 500 } as const;
export const DAY = 24 * HOUR;
const FIRST_DAY = '2026-03-02' as LocalDate;

interface Desk extends TestBackend {
	readonly drill: ItemId;
	readonly ada: BorrowerId;
	readonly ben: BorrowerId;
	readonly cem: BorrowerId;
}

export const item = async ({ client }: TestBackend, name: string, fields: Partial<ItemFields> = {}) =>
	(await client.inventory.create({ ...EMPTY_ITEM, name, number: null, ...fields })).id;
const borrower = async ({ client }: TestBackend, firstName: string) =>
	(
		await client.borrowers.create({
			...{ ...EMPTY_BORROWER, firstName, lastName: 'Yılmaz' },
			// So that nothing but reservations stands against lending.
			...{ idSeenOn: FIRST_DAY, houseRulesOn: FIRST_DAY },
		})
	).id;

export async function stocked(pc: TestBackend): Promise<Desk> {
	const [ada, ben, cem] = [await borrower(pc, 'Ada'), await borrower(pc, 'Ben'), await borrower(pc, 'Cem')];
	return { ...pc, drill: await item(pc, 'Bohrmaschine'), ada, ben, cem };
}

export async function desk(): Promise<Desk> {
	const pc = await office().pc('Tresen');
	await newSite(pc);
	return stocked(pc);
}

export const today = ({ clock }: TestBackend) => localDateOf(clock.now());
export const ahead = (pc: TestBackend, days: number): LocalDate => addDays(today(pc), days);
export const reserve = (
	pc: TestBackend,
	itemId: ItemId,
	borrowerId: BorrowerId,
	from: number,
	until: number,
	reason: string | null = null,
) =>
	pc.client.reservations.create({
		...{ itemId, borrowerId, fromOn: ahead(pc, from), untilOn: ahead(pc, until), note: null, reason },
	});
export const lend = (
	pc: TestBackend,
	borrowerId: BorrowerId,
	itemIds: ItemId[],
	more: Partial<DeskStep> = {},
	kitId: ItemId | null = null,
) =>
	pc.client.lending.complete({
		...STEP,
		borrowerId,
		out: itemIds.map((itemId) => ({
			...{ itemId, kitId: itemId === kitId ? null : kitId, accessories: [], condition: null, inHouse: false, dueOn: null },
		})),
		...more,
	});
export const giveBack = (pc: TestBackend, lineIds: readonly LoanLineId[]) =>
	pc.client.lending.complete({
		...STEP,
		back: lineIds.map((lineId) => ({ lineId, accessories: [], condition: null, damage: null })),
	});
export const taken = async (pc: TestBackend, itemId: ItemId) => {
	const { items } = await pc.client.reservations.availability({ itemIds: [itemId], from: today(pc), until: ahead(pc, 60) });
	return (items[0]?.taken ?? []).map(({ why, from, until, who }) => [why, from, until, who?.name ?? null]);
};
