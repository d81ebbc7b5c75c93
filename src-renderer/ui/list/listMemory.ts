import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type Dispatch, type SetStateAction, useState } from 'react';

/**
 * What a list remembers. The filter, the sorting and the row one was at are sticky for the session and live in memory
 * only, beside the fetched data, because a filter may hold a name: what forgets the data on lock forgets them too. The
 * choice of columns says nothing about a person and stays on this PC (rpc/preferences).
 */
const stickyKey = (name: string) => ['sticky', name] as const;

/** Like useState, but the value is still there when the list is shown again. `name` is unique to list and value. */
export function useStickyState<T>(name: string, initial: T): [T, Dispatch<SetStateAction<T>>] {
	const queryClient = useQueryClient();
	const [value, setValue] = useState<T>(() => queryClient.getQueryData<T>(stickyKey(name)) ?? initial);
	const remember: Dispatch<SetStateAction<T>> = (next) => {
		const before = queryClient.getQueryData<T>(stickyKey(name)) ?? initial;
		const after = typeof next === 'function' ? (next as (value: T) => T)(before) : next;
		keep(queryClient, name, after);
		setValue(after);
	};
	return [value, remember];
}

function keep(queryClient: QueryClient, name: string, value: unknown): void {
	queryClient.setQueryDefaults(stickyKey(name), { gcTime: Number.POSITIVE_INFINITY });
	queryClient.setQueryData(stickyKey(name), value);
}
