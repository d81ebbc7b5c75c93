import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/rpc/api.ts';

/** Can this PC be a kiosk? One that still waits can: its sign-ins wait with it. */
export function useIsKiosk(): boolean {
	const { data } = useQuery(api.kiosk.here.queryOptions());
	return data != null && data.state !== 'removed';
}
