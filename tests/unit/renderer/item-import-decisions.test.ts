import { expect, test } from 'vitest';
import {
	choiceOf,
	countsOf,
	decisionsFor,
	rowsOf,
	withChoice,
	withChoiceForAll,
} from '#renderer/features/inventory/import/decisions.ts';
import type { ItemImportRow } from '#shared/features/inventory/import-model.ts';
import { EMPTY_ITEM } from '#shared/features/inventory/model.ts';

const row = (line: number, more: Partial<ItemImportRow> = {}): ItemImportRow => ({
	line,
	item: { ...EMPTY_ITEM, name: 'Säge', state: 'active', stateReason: null },
	number: `WZ-${line}`,
	issues: [],
	existing: null,
	known: false,
	suggestion: 'create',
	...more,
});
const existing = { id: 'x', label: 'Säge' };
const issue = { code: 'number_missing', column: 'Nr.', cell: '', severity: 'warning' } as const;
const rows = [
	row(2),
	row(3, { existing, suggestion: 'fill' }),
	row(4, { existing, known: true, suggestion: 'skip' }),
	row(5, { item: null, issues: [{ ...issue, code: 'name_missing', severity: 'error' }] }),
	row(6, { issues: [issue] }),
];

test('the numbers at the top count every row once, and notes besides', () => {
	expect(countsOf(rows, new Map())).toEqual({ create: 2, fill: 1, skip: 0, known: 1, errors: 1, warnings: 1 });
});

test('a decision holds until it is the suggestion again', () => {
	const [first] = rows as [ItemImportRow];
	const skipped = withChoice(new Map(), first, 'skip');
	expect(choiceOf(first, skipped)).toBe('skip');
	expect(withChoice(skipped, first, 'create').size).toBe(0);
});

test('one decision for all passes over rows it does not fit', () => {
	const filled = withChoiceForAll(new Map(), rows, 'fill');
	expect(filled.size).toBe(0);
	const skipped = withChoiceForAll(filled, rows, 'skip');
	expect([...skipped.keys()]).toEqual([2, 3, 6]);
	expect(withChoiceForAll(skipped, rows, null).size).toBe(0);
	expect(decisionsFor(rows[0] as ItemImportRow)).not.toContain('fill');
});

test('rows are shown by kind', () => {
	const lines = (filter: Parameters<typeof rowsOf>[1]) => rowsOf(rows, filter).map(({ line }) => line);
	expect(lines('all')).toHaveLength(5);
	expect(lines('issues')).toEqual([5, 6]);
	expect(lines('existing')).toEqual([3, 4]);
	expect(lines('errors')).toEqual([5]);
});
