import { Alert, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Counts } from '#renderer/ui/import/Counts.tsx';
import { FileDrop } from '#renderer/ui/import/FileDrop.tsx';
import classes from '#renderer/ui/import/Import.module.css';
import { ImportDone } from '#renderer/ui/import/ImportDone.tsx';
import { MAX_BYTES, readAsBase64 } from '#renderer/ui/import/readFile.ts';
import { texts as importTexts } from '#renderer/ui/import/texts.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Progress } from '#shared/contract-base.ts';
import { type FilePreview, FileProblem, type ImportReport } from '#shared/features/open-repair-data/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './import-texts.ts';
import { NotedRows } from './NotedRows.tsx';
import { OpenRepairTabs } from './OpenRepairTabs.tsx';

interface Chosen {
	readonly name: string;
	readonly content: string;
	readonly preview: FilePreview;
}

/** From a published file to repairs that count: choose, look, and only then write. */
export function OpenDataImportPage() {
	const t = useTexts(texts);
	const common = useTexts(importTexts);
	const [chosen, setChosen] = useState<Chosen | null>(null);
	const [reading, setReading] = useState(false);
	const [problem, setProblem] = useState<{ error: unknown } | { tooLarge: true } | null>(null);
	const [report, setReport] = useState<ImportReport | null>(null);
	const importing = useProgress<Progress & { report: ImportReport | null }>();

	const startOver = () => {
		setChosen(null);
		setProblem(null);
		setReport(null);
		importing.clearError();
	};
	const take = async (file: File) => {
		startOver();
		// A larger one is not even read.
		if (file.size > MAX_BYTES) return setProblem({ tooLarge: true });
		setReading(true);
		try {
			const content = await readAsBase64(file);
			setChosen({ name: file.name, content, preview: await client.openRepairData.previewImport({ content }) });
		} catch (error) {
			setProblem({ error });
		} finally {
			setReading(false);
		}
	};
	const run = async ({ content }: Chosen) => {
		const { last } = await importing.run((signal) => client.openRepairData.runImport({ content }, { signal }));
		void queryClient.invalidateQueries({ queryKey: api.openRepairData.key() });
		if (last?.report) setReport(last.report);
	};
	return (
		<Page width="wide">
			<div className={classes.page}>
				<OpenRepairTabs />
				<PageHeader title={t.title} subtitle={t.intro} />
				{problem && ('tooLarge' in problem ? <Alert color="brick">{common.tooLarge}</Alert> : <Refused error={problem.error} />)}
				{report && (
					<ImportDone
						lines={[
							t.imported(formatNumber(report.imported)),
							...(report.known > 0 ? [t.knownReport(formatNumber(report.known))] : []),
							...(report.differing > 0 ? [t.differingReport(formatNumber(report.differing))] : []),
							...(report.leftOut > 0 ? [t.leftOutReport(formatNumber(report.leftOut))] : []),
						]}
						action={<Button renderRoot={(props) => <Link to="/reparaturdaten" {...props} />}>{t.toFigures}</Button>}
						onAgain={startOver}
					/>
				)}
				{reading && <ProgressBar label={common.reading} done={0} total={0} />}
				{!report && !reading && !chosen && <FileDrop onFile={(file) => void take(file)} />}
				{!report && chosen && <Looked chosen={chosen} importing={importing} onAgain={startOver} onRun={() => void run(chosen)} />}
			</div>
		</Page>
	);
}

interface LookedProps {
	chosen: Chosen;
	importing: Pick<ReturnType<typeof useProgress<Progress>>, 'running' | 'progress' | 'error' | 'cancel'>;
	onAgain(): void;
	onRun(): void;
}

/** What would happen, before it does. */
function Looked({ chosen: { name, preview }, importing, onAgain, onRun }: LookedProps) {
	const t = useTexts(texts);
	const common = useTexts(importTexts);
	const { running, progress, error, cancel } = importing;
	const { fresh, known, differing, leftOut, from, until, providers } = preview;
	return (
		<>
			<Section
				title={common.chosen(name)}
				description={from && until && t.span(providers.join(', '), formatLocalDate(from), formatLocalDate(until))}
				actions={
					<Button size="compact-md" variant="subtle" onClick={onAgain} disabled={running}>
						{common.other}
					</Button>
				}
			>
				<Counts
					counts={[
						{ key: 'fresh', label: t.count.fresh, value: fresh },
						{ key: 'known', label: t.count.known, value: known },
						{ key: 'warnings', label: t.count.differing, value: differing },
						{ key: 'errors', label: t.count.leftOut, value: leftOut },
					]}
				/>
				{differing > 0 && <p className={classes.quiet}>{t.differingWords}</p>}
				{preview.noted.length === 0 && <p className={classes.quiet}>{t.nothingNoted}</p>}
			</Section>
			{preview.noted.length > 0 && <NotedRows rows={preview.noted} />}
			<ErrorNotice error={error} />
			<div className={classes.footer}>
				{running ? (
					<ProgressBar
						label={t.running[(progress?.step ?? 'reading') as keyof typeof t.running]}
						done={progress?.done ?? 0}
						total={progress?.step === 'reading' ? (progress?.total ?? 0) : 0}
						onCancel={cancel}
					/>
				) : (
					<>
						<span />
						<Button size="lg" disabled={fresh === 0} onClick={onRun}>
							{fresh === 0 ? t.nothingToDo : t.run(formatNumber(fresh))}
						</Button>
					</>
				)}
			</div>
		</>
	);
}

/** A file without the standard's columns is told which it lacks. */
function Refused({ error }: { error: unknown }) {
	const t = useTexts(texts);
	const problem = FileProblem.safeParse((error as { data?: unknown }).data);
	if (!problem.success || problem.data.reason !== 'wrong_header') return <ErrorNotice error={error} />;
	return (
		<Alert color="brick" role="alert">
			{t.missing(problem.data.missing.join(', '))}
		</Alert>
	);
}
