import { Button } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from './Import.module.css';
import { texts } from './texts.ts';

/** Where a file is dropped or chosen. */
export function FileDrop({ onFile }: { onFile(file: File): void }) {
	const t = useTexts(texts);
	const input = useRef<HTMLInputElement>(null);
	const [over, setOver] = useState(false);
	const onDrop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const file = event.dataTransfer.files[0];
		if (file) onFile(file);
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience, the button does the same
		<div
			className={classes.drop}
			data-over={over || undefined}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={onDrop}
		>
			<IconFileTypeCsv size={40} aria-hidden />
			<strong>{t.dropTitle}</strong>
			<span className={classes.quiet}>{t.dropWords}</span>
			<Button mt="sm" onClick={() => input.current?.click()}>
				{t.choose}
			</Button>
			<input
				ref={input}
				type="file"
				accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
				aria-label={t.choose}
				tabIndex={-1}
				hidden
				onChange={(event) => {
					const file = event.currentTarget.files?.[0];
					event.currentTarget.value = '';
					if (file) onFile(file);
				}}
			/>
		</div>
	);
}
