import type { Changes } from '../../records/merge.ts';

/** Without those that are undefined, which would overwrite what is there. */
export function given<T>(changes: Changes<T>): Partial<T> {
	return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
