import { Button, Skeleton, Table } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWords } from '#renderer/features/members/role-words.ts';
import { formatInstant, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { stepText } from '#renderer/rpc/step-text.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { BackupReport, CareProgress } from '#shared/features/share/care-model.ts';
import classes from './Care.module.css';
import { careTexts } from './care-texts.ts';

const FIRST = 5;

/** Can the backup be brought back? The last drill, what it looked at, and what was done before. */
export function Drill() {
	const t = useTexts(careTexts);
	const queries = useQueryClient();
	const care = useQuery(api.share.care.queryOptions());
	const work = useProgress<CareProgress>();
	const [isBusy, setIsBusy] = useState(false);
	const last = care.data?.reports.find(({ what }) => what === 'drill');
	const run = async () => {
		setIsBusy(false);
		const { finished, last: end } = await work.run((signal) => client.share.drill(undefined, { signal }));
		await queries.invalidateQueries({ queryKey: api.share.key() });
		setIsBusy(finished && end?.report == null);
	};
	return (
		<Section title={t.drillTitle}>
			<p className={classes.body}>{t.drillBody}</p>
			<ErrorNotice error={care.error ?? work.error} />
			{care.isPending && <Skeleton height={60} />}
			{care.data && !last && <p className={classes.state}>{t.drillNever}</p>}
			{last && <LastDrill report={last} />}
			{isBusy && <p className={classes.state}>{t.drillBusy}</p>}
			{work.running ? (
				<ProgressBar
					label={work.progress ? stepText(work.progress.step) : t.drilling}
					done={work.progress?.done ?? 0}
					total={work.progress?.total ?? 0}
					onCancel={work.cancel}
				/>
			) : (
				<div>
					<Button variant="default" onClick={() => void run()}>
						{t.drillNow}
					</Button>
				</div>
			)}
			{care.data && care.data.reports.length > 0 && <Reports reports={care.data.reports} />}
		</Section>
	);
}

function LastDrill({ report }: { report: BackupReport }) {
	const t = useTexts(careTexts);
	const { areas } = useTexts(roleWords);
	const when = `${formatRelative(report.at)}, ${t.took(report.seconds)}`;
	return (
		<>
			<p className={classes.state} data-fine={report.isFine} role="status">
				{report.isFine ? t.drillFine(when) : t.drillRed(when)}
			</p>
			<dl className={classes.checked}>
				{report.vaults.map(({ vault, rows, blobs, problem }) => [
					<dt key={vault}>{areas[vault]}</dt>,
					<dd key={`${vault}-result`} data-fine={problem === null}>
						{problem === null
							? [t.compared(rows), blobs > 0 ? t.documents(blobs) : null].filter(Boolean).join(', ')
							: t.problems[problem]}
					</dd>,
				])}
			</dl>
		</>
	);
}

function Reports({ reports }: { reports: readonly BackupReport[] }) {
	const t = useTexts(careTexts);
	const [all, setAll] = useState(false);
	const shown = all ? reports : reports.slice(0, FIRST);
	return (
		<>
			<Table.ScrollContainer
				minWidth={480}
				scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t.reports, role: 'group' } }}
			>
				<Table verticalSpacing="xs" aria-label={t.reports}>
					<Table.Thead>
						<Table.Tr>
							<Table.Th>{t.when}</Table.Th>
							<Table.Th>{t.what}</Table.Th>
							<Table.Th>{t.by}</Table.Th>
							<Table.Th>{t.result}</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{shown.map((report) => (
							<Table.Tr key={report.id}>
								<Table.Td>{formatInstant(report.at)}</Table.Td>
								<Table.Td>{t.deeds[report.what]}</Table.Td>
								<Table.Td>{report.device}</Table.Td>
								<Table.Td>{report.isFine ? t.fine : t.red}</Table.Td>
							</Table.Tr>
						))}
					</Table.Tbody>
				</Table>
			</Table.ScrollContainer>
			{reports.length > shown.length && (
				<div>
					<Button variant="subtle" size="sm" onClick={() => setAll(true)}>
						{t.moreReports}
					</Button>
				</div>
			)}
		</>
	);
}
