import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import { Band } from './AnswerBand.tsx';
import { answerTexts } from './answer-texts.ts';
import type { Question } from './answers.ts';
import type { DeskControl } from './useDesk.ts';

interface QuestionBandProps {
	question: Question;
	control: Pick<DeskControl, 'desk' | 'unanswered' | 'answerCard' | 'answerSeveral'>;
}

/** Something that only a person can decide. The first answer has the focus, so that Enter gives it. */
export function QuestionBand({ question, control }: QuestionBandProps) {
	const t = useTexts(answerTexts);
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (question) box.current?.querySelector('button')?.focus();
	}, [question]);
	const again = control.unanswered > 0 ? [t.answerFirst] : [];
	if (question.kind === 'other_card') {
		const name = borrowerName(question.borrower);
		const before = control.desk.borrower === null ? '' : borrowerName(control.desk.borrower);
		return (
			<div ref={box} role="alert">
				<Band tone="unknown" title={t.otherCard(name)} lines={[t.otherCardWords(before), ...again]}>
					<Button onClick={() => control.answerCard('finish')}>{t.finishFirst(before)}</Button>
					{control.desk.out.length > 0 && (
						<Button variant="default" onClick={() => control.answerCard('swap')}>
							{t.swap(name)}
						</Button>
					)}
					<Button variant="default" onClick={() => control.answerCard('stay')}>
						{t.stay}
					</Button>
				</Band>
			</div>
		);
	}
	return (
		<div ref={box} role="alert">
			<Band tone="unknown" title={t.several} lines={[t.severalWords, ...again]}>
				{question.items.map((item) => (
					<Button key={item.id} variant="default" onClick={() => control.answerSeveral({ item })}>
						{item.name} ({t.severalHere(item.number, item.location)})
					</Button>
				))}
				{question.lines.map((line) => (
					<Button key={line.id} variant="default" onClick={() => control.answerSeveral({ line })}>
						{line.itemName} ({t.severalOut(line.itemNumber, line.borrower.name)})
					</Button>
				))}
				<Button variant="subtle" onClick={() => control.answerSeveral(null)}>
					{t.severalNone}
				</Button>
			</Band>
		</div>
	);
}
