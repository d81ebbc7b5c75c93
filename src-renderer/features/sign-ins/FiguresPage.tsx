import { Button, NumberInput, Skeleton } from '@mantine/core';
import { IconChartBar, IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showNotice } from '#renderer/ui/undo-toast.tsx';
import { addMonths, type LocalDate } from '#shared/kernel/local-date.ts';
import { FiguresTable } from './FiguresTable.tsx';
import classes from './House.module.css';
import { HouseTabs } from './HouseTabs.tsx';
import { texts } from './texts.ts';

const MonthBars = lazy(async () => ({ default: (await import('./MonthBars.tsx')).MonthBars }));

/** How many signed in for what, without names; and how long names stay. */
export function FiguresPage() {
	const t = useTexts(texts);
	const { member, acting } = useSession();
	const [from, setFrom] = useState<LocalDate>(() => `${addMonths(today(), -11).slice(0, 7)}-01` as LocalDate);
	const [until, setUntil] = useState<LocalDate>(today);
	const span = { from, until };
	const found = useQuery({
		...api.signIns.figures.queryOptions({ input: span }),
		enabled: from <= until,
		placeholderData: keepPreviousData,
	});
	const save = async () => {
		try {
			saveTextFile(await client.signIns.exportCsv(span), 'text/csv;charset=utf-8');
		} catch (error) {
			showError(error);
		}
	};
	const maySet = acting.id === member.id && member.roles.some((role) => role === 'coordinator' || role === 'administrator');
	return (
		<Page width="wide">
			<HouseTabs />
			<PageHeader
				title={t.figuresTitle}
				subtitle={t.figuresWords}
				actions={
					found.data &&
					found.data.length > 0 && (
						<Button variant="default" leftSection={<IconDownload size="1.125rem" aria-hidden />} onClick={() => void save()}>
							{t.csv}
						</Button>
					)
				}
			/>
			<div className={classes.dates}>
				<DateField label={t.from} value={from} onChange={(day) => day && setFrom(day as LocalDate)} />
				<DateField label={t.until} value={until} onChange={(day) => day && setUntil(day as LocalDate)} />
			</div>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={320} />}
			{found.data?.length === 0 && (
				<EmptyState icon={<IconChartBar />} title={t.noFigures}>
					{t.todayWords}
				</EmptyState>
			)}
			{found.data && found.data.length > 0 && (
				<>
					<Section title={t.monthChart}>
						<Suspense fallback={<Skeleton height={260} />}>
							<MonthBars figures={found.data} />
						</Suspense>
					</Section>
					<FiguresTable figures={found.data} />
				</>
			)}
			<KeptWeeks maySet={maySet} />
		</Page>
	);
}

function KeptWeeks({ maySet }: { maySet: boolean }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const rules = useQuery(api.signIns.rules.queryOptions());
	const [weeks, setWeeks] = useState<number | null>(null);
	const save = useMutation(
		api.signIns.saveRules.mutationOptions({
			onSuccess: async (_, { keptWeeks }) => {
				await queries.invalidateQueries({ queryKey: api.signIns.key() });
				setWeeks(null);
				showNotice(t.saved(keptWeeks));
			},
		}),
	);
	if (!rules.data) return null;
	const shown = weeks ?? rules.data.keptWeeks;
	return (
		<Section title={t.ruleTitle} description={t.ruleWords(rules.data.keptWeeks)}>
			{maySet && (
				<form
					className={classes.dates}
					onSubmit={(event) => {
						event.preventDefault();
						save.mutate({ keptWeeks: shown });
					}}
				>
					<NumberInput
						label={t.weeks}
						w="7rem"
						min={1}
						max={52}
						allowDecimal={false}
						clampBehavior="strict"
						value={shown}
						onChange={(value) => typeof value === 'number' && setWeeks(value)}
					/>
					<Button type="submit" disabled={shown === rules.data.keptWeeks} loading={save.isPending}>
						{t.save}
					</Button>
				</form>
			)}
			<ErrorNotice error={save.error} />
		</Section>
	);
}
