import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guessMapping } from '#main/features/inventory/import/guess-mapping.ts';
import { createInventory, read } from './inventory-in-memory.ts';

/** The office's own tool list, as it is. */

const table = read(readFileSync(join(import.meta.dirname, '../../fixtures/Werkzeugliste_2026.csv')));

test('is read in its own encoding, and every column is recognised', () => {
	expect([table.encoding, table.separator, table.rows.length]).toEqual(['windows-1252', ';', 180]);
	const targets = 'number name maker type category boughtOn price condition location testedUntil accessories remarks';
	expect(guessMapping(table)).toEqual(targets.split(' '));
});

test('gives an item for every row, and says which got another number than the list says', () => {
	const { rows } = createInventory().preview(table);
	expect(rows.every(({ suggestion, known, existing }) => suggestion === 'create' && !known && existing === null)).toBe(true);
	const issues = rows.flatMap((row) => row.issues.map(({ code, column, cell }) => [row.line, code, column, cell, row.number]));
	expect(issues).toEqual([
		[26, 'number_missing', 'Inv.-Nr.', '', 'WZ-0181'],
		[104, 'number_missing', 'Inv.-Nr.', '', 'WZ-0182'],
		[126, 'number_missing', 'Inv.-Nr.', '', 'WZ-0183'],
		[140, 'number_double', 'Inv.-Nr.', 'WZ-0113', 'WZ-0184'],
		[167, 'number_missing', 'Inv.-Nr.', '', 'WZ-0185'],
		[190, 'number_double', 'Inv.-Nr.', 'WZ-0157', 'WZ-0186'],
	]);
	expect(new Set(rows.map(({ number }) => number)).size).toBe(180);
});

test('takes cells as they are meant', () => {
	const rows = new Map(
		createInventory()
			.preview(table)
			.rows.map(({ number, item }) => [number, item]),
	);
	expect(rows.get('WZ-0001')).toMatchObject({
		name: 'Lötstation',
		maker: 'Weller',
		type: 'WE 1010',
		category: 'Elektrowerkzeug',
		location: 'Keller',
		condition: 'defekt',
		state: 'maintenance',
		stateReason: 'defekt',
		boughtOn: '2015-05-03',
		priceCents: 14_900,
		testedUntil: '2026-08-31',
		accessories: ['Koffer', '2 Akkus', 'Ladegerät'],
		remarks: null,
	});
	expect(rows.get('WZ-0004')?.remarks).toBe('"reserviert" für Fahrradtag');
	expect(rows.get('WZ-0005')?.remarks).toBe('siehe Zettel;\nSchlüssel fehlt');
	// Nothing is lent because a list says so.
	expect(rows.get('WZ-0008')).toMatchObject({ boughtOn: '2021-07-24', remarks: 'ausgeliehen an Hr. Öztürk', state: 'active' });
	expect(rows.get('WZ-0011')?.condition).toBe('gut');
	expect(rows.get('WZ-0013')?.name).toBe('Kinderfahrrad 20"');
	expect(rows.get('WZ-0014')).toMatchObject({ condition: 'Kabel prüfen', state: 'active', stateReason: null });
	expect(rows.get('WZ-0023')).toMatchObject({ priceCents: 109_900, accessories: ['Fußpedal', 'Netzkabel', 'Spulen (5)'] });
	expect(rows.get('WZ-0003')?.accessories).toEqual(['Schloss + Schlüssel']);
	expect(rows.get('WZ-0021')?.name).toBe('Drehmomentschlüssel 5–25 Nm');
	const all = [...rows.values()];
	expect(all.filter((item) => item?.state === 'maintenance')).toHaveLength(23);
	expect(all.filter((item) => item?.testedUntil !== null)).toHaveLength(88);
	expect(all.filter((item) => item?.priceCents === null)).toHaveLength(8);
});

test('twice changes nothing', () => {
	const inventory = createInventory();
	const first = inventory.run(inventory.preview(table));
	expect([first.create.length, first.fill.length, first.skipped, first.unchanged]).toEqual([180, 0, 0, 0]);
	const before = structuredClone(inventory.items);
	const again = inventory.preview(table);
	expect(again.rows.filter(({ known, issues }) => !known || issues.length > 0)).toEqual([]);
	expect(inventory.run(again)).toEqual({ create: [], fill: [], skipped: 0, unchanged: 180 });
	expect(inventory.items).toEqual(before);
});

test('fills what is missing and overwrites nothing', () => {
	const inventory = createInventory([
		{ number: 'WZ-0001', name: 'Lötstation', location: 'Werkbank', remarks: 'Spitze neu' },
		{ number: 'WZ-0002', name: 'Bügelbrett' },
	]);
	const previewed = inventory.preview(table);
	expect(previewed.rows[0]).toMatchObject({
		suggestion: 'fill',
		number: 'WZ-0001',
		existing: { id: 'i1', label: 'WZ-0001 · Lötstation' },
		issues: [{ code: 'kept_existing', column: 'Lagerort', cell: 'Keller', severity: 'warning' }],
	});
	// Something else stands under that number here.
	expect(previewed.rows[1]).toMatchObject({
		suggestion: 'create',
		number: 'WZ-0181',
		existing: { id: 'i2', label: 'WZ-0002 · Bügelbrett' },
		issues: [{ code: 'number_double', cell: 'WZ-0002' }],
	});
	const plan = inventory.run(previewed);
	expect([plan.create.length, plan.fill.length]).toEqual([179, 1]);
	expect(inventory.items[0]).toMatchObject({ location: 'Werkbank', maker: 'Weller', state: 'active', remarks: 'Spitze neu' });
	expect(inventory.preview(table).rows.every(({ known }) => known)).toBe(true);
});

test('what was changed here since is still recognised', () => {
	const inventory = createInventory();
	inventory.run(inventory.preview(table));
	for (const item of inventory.items) Object.assign(item, { location: 'neuer Schrank', condition: 'repariert', state: 'active' });
	const again = inventory.preview(table);
	expect(again.rows.filter(({ known }) => !known)).toEqual([]);
	expect(inventory.run(again)).toMatchObject({ create: [], fill: [], unchanged: 180 });
});
