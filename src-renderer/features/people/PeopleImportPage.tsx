import { Anchor, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { Counts } from '#renderer/ui/import/Counts.tsx';
import classes from '#renderer/ui/import/Import.module.css';
import { ImportRows } from '#renderer/ui/import/ImportRows.tsx';
import { ImportSteps } from '#renderer/ui/import/ImportSteps.tsx';
import { useTableImport } from '#renderer/ui/import/useTableImport.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { Progress } from '#shared/contract-base.ts';
import type { ImportReport, ImportRow } from '#shared/features/people/import-model.ts';
import {
	type Choice,
	type Choices,
	choiceOf,
	countsOf,
	type ImportCounts,
	type RowFilter,
	rowsOf,
	withChoice,
	withChoiceForAll,
} from './import/decisions.ts';
import { ImportResult } from './import/ImportResult.tsx';
import { RowView } from './import/RowView.tsx';
import { texts } from './import/texts.ts';

const NO_CHOICES: Choices = new Map();

/** From a file to people: read, look, decide, and only then write. */
export function PeopleImportPage() {
	const t = useTexts(texts);
	const file = useTableImport(client.people.previewImport);
	const [choices, setChoices] = useState<Choices>(NO_CHOICES);
	const [filter, setFilter] = useState<RowFilter>('all');
	const [openCases, setOpenCases] = useState(false);
	const [cancelled, setCancelled] = useState(false);
	const [report, setReport] = useState<ImportReport | null>(null);
	const importing = useProgress<Progress & { report: ImportReport | null }>();
	const { options, table } = file;
	const counts = useMemo(() => countsOf(table?.rows ?? [], choices), [table, choices]);

	const startOver = () => {
		file.forget();
		setChoices(NO_CHOICES);
		setFilter('all');
		setOpenCases(false);
		setReport(null);
		setCancelled(false);
		importing.clearError();
	};
	const choose = useCallback((row: ImportRow, choice: Choice) => setChoices((before) => withChoice(before, row, choice)), []);

	const run = async () => {
		if (options === null) return;
		setCancelled(false);
		const decisions = [...choices].map(([line, choice]) => ({ line, ...choice }));
		const { last } = await importing.run((signal) => client.people.runImport({ ...options, decisions, openCases }, { signal }));
		void queryClient.invalidateQueries({ queryKey: api.people.key() });
		void queryClient.invalidateQueries({ queryKey: api.cases.key() });
		if (last?.report) setReport(last.report);
	};
	const cancel = () => {
		importing.cancel();
		setCancelled(true);
		// What was written before shows up as known rows.
		if (options) void file.read(options);
	};

	return (
		<Page width="wide">
			<div className={classes.page}>
				<PageHeader
					above={<Anchor renderRoot={(props) => <Link to="/personen" {...props} />}>{t.back}</Anchor>}
					title={t.title}
					subtitle={t.subtitle}
				/>
				<ImportSteps
					file={file}
					onFile={(chosen) => {
						startOver();
						void file.takeFile(chosen);
					}}
					onStartOver={startOver}
					targets={t.target}
					onOptions={(change) => {
						if (options === null) return;
						if (change.mapping === null) setChoices(NO_CHOICES);
						setCancelled(false);
						void file.read({ ...options, ...change });
					}}
					counts={
						<Counts
							counts={(Object.keys(t.count) as (keyof ImportCounts)[]).map((key) => ({
								key,
								label: t.count[key],
								value: counts[key],
							}))}
						/>
					}
					rows={
						<ImportRows<ImportRow, RowFilter, Choice['decision']>
							rows={table?.rows ?? []}
							filters={t.filter}
							rowsOf={rowsOf}
							filter={filter}
							onFilter={setFilter}
							decisions={t.forAll}
							suggested={t.allSuggested}
							onChooseAll={(rows, decision) => setChoices((before) => withChoiceForAll(before, rows, decision))}
						>
							{(row) => <RowView row={row} choice={choiceOf(row, choices)} onChoose={choose} />}
						</ImportRows>
					}
					choices={
						<Checkbox
							label={t.openCases}
							description={t.openCasesHint}
							checked={openCases}
							disabled={counts.create === 0}
							onChange={(event) => setOpenCases(event.currentTarget.checked)}
						/>
					}
					toImport={counts.create + counts.fill}
					onRun={() => void run()}
					importing={importing}
					runningLabel={t.running}
					onCancel={cancel}
					cancelled={cancelled}
					result={report && <ImportResult report={report} onAgain={startOver} />}
				/>
			</div>
		</Page>
	);
}
