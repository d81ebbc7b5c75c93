import type { ItemImportRow, ItemIssue, ItemTarget } from '#shared/features/inventory/import-model.ts';
import type { Item } from '#shared/features/inventory/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Table, TableRow } from '../../../import/read-table.ts';
import { freeNumbers } from '../numbers.ts';
import { differingFields, isFilledBy } from './fill-item.ts';
import { matchRows } from './match-rows.ts';
import { type ItemReading, type RowItem, readRow } from './read-row.ts';

/** What the import would do, row by row, without doing anything: the preview the person at the screen confirms. */

export interface ItemImportContext {
	readonly today: LocalDate;
	/** Everything in the inventory, in an order that stays the same. */
	readonly items: readonly Item[];
	/** Numbers of removed items: no new one gets them. */
	readonly removedNumbers: readonly string[];
}

export interface RowsPreviewed {
	readonly rows: ItemImportRow[];
	/** Further numbers, for rows that somebody decides to be items of their own. */
	freeNumber(): string;
}

interface Readable extends ItemReading {
	readonly line: number;
	readonly item: RowItem;
}

/** One preview row for each row of the table; `mapping` has one target for each heading. */
export function previewRows(table: Table, mapping: readonly ItemTarget[], context: ItemImportContext): RowsPreviewed {
	const columns = table.headings.map((heading, index) => ({ heading, target: mapping[index] ?? ('ignore' as const) }));
	const read = table.rows.map(({ line, cells }: TableRow) => ({ line, ...readRow(cells, columns, context.today) }));
	const readable = read.filter((row): row is Readable => row.item !== null);
	const { itemOf, keepNumber } = matchRows(readable, context.items);

	const listed = readable.flatMap(({ number }) => number ?? []);
	const inUse = [...context.items.map(({ number }) => number), ...new Set(listed)];
	const freeNumber = freeNumbers(inUse, context.removedNumbers);
	const byNumber = new Map(context.items.toReversed().map((item) => [item.number, item]));
	const numberColumn = columns.find(({ target }) => target === 'number')?.heading ?? '';
	const rows = read.map((row): ItemImportRow => {
		const { line, issues } = row;
		if (!isReadable(row))
			return { line, item: null, number: row.number, issues, existing: null, known: false, suggestion: 'skip' };
		const existing = itemOf.get(row);
		if (existing) return knownRow(row, existing);
		const other = row.number === null ? undefined : byNumber.get(row.number);
		const number = keepNumber.has(row) ? row.number : freeNumber();
		return {
			line,
			item: row.item,
			number,
			issues: keepNumber.has(row) ? issues : [...numberIssues(row, numberColumn), ...issues],
			existing: other ? shown(other) : null,
			known: false,
			suggestion: 'create',
		};
	});
	return { rows, freeNumber };
}

function isReadable(row: { readonly item: RowItem | null }): row is Readable {
	return row.item !== null;
}

function knownRow(row: Readable, existing: Item): ItemImportRow {
	const known = !isFilledBy(existing, row.item);
	return {
		line: row.line,
		item: row.item,
		number: existing.number,
		issues: [...row.issues, ...keptIssues(row, existing)],
		existing: shown(existing),
		known,
		suggestion: known ? 'skip' : 'fill',
	};
}

const shown = ({ id, number, name }: Item): NonNullable<ItemImportRow['existing']> => ({ id, label: `${number} · ${name}` });

/** Why the item gets another number than the list says. */
function numberIssues({ number, issues, sources }: Readable, numberColumn: string): ItemIssue[] {
	const { column, cell } = sources.get('number') ?? { column: numberColumn, cell: '' };
	if (number !== null) return [{ code: 'number_double', column, cell, severity: 'warning' }];
	if (issues.some(({ code }) => code === 'number_unusable')) return [];
	return [{ code: 'number_missing', column, cell, severity: 'warning' }];
}

/** What the row says differently from the item that is here: that stays, and the screen shows it. */
function keptIssues({ item, sources }: Readable, existing: Item): ItemIssue[] {
	return differingFields(existing, item).flatMap((field): ItemIssue[] => {
		const source = sources.get(field);
		return source === undefined ? [] : [{ code: 'kept_existing', ...source, severity: 'warning' }];
	});
}
