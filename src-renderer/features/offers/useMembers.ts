import { useQuery } from '@tanstack/react-query';
import { collator } from '#renderer/i18n/format.ts';
import { api } from '#renderer/rpc/api.ts';
import type { MemberId } from '#shared/kernel/ids.ts';

/** Everybody of the site: to choose from, and to name. */
export function useMembers() {
	const { data = [] } = useQuery(api.members.list.queryOptions());
	const nameOf = new Map(data.map(({ id, name }) => [id, name]));
	return {
		options: data
			.filter(({ removedAt }) => removedAt === null)
			.map(({ id, name }) => ({ value: id as string, label: name }))
			.sort((a, b) => collator.compare(a.label, b.label)),
		/** In the order given; who cannot be named is left out. */
		names: (ids: readonly MemberId[]): string => ids.flatMap((id) => nameOf.get(id) ?? []).join(', '),
	};
}
