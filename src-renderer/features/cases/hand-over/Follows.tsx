import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { isUndecided } from '#shared/features/appointments/model.ts';
import type { CaseRow } from '#shared/features/cases/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { addDays, formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './HandOver.module.css';
import { texts } from './texts.ts';

const AHEAD_DAYS = 61;

/** What goes along with the files, and which appointments stay with whoever is booked for them. */
export function Follows({ from, name, cases }: { from: MemberId; name: string; cases: readonly CaseRow[] }) {
	const t = useTexts(texts);
	const today = localDateOf(Date.now());
	const todos = useQuery(api.cases.todos.queryOptions({ input: { ownerId: from, caseId: null, includeDone: false } }));
	const appointments = useQuery(
		api.appointments.list.queryOptions({ input: { from: today, until: addDays(today, AHEAD_DAYS) } }),
	);
	const ids = new Set(cases.map(({ id }) => id));
	const clients = new Set<string | null>(cases.map(({ personId, businessId }) => personId ?? businessId));
	const moving = todos.data?.filter(({ caseId }) => caseId !== null && ids.has(caseId)) ?? [];
	const staying =
		appointments.data?.filter(
			({ counsellorIds, personIds, businessId, state }) =>
				isUndecided(state) &&
				counsellorIds.includes(from) &&
				[businessId, ...personIds].some((id) => id !== null && clients.has(id)),
		) ?? [];
	return (
		<>
			<p className={classes.sentence}>{t.todos(moving.length)}</p>
			{staying.length === 0 ? (
				<p className={classes.sentence}>{t.noAppointments}</p>
			) : (
				<div>
					<p className={classes.sentence}>{t.appointments(name)}</p>
					<ul className={classes.appointments}>
						{staying.map(({ id, day, from: at, clientNames }) => (
							<li key={id}>{`${formatLocalDate(day)}, ${at} · ${clientNames.join(' · ')}`}</li>
						))}
					</ul>
					<Anchor size="sm" renderRoot={(props) => <Link to="/termine" {...props} />}>
						{t.toAppointments}
					</Anchor>
				</div>
			)}
		</>
	);
}
