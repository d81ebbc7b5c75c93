import { ActionIcon, Button, Progress, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { formatBytes, formatPercent } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import { plainLine } from '#shared/features/documents/file-name.ts';
import classes from './Documents.module.css';
import { refreshDocuments } from './refresh-documents.ts';
import { texts } from './texts.ts';
import type { UploadEntry, useUploads } from './useUploads.ts';

/** What was just brought in, each with how far it is or why it was refused. */
export function UploadList({ uploads }: { uploads: ReturnType<typeof useUploads> }) {
	const t = useTexts(texts);
	const { entries } = uploads;
	const count = (state: UploadEntry['state']) => entries.filter((entry) => entry.state === state).length;
	const isBusy = count('waiting') + count('sending') > 0;
	return (
		<>
			<VisuallyHidden role="status">
				{entries.length > 0 && !isBusy && t.progress(count('done'), entries.length, count('refused'))}
			</VisuallyHidden>
			{entries.length > 0 && (
				<Section
					title={t.uploads}
					description={t.progress(count('done'), entries.length, count('refused'))}
					actions={
						<Button size="compact-md" variant="subtle" onClick={uploads.clear} disabled={isBusy}>
							{t.clear}
						</Button>
					}
				>
					<ul className={classes.uploads}>
						{entries.map((entry) => (
							<UploadRow key={entry.key} entry={entry} onCancel={uploads.cancel} onForget={uploads.forget} />
						))}
					</ul>
				</Section>
			)}
		</>
	);
}

interface RowProps {
	entry: UploadEntry;
	onCancel(key: number): void;
	onForget(key: number): void;
}

function UploadRow({ entry: { key, name, size, state, share, reason, sameAs, id }, onCancel, onForget }: RowProps) {
	const t = useTexts(texts);
	const shown = plainLine(name);
	const takeBack = async () => {
		if (id === null) return;
		try {
			await client.documents.remove({ id });
			onForget(key);
			await refreshDocuments();
		} catch (error) {
			showError(error);
		}
	};
	return (
		<li className={classes.upload} data-state={state}>
			<span className={classes.uploadIcon} aria-hidden>
				{state === 'refused' ? (
					<IconAlertTriangle size={20} />
				) : sameAs.length > 0 ? (
					<IconCopy size={20} />
				) : (
					state === 'done' && <IconCheck size={20} />
				)}
			</span>
			<span className={classes.uploadWords}>
				<span>
					<bdi className={classes.strong}>{shown}</bdi>
					<span className={classes.quiet}>{` · ${formatBytes(size)} · `}</span>
					<span className={state === 'refused' ? classes.wrong : classes.quiet}>
						{state === 'waiting' && t.waiting}
						{state === 'sending' && t.sending(formatPercent(share))}
						{state === 'done' && t.done}
						{state === 'refused' && t.refusedTitle}
					</span>
				</span>
				{reason !== null && <span>{reason}</span>}
				{sameAs.length > 0 && <span>{t.same(sameAs.map(t.quoted).join(', '))}</span>}
				{state === 'sending' && <Progress value={share * 100} size="sm" aria-label={shown} />}
			</span>
			{(state === 'waiting' || state === 'sending') && (
				<ActionIcon variant="subtle" color="gray" aria-label={`${t.cancel}: ${shown}`} onClick={() => onCancel(key)}>
					<IconX size={18} aria-hidden />
				</ActionIcon>
			)}
			{sameAs.length > 0 && (
				<Button size="compact-md" variant="default" onClick={() => void takeBack()}>
					{t.takeBack}
				</Button>
			)}
		</li>
	);
}
