import { Button, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBookmark, IconCalendarMonth, IconCalendarPlus, IconDownload, IconHourglass } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LendingTabs } from '#renderer/features/lending/LendingTabs.tsx';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import { DoubleReservations } from './DoubleReservations.tsx';
import { HoldDialog } from './HoldDialog.tsx';
import { HoldRows } from './list/HoldRows.tsx';
import { PastReservations } from './list/PastReservations.tsx';
import { ReservationRows } from './list/ReservationRows.tsx';
import classes from './ReservationsPage.module.css';
import { ReserveDialog } from './ReserveDialog.tsx';
import { texts } from './texts.ts';

const MOST = 500;

/** What is promised to whom: today's first, then what comes, and who waits for what. */
export function ReservationsPage() {
	const t = useTexts(texts);
	const [typed, setTyped] = useStickyState('reservations.text', '');
	const [text] = useDebouncedValue(typed.trim(), 120);
	const [making, setMaking] = useState<'reservation' | 'hold' | null>(null);
	const input = { text, filter: 'open', borrowerId: null, itemId: null } as const;
	const open = useQuery({
		...api.reservations.list.queryOptions({ input: { ...input, offset: 0, limit: MOST } }),
		placeholderData: keepPreviousData,
	});
	const holds = useQuery(
		api.reservations.holds.queryOptions({ input: { filter: 'waiting', itemId: null, borrowerId: null, limit: MOST } }),
	);
	const rows = open.data?.rows ?? [];
	const now = rows.filter(({ fromOn }) => fromOn <= today());
	const next = rows.filter(({ fromOn }) => fromOn > today());
	const isEmpty = open.data?.total === 0 && text === '' && holds.data?.length === 0;
	const actions = (
		<>
			<Button variant="default" leftSection={<IconHourglass size={18} aria-hidden />} onClick={() => setMaking('hold')}>
				{t.hold}
			</Button>
			<Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setMaking('reservation')}>
				{t.reserve}
			</Button>
		</>
	);
	const exportCsv = () =>
		void client.reservations.exportCsv(input).then((file) => saveTextFile(file, 'text/csv;charset=utf-8'), showError);
	return (
		<Page>
			<LendingTabs />
			<PageHeader
				title={t.title}
				subtitle={open.data && holds.data && t.subtitle(open.data.total, holds.data.length)}
				actions={
					<>
						<Button
							variant="default"
							leftSection={<IconCalendarMonth size={18} aria-hidden />}
							renderRoot={(props) => <Link to="/ausleihe/kalender" {...props} />}
						>
							{t.calendar}
						</Button>
						{actions}
					</>
				}
			/>
			<DoubleReservations />
			<ErrorNotice error={open.error ?? holds.error} onRetry={() => void Promise.all([open.refetch(), holds.refetch()])} />
			{(open.isPending || holds.isPending) && <Skeleton height={240} />}
			{isEmpty && (
				<EmptyState
					icon={<IconBookmark size={26} />}
					title={t.emptyTitle}
					action={<div className={classes.first}>{actions}</div>}
				>
					{t.emptyWords}
				</EmptyState>
			)}
			{open.data && holds.data && !isEmpty && (
				<>
					<div className={classes.bar}>
						<TextInput
							aria-label={t.filter}
							placeholder={t.filterHint}
							value={typed}
							onChange={(event) => setTyped(event.currentTarget.value)}
							className={classes.filter ?? ''}
						/>
						<Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={exportCsv}>
							{t.csv}
						</Button>
					</div>
					{text !== '' && rows.length === 0 && <p className={classes.quiet}>{t.notFound}</p>}
					{(text === '' || now.length > 0) && (
						<Section title={t.today}>
							{now.length === 0 ? <p className={classes.quiet}>{t.todayEmpty}</p> : <ReservationRows rows={now} />}
						</Section>
					)}
					{next.length > 0 && (
						<Section title={t.next}>
							<ReservationRows rows={next} />
						</Section>
					)}
					{text === '' && (
						<Section title={t.holds} description={t.holdsHint}>
							{holds.data.length === 0 ? <p className={classes.quiet}>{t.holdsEmpty}</p> : <HoldRows holds={holds.data} />}
						</Section>
					)}
				</>
			)}
			{open.data && <PastReservations text={text} />}
			{making === 'reservation' && <ReserveDialog onClose={() => setMaking(null)} />}
			{making === 'hold' && <HoldDialog onClose={() => setMaking(null)} />}
		</Page>
	);
}
