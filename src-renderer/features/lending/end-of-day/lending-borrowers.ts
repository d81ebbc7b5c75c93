import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import type { BorrowerRow } from '#shared/features/borrowers/model.ts';

const AT_ONCE = 500;

/** Everybody who has something out, by id: lines name their borrower but do not say how to reach them. */
export function useLendingBorrowers(): ReadonlyMap<string, BorrowerRow> {
	const found = useQuery({
		queryKey: [...api.borrowers.list.key(), 'lending'],
		queryFn: async () => {
			const rows: BorrowerRow[] = [];
			for (;;) {
				const page = await client.borrowers.list({
					text: '',
					filter: 'lending',
					sort: { by: 'name', descending: false },
					offset: rows.length,
					limit: AT_ONCE,
				});
				rows.push(...page.rows);
				if (page.rows.length === 0 || rows.length >= page.total) return rows;
			}
		},
	});
	return new Map(found.data?.map((row) => [row.id, row]));
}
