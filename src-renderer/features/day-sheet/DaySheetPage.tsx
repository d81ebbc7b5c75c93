import { Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useRota } from '#renderer/features/rota/use-rota.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DaySheet } from '#renderer/print/DaySheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DaySteps } from '#renderer/ui/DaySteps.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { useOnPrint } from '#renderer/ui/useOnPrint.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { ownAppointments, ownShifts } from './sheet-of.ts';
import { texts } from './texts.ts';

/** One's own day on paper. Names of clients stand there only for their counsellor, in person. */
export function DaySheetPage() {
	const t = useTexts(texts);
	const { profile, acting, member, vaults } = useSession();
	const navigate = useNavigate();
	const { tag } = useSearch({ from: '/tagesblatt' });
	const asked = LocalDate.safeParse(tag);
	const day = asked.success ? asked.data : today();
	const inPerson = vaults.includes('counselling') && acting.id === member.id;
	const list = useQuery({ ...api.appointments.list.queryOptions({ input: { from: day, until: day } }), enabled: inPerson });
	const { days, absences, error: rotaError, retry } = useRota(day, 1);
	const rotaDay = days?.[0] ?? null;
	const appointments = inPerson ? ownAppointments(list.data ?? [], member.id) : null;
	const error = (inPerson ? list.error : null) ?? rotaError;
	const isPending = rotaDay === null || (inPerson && list.isPending);
	const note = useCallback(() => client.appointments.notePrint({ day }), [day]);
	useOnPrint(appointments !== null && appointments.length > 0 ? note : null);
	const go = (to: LocalDate) => void navigate({ to: '/tagesblatt', search: to === today() ? {} : { tag: to }, replace: true });
	const isAway = absences.some(({ memberId, from, until }) => memberId === acting.id && from <= day && day <= until);
	const closedFor = rotaDay?.closedFor ?? null;
	return (
		<Page>
			<PageHeader
				title={t.title}
				subtitle={inPerson ? t.subtitle.names : t.subtitle.plain}
				actions={
					<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} disabled={isPending} onClick={() => window.print()}>
						{t.print}
					</Button>
				}
			/>
			<DaySteps day={day} onDay={go} />
			<ErrorNotice
				error={error}
				onRetry={() => {
					retry();
					if (inPerson) void list.refetch();
				}}
			/>
			{isPending && !error && <Skeleton height={600} />}
			{!isPending && !error && (
				<PrintSheet label={t.preview}>
					<DaySheet
						profile={profile}
						day={day}
						memberName={acting.name}
						appointments={appointments}
						shifts={ownShifts(rotaDay, acting.id)}
						remarks={[
							...(closedFor === null ? [] : [`Geschlossen: ${closedFor}`]),
							...(isAway ? ['An diesem Tag als abwesend eingetragen'] : []),
						]}
					/>
				</PrintSheet>
			)}
		</Page>
	);
}
