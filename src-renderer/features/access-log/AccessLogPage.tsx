import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import { IconDownload, IconListCheck, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintedOnly } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ListPage } from '#renderer/ui/list/ListPage.tsx';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { useNow } from '#renderer/ui/useNow.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import classes from './AccessLog.module.css';
import { EventSheet } from './EventSheet.tsx';
import { EventTable } from './EventTable.tsx';
import { byDay, EVERYTHING, type EventFilter, matching } from './event-rows.ts';
import { csvOf } from './event-words.ts';
import { FilterFields } from './FilterFields.tsx';
import { LogStatus } from './LogStatus.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import { type Days, daysOf, instantsOf, type Period, problemOf } from './periods.ts';
import { texts } from './texts.ts';

/** For administrators: that something was done, by whom, when and where; never with which case file. */
export function AccessLogPage() {
	const t = useTexts(texts);
	const today = localDateOf(useNow(60_000));
	const [period, setPeriod] = useState<Period>('week');
	const [chosen, setChosen] = useState<Days>(() => daysOf('week', today));
	const [filter, setFilter] = useState<EventFilter>(EVERYTHING);
	const days = period === 'chosen' ? chosen : daysOf(period, today);
	const log = useQuery({
		...api.accessLog.list.queryOptions({ input: instantsOf(days) }),
		enabled: problemOf(days) === null,
	});
	const all = log.data?.events ?? NOTHING;
	const shown = useMemo(() => matching(all, filter), [all, filter]);
	const failures = useMemo(() => matching(all, { ...EVERYTHING, kind: FAILED }).length, [all]);
	const shownDays = useMemo(() => byDay(shown), [shown]);

	const choosePeriod = (next: Period) => {
		// From – to begins with the days that were on the screen.
		if (next === 'chosen') setChosen(days);
		setPeriod(next);
	};
	return (
		<ListPage>
			<PageHeader title={t.title} subtitle={t.intro} />
			<div className={classes.tools}>
				<PeriodFields period={period} onPeriod={choosePeriod} days={days} onDays={setChosen} />
				<FilterFields events={all} filter={filter} onFilter={setFilter} />
				<div className={classes.out}>
					<Button
						variant="default"
						aria-label={t.csv}
						title={t.csv}
						leftSection={<IconDownload size="1.125rem" aria-hidden />}
						disabled={shown.length === 0}
						onClick={() => saveTextFile(csvOf(shown, days, t), 'text/csv;charset=utf-8')}
					>
						CSV
					</Button>
					<Tooltip label={t.print}>
						<ActionIcon
							variant="default"
							size="2.625rem"
							aria-label={t.print}
							disabled={shown.length === 0}
							onClick={() => window.print()}
						>
							<IconPrinter size="1.25rem" aria-hidden />
						</ActionIcon>
					</Tooltip>
				</div>
			</div>
			<ErrorNotice error={log.error} onRetry={() => void log.refetch()} />
			{log.data && (
				<LogStatus
					shown={shown.length}
					failures={failures}
					unreadable={log.data.unreadable}
					onOnlyFailures={filter.kind === FAILED ? null : () => setFilter({ ...EVERYTHING, kind: FAILED })}
				/>
			)}
			{log.isLoading && <Skeleton className={classes.fill ?? ''} />}
			{log.data && all.length === 0 && (
				<EmptyState icon={<IconListCheck size={26} />} title={t.emptyTitle}>
					{t.emptyWords}
				</EmptyState>
			)}
			{all.length > 0 && shown.length === 0 && (
				<EmptyState
					icon={<IconListCheck size={26} />}
					title={t.noHits}
					action={
						<Button variant="default" onClick={() => setFilter(EVERYTHING)}>
							{t.reset}
						</Button>
					}
				>
					{null}
				</EmptyState>
			)}
			{shown.length > 0 && (
				<>
					<EventTable key={JSON.stringify([days, filter])} days={shownDays} />
					<PrintedOnly>{() => <EventSheet days={shownDays} period={days} filter={filter} />}</PrintedOnly>
				</>
			)}
		</ListPage>
	);
}

const NOTHING: never[] = [];
const FAILED = 'sign_in_failed';
