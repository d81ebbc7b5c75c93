import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/rpc/api.ts';
import type { MemberChange } from '#shared/features/members/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';

/** Asked anew each time a dialog opens, and not while the change itself is being made. */
export function useConsequences(id: MemberId, change: MemberChange, beingMade: boolean) {
	return useQuery({
		...api.members.consequences.queryOptions({ input: { id, change } }),
		staleTime: 0,
		gcTime: 0,
		enabled: !beingMade,
	});
}
