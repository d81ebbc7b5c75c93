import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/rpc/api.ts';
import { useNow } from '#renderer/ui/useNow.ts';
import { rotaDays } from '#shared/features/rota/plan.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import { addDays, type LocalDate, localDateOf, mondayOf } from '#shared/kernel/local-date.ts';

/** The moment, as days and clocks say it; a new one every minute. */
function useMoment() {
	const now = useNow(60_000);
	return useMemo(() => ({ day: localDateOf(now), time: wallTimeOf(now) }), [now]);
}

/** The rota of so many days; `days` is null while it is being read. */
export function useRota(from: LocalDate, count: number) {
	const now = useMoment();
	const range = { from, until: addDays(from, count - 1) };
	const sessions = useQuery(api.offers.sessions.queryOptions({ input: { ...range, offerId: null } }));
	const duties = useQuery(api.rota.duties.queryOptions({ input: range }));
	const absences = useQuery(api.schedule.absences.queryOptions({ input: range }));
	const hours = useQuery(api.site.openingHours.queryOptions());
	const days = useMemo(() => {
		if (!sessions.data || !duties.data || !absences.data || !hours.data) return null;
		const all = Array.from({ length: count }, (_, ahead) => addDays(from, ahead));
		const opening = openingOf(hours.data);
		return rotaDays({ sessions: sessions.data, duties: duties.data, away: absences.data, opening, now }, all);
	}, [sessions.data, duties.data, absences.data, hours.data, from, count, now]);
	const queries = [sessions, duties, absences, hours] as const;
	return {
		now,
		days,
		absences: absences.data ?? [],
		error: queries.find(({ error }) => error !== null)?.error ?? null,
		retry: () => queries.forEach((query) => void query.refetch()),
	};
}

const AHEAD_WEEKS = 4;

/** This week and the next four. */
export function useOutlook() {
	const { day } = useMoment();
	const { days, ...rest } = useRota(mondayOf(day), (AHEAD_WEEKS + 1) * 7);
	return { ...rest, days, thisWeek: days?.slice(0, 7) ?? [], later: days?.slice(7) ?? [] };
}
