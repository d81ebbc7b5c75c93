import { Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { IconCalendarOff, IconCalendarPlus, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { WaitingListLink } from '#renderer/features/waiting-list/WaitingListLink.tsx';
import { longDayOf, today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { DaySteps } from '#renderer/ui/DaySteps.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Appointment } from '#shared/features/appointments/model.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { AppointmentRow } from './AppointmentRow.tsx';
import classes from './Appointments.module.css';
import { Backlog } from './Backlog.tsx';
import { BookDialog } from './BookDialog.tsx';
import { DoubleAppointments } from './DoubleAppointments.tsx';
import { texts } from './texts.ts';

const NOON = '12:00';

/** One day of appointments, today first: who comes when to whom, and how it went. */
export function AppointmentsPage() {
	const t = useTexts(texts);
	const { member } = useSession();
	const navigate = useNavigate();
	const { tag } = useSearch({ strict: false });
	const asked = LocalDate.safeParse(tag);
	const day = asked.success ? asked.data : today();
	const [whose, setWhose] = useStickyState<'mine' | 'all'>('appointments.whose', 'mine');
	const [booking, setBooking] = useState<'new' | Appointment | null>(null);
	const list = useQuery({
		...api.appointments.list.queryOptions({ input: { from: day, until: day } }),
		placeholderData: keepPreviousData,
	});
	const shown = (list.data ?? []).filter(({ counsellorIds }) => whose === 'all' || counsellorIds.includes(member.id));
	const go = (to: LocalDate) => void navigate({ to: '/termine', search: to === today() ? {} : { tag: to }, replace: true });
	return (
		<Page width="wide">
			<PageHeader
				title={t.title}
				subtitle={t.subtitle(longDayOf(day), shown.length)}
				actions={
					<>
						<WaitingListLink />
						<Button
							variant="default"
							leftSection={<IconCalendarOff size={18} aria-hidden />}
							renderRoot={(props) => <Link to="/abwesenheiten" {...props} />}
						>
							{t.absences}
						</Button>
						<Button
							variant="default"
							leftSection={<IconPrinter size={18} aria-hidden />}
							renderRoot={(props) => <Link to="/tagesblatt" search={day === today() ? {} : { tag: day }} {...props} />}
						>
							{t.sheet}
						</Button>
						<Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setBooking('new')}>
							{t.book}
						</Button>
					</>
				}
			/>
			<DoubleAppointments onChange={setBooking} />
			<Backlog counsellorId={whose === 'mine' ? member.id : null} onChange={setBooking} />
			<div className={classes.bar}>
				<DaySteps day={day} onDay={go} />
				<SegmentedControl
					aria-label={t.whose}
					value={whose}
					onChange={(next) => setWhose(next === 'all' ? 'all' : 'mine')}
					data={[
						{ value: 'mine', label: t.mine },
						{ value: 'all', label: t.all },
					]}
				/>
			</div>
			<ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
			{list.isPending && <Skeleton height={240} />}
			{list.data && (
				<>
					<AboutDay day={day} />
					{shown.length === 0 && (
						<EmptyState
							icon={<IconCalendarPlus size={26} />}
							title={t.emptyTitle}
							action={<Button onClick={() => setBooking('new')}>{t.book}</Button>}
						>
							{whose === 'mine' ? t.emptyMine : t.emptyAll}
						</EmptyState>
					)}
					{[
						{ title: t.forenoon, rows: shown.filter(({ from }) => from < NOON) },
						{ title: t.afternoon, rows: shown.filter(({ from }) => from >= NOON) },
					].map(
						({ title, rows }) =>
							rows.length > 0 && (
								<Section key={title} title={title}>
									<ul className={classes.rows}>
										{rows.map((one) => (
											<AppointmentRow
												key={one.id}
												appointment={one}
												without={whose === 'mine' && one.counsellorIds.length === 1 ? ['day', 'counsellors'] : ['day']}
												onChange={setBooking}
											/>
										))}
									</ul>
								</Section>
							),
					)}
				</>
			)}
			{booking !== null && (
				<BookDialog {...(booking === 'new' ? { day } : { appointment: booking })} onClose={() => setBooking(null)} />
			)}
		</Page>
	);
}

/** What there is to know of a day besides its appointments: that the house is closed, and who is away. */
function AboutDay({ day }: { day: LocalDate }) {
	const t = useTexts(texts);
	const hours = useQuery(api.site.openingHours.queryOptions());
	const absences = useQuery(api.schedule.absences.queryOptions({ input: { from: day, until: day } }));
	const opening = hours.data && openingOf(hours.data);
	const name = opening?.closedFor(day) ?? null;
	const away = [...new Set((absences.data ?? []).map(({ memberName }) => memberName))];
	const facts = [
		...(opening && !opening.isOpen(day) ? [name === null ? t.closed : t.closedFor(name)] : []),
		...(away.length > 0 ? [t.away(away.join(', '))] : []),
	];
	return facts.length === 0 ? null : <Text>{facts.join(' ')}</Text>;
}
