import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '#renderer/rpc/api.ts';
import { BORROWER_CARD_PREFIX, type BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import { type ItemRow, LABEL_PREFIX } from '#shared/features/inventory/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';

/** Somebody or something by name, for whoever has no card and no scanner at hand. */
export interface Suggestion {
	readonly kind: 'borrower' | 'item';
	readonly id: string;
	readonly name: string;
	/** Card or inventory number, and what tells two of the same name apart. */
	readonly detail: string;
	/** What a scanner would have typed. */
	readonly code: string;
	readonly itemId?: ItemId;
}

const MOST_BORROWERS = 4;
const MOST_ITEMS = 6;
/** One letter finds everything. */
export const SHORTEST_SEARCH = 2;

export function suggestionsFor(text: string, queries: QueryClient) {
	return queryOptions({
		queryKey: [...api.lending.key(), 'desk-suggestions', text],
		queryFn: async (): Promise<Suggestion[]> => {
			const window = { text, offset: 0 };
			const [borrowers, items] = await Promise.all([
				queries.fetchQuery(
					api.borrowers.list.queryOptions({
						input: { ...window, limit: MOST_BORROWERS, filter: 'all', sort: { by: 'name', descending: false } },
					}),
				),
				queries.fetchQuery(
					api.inventory.list.queryOptions({
						input: {
							...window,
							limit: MOST_ITEMS,
							filter: 'current',
							category: null,
							location: null,
							sort: { by: 'name', descending: false },
						},
					}),
				),
			]);
			return [...borrowers.rows.map(borrowerHit), ...items.rows.map(itemHit)];
		},
		gcTime: 0,
	});
}

const borrowerHit = (row: BorrowerRow): Suggestion => ({
	kind: 'borrower',
	id: row.id,
	name: borrowerName(row),
	detail: [row.number, row.street, row.city].filter(Boolean).join(', '),
	code: `${BORROWER_CARD_PREFIX}${row.number}`,
});

const itemHit = (row: ItemRow): Suggestion => ({
	kind: 'item',
	id: row.id,
	name: row.name,
	detail: [row.number, [row.maker, row.type].filter(Boolean).join(' '), row.location].filter(Boolean).join(', '),
	code: `${LABEL_PREFIX}${row.number}`,
	itemId: row.id,
});
