import { Alert, Anchor, Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Progress } from '#shared/contract-base.ts';
import type { ImportOptions, ImportPreview, ImportReport, ImportRow } from '#shared/features/people/import-model.ts';
import { Counts } from './import/Counts.tsx';
import { type Choice, type Choices, countsOf, type RowFilter, withChoice, withChoiceForAll } from './import/decisions.ts';
import { FileDrop } from './import/FileDrop.tsx';
import classes from './import/Import.module.css';
import { ImportResult } from './import/ImportResult.tsx';
import { ImportRows } from './import/ImportRows.tsx';
import { MAX_BYTES, readAsBase64 } from './import/readFile.ts';
import { TableOptions } from './import/TableOptions.tsx';
import { texts } from './import/texts.ts';

const NO_CHOICES: Choices = new Map();

/** From a file to people: read, look, decide, and only then write. */
export function PeopleImportPage() {
	const t = useTexts(texts);
	const [fileName, setFileName] = useState('');
	const [options, setOptions] = useState<ImportOptions | null>(null);
	const [preview, setPreview] = useState<ImportPreview | null>(null);
	const [choices, setChoices] = useState<Choices>(NO_CHOICES);
	const [filter, setFilter] = useState<RowFilter>('all');
	const [openCases, setOpenCases] = useState(false);
	const [reading, setReading] = useState(false);
	const [problem, setProblem] = useState<{ error: unknown } | { tooLarge: true } | null>(null);
	const [cancelled, setCancelled] = useState(false);
	const [report, setReport] = useState<ImportReport | null>(null);
	const importing = useProgress<Progress & { report: ImportReport | null }>();
	const counts = useMemo(() => countsOf(preview?.rows ?? [], choices), [preview, choices]);
	const toImport = counts.create + counts.fill;

	const read = async (next: ImportOptions) => {
		setReading(true);
		setProblem(null);
		setCancelled(false);
		try {
			const read = await client.people.previewImport(next);
			setOptions({
				...next,
				encoding: read.encoding,
				separator: read.separator,
				mapping: read.columns.map((column) => column.target),
			});
			setPreview(read);
		} catch (error) {
			setProblem({ error });
		} finally {
			setReading(false);
		}
	};
	const takeFile = async (file: File) => {
		startOver();
		if (file.size > MAX_BYTES) {
			setProblem({ tooLarge: true });
			return;
		}
		setFileName(file.name);
		await read({ content: await readAsBase64(file), encoding: null, separator: null, mapping: null });
	};
	const startOver = () => {
		setOptions(null);
		setPreview(null);
		setChoices(NO_CHOICES);
		setFilter('all');
		setOpenCases(false);
		setProblem(null);
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
		if (options) void read(options).then(() => setCancelled(true));
	};

	return (
		<Page width="wide">
			<div className={classes.page}>
				<PageHeader
					above={<Anchor renderRoot={(props) => <Link to="/personen" {...props} />}>{t.back}</Anchor>}
					title={t.title}
					subtitle={t.subtitle}
				/>
				{problem && ('tooLarge' in problem ? <Alert color="brick">{t.tooLarge}</Alert> : <ErrorNotice error={problem.error} />)}
				{report && <ImportResult report={report} onAgain={startOver} />}
				{!report && reading && !preview && <ProgressBar label={t.reading} done={0} total={0} />}
				{!report && !reading && !preview && <FileDrop onFile={(file) => void takeFile(file)} />}
				{!report && preview && options && (
					<>
						<Section
							title={t.chosen(fileName)}
							actions={
								<Button size="compact-md" variant="subtle" onClick={startOver} disabled={importing.running}>
									{t.other}
								</Button>
							}
						>
							<TableOptions
								preview={preview}
								disabled={reading || importing.running}
								onChange={(change) => {
									if (change.mapping === null) setChoices(NO_CHOICES);
									void read({ ...options, ...change });
								}}
							/>
						</Section>
						<Counts counts={counts} />
						<Section title={t.rows}>
							<ImportRows
								rows={preview.rows}
								choices={choices}
								filter={filter}
								onFilter={setFilter}
								onChoose={choose}
								onChooseAll={(rows, decision) => setChoices((before) => withChoiceForAll(before, rows, decision))}
							/>
						</Section>
						{cancelled && <Alert color="clay">{t.cancelled}</Alert>}
						<ErrorNotice error={importing.error} />
						<div className={classes.footer}>
							{importing.running ? (
								<ProgressBar
									label={t.running}
									done={importing.progress?.done ?? 0}
									total={importing.progress?.total ?? 0}
									onCancel={cancel}
								/>
							) : (
								<>
									<Checkbox
										label={t.openCases}
										description={t.openCasesHint}
										checked={openCases}
										disabled={counts.create === 0}
										onChange={(event) => setOpenCases(event.currentTarget.checked)}
									/>
									<Button size="lg" disabled={toImport === 0 || reading} onClick={() => void run()}>
										{toImport === 0 ? t.nothingToDo : t.run(toImport)}
									</Button>
								</>
							)}
						</div>
					</>
				)}
			</div>
		</Page>
	);
}
