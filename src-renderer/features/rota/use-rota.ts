import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWeek } from '#renderer/features/schedule/use-week.ts';
import { api } from '#renderer/rpc/api.ts';
import { useNow } from '#renderer/ui/useNow.ts';
import { rotaDays } from '#shared/features/rota/plan.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import { addDays, type LocalDate, localDateOf, mondayOf, weekFrom } from '#shared/kernel/local-date.ts';

/** The moment, as days and clocks say it; a new one every minute. */
function useMoment() {
	const now = useNow(60_000);
	return useMemo(() => ({ day: localDateOf(now), time: wallTimeOf(now) }), [now]);
}

/** The rota of one week, with everything else that the week holds. */
export function useRota(monday: LocalDate) {
	const week = useWeek(monday);
	const now = useMoment();
	const duties = useQuery(api.rota.duties.queryOptions({ input: { from: monday, until: addDays(monday, 6) } }));
	const { opening, sessions, absences, isPending } = week;
	const days = useMemo(
		() =>
			opening && duties.data && !isPending
				? rotaDays({ sessions, duties: duties.data, away: absences, opening, now }, weekFrom(monday))
				: null,
		[opening, duties.data, isPending, sessions, absences, now, monday],
	);
	return {
		week,
		days,
		now,
		duties: duties.data ?? [],
		error: week.error ?? duties.error,
		retry() {
			week.retry();
			void duties.refetch();
		},
	};
}

const AHEAD_WEEKS = 4;

/** This week and the next four, day by day; null while it is being read. */
export function useOutlook() {
	const now = useMoment();
	const from = mondayOf(now.day);
	const until = addDays(from, (AHEAD_WEEKS + 1) * 7 - 1);
	const range = { from, until };
	const sessions = useQuery(api.offers.sessions.queryOptions({ input: { ...range, offerId: null } }));
	const duties = useQuery(api.rota.duties.queryOptions({ input: range }));
	const absences = useQuery(api.schedule.absences.queryOptions({ input: range }));
	const hours = useQuery(api.site.openingHours.queryOptions());
	const days = useMemo(() => {
		if (!sessions.data || !duties.data || !absences.data || !hours.data) return null;
		const all = Array.from({ length: (AHEAD_WEEKS + 1) * 7 }, (_, ahead) => addDays(from, ahead));
		const opening = openingOf(hours.data);
		return rotaDays({ sessions: sessions.data, duties: duties.data, away: absences.data, opening, now }, all);
	}, [sessions.data, duties.data, absences.data, hours.data, from, now]);
	const queries = [sessions, duties, absences, hours] as const;
	return {
		now,
		days,
		thisWeek: days?.slice(0, 7) ?? [],
		later: days?.slice(7) ?? [],
		error: queries.find(({ error }) => error !== null)?.error ?? null,
		retry: () => queries.forEach((query) => void query.refetch()),
	};
}
