import { guessMapping } from '#main/features/inventory/import/guess-mapping.ts';
import { type ItemPlan, planImport } from '#main/features/inventory/import/plan-import.ts';
import { previewRows, type RowsPreviewed } from '#main/features/inventory/import/preview-rows.ts';
import { readTable, type Table } from '#main/import/read-table.ts';
import type { ItemDecision } from '#shared/features/inventory/import-model.ts';
import { EMPTY_ITEM, type Item } from '#shared/features/inventory/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const TODAY = '2026-11-22' as LocalDate;

/** An inventory in memory: what the database does for the importer. */
export function createInventory(start: Partial<Item>[] = []) {
	const items: Item[] = [];
	const add = (fields: Partial<Item>) => {
		const id = `i${items.length + 1}` as ItemId;
		const stored = { number: '', state: 'active' as const, stateReason: null, stateDamageId: null, createdAt: 0, updatedAt: 0 };
		items.push({ ...EMPTY_ITEM, ...stored, ...fields, id });
	};
	for (const item of start) add(item);
	return {
		items,
		numbered: (number: string) => items.filter((item) => item.number === number),
		preview: (table: Table): RowsPreviewed =>
			previewRows(table, guessMapping(table), { today: TODAY, items: [...items], removedNumbers: [] }),
		run(previewed: RowsPreviewed, decisions: ReadonlyMap<number, ItemDecision> = new Map()): ItemPlan {
			const plan = planImport(previewed, decisions, items);
			for (const { item, number } of plan.create) add({ ...item, number });
			for (const { id, changes } of plan.fill) Object.assign(items.find((item) => item.id === id) ?? {}, changes);
			return plan;
		},
	};
}

export function read(content: string | Uint8Array): Table {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const table = readTable(bytes, { encoding: null, separator: null });
	if (!table.ok) throw new Error(table.error);
	return table.value;
}
