import { Button, Group, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconClipboardList, IconDoor } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type LoanFilter, useLoanFilter } from '#renderer/features/lending/loan-filter.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { lendingTexts } from './lending-texts.ts';
import classes from './TodayPage.module.css';

const COUNTED = ['open', 'in_house', 'due_today', 'overdue'] as const satisfies readonly LoanFilter[];

/** What is out today, for those who work in the workshops; each number leads to its list. */
export function Lending() {
	const t = useTexts(lendingTexts);
	const counts = useQueries({
		queries: COUNTED.map((filter) =>
			api.lending.loans.queryOptions({
				input: {
					text: '',
					filter,
					borrowerId: null,
					itemId: null,
					sort: { by: 'dueOn', descending: false },
					offset: 0,
					limit: 1,
				},
			}),
		),
	});
	const [open, inHouse, dueToday, overdue] = counts.map(({ data }) => data?.total ?? 0) as [number, number, number, number];
	const failed = counts.find(({ error }) => error !== null);
	const pending = counts.some(({ isPending }) => isPending);
	return (
		<Section title={t.title}>
			<ErrorNotice error={failed?.error ?? null} onRetry={() => void failed?.refetch()} />
			{!failed && pending && <Skeleton height={96} />}
			{!failed && !pending && (
				<>
					<ul className={classes.counts}>
						{open === 0 && <li>{t.nothing}</li>}
						<Count filter="open" icon={IconClipboardList} total={open} words={t.open} />
						<Count filter="in_house" icon={IconDoor} total={inHouse} words={t.inHouse} />
						<Count filter="due_today" icon={IconArrowBackUp} total={dueToday} words={t.dueToday} />
						<Count filter="overdue" icon={IconAlertTriangle} total={overdue} words={t.overdue} />
					</ul>
					<Group>
						<Button variant="light" renderRoot={(props) => <Link to="/ausleihe" {...props} />}>
							{t.desk}
						</Button>
						{dueToday + inHouse + overdue > 0 && (
							<Button variant="default" renderRoot={(props) => <Link to="/ausleihe/tagesende" {...props} />}>
								{t.endOfDay}
							</Button>
						)}
					</Group>
				</>
			)}
		</Section>
	);
}

interface CountProps {
	filter: LoanFilter;
	icon: typeof IconDoor;
	total: number;
	words(count: string, one: boolean): string;
}

/** Leads to the list with just these. */
function Count({ filter, icon: Icon, total, words }: CountProps) {
	const [, setFilter] = useLoanFilter();
	if (total === 0) return null;
	return (
		<li>
			<Link to="/ausleihe/ausleihen" onClick={() => setFilter(filter)}>
				<Icon size="1.25rem" aria-hidden />
				{words(formatNumber(total), total === 1)}
			</Link>
		</li>
	);
}
