import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/rpc/api.ts';
import { useSession } from './session.ts';

/** Who waits for access to the case files; nobody for those who cannot give it. */
export function useWaiting() {
	const { vaults } = useSession();
	return useQuery({
		...api.members.waiting.queryOptions(),
		enabled: vaults.includes('counselling'),
		// Somebody who is waited for should not have to reload.
		refetchOnWindowFocus: 'always',
	});
}
