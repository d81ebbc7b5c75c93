import { Skeleton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Stocktake } from '#shared/features/stocktake/model.ts';
import { FindingGroup } from './FindingGroup.tsx';
import { findingTexts } from './finding-texts.ts';
import classes from './Stocktake.module.css';

/** What needs a word comes first. */
const ORDER = ['returned', 'misplaced', 'twice', 'unexpected', 'unknown', 'missing', 'on_loan'] as const;

export function ReconcileTab({ stocktake }: { stocktake: Stocktake }) {
	const t = useTexts(findingTexts);
	const { id, finishedAt } = stocktake;
	const found = useQuery({ ...api.stocktake.findings.queryOptions({ input: { id } }), placeholderData: keepPreviousData });
	const groups = ORDER.map((finding) => ({ finding, rows: (found.data ?? []).filter((row) => row.finding === finding) }));
	const shown = groups.filter(({ rows }) => rows.length > 0);
	return (
		<div className={classes.main}>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={300} />}
			{found.data && shown.length === 0 && (
				<EmptyState icon={<IconCircleCheck />} title={t.allSettled}>
					{t.allSettledWords}
				</EmptyState>
			)}
			{shown.map(({ finding, rows }) => (
				<FindingGroup key={finding} id={id} finding={finding} rows={rows} finished={finishedAt !== null} />
			))}
		</div>
	);
}
