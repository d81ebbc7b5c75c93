import { ActionIcon, Group, Skeleton } from '@mantine/core';
import { IconChartBar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { CategoryFigures } from './figures/CategoryFigures.tsx';
import classes from './figures/Figures.module.css';
import { ItemFigures } from './figures/ItemFigures.tsx';
import { Losses } from './figures/Losses.tsx';
import { MonthChart } from './figures/MonthChart.tsx';
import { Totals } from './figures/Totals.tsx';
import { texts } from './figures/texts.ts';
import { LendingTabs } from './LendingTabs.tsx';

/** A year of lending in numbers; each leads to what it counts where there is such a list. */
export function FiguresPage() {
	const t = useTexts(texts);
	const thisYear = Number(localDateOf(Date.now()).slice(0, 4));
	const [year, setYear] = useStickyState('figures.year', thisYear);
	const found = useQuery({ ...api.lending.figures.queryOptions({ input: { year } }), placeholderData: keepPreviousData });
	const figures = found.data;
	const isEmpty = figures?.losses.length === 0 && figures.months.every(({ takeHome, inHouse }) => takeHome + inHouse === 0);
	return (
		<Page>
			<LendingTabs />
			<PageHeader
				title={t.title}
				subtitle={t.intro}
				actions={
					<Group gap="xs" role="group" aria-label={t.year}>
						<ActionIcon
							variant="default"
							size={42}
							aria-label={t.earlier}
							disabled={year <= 1970}
							onClick={() => setYear((before) => before - 1)}
						>
							<IconChevronLeft size={20} aria-hidden />
						</ActionIcon>
						<strong className={classes.year} aria-live="polite">
							{year}
						</strong>
						<ActionIcon
							variant="default"
							size={42}
							aria-label={t.later}
							disabled={year >= thisYear}
							onClick={() => setYear((before) => before + 1)}
						>
							<IconChevronRight size={20} aria-hidden />
						</ActionIcon>
					</Group>
				}
			/>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={320} />}
			{isEmpty && !found.isPlaceholderData && (
				<EmptyState icon={<IconChartBar />} title={t.emptyTitle(year)}>
					{t.emptyWords}
				</EmptyState>
			)}
			{figures && !isEmpty && (
				<div className={classes.figures} data-stale={found.isPlaceholderData || undefined}>
					<Totals figures={figures} />
					<MonthChart months={figures.months} year={year} />
					<ItemFigures items={figures.items} year={year} />
					<CategoryFigures categories={figures.categories} year={year} />
					<Losses losses={figures.losses} year={year} />
				</div>
			)}
		</Page>
	);
}
