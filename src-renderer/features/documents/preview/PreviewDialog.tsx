import { Button, Group, Loader, Modal } from '@mantine/core';
import { IconDownload, IconPencil } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { formatBytes, formatDay, formatPercent } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { type CaseDocument, previewOf } from '#shared/features/documents/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from '../texts.ts';
import { typeWords } from '../type-words.ts';
import { ImageView } from './ImageView.tsx';
import { Inert, NotHere } from './Instead.tsx';
import classes from './Preview.module.css';
import { TextView } from './TextView.tsx';
import { useContent } from './useContent.ts';

/** The PDF reader is large, and most pages never need it. */
const PdfView = lazy(async () => ({ default: (await import('./PdfView.tsx')).PdfView }));

interface Props {
	document: CaseDocument;
	/** Left out where nothing may change. */
	onEdit?: () => void;
	onCopy(): void;
	onClose(): void;
}

/** A document, read inside of Kontor: nothing of it is written anywhere, and nothing in it is run. */
export function PreviewDialog({ document, onEdit, onCopy, onClose }: Props) {
	const t = useTexts(texts);
	const { title, isHere } = document;
	useReturnFocus();
	return (
		<Modal
			opened
			onClose={onClose}
			size="72rem"
			title={
				<strong>
					<bdi>{title}</bdi>
				</strong>
			}
			closeButtonProps={{ 'aria-label': t.close }}
			returnFocus={false}
			classNames={{ content: classes.dialog ?? '', body: classes.body ?? '' }}
		>
			<div className={classes.view}>
				{previewOf(document.mediaType) === null ? <Inert document={document} /> : <Shown document={document} />}
			</div>
			<div className={classes.side}>
				<Facts document={document} />
				<Group gap="xs">
					{onEdit && (
						<Button variant="default" size="sm" leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
							{t.edit}
						</Button>
					)}
					<Button
						variant="default"
						size="sm"
						leftSection={<IconDownload size={18} aria-hidden />}
						disabled={!isHere}
						onClick={onCopy}
					>
						{t.copy}
					</Button>
				</Group>
			</div>
		</Modal>
	);
}

function Shown({ document }: { document: CaseDocument }) {
	const t = useTexts(texts);
	const { content, fetchNow, retry } = useContent(document);
	const preview = previewOf(document.mediaType);
	switch (content.state) {
		case 'loading':
			return (
				<div className={classes.instead} role="status">
					<Loader />
					<span>{t.loading(formatPercent(content.share))}</span>
				</div>
			);
		case 'failed':
			return <ErrorNotice error={content.error} onRetry={retry} />;
		case 'not_here':
		case 'spoilt':
			return <NotHere document={document} isSpoilt={content.state === 'spoilt'} asked={content.asked} onFetch={fetchNow} />;
		case 'here':
			if (preview === 'image') return <ImageView bytes={content.bytes} mediaType={document.mediaType} title={document.title} />;
			if (preview === 'text') return <TextView bytes={content.bytes} title={document.title} />;
			return (
				<Suspense fallback={<Loader />}>
					<PdfView bytes={content.bytes} title={document.title} />
				</Suspense>
			);
	}
}

function Facts({ document }: { document: CaseDocument }) {
	const t = useTexts(texts);
	const { kind, date, tags, note, fileName, size, addedAt, addedByName } = document;
	const facts: [string, string | null][] = [
		[t.field.kind, t.kind[kind]],
		[t.field.date, date && formatLocalDate(date)],
		[t.field.tags, tags.join(', ') || null],
		[t.field.note, note],
		[t.added, `${formatDay(addedAt)}, ${addedByName}`],
		[t.fileName, fileName],
		[t.fileType, `${typeWords(document)}, ${formatBytes(size)}`],
	];
	return (
		<dl className={classes.facts}>
			{facts.map(
				([name, value]) =>
					value !== null && (
						<div key={name}>
							<dt>{name}</dt>
							<dd>
								<bdi>{value}</bdi>
							</dd>
						</div>
					),
			)}
		</dl>
	);
}
