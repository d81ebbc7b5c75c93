import { Button, Skeleton } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { isThereFor } from '#renderer/shell/places.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { totalOf } from '#shared/features/open-repair-data/figures.ts';
import { AllFigures } from './AllFigures.tsx';
import { Choices, useSelection } from './Choices.tsx';
import classes from './Figures.module.css';
import { texts } from './figure-texts.ts';
import { OpenRepairTabs } from './OpenRepairTabs.tsx';

/** What the repairs say in numbers: the house's own, those of others, or both. */
export function RepairFiguresPage() {
	const t = useTexts(texts);
	const session = useSession();
	const [selection, setSelection] = useSelection('figures', 'own');
	const found = useQuery({ ...api.openRepairData.figures.queryOptions({ input: selection }), placeholderData: keepPreviousData });
	const figures = found.data;
	const isEmpty = figures !== undefined && totalOf(figures.counts) === 0;
	return (
		<Page>
			<OpenRepairTabs />
			<PageHeader title={t.title} subtitle={t.intro} />
			<Choices selection={selection} onChange={setSelection} years={figures?.years ?? []} />
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={320} />}
			{isEmpty && !found.isPlaceholderData && (
				<EmptyState
					icon={<IconChartBar />}
					title={t.emptyTitle}
					action={
						isThereFor('/reparaturdaten/einlesen', session) && (
							<Button variant="default" renderRoot={(props) => <Link to="/reparaturdaten/einlesen" {...props} />}>
								{t.toImport}
							</Button>
						)
					}
				>
					{t.emptyWords}
				</EmptyState>
			)}
			{figures && !isEmpty && (
				<div className={classes.figures} data-stale={found.isPlaceholderData || undefined}>
					<AllFigures figures={figures} />
				</div>
			)}
		</Page>
	);
}
