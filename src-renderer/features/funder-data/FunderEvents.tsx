import { Button } from '@mantine/core';
import { useState } from 'react';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { type AnswerField, Answers, type FunderRecord } from '#shared/features/funder-data/model.ts';
import classes from './Funder.module.css';
import { answerWord } from './questions.ts';
import { texts } from './texts.ts';

/** What was completed and corrected by whom and why, and behind it every change. */
export function FunderEvents({ record: { events, participation } }: { record: FunderRecord }) {
	const t = useTexts(texts);
	const tPerson = useTexts(fieldTexts);
	const screen = useLanguage();
	const [opened, setOpened] = useState(false);
	if (participation === null) return null;
	return (
		<Section title={t.events}>
			{events.length === 0 && (
				<p className={classes.quiet} style={{ margin: 0 }}>
					{t.noEvents}
				</p>
			)}
			<ol className={classes.events}>
				{events.map(({ at, memberName, what, part, reason }) => (
					<li key={`${at} ${part}`}>
						<p>{t.event[what](t.step[part])}</p>
						<p className={classes.quiet}>
							{formatInstant(at)} · {memberName}
						</p>
						{reason && <p>„{reason}“</p>}
					</li>
				))}
			</ol>
			<div>
				<Button size="sm" variant="default" onClick={() => setOpened(true)}>
					{t.allHistory}
				</Button>
			</div>
			<HistoryDrawer
				table="funder_participation"
				id={participation.id}
				opened={opened}
				onClose={() => setOpened(false)}
				fieldNames={t.field}
				formatValue={(field, value) =>
					field in Answers.shape && typeof value === 'string'
						? answerWord(field as AnswerField, value, t, tPerson, screen)
						: undefined
				}
			/>
		</Section>
	);
}
