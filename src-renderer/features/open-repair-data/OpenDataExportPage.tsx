import { Alert, Button, Checkbox, Skeleton } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Selection } from '#shared/features/open-repair-data/figures.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { Choices, useSelection } from './Choices.tsx';
import { texts } from './export-texts.ts';
import { OpenRepairTabs } from './OpenRepairTabs.tsx';
import classes from './Review.module.css';
import { type LeftTexts, proposedOf, ReviewPart } from './ReviewPart.tsx';
import { SettingsPart } from './SettingsPart.tsx';

/** The house's repairs as open data: nothing leaves that was not looked at on this page. */
export function OpenDataExportPage() {
	const t = useTexts(texts);
	const [selection, setSelection] = useSelection('export', 'own');
	const figures = useQuery(api.openRepairData.figures.queryOptions({ input: { ...selection, year: null } }));
	const settings = useQuery(api.openRepairData.settings.queryOptions());
	return (
		<Page>
			<div className={classes.page}>
				<OpenRepairTabs />
				<PageHeader title={t.title} subtitle={t.intro} />
				{settings.data !== undefined && <SettingsPart settings={settings.data} />}
				<ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />
				<div>
					<Choices selection={selection} onChange={setSelection} years={figures.data?.years ?? []} />
					<Prepared key={`${selection.source} ${selection.year}`} selection={selection} />
				</div>
			</div>
		</Page>
	);
}

/** What the selection would give out. What somebody corrects here belongs to what is shown, and goes with it. */
function Prepared({ selection }: { selection: Selection }) {
	const t = useTexts(texts);
	const preview = useQuery(api.openRepairData.exportPreview.queryOptions({ input: selection }));
	const [corrections, setCorrections] = useState<ReadonlyMap<string, LeftTexts>>(new Map());
	const [confirmed, setConfirmed] = useState<string | null>(null);
	const give = useMutation({
		mutationFn: async (looked: NonNullable<typeof preview.data>) => {
			const left = looked.rows.map((row) => ({ id: row.id, ...(corrections.get(row.id) ?? proposedOf(row)) }));
			return await client.openRepairData.exportFiles({ ...selection, token: looked.token, texts: left });
		},
		onSuccess: ({ files }) => {
			for (const { name, text } of files) saveTextFile({ fileName: name, text }, 'text/csv');
		},
		onError: (error) => {
			if (refusalCode(error) === 'NOT_REVIEWED') void queryClient.invalidateQueries({ queryKey: api.openRepairData.key() });
		},
	});
	const looked = preview.data;
	if (!looked) {
		return preview.error ? (
			<ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
		) : (
			<Skeleton height={320} />
		);
	}
	const { rows, unpowered, imported, withoutCategory, token } = looked;
	const isNothing = rows.length + unpowered + imported === 0;
	const needsSettings = looked.settings === null && rows.length + unpowered > 0;
	// Looked at is what was shown then; anything else has to be looked at again.
	const isConfirmed = rows.length === 0 || confirmed === token;
	return (
		<div className={classes.page}>
			{rows.length > 0 && (
				<ReviewPart
					rows={rows}
					corrections={corrections}
					onCorrect={(row, left) => {
						setConfirmed(null);
						setCorrections((before) => new Map(before).set(row.id, left));
					}}
				/>
			)}
			{withoutCategory.length > 0 && (
				<Section title={t.withoutCategoryTitle(formatNumber(withoutCategory.length))}>
					<ul className={classes.facts}>
						{withoutCategory.slice(0, 20).map(({ id, queue, day, item }) => (
							<li key={id}>
								{t.repair(queue, formatLocalDate(day))}: {item}
							</li>
						))}
						{withoutCategory.length > 20 && <li>…</li>}
					</ul>
				</Section>
			)}
			<div className={classes.footer}>
				{rows.length === 0 && selection.source !== 'imported' && <p className={classes.quiet}>{t.noRows}</p>}
				{unpowered > 0 && <p className={classes.quiet}>{t.unpowered(formatNumber(unpowered))}</p>}
				{imported > 0 && <p className={classes.quiet}>{t.imported(formatNumber(imported))}</p>}
				{rows.length > 0 && (
					<Checkbox
						label={t.confirm}
						checked={isConfirmed}
						onChange={(event) => setConfirmed(event.currentTarget.checked ? token : null)}
					/>
				)}
				{refusalCode(give.error) === 'NOT_REVIEWED' ? (
					<Alert color="clay" role="alert">
						{t.changed}
					</Alert>
				) : (
					<ErrorNotice error={give.error} />
				)}
				<Button
					size="lg"
					leftSection={<IconFileExport size="1.25rem" aria-hidden />}
					disabled={isNothing || !isConfirmed || needsSettings}
					loading={give.isPending}
					onClick={() => give.mutate(looked)}
				>
					{isNothing ? t.nothing : needsSettings ? t.needSettings : t.give}
				</Button>
				{give.data && (
					<p role="status">
						{t.given(give.data.files.map(({ name, rows: count }) => `${name} (${formatNumber(count)})`).join(', '))}
					</p>
				)}
			</div>
		</div>
	);
}
