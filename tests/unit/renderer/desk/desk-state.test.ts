import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterItem, afterReturn } from '#renderer/features/lending/desk/answers.ts';
import {
	changeComing,
	changeGoing,
	type Desk,
	depositOf,
	dueOnFor,
	EMPTY_DESK,
	goesHome,
	inHouseFor,
	isEmpty,
	isOnDesk,
	missingAccessories,
	newerNames,
	readDraft,
	stepOf,
	undescribed,
	withDesk,
	withItems,
	withLines,
	without,
	withoutNewer,
} from '#renderer/features/lending/desk/desk-state.ts';
import { type DeskItem, DeskStep, type OpenLine } from '#shared/features/lending/model.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';

const id = (nth: number) => `019d0000-0000-7000-8000-${String(nth).padStart(12, '0')}`;
const DAY = '2026-12-07' as LocalDate;

const item = (nth: number, change: Partial<DeskItem> = {}): DeskItem => ({
	id: id(nth) as ItemId,
	number: `WZ-${nth}`,
	name: `Ding ${nth}`,
	location: null,
	accessories: ['Koffer', 'Akku', 'Akku'],
	gone: [],
	condition: null,
	depositCents: 500,
	inHouseOnly: false,
	dueOn: DAY,
	obstacles: [],
	...change,
});
const line = (nth: number, kitId: number | null = null): OpenLine => ({
	id: id(1000 + nth) as LoanLineId,
	loanId: id(2000) as LoanId,
	loanNumber: 'L-00001',
	kind: 'take_home',
	itemId: id(nth) as ItemId,
	itemNumber: `WZ-${nth}`,
	itemName: `Ding ${nth}`,
	kitId: kitId === null ? null : (id(kitId) as ItemId),
	borrower: { id: id(3000) as BorrowerId, number: 'E-1', name: 'Ada' },
	issuedAt: 0,
	dueOn: DAY,
	isOverdue: false,
	accessoriesOut: ['Koffer', 'Akku', 'Akku'],
	conditionOut: null,
	depositHeldCents: 0,
});

const nth = fc.nat({ max: 9 });
/** Everything that a hand or a scanner does to a desk. */
const doing = fc.oneof(
	fc.uniqueArray(nth, { minLength: 1, maxLength: 4 }).map(
		(some) => (desk: Desk) =>
			afterItem(
				desk,
				some.map((one) => item(one)),
			).desk,
	),
	fc.uniqueArray(nth, { minLength: 1, maxLength: 4 }).map((some) => (desk: Desk) => {
		const kit = some[0] ?? null;
		return afterReturn(
			desk,
			some.map((one, at) => line(one, at === 0 ? null : kit)),
		).desk;
	}),
	nth.map((one) => (desk: Desk) => without(desk, id(one))),
	fc.tuple(nth, fc.boolean()).map(
		([one, here]) =>
			(desk: Desk) =>
				inHouseFor(desk, one === 0 ? null : id(one), here),
	),
	nth.map((one) => (desk: Desk) => dueOnFor(desk, one === 0 ? null : id(one), '2027-01-04' as LocalDate)),
	nth.map((one) => (desk: Desk) => changeGoing(desk, id(one), { ticks: [true, false, true] })),
	nth.map((one) => (desk: Desk) => changeComing(desk, id(1000 + one), { ticks: [false, true, false] })),
);
const deskOf = (doings: readonly ((desk: Desk) => Desk)[]) => doings.reduce((desk, act) => act(desk), EMPTY_DESK);

test('whatever is done: nothing lies there twice, every part has its kit there, and it is a step and a draft', () => {
	fc.assert(
		fc.property(fc.array(doing, { maxLength: 25 }), (doings) => {
			const desk = deskOf(doings);
			const there = [...desk.out.map(({ item: { id } }) => id), ...desk.back.map(({ line: { itemId } }) => itemId)];
			expect(new Set(there).size).toBe(there.length);
			for (const { kitId } of desk.out) if (kitId !== null) expect(desk.out.some((one) => one.item.id === kitId)).toBe(true);
			for (const one of there) expect(isOnDesk(desk, one)).toBe(true);
			expect(isEmpty(desk)).toBe(there.length === 0);
			const step = stepOf(desk);
			expect([...step.out.map(({ itemId }) => itemId), ...step.back.map(({ lineId }) => lineId)]).toHaveLength(there.length);
			if (there.length > 0) expect(DeskStep.safeParse(step).success).toBe(true);
			expect(readDraft(JSON.stringify(desk))).toEqual(desk);
		}),
		{ numRuns: campaign(300, 10_000), seed: printedSeed('desk') },
	);
});

test('what is taken away again leaves what was there before', () => {
	fc.assert(
		fc.property(fc.array(doing, { maxLength: 10 }), fc.uniqueArray(nth, { minLength: 1, maxLength: 4 }), (doings, some) => {
			const desk = deskOf(doings);
			fc.pre(some.every((one) => !isOnDesk(desk, id(one))));
			const laid = withItems(
				desk,
				some.map((one) => item(one)),
			);
			const { out, back } = without(laid, id(some[0] as number));
			expect({ out, back }).toEqual({ out: desk.out, back: desk.back });
		}),
	);
});

test('what was laid down last goes again, with its name, and nothing else with it', () => {
	fc.assert(
		fc.property(fc.array(doing, { maxLength: 10 }), fc.uniqueArray(nth, { minLength: 1, maxLength: 4 }), (doings, some) => {
			const before = deskOf(doings);
			const { desk } = afterItem(
				before,
				some.map((one) => item(one)),
			);
			fc.pre(desk !== before);
			const ticked = changeGoing(desk, before.out[0]?.item.id ?? '', { ticks: [false, false, false] });
			const kept = withoutNewer(ticked, before);
			expect(kept.out.map((going) => [going.item.id, going.kitId])).toEqual(
				before.out.map((going) => [going.item.id, going.kitId]),
			);
			expect(kept.back).toEqual(before.back);
			if (before.out.length > 0) expect(kept.out[0]?.ticks).toEqual([false, false, false]);
			expect(newerNames(ticked, before)).toContain(`Ding ${some[0]}`);
		}),
	);
});

test('a draft from before the lock joins what was scanned since, and loses none of it', () => {
	fc.assert(
		fc.property(fc.array(doing, { maxLength: 10 }), fc.array(doing, { maxLength: 10 }), (first, then) => {
			const [before, since] = [deskOf(first), deskOf(then)];
			const desk = withDesk(before, since);
			for (const one of [...before.out, ...since.out]) expect(isOnDesk(desk, one.item.id)).toBe(true);
			for (const one of [...before.back, ...since.back]) expect(isOnDesk(desk, one.line.itemId)).toBe(true);
		}),
	);
});

test('a part scanned after its kit joins it, and goes where the kit goes', () => {
	const desk = withItems(withItems(EMPTY_DESK, [item(2)]), [item(1, { inHouseOnly: true }), item(2), item(3)]);
	expect(desk.out.map(({ item: { number }, kitId, inHouse }) => [number, kitId, inHouse])).toEqual([
		['WZ-2', id(1), true],
		['WZ-1', null, true],
		['WZ-3', id(1), true],
	]);
});

test('a deposit is asked for what goes home; a kit covers its parts; what was typed counts', () => {
	const desk = withItems(withItems(EMPTY_DESK, [item(1), item(2)]), [item(3, { depositCents: 2000 })]);
	expect(depositOf(desk)).toBe(2500);
	expect(depositOf({ ...desk, deposit: '12,50' })).toBe(1250);
	expect(depositOf({ ...desk, deposit: '' })).toBe(0);
	expect(depositOf({ ...desk, deposit: 'viel' })).toBeUndefined();
	expect(depositOf(inHouseFor(desk, null, true))).toBe(0);
	expect(goesHome(inHouseFor(desk, id(1), true)).map(({ item: { number } }) => number)).toEqual(['WZ-3']);
});

test('what is known to be gone does not go along', () => {
	const desk = withItems(EMPTY_DESK, [item(1, { gone: ['Akku'] })]);
	expect(stepOf(desk).out[0]?.accessories).toEqual(['Koffer', 'Akku']);
});

test('what did not come back is named, the same thing as often as it is missing', () => {
	const desk = changeComing(withLines(EMPTY_DESK, [line(1)]), id(1001), { ticks: [true, false, false] });
	expect(desk.back.flatMap(missingAccessories)).toEqual(['Akku', 'Akku']);
	expect(stepOf(desk).back[0]?.accessories).toEqual(['Koffer']);
});

test('a damage without words is found before the step', () => {
	const desk = withLines(EMPTY_DESK, [line(1)]);
	expect(undescribed(desk)).toBeUndefined();
	const damage = { description: ' ', unusable: true };
	expect(undescribed(changeComing(desk, id(1001), { damage }))?.line.itemNumber).toBe('WZ-1');
});

test.each(['', '{}', 'null', '[]', '{"out":1}'])('no draft of this version is nothing: %s', (text) => {
	expect(readDraft(text)).toBeNull();
});
