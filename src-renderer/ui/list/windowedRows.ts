import { type QueryFunction, type QueryKey, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CHUNK, chunkOffsets } from './chunks.ts';

/** A query for one window of a list, as `api.people.list.queryOptions({ input })` makes it. */
export interface WindowQuery<Row> {
	queryKey: QueryKey;
	// biome-ignore lint/suspicious/noExplicitAny: oRPC types the function by its own key, which a list does not look at
	queryFn: QueryFunction<{ rows: Row[]; total: number }, any>;
}

/** A window of a list: `limit` rows from `offset`. */
export interface Window {
	offset: number;
	limit: number;
}

/** What is shown at the moment, before anybody asks for certain rows. */
interface ListHead<Row> {
	/** null until the first answer. */
	total: number | null;
	/** The rows shown still belong to the previous request. */
	stale: boolean;
	error: unknown;
	retry(): void;
	firstRows: Row[];
	/** Windows of the request that is shown. */
	windowOf(window: Window): WindowQuery<Row>;
}

const HEAD: Window = { offset: 0, limit: CHUNK };

/**
 * How many rows a list has, with its first chunk. When the request changes (its query key does), the old rows stay until
 * the new ones are there, so that filtering does not flicker.
 */
export function useListHead<Row>(windowOf: (window: Window) => WindowQuery<Row>): ListHead<Row> {
	const requested = windowOf(HEAD);
	const key = JSON.stringify(requested.queryKey);
	const [shown, setShown] = useState({ key, windowOf });
	const current = shown.key === key;
	const head = useQuery(requested);
	if (!current && head.data !== undefined) setShown({ key, windowOf });
	const shownHead = useQuery({ ...shown.windowOf(HEAD), enabled: current });
	return {
		total: shownHead.data?.total ?? null,
		stale: !current,
		error: head.error,
		retry: () => void head.refetch(),
		firstRows: shownHead.data?.rows ?? [],
		windowOf: shown.windowOf,
	};
}

/** The row at an index between `first` and `last`, fetched in chunks; undefined while it is on its way. */
export function useRowAt<Row>(head: ListHead<Row>, first: number, last: number): (index: number) => Row | undefined {
	const offsets = chunkOffsets(first, Math.min(last, (head.total ?? 0) - 1)).filter((offset) => offset > 0);
	const chunks = useQueries({ queries: offsets.map((offset) => head.windowOf({ offset, limit: CHUNK })) });
	const rows = new Map<number, Row[]>([[0, head.firstRows]]);
	offsets.forEach((offset, index) => {
		rows.set(offset, chunks[index]?.data?.rows ?? []);
	});
	return (index) => rows.get(Math.floor(index / CHUNK) * CHUNK)?.[index % CHUNK];
}
