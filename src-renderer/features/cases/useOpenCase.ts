import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '#renderer/rpc/api.ts';
import type { client } from '#renderer/rpc/client.ts';
import type { CaseId } from '#shared/kernel/ids.ts';

export type OpenedCase = Awaited<ReturnType<typeof client.cases.get>>;

/** The case file whose page this is; `CaseFrame` has opened it. */
export function useOpenCase(): OpenedCase {
	const { id } = useParams({ strict: false });
	return useSuspenseQuery(api.cases.get.queryOptions({ input: { id: id as CaseId } })).data;
}
