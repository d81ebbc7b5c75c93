import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDueDay, isIssueDay } from '#shared/features/lending/due-day.ts';
import { borrowerObstacles, type ItemSituation, itemObstacles } from '#shared/features/lending/obstacles.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

const TODAY = '2026-11-30' as LocalDate;
const FINE: ItemSituation = {
	item: { state: 'active', stateReason: null, testedUntil: null, inHouseOnly: false },
	day: TODAY,
	inHouse: false,
	lentTo: null,
	unavailablePart: null,
	kitOut: null,
	gone: [],
	claims: [],
};
const codes = (change: Partial<ItemSituation>, item: Partial<ItemSituation['item']> = {}) =>
	itemObstacles({ ...FINE, ...change, item: { ...FINE.item, ...item } }).map(({ code, detail, weight }) =>
		[code, detail, weight].join(' '),
	);

test('nothing stands against an item that is here, whole and free', () => {
	expect(codes({})).toEqual([]);
});

test.each([
	['lent forbids', { lentTo: 'Ada' }, {}, 'lent Ada forbids'],
	['maintenance', {}, { state: 'maintenance', stateReason: 'Kabel' }, 'maintenance Kabel forbids'],
	['missing', {}, { state: 'missing' }, 'missing  forbids'],
	['retired', {}, { state: 'retired' }, 'retired  forbids'],
	['a part is not there', { unavailablePart: 'Akku' }, {}, 'part_unavailable Akku forbids'],
	['its kit is out', { kitOut: 'Flickset' }, {}, 'kit_out Flickset asks'],
	['something of it is gone', { gone: ['Koffer', 'Akku'] }, {}, 'accessory_gone Koffer, Akku warns'],
	['reserved', { claims: [{ kind: 'reserved', borrowerName: 'Cem' }] }, {}, 'reserved Cem asks'],
	['kept', { claims: [{ kind: 'held', borrowerName: 'Cem' }] }, {}, 'held Cem asks'],
] as const)('%s', (_, change, item, expected) => {
	expect(codes(change, item)).toEqual([expected]);
});

test('an electrical test covers its last day, and not the next', () => {
	expect(codes({ day: TODAY }, { testedUntil: TODAY })).toEqual([]);
	expect(codes({ day: addDays(TODAY, 1) }, { testedUntil: TODAY })).toEqual([`test_overdue ${TODAY} forbids`]);
});

test('what stays in the house may be used there', () => {
	expect(codes({ inHouse: false }, { inHouseOnly: true })).toEqual(['in_house_only  forbids']);
	expect(codes({ inHouse: true }, { inHouseOnly: true })).toEqual([]);
});

test('a borrower: blocked, over the own or the common limit, late, without rules or identity card', () => {
	const borrower = { blockedReason: null, out: 3, overdue: 0 };
	const terms = { mostItems: null, houseRulesOn: TODAY, idSeenOn: TODAY };
	const said = (change: object, of: object = {}, adding = 1) =>
		borrowerObstacles({ ...borrower, ...change }, { ...terms, ...of }, { mostItems: 4 }, adding).map(
			({ code, weight }) => `${code} ${weight}`,
		);
	expect(said({})).toEqual([]);
	expect(said({}, {}, 2)).toEqual(['limit asks']);
	expect(said({}, { mostItems: 5 }, 2)).toEqual([]);
	expect(said({}, { mostItems: 0 }, 1)).toEqual(['limit asks']);
	expect(said({ blockedReason: 'Säge nicht zurück' })).toEqual(['blocked forbids']);
	expect(said({ overdue: 2 }, { houseRulesOn: null, idSeenOn: null })).toEqual([
		'has_overdue warns',
		'no_house_rules warns',
		'no_id_seen warns',
	]);
});

test('a day of issue lies in the past or is today, a due day not before it and not years ahead', () => {
	fc.assert(
		fc.property(fc.integer({ min: -30_000, max: 5000 }), fc.integer({ min: -3000, max: 3000 }), (back, ahead) => {
			const issued = addDays(TODAY, back);
			expect(isIssueDay(issued, TODAY)).toBe(back <= 0 && issued >= '1970-01-01');
			expect(isDueDay(addDays(TODAY, ahead), issued, TODAY)).toBe(back <= ahead && ahead <= 5 * 366);
		}),
	);
});
