import type { ItemDecision } from '#shared/features/inventory/import-model.ts';
import type { Item, ItemFields } from '#shared/features/inventory/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { fillItem } from './fill-item.ts';
import type { RowsPreviewed } from './preview-rows.ts';
import type { RowItem } from './read-row.ts';

/** From a confirmed preview to what is to be written: every item once. */
export interface ItemPlan {
	readonly create: readonly { readonly item: RowItem; readonly number: string }[];
	/** Never empty changes. */
	readonly fill: readonly { readonly id: ItemId; readonly changes: Partial<ItemFields> }[];
	/** Rows left out, and rows that add nothing. */
	readonly skipped: number;
	readonly unchanged: number;
}

/** A row without a decision takes its suggestion. One that is to fill an item that is not here makes a new one. */
export function planImport(
	{ rows, freeNumber }: RowsPreviewed,
	decisions: ReadonlyMap<number, ItemDecision>,
	items: readonly Item[],
): ItemPlan {
	const byId = new Map(items.map((item) => [item.id as string, item]));
	const create: { item: RowItem; number: string }[] = [];
	const fills = new Map<ItemId, Partial<ItemFields>>();
	let skipped = 0;
	let unchanged = 0;
	for (const { line, item, number, existing, known, suggestion } of rows) {
		const decision = item === null ? 'skip' : (decisions.get(line) ?? suggestion);
		const target = existing === null ? undefined : byId.get(existing.id);
		if (item === null || decision === 'skip') {
			if (known) unchanged++;
			else skipped++;
		} else if (decision === 'create' || !target) {
			create.push({ item, number: suggestion === 'create' && number !== null ? number : freeNumber() });
		} else {
			const earlier = fills.get(target.id) ?? {};
			const changes = fillItem({ ...target, ...earlier }, item);
			if (Object.keys(changes).length === 0) unchanged++;
			else fills.set(target.id, { ...earlier, ...changes });
		}
	}
	return { create, fill: [...fills].map(([id, changes]) => ({ id, changes })), skipped, unchanged };
}
