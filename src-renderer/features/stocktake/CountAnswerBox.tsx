import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChecks, IconQuestionMark } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Consequence, CountedItem } from '#shared/features/stocktake/model.ts';
import type { StocktakeId } from '#shared/kernel/ids.ts';
import { moodOf, wordsOf } from './answer-words.ts';
import { findingTexts } from './finding-texts.ts';
import classes from './Stocktake.module.css';
import { settle } from './settle.ts';
import { texts } from './texts.ts';
import type { Count } from './useCount.ts';

const MARKS = { good: IconCheck, known: IconChecks, blocked: IconAlertTriangle, unknown: IconQuestionMark } as const;

/** What counting says to the last scan, with what can be done about it right there. */
export function CountAnswerBox({ id, count, onDone }: { id: StocktakeId; count: Count; onDone(): void }) {
	const t = useTexts(texts);
	const words = useTexts(findingTexts);
	const { answer, note } = count;
	const mood = answer && moodOf(answer);
	const Mark = mood && MARKS[mood];
	const said = answer ? wordsOf(answer, t) : { title: t.ready, lines: [t.readyBody] };
	/** The button goes away with the answer, and the next thing can be counted. */
	const finish = async (action: Consequence, item: CountedItem) => {
		if (!(await settle(id, action, [{ ...item, itemId: item.id }]))) return;
		count.clear();
		onDone();
	};
	return (
		<section className={classes.answer} data-mood={mood ?? 'idle'} aria-live="assertive" aria-atomic="true">
			{Mark && (
				<div className={classes.sign}>
					<Mark size={44} stroke={1.8} aria-hidden />
					<span>{t.say[mood]}</span>
				</div>
			)}
			<div className={classes.said}>
				<p className={classes.saidTitle}>{said.title}</p>
				{said.lines.map((line) => (
					<p key={line}>{line}</p>
				))}
				{note && <p>{note}</p>}
				<div className={classes.choices}>
					{answer?.kind === 'counted' &&
						answer.consequences.map((action) => (
							<Button key={action} size="md" variant="default" onClick={() => void finish(action, answer.item)}>
								{words.action[action]}
							</Button>
						))}
					{answer?.kind === 'counted' && answer.partsLeft > 0 && note === null && (
						<Button
							size="md"
							variant="default"
							onClick={() => {
								count.countParts(answer.item.id);
								onDone();
							}}
						>
							{t.say.partsIn}
						</Button>
					)}
					{answer?.kind === 'unknown' && (
						<Button
							size="md"
							variant="default"
							renderRoot={(props) => <Link to="/inventar/neu" search={{ nummer: answer.code }} {...props} />}
						>
							{words.create}
						</Button>
					)}
					{answer?.kind === 'several' &&
						answer.items.map((item) => (
							<Button key={item.id} size="md" variant="default" onClick={() => count.scan(item.number, item.id)}>
								{[item.name, item.location].filter(Boolean).join(' · ')}
							</Button>
						))}
				</div>
			</div>
		</section>
	);
}
