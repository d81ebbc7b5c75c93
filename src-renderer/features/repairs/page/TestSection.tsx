import { Button } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { Repair } from '#shared/features/repairs/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from '../Repair.module.css';
import { refreshRepairs } from '../refresh-repairs.ts';
import { TestButtons } from '../TestButtons.tsx';
import { texts } from '../texts.ts';
import { pageTexts } from './texts.ts';

/** The electrical test before a mains device leaves, by whom and when. */
export function TestSection({ repair }: { repair: Repair }) {
	const t = useTexts(pageTexts);
	const words = useTexts(texts);
	const { id, electricalTest, testedBy } = repair;
	return (
		<Section title={t.test}>
			{electricalTest === null ? (
				<p className={classes.quiet}>{t.testWords}</p>
			) : (
				<p className={classes.tested} data-result={electricalTest.result}>
					{t.tested(words.test[electricalTest.result], testedBy, formatLocalDate(electricalTest.on))}
				</p>
			)}
			<TestButtons repair={repair} />
			{electricalTest !== null && (
				<Button
					variant="subtle"
					size="compact-md"
					onClick={() => client.repairs.test({ id, result: null }).then(refreshRepairs, showError)}
				>
					{t.removeTest}
				</Button>
			)}
		</Section>
	);
}
