import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Taken } from '#shared/features/reservations/model.ts';
import { takenSentence } from '../taken-words.ts';
import classes from './Dialog.module.css';
import { dialogTexts } from './texts.ts';

/** Everything that stands against it, by name and with its days. */
export function Conflicts({ conflicts }: { conflicts: readonly Taken[] }) {
	const t = useTexts(dialogTexts);
	return (
		<Alert color="clay" icon={<IconHandStop aria-hidden />} title={t.conflicts}>
			<ul className={classes.conflicts}>
				{[...new Set(conflicts.map(takenSentence))].map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
		</Alert>
	);
}
