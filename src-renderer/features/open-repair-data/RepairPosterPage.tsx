import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { RepairPosterSheet } from '#renderer/print/RepairPosterSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { totalOf } from '#shared/features/open-repair-data/figures.ts';
import { Choices, useSelection } from './Choices.tsx';
import { OpenRepairTabs } from './OpenRepairTabs.tsx';
import { texts } from './poster-texts.ts';

/** The year on one sheet of paper. */
export function RepairPosterPage() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const [selection, setSelection] = useSelection('poster', 'own');
	const [paper, setPaper] = useStickyState<'A4' | 'A3'>('openRepairData.paper', 'A3');
	const found = useQuery({ ...api.openRepairData.figures.queryOptions({ input: selection }), placeholderData: keepPreviousData });
	const figures = found.data;
	const isEmpty = figures !== undefined && totalOf(figures.counts) === 0;
	return (
		<Page>
			<OpenRepairTabs />
			<PageHeader
				title={t.title}
				subtitle={t.intro}
				actions={
					<>
						<SegmentedControl
							aria-label={t.paper}
							value={paper}
							onChange={(next) => setPaper(next as 'A4' | 'A3')}
							data={['A4', 'A3']}
						/>
						<Button
							leftSection={<IconPrinter size="1.25rem" aria-hidden />}
							disabled={!figures || isEmpty}
							onClick={() => window.print()}
						>
							{t.print}
						</Button>
					</>
				}
			/>
			<Choices selection={selection} onChange={setSelection} years={figures?.years ?? []} />
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={600} />}
			{isEmpty && <p>{t.empty}</p>}
			{figures && !isEmpty && (
				<PrintSheet label={t.preview}>
					<RepairPosterSheet profile={profile} selection={selection} figures={figures} paper={paper} />
				</PrintSheet>
			)}
		</Page>
	);
}
