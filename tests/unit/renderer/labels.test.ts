import { expect, test } from 'vitest';
import { wantedItems } from '#renderer/features/inventory/labels/wanted-items.ts';
import { barcodeOf } from '#renderer/print/code128.ts';
import { barcodeFor, barsLeft, LABEL_FORMATS, MODULE, perSheet } from '#renderer/print/label-formats.ts';
import type { ItemRow } from '#shared/features/inventory/model.ts';

const formats = Object.values(LABEL_FORMATS);
const DOT = 0.125;

test('a barcode has the bars that ISO/IEC 15417 gives for its text', () => {
	const { bars, width } = barcodeOf('WZ-0001');
	// Start B, W Z -, switch to C, 00 01, check character, stop.
	expect(width).toBe(8 * 11 + 13);
	expect(bars.slice(0, 3)).toEqual([
		{ at: 0, width: 2 },
		{ at: 3, width: 1 },
		{ at: 6, width: 1 },
	]);
	expect(bars.slice(-4)).toEqual([
		{ at: 88, width: 2 },
		{ at: 93, width: 3 },
		{ at: 97, width: 1 },
		{ at: 99, width: 2 },
	]);
	for (const [index, bar] of bars.entries()) expect(bar.at).toBeGreaterThanOrEqual((bars[index - 1]?.at ?? -1) + 1);
});

test.each(formats)('$columns × $rows labels lie on the paper, beside and not upon each other', (format) => {
	expect(format.left + (format.columns - 1) * format.across + format.width).toBeLessThanOrEqual(210);
	expect(format.top + (format.rows - 1) * format.down + format.height).toBeLessThanOrEqual(297);
	expect(format.across).toBeGreaterThanOrEqual(format.width);
	expect(format.down).toBeGreaterThanOrEqual(format.height);
	expect([24, 40]).toContain(perSheet(format));
});

test.each(formats)('every bar begins on a dot of a 203 dpi printer ($columns columns)', (format) => {
	for (const number of ['1', 'WZ-0001', 'INV-0399', 'ABC/12.7']) {
		const barcode = barcodeFor(number, format);
		if (barcode === null) throw new Error(`${number} does not fit`);
		for (let column = 0; column < format.columns; column++) {
			const left = format.left + column * format.across + barsLeft(barcode, format);
			expect(left / DOT).toBe(Math.round(left / DOT));
		}
		expect(MODULE).toBeGreaterThanOrEqual(0.25);
		// Its quiet zones end before the next label's bars begin.
		expect(barsLeft(barcode, format)).toBeGreaterThanOrEqual(10 * MODULE - DOT);
	}
	expect(barcodeFor('ABCDEFGHIJKLMNOPQRSTUVWX', format)).toBeNull();
});

test('labels are for what was asked for', () => {
	const row = (id: string, more: Partial<ItemRow> = {}) =>
		({ id, state: 'active', category: null, location: null, createdAt: Date.parse('2026-03-01T10:00:00Z'), ...more }) as ItemRow;
	const items = [
		row('a', { category: 'Fahrrad', location: 'Keller' }),
		row('b', { category: 'Fahrrad' }),
		row('c', { state: 'retired', category: 'Fahrrad' }),
		row('d', { createdAt: Date.parse('2026-03-05T23:30:00Z') }),
	];
	const wanted = { what: 'all', category: null, location: null, since: null } as const;
	const ids = (...args: Parameters<typeof wantedItems>) => wantedItems(...args).map(({ id }) => id as string);
	expect(ids(items, wanted, null, [])).toEqual(['a', 'b', 'd']);
	expect(ids(items, { ...wanted, what: 'selected' }, null, ['c', 'a'])).toEqual(['a', 'c']);
	expect(ids(items, { ...wanted, what: 'one' }, 'c', ['a'])).toEqual(['c']);
	expect(ids(items, { ...wanted, what: 'some', category: 'Fahrrad' }, null, [])).toEqual(['a', 'b']);
	expect(ids(items, { ...wanted, what: 'some', category: 'Fahrrad', location: 'Keller' }, null, [])).toEqual(['a']);
	// Half past eleven at night in UTC is the next day here.
	expect(ids(items, { ...wanted, what: 'new', since: '2026-03-06' as never }, null, [])).toEqual(['d']);
	expect(ids(items, { ...wanted, what: 'new' }, null, [])).toEqual([]);
});
