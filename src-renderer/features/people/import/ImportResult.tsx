import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ImportDone } from '#renderer/ui/import/ImportDone.tsx';
import type { ImportReport } from '#shared/features/people/import-model.ts';
import { texts } from './texts.ts';

/** What happened to the people of the list. */
export function ImportResult({ report, onAgain }: { report: ImportReport; onAgain(): void }) {
	const t = useTexts(texts);
	const keys = (Object.keys(t.report) as (keyof ImportReport)[]).filter((key) => report[key] > 0);
	return (
		<ImportDone
			lines={keys.map((key) => t.report[key](report[key]))}
			action={<Button renderRoot={(props) => <Link to="/personen" {...props} />}>{t.toPeople}</Button>}
			onAgain={onAgain}
		/>
	);
}
