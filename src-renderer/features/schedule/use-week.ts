import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { api } from '#renderer/rpc/api.ts';
import { isThereFor } from '#renderer/shell/places.ts';
import type { Appointment } from '#shared/features/appointments/model.ts';
import { type Opening, openingOf } from '#shared/features/site/opening.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { blocksOf } from './blocks.ts';

const NONE: readonly never[] = [];

/** Everything that one week holds, from Monday to Sunday. Counselling is only taken time here. */
export const useWeek = (monday: LocalDate) => useSpan(monday, addDays(monday, 6), false);

/** Everything that some days hold, at most 62; for those who may read appointments with those in place of their shadows. */
export function useSpan(from: LocalDate, until: LocalDate, withAppointments: boolean) {
	const mayRead = isThereFor('/termine', useSession()) && withAppointments;
	const range = { from, until };
	const sessions = useQuery(api.offers.sessions.queryOptions({ input: { ...range, offerId: null } }));
	const busy = useQuery(api.schedule.busy.queryOptions({ input: range }));
	const absences = useQuery(api.schedule.absences.queryOptions({ input: range }));
	const booked = useQuery({ ...api.appointments.list.queryOptions({ input: range }), enabled: mayRead });
	const rooms = useQuery(api.rooms.list.queryOptions());
	const members = useQuery(api.members.list.queryOptions());
	const hours = useQuery(api.site.openingHours.queryOptions());
	const all = [sessions, busy, absences, rooms, members, hours, ...(mayRead ? [booked] : [])] as const;
	const opening = useMemo((): Opening | null => (hours.data ? openingOf(hours.data) : null), [hours.data]);
	const appointments: readonly Appointment[] | undefined = mayRead ? booked.data : NONE;
	const blocks = useMemo(
		() => (sessions.data && busy.data && appointments ? blocksOf(sessions.data, busy.data, appointments) : null),
		[sessions.data, busy.data, appointments],
	);
	return {
		blocks,
		sessions: sessions.data ?? NONE,
		busy: busy.data ?? NONE,
		appointments: appointments ?? NONE,
		absences: absences.data ?? NONE,
		rooms: rooms.data ?? NONE,
		members: members.data ?? NONE,
		hours: hours.data ?? null,
		opening,
		isPending: all.some(({ isPending }) => isPending),
		error: all.find(({ error }) => error !== null)?.error ?? null,
		retry: () => all.forEach((query) => void query.refetch()),
	};
}
export type Span = ReturnType<typeof useSpan>;
