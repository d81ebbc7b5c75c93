import { describe, expect, it } from 'vitest';
import { isBroken, readAccessories, readPrice, readTestedUntil } from '#main/features/inventory/import/read-cells.ts';
import { freeNumbers } from '#main/features/inventory/numbers.ts';
import { InventoryNumber, numberOnLabel, photoType } from '#shared/features/inventory/model.ts';

it.each([
	['1.099,00', 109_900],
	['84,90', 8490],
	['84,9', 8490],
	['149', 14_900],
	['1.290', 129_000],
	['1,290.50', 129_050],
	['12.5', 1250],
	['€ 20,-', 2000],
	['EUR 1 290,00', 129_000],
	['0,00', 0],
])('%s is %i cents', (cell, cents) => expect(readPrice(cell)).toMatchObject({ value: cents, problem: null }));

it.each(['geschenkt', '-5,00', '12 oder 13', '1.2.3', '99999999,00', 'ca. 20'])('%s is no price', (cell) =>
	expect(readPrice(cell)).toMatchObject({ value: null, problem: 'price_unreadable', keep: true }),
);

it.each([
	['08/2026', '2026-08-31'],
	['02/2028', '2028-02-29'],
	['2/27', '2027-02-28'],
	['12.2026', '2026-12-31'],
	['bis 08/2026', '2026-08-31'],
	['2027-03', '2027-03-31'],
	['März 2027', '2027-03-31'],
	['15.03.2027', '2027-03-15'],
	['15.03.27', '2027-03-15'],
])('a test badge %s is valid until %s', (cell, day) =>
	expect(readTestedUntil(cell)).toMatchObject({ value: day, problem: null }),
);

it.each([
	['13/2026', 'date_impossible'],
	['00/2026', 'date_impossible'],
	['31.02.2027', 'date_impossible'],
	['bald', 'date_unreadable'],
])('a test badge %s is not taken: %s', (cell, problem) => expect(readTestedUntil(cell)).toMatchObject({ value: null, problem }));

describe('accessories', () => {
	it.each([
		['Koffer, 2 Akkus, Ladegerät', ['Koffer', '2 Akkus', 'Ladegerät']],
		['Fußpedal; Netzkabel; Spulen (5)', ['Fußpedal', 'Netzkabel', 'Spulen (5)']],
		['Koffer\nKabel 1,5 m', ['Koffer', 'Kabel 1,5 m']],
		['Kabel 1,5 m, Koffer', ['Kabel 1,5 m', 'Koffer']],
		['Bits (PH1, PH2), Koffer,', ['Bits (PH1, PH2)', 'Koffer']],
		['Schloss + Schlüssel', ['Schloss + Schlüssel']],
	])('%j', (cell, accessories) => expect(readAccessories([], cell)).toEqual({ accessories, rest: [] }));

	it('more than fit are told', () => {
		const words = Array.from({ length: 32 }, (_, at) => `Teil ${at}`);
		expect(readAccessories([], words.join(';')).rest).toEqual(['Teil 30', 'Teil 31']);
		expect(readAccessories(['a'], `${'x'.repeat(121)};b;a`)).toEqual({ accessories: ['a', 'b'], rest: ['x'.repeat(121)] });
	});
});

it('knows what is broken and what only has a remark', () => {
	expect(['defekt', 'DEFEKT!', 'kaputt', 'defekt, Kabel ab'].map(isBroken)).toEqual([true, true, true, true]);
	expect(['gut', 'Kabel prüfen', 'nicht defekt', ''].map(isBroken)).toEqual([false, false, false, false]);
});

describe('numbers', () => {
	it.each([
		[[], 'INV-0001'],
		[['WZ-0217'], 'WZ-0218'],
		[['WZ-0217', 'WZ-0003', 'F-99', 'F-98', 'F-7'], 'F-100'],
		[['WZ-0217', 'WZ-0003', 'F-99'], 'WZ-0218'],
		[['99'], '100'],
		[['LEITER', 'BEAMER'], 'INV-0001'],
		[['2026/007'], '2026/008'],
		[['A9'.padStart(24, 'A')], 'INV-0001'],
	])('after %j comes %s', (inUse, next) => {
		expect(freeNumbers(inUse)()).toBe(next);
		expect(InventoryNumber.parse(next)).toBe(next);
	});

	it('none that is taken, none twice', () => {
		const next = freeNumbers(['WZ-0001', 'INV-0001'], ['WZ-0004', 'WZ-0002']);
		expect([next(), next()]).toEqual(['WZ-0005', 'WZ-0006']);
	});

	it.each([
		['  wz-0217\r\n', 'WZ-0217'],
		['KONTOR-ITEM:WZ-0217', 'WZ-0217'],
		['kontor-item: wz-0217', 'WZ-0217'],
		['\u0002WZ-0217\u0003', 'WZ-0217'],
	])('%j on a label is %s', (text, number) => expect(numberOnLabel(text)).toBe(number));
});

it('tells photos by their first bytes', () => {
	const photo = (...parts: (string | number[])[]) =>
		Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))).toString('base64');
	expect(photoType(photo([0xff, 0xd8, 0xff, 0xe0], 'JFIF'))).toBe('image/jpeg');
	for (const size of [0, 77, 128, 255]) expect(photoType(photo('RIFF', [size, 1, size, 0], 'WEBPVP8 '))).toBe('image/webp');
	expect(photoType(photo('RIFF', [1, 2, 3, 4], 'WAVEfmt '))).toBeNull();
	expect(photoType(photo('<svg onload="alert(1)">'))).toBeNull();
	expect(photoType('')).toBeNull();
});
