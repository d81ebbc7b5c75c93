import { Button, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from './Contact.module.css';
import { texts } from './texts.ts';

/** Looks unlike the note, so that nobody writes into the wrong one: only its author can ever read what stands here. */
export function PrivateNoteField({ value, onChange }: { value: string; onChange(value: string): void }) {
	const t = useTexts(texts);
	const [opened, setOpened] = useState(value !== '');
	if (!opened && value === '') {
		return (
			<Button
				variant="subtle"
				size="sm"
				className={classes.privateOpen ?? ''}
				leftSection={<IconLock size={16} aria-hidden />}
				onClick={() => setOpened(true)}
			>
				{t.privateOpen}
			</Button>
		);
	}
	return (
		<div className={classes.private}>
			<Textarea
				ref={(field) => {
					if (field && opened && value === '' && document.activeElement === document.body) field.focus();
				}}
				label={
					<span className={classes.privateLabel}>
						<IconLock size={16} aria-hidden />
						{t.private}
					</span>
				}
				description={t.privateHint}
				autosize
				minRows={2}
				maxRows={16}
				maxLength={20_000}
				value={value}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
		</div>
	);
}
