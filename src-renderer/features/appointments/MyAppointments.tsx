import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { useNow } from '#renderer/ui/useNow.ts';
import type { Appointment } from '#shared/features/appointments/model.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { AppointmentRow } from './AppointmentRow.tsx';
import classes from './Appointments.module.css';
import { BookDialog } from './BookDialog.tsx';
import { texts } from './texts.ts';

/** Who comes to me today, on the page of the day. */
export function MyAppointments() {
	const t = useTexts(texts);
	const { member } = useSession();
	const day = localDateOf(useNow(60_000));
	const [changing, setChanging] = useState<Appointment | null>(null);
	const list = useQuery(api.appointments.list.queryOptions({ input: { from: day, until: day } }));
	const mine = (list.data ?? []).filter(({ counsellorIds }) => counsellorIds.includes(member.id));
	return (
		<Section
			title={t.myTitle}
			actions={
				<Anchor renderRoot={(props) => <Link to="/termine" {...props} />} size="sm">
					{t.toDay}
				</Anchor>
			}
		>
			<ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
			{list.isPending && <Skeleton height={96} />}
			{list.data && mine.length === 0 && <span className={classes.quiet}>{t.myEmpty}</span>}
			{mine.length > 0 && (
				<div className={classes.narrow}>
					<ul className={classes.rows}>
						{mine.map((one) => (
							<AppointmentRow key={one.id} appointment={one} without={['day', 'counsellors']} isQuiet onChange={setChanging} />
						))}
					</ul>
				</div>
			)}
			{changing && <BookDialog appointment={changing} onClose={() => setChanging(null)} />}
		</Section>
	);
}
