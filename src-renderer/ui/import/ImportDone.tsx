import { Alert, Button, Group } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from './Import.module.css';
import { texts } from './texts.ts';

interface Props {
	/** Sentences of the report. */
	lines: readonly string[];
	/** The way to what was imported. */
	action: ReactNode;
	onAgain(): void;
}

/** What happened, and where to go from here. */
export function ImportDone({ lines, action, onAgain }: Props) {
	const t = useTexts(texts);
	return (
		<Alert color="moss" variant="light" icon={<IconCircleCheck aria-hidden />} title={t.doneTitle} role="status">
			<ul className={classes.report}>
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
			<p>{t.repeatable}</p>
			<Group>
				{action}
				<Button variant="default" onClick={onAgain}>
					{t.again}
				</Button>
			</Group>
		</Alert>
	);
}
