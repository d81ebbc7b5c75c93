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

interface WindowedRows<Row> {
	/** The row at an index, or undefined while it is on its way. */
	rowAt(index: number): Row | undefined;
	/** null until the first answer. */
	total: number | null;
	/** The rows shown still belong to the previous request. */
	stale: boolean;
	error: unknown;
	retry(): void;
}

const HEAD: Window = { offset: 0, limit: CHUNK };

/**
 * The rows `first` to `last` of a list, fetched in chunks. When the request changes (its query key does), the old rows
 * stay until the new ones are there, so that filtering does not flicker.
 */
export function useWindowedRows<Row>(
	windowOf: (window: Window) => WindowQuery<Row>,
	first: number,
	last: number,
): WindowedRows<Row> {
	const requested = windowOf(HEAD);
	const key = JSON.stringify(requested.queryKey);
	const [shown, setShown] = useState({ key, windowOf });
	const current = shown.key === key;
	const head = useQuery(requested);
	if (!current && head.data !== undefined) setShown({ key, windowOf });

	const shownHead = useQuery({ ...shown.windowOf(HEAD), enabled: current });
	const total = shownHead.data?.total ?? null;
	const offsets = chunkOffsets(first, Math.min(last, (total ?? 0) - 1)).filter((offset) => offset > 0);
	const chunks = useQueries({ queries: offsets.map((offset) => shown.windowOf({ offset, limit: CHUNK })) });

	const rows = new Map<number, Row[]>([[0, shownHead.data?.rows ?? []]]);
	offsets.forEach((offset, index) => {
		rows.set(offset, chunks[index]?.data?.rows ?? []);
	});
	return {
		rowAt: (index) => rows.get(Math.floor(index / CHUNK) * CHUNK)?.[index % CHUNK],
		total,
		stale: !current,
		error: head.error ?? chunks.find((chunk) => chunk.error)?.error ?? null,
		retry: () => {
			void head.refetch();
			for (const chunk of chunks) if (chunk.isError) void chunk.refetch();
		},
	};
}
