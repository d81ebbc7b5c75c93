import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { useProgress } from '#renderer/rpc/useProgress.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Progress } from '#shared/contract-base.ts';
import type { Encoding, Separator } from '#shared/import-model.ts';
import { FileDrop } from './FileDrop.tsx';
import classes from './Import.module.css';
import { TableOptions } from './TableOptions.tsx';
import { texts } from './texts.ts';

interface Props<Target extends string> {
	file: {
		fileName: string;
		table: Parameters<typeof TableOptions<Target>>[0]['preview'] | null;
		reading: boolean;
		problem: { error: unknown } | { tooLarge: true } | null;
	};
	onFile(file: File): void;
	onStartOver(): void;
	targets: Readonly<Record<Target | 'ignore', string>>;
	onOptions(options: { encoding: Encoding; separator: Separator; mapping: (Target | 'ignore')[] | null }): void;
	/** Numbers above the rows. */
	counts: ReactNode;
	rows: ReactNode;
	/** What else there is to decide before it begins. */
	choices?: ReactNode;
	toImport: number;
	onRun(): void;
	importing: Pick<ReturnType<typeof useProgress<Progress>>, 'running' | 'progress' | 'error'>;
	runningLabel: string;
	onCancel(): void;
	cancelled: boolean;
	/** What happened, once it is done; nothing else is shown then. */
	result: ReactNode;
}

/** The steps of an import, one below the other: file, how it is read, what would happen, and only then writing. */
export function ImportSteps<Target extends string>(props: Props<Target>) {
	const t = useTexts(texts);
	const { fileName, table, reading, problem } = props.file;
	const { running, progress, error } = props.importing;
	return (
		<>
			{problem && ('tooLarge' in problem ? <Alert color="brick">{t.tooLarge}</Alert> : <ErrorNotice error={problem.error} />)}
			{props.result}
			{!props.result && reading && !table && <ProgressBar label={t.reading} done={0} total={0} />}
			{!props.result && !reading && !table && <FileDrop onFile={props.onFile} />}
			{!props.result && table && (
				<>
					<Section
						title={t.chosen(fileName)}
						actions={
							<Button size="compact-md" variant="subtle" onClick={props.onStartOver} disabled={running}>
								{t.other}
							</Button>
						}
					>
						<TableOptions preview={table} targets={props.targets} disabled={reading || running} onChange={props.onOptions} />
					</Section>
					{props.counts}
					<Section title={t.rows}>{props.rows}</Section>
					{props.cancelled && <Alert color="clay">{t.cancelled}</Alert>}
					<ErrorNotice error={error} />
					<div className={classes.footer}>
						{running ? (
							<ProgressBar
								label={props.runningLabel}
								done={progress?.done ?? 0}
								total={progress?.total ?? 0}
								onCancel={props.onCancel}
							/>
						) : (
							<>
								{props.choices ?? <span />}
								<Button size="lg" disabled={props.toImport === 0 || reading} onClick={props.onRun}>
									{props.toImport === 0 ? t.nothingToDo : t.run(props.toImport)}
								</Button>
							</>
						)}
					</div>
				</>
			)}
		</>
	);
}
