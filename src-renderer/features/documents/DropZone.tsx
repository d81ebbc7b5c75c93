import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { formatBytes, formatInstant } from '#renderer/i18n/format.ts';
import { currentTexts, useTexts } from '#renderer/i18n/texts.ts';
import { MAX_DOCUMENT_BYTES } from '#shared/features/documents/model.ts';
import classes from './Documents.module.css';
import { texts } from './texts.ts';

/** How files come in: dropped anywhere on the page, chosen, or pasted. */
export function DropZone({ onFiles }: { onFiles(files: readonly File[]): void }) {
	const t = useTexts(texts);
	const input = useRef<HTMLInputElement>(null);
	const [over, setOver] = useState(false);
	useEffect(() => {
		const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
		const onDragOver = (event: DragEvent) => {
			if (!isFiles(event)) return;
			event.preventDefault();
			setOver(true);
		};
		const onDragLeave = (event: DragEvent) => {
			// Out of the window, and not from one of its parts to another.
			if (event.relatedTarget === null) setOver(false);
		};
		const onDrop = (event: DragEvent) => {
			if (!isFiles(event)) return;
			// A browser would open what is dropped beside the page.
			event.preventDefault();
			setOver(false);
			onFiles([...(event.dataTransfer?.files ?? [])]);
		};
		const onPaste = (event: ClipboardEvent) => {
			const files = [...(event.clipboardData?.files ?? [])];
			if (files.length === 0 || isDialogOpen()) return;
			event.preventDefault();
			onFiles(files.map(named));
		};
		window.addEventListener('dragover', onDragOver);
		window.addEventListener('dragleave', onDragLeave);
		window.addEventListener('drop', onDrop);
		window.addEventListener('paste', onPaste);
		return () => {
			window.removeEventListener('dragover', onDragOver);
			window.removeEventListener('dragleave', onDragLeave);
			window.removeEventListener('drop', onDrop);
			window.removeEventListener('paste', onPaste);
		};
	}, [onFiles]);
	return (
		<div className={classes.drop} data-over={over || undefined}>
			<IconFileUpload size={28} stroke={1.4} aria-hidden />
			<span className={classes.dropWords}>
				<strong>{over ? t.dropNow : t.dropTitle}</strong>
				<span className={classes.quiet}>{t.dropWords(formatBytes(MAX_DOCUMENT_BYTES))}</span>
			</span>
			<Button onClick={() => input.current?.click()}>{t.add}</Button>
			<input
				ref={input}
				type="file"
				multiple
				aria-label={t.add}
				tabIndex={-1}
				hidden
				onChange={(event) => {
					const files = [...(event.currentTarget.files ?? [])];
					event.currentTarget.value = '';
					onFiles(files);
				}}
			/>
		</div>
	);
}

const isDialogOpen = () => document.querySelector('[role="dialog"]') !== null;

/** The clipboard calls every screenshot `image.png`. */
function named(file: File): File {
	if (file.name !== 'image.png') return file;
	return new File([file], currentTexts(texts).pastedName(formatInstant(Date.now()).replaceAll(':', '.')), { type: file.type });
}
