import { Button, Kbd } from '@mantine/core';
import {
	IconAlertTriangle,
	IconArrowBackUp,
	IconBarrierBlock,
	IconCircleCheck,
	IconHelpCircle,
	IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { refusalText } from '#renderer/rpc/refusal.ts';
import { obstacleTexts, sentenceOf } from '../obstacle-sentences.ts';
import classes from './Answer.module.css';
import { answerTexts } from './answer-texts.ts';
import { answerWords } from './answer-words.ts';
import { type Answer, type Tone, toneOf } from './answers.ts';
import { DoneSteps } from './DoneSteps.tsx';
import type { Desk } from './desk-state.ts';
import { texts } from './texts.ts';
import { UnknownSteps } from './UnknownSteps.tsx';

const ICONS: Record<Tone, typeof IconCircleCheck> = {
	good: IconCircleCheck,
	asks: IconAlertTriangle,
	blocked: IconBarrierBlock,
	unknown: IconHelpCircle,
	calm: IconInfoCircle,
};

interface AnswerBandProps {
	answer: Answer | null;
	desk: Desk;
	onUndo(): void;
}

/** The last answer, to be read from where one stands with two hands full: sign, words, what to do next. */
export function AnswerBand({ answer, desk, onUndo }: AnswerBandProps) {
	const t = useTexts(answerTexts);
	const words = useTexts(texts);
	const sentences = useTexts(obstacleTexts);
	const said =
		answer &&
		answerWords(answer, {
			t,
			sentence: (obstacle) => sentenceOf(sentences, obstacle),
			nameOf: (itemId) => desk.out.find(({ item }) => item.id === itemId)?.item.name ?? null,
			refusal: refusalText,
		});
	const canUndo = answer?.kind === 'done' || answer?.kind === 'cleared';
	return (
		<div aria-live="assertive" aria-atomic className={classes.live}>
			{answer && said && (
				<Band tone={toneOf(answer)} title={said.title} lines={said.lines}>
					{answer.kind === 'done' && <DoneSteps key={answer.done.step.loans[0]?.id} done={answer.done} />}
					{answer.kind === 'unknown' && <UnknownSteps looksLike={answer.looksLike} code={answer.code} />}
					{canUndo && (
						<Button variant="default" leftSection={<IconArrowBackUp size="1.25rem" aria-hidden />} onClick={onUndo}>
							{words.undo}
							<Kbd className={classes.key ?? ''}>{words.undoKey}</Kbd>
						</Button>
					)}
				</Band>
			)}
		</div>
	);
}

interface BandProps {
	tone: Tone;
	title: string;
	lines: readonly string[];
	children?: ReactNode;
}

export function Band({ tone, title, lines, children }: BandProps) {
	const Icon = ICONS[tone];
	return (
		<div className={classes.band} data-tone={tone}>
			<Icon className={classes.icon ?? ''} stroke={1.6} aria-hidden />
			<div className={classes.words}>
				<p className={classes.title}>{title}</p>
				{lines.map((line) => (
					<p key={line} className={classes.line}>
						{line}
					</p>
				))}
			</div>
			<div className={classes.steps}>{children}</div>
		</div>
	);
}
