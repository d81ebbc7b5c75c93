import { useQuery } from '@tanstack/react-query';
import { formatTime } from '#renderer/i18n/format.ts';
import { api } from '#renderer/rpc/api.ts';
import { useNow } from '#renderer/ui/useNow.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** Today's sessions that have begun, and where nobody is entered yet. */
export function useMissingAttendance() {
	const now = useNow(60_000);
	const { data = [] } = useQuery(api.attendance.ofDay.queryOptions({ input: { day: localDateOf(now) } }));
	const clock = formatTime(now);
	return data.filter(({ from, heads }) => heads === 0 && from <= clock);
}
