import type { z } from 'zod';
import { client } from '#renderer/rpc/client.ts';
import type { ItemList } from '#shared/features/inventory/contract.ts';
import type { ItemRow } from '#shared/features/inventory/model.ts';

export type ItemRequest = z.infer<typeof ItemList>;

export const EVERYTHING: ItemRequest = {
	text: '',
	filter: 'current',
	category: null,
	location: null,
	sort: { by: 'number', descending: false },
};

/** Rows of one call. */
const AT_ONCE = 500;

/** Every row of a request, however many there are. */
export async function allItems(request: ItemRequest): Promise<ItemRow[]> {
	const rows: ItemRow[] = [];
	for (;;) {
		const found = await client.inventory.list({ ...request, offset: rows.length, limit: AT_ONCE });
		rows.push(...found.rows);
		if (found.rows.length === 0 || rows.length >= found.total) return rows;
	}
}
