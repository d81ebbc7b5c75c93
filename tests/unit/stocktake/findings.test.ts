import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type Action,
	type CountableItem,
	consequencesOf,
	type Facts,
	findingsOf,
	isInScope,
	isOpen,
	type OutLine,
	type Scan,
} from '#shared/features/stocktake/findings.ts';
import type { FindingRow, StocktakeFinding } from '#shared/features/stocktake/model.ts';
import { isSamePlace } from '#shared/features/stocktake/shelf-label.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { campaign } from '#tests/support/campaign.ts';

const NOW = 1_000_000;
const itemId = (at: number) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}` as ItemId;

const item = (at: number, fields: Partial<CountableItem> = {}): CountableItem => ({
	...{
		id: itemId(at),
		number: `WZ-${at}`,
		name: `Ding ${at}`,
		category: null,
		location: 'Regal 1',
		state: 'active',
		createdAt: 0,
	},
	...fields,
});
let serial = 0;
const scanOf = (of: CountableItem | string, shelf: string | null, at = NOW + serial): Scan => ({
	id: `s${String(serial++).padStart(6, '0')}`,
	at,
	...(typeof of === 'string' ? { code: of, itemId: null } : { code: of.number, itemId: of.id }),
	shelf,
});
const facts = (given: Partial<Facts>): Facts => ({
	...{ scope: { location: null, category: null }, items: [], scans: [], actions: [], out: [] },
	...given,
});
const actionOn = (row: FindingRow, action: Action['action'], before: Action['before'] = {}): Action => ({
	...{ id: `a${String(serial).padStart(6, '0')}`, at: NOW + serial++, itemId: row.itemId, action, before, undoes: null },
	code: row.itemId === null ? row.number : null,
	finding: row.finding,
});
const only = (rows: readonly FindingRow[]): FindingRow => {
	expect(rows).toHaveLength(1);
	return rows[0] as FindingRow;
};

describe('one thing', () => {
	const drill = item(7);
	const lent: OutLine = { itemId: drill.id, loanNumber: 'L-00001', issuedAt: NOW - 10 };
	const cases: [string, Partial<Facts>, StocktakeFinding | undefined][] = [
		['counted where it belongs', { items: [drill], scans: [scanOf(drill, ' regal 1')] }, 'found'],
		['counted without saying where', { items: [drill], scans: [scanOf(drill, null)] }, 'found'],
		['counted elsewhere', { items: [drill], scans: [scanOf(drill, 'Regal 2')] }, 'misplaced'],
		['belonging nowhere', { items: [item(7, { location: null })], scans: [scanOf(drill, 'Regal 2')] }, 'misplaced'],
		['not counted', { items: [drill] }, 'missing'],
		['not counted, being looked after', { items: [item(7, { state: 'maintenance' })] }, 'missing'],
		['lent', { items: [drill], out: [lent] }, 'on_loan'],
		['counted though it is lent', { items: [drill], out: [lent], scans: [scanOf(drill, 'Regal 1')] }, 'returned'],
		[
			'lent after it was counted',
			{ items: [drill], out: [{ ...lent, issuedAt: NOW + 1e6 }], scans: [scanOf(drill, 'Regal 1')] },
			'found',
		],
		['on two shelves', { items: [drill], scans: [scanOf(drill, 'Regal 2'), scanOf(drill, 'Regal 1')] }, 'twice'],
		['missing for long and not counted', { items: [item(7, { state: 'missing' })] }, undefined],
		['missing for long and counted', { items: [item(7, { state: 'missing' })], scans: [scanOf(drill, 'Regal 1')] }, 'unexpected'],
		['of no item', { scans: [scanOf('WZ-99', 'Regal 1')] }, 'unknown'],
		['of an item that was removed', { scans: [scanOf(drill, 'Regal 1')] }, 'unknown'],
		[
			'out of scope',
			{ scope: { location: null, category: 'Rad' }, items: [drill], scans: [scanOf(drill, 'Regal 1')] },
			'unexpected',
		],
		['out of scope and not counted', { scope: { location: 'Keller', category: null }, items: [drill] }, undefined],
		['unknown, and made since on another PC before', { items: [item(7)], scans: [scanOf('WZ-7', 'Regal 1')] }, 'found'],
		[
			'unknown, and made because of it',
			{ items: [item(7, { createdAt: 2 * NOW })], scans: [scanOf('WZ-7', 'Regal 1')] },
			'unknown',
		],
	];
	it.each(cases)('%s', (_name, given, finding) => {
		const rows = findingsOf(facts(given));
		expect(rows.map((row) => row.finding)).toEqual(finding === undefined ? [] : [finding]);
	});
});

describe('consequences', () => {
	it('a misplaced thing that belongs here now stays misplaced and settled, and is open again once that is undone', () => {
		const [before, after] = [item(1), item(1, { location: 'Regal 2' })];
		const scans = [scanOf(before, 'Regal 2')];
		const row = only(findingsOf(facts({ items: [before], scans })));
		expect(consequencesOf(row)).toEqual(['moved', 'moved_back']);
		const moved = actionOn(row, 'moved', { location: 'Regal 1' });
		const settled = only(findingsOf(facts({ items: [after], scans, actions: [moved] })));
		expect(settled).toMatchObject({ finding: 'misplaced', settled: 'moved', location: 'Regal 1', actionId: moved.id });
		expect(isOpen(settled)).toBe(false);
		const undone = { ...actionOn(row, 'undone'), undoes: moved.id };
		expect(findingsOf(facts({ items: [before], scans, actions: [moved, undone] }))).toEqual([row]);
	});
	it('what was put back and is counted there is settled; on a third shelf it is a finding again', () => {
		const drill = item(1);
		const scans = [scanOf(drill, 'Regal 2')];
		const row = only(findingsOf(facts({ items: [drill], scans })));
		const actions = [actionOn(row, 'moved_back')];
		const there = [...scans, scanOf(drill, 'Regal 1')];
		expect(only(findingsOf(facts({ items: [drill], scans: there, actions })))).toMatchObject({
			settled: 'moved_back',
			shelf: 'Regal 2',
		});
		const third = [...there, scanOf(drill, 'Regal 3')];
		expect(only(findingsOf(facts({ items: [drill], scans: third, actions })))).toMatchObject({ finding: 'twice', settled: null });
	});
	it('what was entered as missing and turns up is back', () => {
		const drill = item(1);
		const row = only(findingsOf(facts({ items: [drill] })));
		const actions = [actionOn(row, 'marked_missing', { state: 'active' })];
		const gone = item(1, { state: 'missing' });
		expect(only(findingsOf(facts({ items: [gone], actions })))).toMatchObject({ finding: 'missing', settled: 'marked_missing' });
		const found = only(findingsOf(facts({ items: [gone], actions, scans: [scanOf(drill, 'Regal 1')] })));
		expect(found).toMatchObject({ finding: 'unexpected', settled: null, gone: 'missing', expected: true });
		expect(consequencesOf(found)).toEqual(['made_active', 'ignored']);
		const scrapped = only(findingsOf(facts({ items: [item(1, { state: 'retired' })], scans: [scanOf(drill, 'Regal 1')] })));
		expect(scrapped).toMatchObject({ finding: 'unexpected', gone: 'retired' });
		expect(consequencesOf(scrapped)).toEqual(['ignored', 'made_active']);
	});
});

describe('laws', () => {
	const PLACES = ['Regal 1', 'Regal 2', 'Keller', null] as const;
	const place = fc.constantFrom(...PLACES);
	const anItem = fc.record({
		category: fc.constantFrom('Rad', 'Holz', null),
		location: place,
		state: fc.constantFrom('active', 'active', 'active', 'maintenance', 'missing', 'retired'),
		isLent: fc.boolean(),
		createdAt: fc.nat(2 * NOW),
	});
	const aScan = fc.record({ of: fc.nat(11), shelf: place, at: fc.nat(40), known: fc.boolean() });
	const anAction = fc.record({
		...{ of: fc.nat(11), at: fc.nat(40), undoes: fc.option(fc.nat(9)) },
		action: fc.constantFrom('moved', 'moved_back', 'marked_missing', 'taken_back', 'made_active', 'ignored'),
		finding: fc.constantFrom('misplaced', 'missing', 'twice', 'returned', 'unexpected'),
		location: place,
	});
	const office = fc
		.record({
			scope: fc.record({ location: place, category: fc.constantFrom('Rad', null) }),
			items: fc.array(anItem, { maxLength: 9 }),
			scans: fc.array(aScan, { maxLength: 25 }),
			actions: fc.array(anAction, { maxLength: 10 }),
		})
		.map((given): Facts => {
			const items = given.items.map(({ isLent: _isLent, ...fields }, at) => item(at, fields as Partial<CountableItem>));
			return {
				scope: given.scope,
				items,
				scans: given.scans.map(({ of, shelf, at, known }, index) => ({
					...{ id: `s${String(index).padStart(4, '0')}`, at: NOW + at, code: `WZ-${of}`, shelf },
					itemId: known ? (items[of]?.id ?? null) : null,
				})),
				actions: given.actions.map(({ of, at, undoes, action, finding, location }, index) => ({
					...{ id: `t${String(index).padStart(4, '0')}`, at: NOW + at, code: items[of] ? null : `WZ-${of}` },
					...{ itemId: items[of]?.id ?? null, finding, action: undoes === null ? action : ('undone' as const) },
					before: action === 'moved' && undoes === null ? { location } : {},
					undoes: undoes === null ? null : `t${String(undoes).padStart(4, '0')}`,
				})) as Action[],
				out: given.items.flatMap(({ isLent }, at) =>
					isLent ? [{ itemId: itemId(at), loanNumber: `L-${at}`, issuedAt: NOW + 20 }] : [],
				),
			};
		});

	it('every expected thing, every scanned one and every unknown code has exactly one finding', () => {
		fc.assert(
			fc.property(office, (given) => {
				const rows = findingsOf(given);
				const keys = rows.map(({ itemId: id, number }) => id ?? number);
				expect(new Set(keys).size).toBe(keys.length);
				const numbers = new Set(given.items.map(({ number }) => number));
				const of = new Set(rows.map(({ itemId: id }) => id));
				for (const one of given.items) {
					const isScanned = given.scans.some(
						(scan) => scan.itemId === one.id || (scan.itemId === null && scan.code === one.number),
					);
					const untouched = given.actions.every((action) => action.itemId !== one.id);
					const isExpected = isInScope(one, given.scope) && one.state !== 'missing' && one.state !== 'retired';
					if (isScanned) expect(of.has(one.id)).toBe(true);
					if (untouched) expect(of.has(one.id)).toBe(isScanned || isExpected);
				}
				const unknown = new Set(given.scans.flatMap(({ code }) => (numbers.has(code) ? [] : code)));
				expect(
					rows
						.filter(({ itemId: id }) => id === null)
						.map(({ number }) => number)
						.sort(),
				).toEqual([...unknown].sort());
			}),
			{ numRuns: campaign(150, 1500) },
		);
	});

	it('depends on nothing but what was written: neither order nor device', () => {
		fc.assert(
			fc.property(
				office.chain((given) =>
					fc.tuple(
						fc.constant(given),
						fc.shuffledSubarray([...given.scans], { minLength: given.scans.length }),
						fc.shuffledSubarray([...given.actions], { minLength: given.actions.length }),
						fc.shuffledSubarray([...given.items], { minLength: given.items.length }),
					),
				),
				([given, scans, actions, items]) => {
					expect(findingsOf({ ...given, scans, actions, items })).toEqual(findingsOf(given));
				},
			),
			{ numRuns: campaign(150, 1500) },
		);
	});

	it('a thing scanned again on its shelf is no news', () => {
		fc.assert(
			fc.property(office, fc.nat(), (given, pick) => {
				const rows = findingsOf({ ...given, actions: [] });
				const counted = rows.filter(({ countedAt }) => countedAt !== null);
				const row = counted[pick % Math.max(1, counted.length)];
				fc.pre(row !== undefined);
				const again = { id: 'z', at: 3 * NOW, code: row.number, itemId: row.itemId, shelf: row.shelf };
				expect(findingsOf({ ...given, actions: [], scans: [...given.scans, again] })).toEqual(rows);
			}),
			{ numRuns: campaign(150, 1500) },
		);
	});

	it('what is found lies where it belongs, and what is twice was counted on two shelves', () => {
		fc.assert(
			fc.property(office, (given) => {
				for (const row of findingsOf({ ...given, actions: [] })) {
					const { finding, shelf, location, shelves, countedAt, settled } = row;
					if (finding === 'found') expect(shelf === null || (location !== null && isSamePlace(shelf, location))).toBe(true);
					if (finding === 'twice') expect(shelves.length).toBeGreaterThan(1);
					if (finding === 'missing' || finding === 'on_loan') expect(countedAt).toBeNull();
					else expect(countedAt).not.toBeNull();
					if (isOpen(row)) expect(consequencesOf(row)).not.toEqual([]);
					if (finding !== 'unknown') expect(settled).toBeNull();
				}
			}),
			{ numRuns: campaign(150, 1500) },
		);
	});
});
