import { Alert, Button, Group } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { ImportReport } from '#shared/features/people/import-model.ts';
import classes from './Import.module.css';
import { texts } from './texts.ts';

/** What happened, and where to go from here. */
export function ImportResult({ report, onAgain }: { report: ImportReport; onAgain(): void }) {
	const t = useTexts(texts);
	const lines = (Object.keys(t.report) as (keyof ImportReport)[]).filter((key) => report[key] > 0);
	return (
		<Alert color="moss" variant="light" icon={<IconCircleCheck aria-hidden />} title={t.doneTitle} role="status">
			<ul className={classes.report}>
				{lines.map((key) => (
					<li key={key}>{t.report[key](report[key])}</li>
				))}
			</ul>
			<p>{t.repeatable}</p>
			<Group>
				<Button renderRoot={(props) => <Link to="/personen" {...props} />}>{t.toPeople}</Button>
				<Button variant="default" onClick={onAgain}>
					{t.again}
				</Button>
			</Group>
		</Alert>
	);
}
