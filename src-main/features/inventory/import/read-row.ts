import type { ItemIssue, ItemTarget } from '#shared/features/inventory/import-model.ts';
import { EMPTY_ITEM, InventoryNumber, ItemFields, type ItemState } from '#shared/features/inventory/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { addLines } from '../../../import/add-lines.ts';
import { cleanLine, cleanText, isEmptyCell, isRefusal, type Reading, taken } from '../../../import/cell.ts';
import { isRemarkHeading } from '../../../import/headings.ts';
import { readDate } from '../../../import/read-date.ts';
import { isBroken, readAccessories, readPrice, readTestedUntil } from './read-cells.ts';

/**
 * One row of the list as an item. A cell that cannot be taken as it stands becomes an issue, and its text goes to the
 * remarks under its heading, so that nothing an office wrote down is lost. Only two things leave a whole row out: no
 * name, and more cells than headings (then the columns have shifted and nothing in the row can be trusted).
 */

export interface Column {
	readonly heading: string;
	readonly target: ItemTarget;
}

export type RowItem = ItemFields & { readonly state: ItemState; readonly stateReason: string | null };

export interface ItemReading {
	readonly item: RowItem | null;
	/** As the list says it; null for none, or none that can be used. */
	readonly number: string | null;
	readonly issues: ItemIssue[];
	/** The cell a field came from. */
	readonly sources: ReadonlyMap<keyof ItemFields | 'number', { column: string; cell: string }>;
}

export const MAX_REMARKS = 2000;
type Line = 'name' | 'maker' | 'type' | 'category' | 'serial' | 'location' | 'condition';
const MAX_LINE: Record<Line, number> = {
	name: 200,
	maker: 120,
	type: 120,
	category: 80,
	serial: 80,
	location: 80,
	condition: 200,
};

export function readRow(cells: readonly string[], columns: readonly Column[], today: LocalDate): ItemReading {
	const item: ItemFields = { ...EMPTY_ITEM, accessories: [] };
	const issues: ItemIssue[] = [];
	const sources = new Map<keyof ItemFields | 'number', { column: string; cell: string }>();
	let number: string | null = null;

	function issue(code: ItemIssue['code'], column: string, cell: string, severity: ItemIssue['severity'] = 'warning') {
		issues.push({ code, column, cell, severity });
	}
	function remark(text: string, column: string, cell: string): void {
		const whole = item.remarks === null ? text : `${item.remarks}\n${text}`;
		if (whole.length > MAX_REMARKS) issue('too_long', column, cell);
		// As many whole lines as fit; of a single one that is too long, its beginning.
		item.remarks = addLines(item.remarks, text, MAX_REMARKS) ?? text.slice(0, MAX_REMARKS);
	}
	function refuse(code: ItemIssue['code'], column: string, cell: string): void {
		issue(code, column, cell);
		remark(`${column}: ${cleanLine(cell)}`, column, cell);
	}
	function put<F extends keyof ItemFields>(
		field: F,
		{ value, problem }: Reading<ItemFields[F], ItemIssue['code']>,
		{ heading }: Column,
		raw: string,
	) {
		if (problem !== null) refuse(problem, heading, raw);
		if (value === null) return;
		item[field] = value;
		sources.set(field, { column: heading, cell: raw });
	}
	const line = (target: Line) => (cell: string, column: Column, raw: string) => {
		if (cell.length > MAX_LINE[target]) refuse('too_long', column.heading, raw);
		else put(target, taken(cell), column, raw);
	};
	const readers: Record<ItemTarget, (cell: string, column: Column, raw: string) => void> = {
		ignore: () => {},
		number(cell, { heading }, raw) {
			const read = InventoryNumber.safeParse(cell);
			if (!read.success) refuse('number_unusable', heading, raw);
			else if (number === null) {
				number = read.data;
				sources.set('number', { column: heading, cell: raw });
			}
		},
		name: line('name'),
		maker: line('maker'),
		type: line('type'),
		category: line('category'),
		serial: line('serial'),
		location: line('location'),
		condition: line('condition'),
		boughtOn: (cell, column, raw) => put('boughtOn', readDate(cell, today), column, raw),
		testedUntil: (cell, column, raw) => put('testedUntil', readTestedUntil(cell), column, raw),
		price: (cell, column, raw) => put('priceCents', readPrice(cell), column, raw),
		deposit: (cell, column, raw) => put('depositCents', readPrice(cell), column, raw),
		accessories(_cell, column, raw) {
			const { accessories, rest } = readAccessories(item.accessories, cleanText(raw));
			put('accessories', taken(accessories), column, raw);
			if (rest.length > 0) refuse('too_long', column.heading, rest.join('; '));
		},
		remarks(_cell, { heading }, raw) {
			const text = cleanText(raw).replace(/\r\n?/gu, '\n');
			remark(isRemarkHeading(heading) ? text : `${heading}: ${text}`, heading, raw);
		},
	};

	const surplus = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
	if (surplus.length > 0) issue('too_many_cells', '', surplus.join(' | '), 'error');
	for (const [index, column] of columns.entries()) {
		const raw = cells[index] ?? '';
		const cell = cleanLine(raw);
		if (fold(cell) !== '' && !isEmptyCell(cell) && !isRefusal(cell)) readers[column.target](cell, column, raw);
	}
	if (item.name === '') issue('name_missing', '', '', 'error');
	const isLeftOut = issues.some(({ severity }) => severity === 'error');
	return { item: isLeftOut ? null : { ...ItemFields.parse(item), ...stateOf(item) }, number, issues, sources };
}

/** What is broken is looked after before it is lent. */
function stateOf({ condition }: ItemFields): Pick<RowItem, 'state' | 'stateReason'> {
	return condition !== null && isBroken(condition)
		? { state: 'maintenance', stateReason: condition }
		: { state: 'active', stateReason: null };
}
