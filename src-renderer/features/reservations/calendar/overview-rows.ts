import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/rpc/api.ts';
import type { ItemRow } from '#shared/features/inventory/model.ts';
import type { Taken } from '#shared/features/reservations/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

interface Wanted {
	readonly text: string;
	readonly category: string | null;
	readonly from: LocalDate;
	readonly days: number;
}

/** A row in sight: its item, and what is known of its days (null while that is asked for). */
export interface OverviewItem {
	readonly item: ItemRow;
	readonly taken: readonly Taken[] | null;
}

/** Items of one call, and their days with another: as many as a tall screen shows. */
const CHUNK = 50;

const listed = ({ text, category }: Wanted, chunk: number) =>
	api.inventory.list.queryOptions({
		input: {
			...{ text, filter: 'current', category, location: null, sort: { by: 'number', descending: false } },
			...{ offset: chunk * CHUNK, limit: CHUNK },
		},
	});

const availability = ({ from, days }: Wanted, itemIds: readonly ItemId[]) => ({
	...api.reservations.availability.queryOptions({
		input: { itemIds: [...itemIds], from, until: addDays(from, days - 1) },
	}),
	enabled: itemIds.length > 0,
});

/** How many rows there are, and on which days nobody is there. */
export function useOverviewHead(wanted: Wanted) {
	const head = useQuery(listed(wanted, 0));
	const first = useQuery({
		...availability(wanted, head.data?.rows.map(({ id }) => id) ?? []),
		placeholderData: keepPreviousData,
	});
	const closed = new Set(first.data?.closed.map(({ day }) => day));
	return {
		total: head.data?.total,
		error: head.error ?? first.error,
		retry: () => void Promise.all([head.refetch(), first.refetch()]),
		isClosed: (day: LocalDate) => closed.has(day),
	};
}

/** The rows in sight, fetched in whole chunks as they come into sight. */
export function useOverviewRows(wanted: Wanted, inSight: readonly number[]): (index: number) => OverviewItem | null {
	const chunks = [...new Set(inSight.map((index) => Math.floor(index / CHUNK)))];
	const lists = useQueries({ queries: chunks.map((chunk) => listed(wanted, chunk)) });
	const taken = useQueries({ queries: lists.map(({ data }) => availability(wanted, data?.rows.map(({ id }) => id) ?? [])) });
	const byItem = new Map(taken.flatMap(({ data }) => data?.items.map((of) => [of.itemId, of.taken] as const) ?? []));
	return (index) => {
		const item = lists[chunks.indexOf(Math.floor(index / CHUNK))]?.data?.rows[index % CHUNK];
		return item ? { item, taken: byItem.get(item.id) ?? null } : null;
	};
}
