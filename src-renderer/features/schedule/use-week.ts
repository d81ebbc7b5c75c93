import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/rpc/api.ts';
import { type Opening, openingOf } from '#shared/features/site/opening.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { blocksOf } from './blocks.ts';

/** Everything that one week holds, from Monday to Sunday. */
export function useWeek(monday: LocalDate) {
	const range = { from: monday, until: addDays(monday, 6) };
	const sessions = useQuery(api.offers.sessions.queryOptions({ input: { ...range, offerId: null } }));
	const busy = useQuery(api.schedule.busy.queryOptions({ input: range }));
	const absences = useQuery(api.schedule.absences.queryOptions({ input: range }));
	const rooms = useQuery(api.rooms.list.queryOptions());
	const members = useQuery(api.members.list.queryOptions());
	const hours = useQuery(api.site.openingHours.queryOptions());
	const all = [sessions, busy, absences, rooms, members, hours] as const;
	const opening = useMemo((): Opening | null => (hours.data ? openingOf(hours.data) : null), [hours.data]);
	const blocks = useMemo(
		() => (sessions.data && busy.data ? blocksOf(sessions.data, busy.data) : null),
		[sessions.data, busy.data],
	);
	return {
		blocks,
		sessions: sessions.data ?? [],
		absences: absences.data ?? [],
		rooms: rooms.data ?? [],
		members: members.data ?? [],
		hours: hours.data ?? null,
		opening,
		isPending: all.some(({ isPending }) => isPending),
		error: all.find(({ error }) => error !== null)?.error ?? null,
		retry: () => all.forEach((query) => void query.refetch()),
	};
}
