import { Button, Skeleton } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Appointment } from '#shared/features/appointments/model.ts';
import type { Client } from '#shared/features/cases/client.ts';
import type { BusinessId, CaseId, PersonId } from '#shared/kernel/ids.ts';
import { AppointmentRow, isComing } from './AppointmentRow.tsx';
import classes from './Appointments.module.css';
import { BookDialog } from './BookDialog.tsx';
import { texts } from './texts.ts';

const SHOWN_PAST = 3;

interface Props {
	client: Client;
	caseId: CaseId | null;
	/** Of a closed file: they are only shown. */
	frozen?: boolean;
}

/** The appointments of a person or a business, or of one of their case files, on that page. */
export function AppointmentSection({ client: { personId, businessId }, caseId, frozen = false }: Props) {
	const t = useTexts(texts);
	const [booking, setBooking] = useState<'new' | Appointment | null>(null);
	const [allPast, setAllPast] = useState(false);
	const ofPerson = useQuery({
		...api.appointments.ofPerson.queryOptions({ input: { personId: personId as PersonId } }),
		enabled: caseId === null && personId !== null,
	});
	const ofBusiness = useQuery({
		...api.appointments.ofBusiness.queryOptions({ input: { businessId: businessId as BusinessId } }),
		enabled: caseId === null && businessId !== null,
	});
	const ofCase = useQuery({
		...api.appointments.ofCase.queryOptions({ input: { caseId: caseId as CaseId } }),
		enabled: caseId !== null,
	});
	const list = caseId !== null ? ofCase : businessId === null ? ofPerson : ofBusiness;
	const coming = (list.data ?? []).filter(isComing).reverse();
	const past = (list.data ?? []).filter((one) => !isComing(one));
	const rows = (appointments: readonly Appointment[]) => (
		<ul className={classes.rows}>
			{appointments.map((one) => (
				<AppointmentRow
					key={one.id}
					appointment={one}
					without={one.clientNames.length === 1 ? ['people'] : []}
					isQuiet
					frozen={frozen}
					onChange={setBooking}
				/>
			))}
		</ul>
	);
	return (
		<Section
			title={t.personTitle}
			actions={
				!frozen && (
					<Button
						size="compact-md"
						variant="light"
						leftSection={<IconCalendarPlus size={16} aria-hidden />}
						onClick={() => setBooking('new')}
					>
						{t.book}
					</Button>
				)
			}
		>
			<ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
			{list.isPending && <Skeleton height={56} />}
			{list.data?.length === 0 && <span className={classes.quiet}>{t.personEmpty}</span>}
			<div className={classes.narrow}>
				{coming.length > 0 && (
					<>
						<h3 className={classes.subhead}>{t.coming}</h3>
						{rows(coming)}
					</>
				)}
				{past.length > 0 && (
					<>
						<h3 className={classes.subhead}>{t.past}</h3>
						{rows(allPast ? past : past.slice(0, SHOWN_PAST))}
					</>
				)}
			</div>
			{!allPast && past.length > SHOWN_PAST && (
				<Button size="compact-md" variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAllPast(true)}>
					{t.pastMore(past.length - SHOWN_PAST)}
				</Button>
			)}
			{booking !== null && (
				<BookDialog
					{...(booking === 'new' ? { personId, businessId, caseId } : { appointment: booking })}
					onClose={() => setBooking(null)}
				/>
			)}
		</Section>
	);
}
