import { describe, expect, it } from 'vitest';
import { CHUNK, chunkOffsets } from '#renderer/ui/list/chunks.ts';
import { type Column, shownColumns, sortAfterPress } from '#renderer/ui/list/columns.ts';
import { rowAfterKey } from '#renderer/ui/list/listKeys.ts';

describe('rowAfterKey', () => {
	it('moves and stops at both ends', () => {
		expect(rowAfterKey('ArrowDown', 0, 3, 10)).toBe(1);
		expect(rowAfterKey('ArrowDown', 2, 3, 10)).toBe(2);
		expect(rowAfterKey('ArrowUp', 0, 3, 10)).toBe(0);
		expect(rowAfterKey('PageDown', 5, 100, 10)).toBe(14);
		expect(rowAfterKey('PageUp', 5, 100, 10)).toBe(0);
		expect(rowAfterKey('Home', 50, 100, 10)).toBe(0);
		expect(rowAfterKey('End', 50, 100_000, 10)).toBe(99_999);
	});

	it('leaves other keys and empty lists alone', () => {
		expect(rowAfterKey('a', 0, 3, 10)).toBeNull();
		expect(rowAfterKey('ArrowDown', 0, 0, 10)).toBeNull();
	});
});

describe('chunkOffsets', () => {
	it('covers the rows on the screen and no more', () => {
		expect(chunkOffsets(0, 30)).toEqual([0]);
		expect(chunkOffsets(CHUNK - 1, CHUNK)).toEqual([0, CHUNK]);
		expect(chunkOffsets(50_010, 50_050)).toEqual([50_000]);
		expect(chunkOffsets(0, -1)).toEqual([]);
	});
});

describe('columns', () => {
	const column = (key: string, more: Partial<Column<string, string>> = {}): Column<string, string> => ({
		key,
		title: key,
		width: '1fr',
		cell: (row) => row,
		...more,
	});
	const columns = [column('name', { fixed: true }), column('city'), column('changed', { hidden: true })];

	it('shows the chosen columns in the order of the list, fixed ones always', () => {
		expect(shownColumns(columns, null).map((each) => each.key)).toEqual(['name', 'city']);
		expect(shownColumns(columns, ['changed']).map((each) => each.key)).toEqual(['name', 'changed']);
		expect(shownColumns(columns, ['changed', 'city']).map((each) => each.key)).toEqual(['name', 'city', 'changed']);
	});

	it('turns the order of the sorted column round', () => {
		expect(sortAfterPress({ by: 'name', descending: false }, 'name')).toEqual({ by: 'name', descending: true });
		expect(sortAfterPress({ by: 'name', descending: true }, 'city')).toEqual({ by: 'city', descending: false });
	});
});
