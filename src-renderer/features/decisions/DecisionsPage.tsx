import { Skeleton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import classes from './Decisions.module.css';
import { Doubles } from './Doubles.tsx';
import { RecordDecision } from './RecordDecision.tsx';
import { texts } from './texts.ts';
import { useOpenDecisions } from './useOpenDecisions.ts';

/** Everything that PCs which were apart left to decide, in one place: fields with two values, and what was given twice. */
export function DecisionsPage() {
	const t = useTexts(texts);
	const found = useQuery(api.decisions.list.queryOptions());
	const { doubles, pairs, isPending } = useOpenDecisions();
	const records = found.data?.records ?? [];
	const isEmpty = !isPending && !found.isPending && !found.error && records.length + doubles + pairs === 0;
	return (
		<Page>
			<PageHeader title={t.title} subtitle={t.subtitle} />
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={200} />}
			{isEmpty && (
				<EmptyState icon={<IconCircleCheck size={26} />} title={t.emptyTitle}>
					{t.emptyWords}
				</EmptyState>
			)}
			{found.data && records.length > 0 && (
				<Section title={t.fields} description={t.fieldsWords} variant="plain">
					<ul className={classes.records}>
						{records.map((record) => (
							<li key={`${record.table} ${record.id}`}>
								<RecordDecision record={record} names={found.data.names} />
							</li>
						))}
					</ul>
					<p className={classes.quiet}>{t.keys}</p>
				</Section>
			)}
			{doubles + pairs > 0 && (
				<Section title={t.doubles} description={t.doublesWords} variant="plain">
					<Doubles pairs={pairs} />
				</Section>
			)}
		</Page>
	);
}
