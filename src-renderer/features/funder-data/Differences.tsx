import { Alert, Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showNotice } from '#renderer/ui/undo-toast.tsx';
import type { AnswerField, Difference, Part } from '#shared/features/funder-data/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import classes from './Funder.module.css';
import { answerWord } from './questions.ts';
import { refreshFunderData } from './refresh-funder-data.ts';
import { texts } from './texts.ts';

interface Props {
	caseId: CaseId;
	part: Part;
	differences: readonly Difference[];
	/** Null: nothing may change. */
	onCorrect: (() => void) | null;
}

/** What two PCs wrote differently while apart: both answers, and the decision. */
export function Differences({ caseId, part, differences, onCorrect }: Props) {
	const t = useTexts(texts);
	const tPerson = useTexts(fieldTexts);
	const screen = useLanguage();
	if (differences.length === 0) return null;
	const keep = async () => {
		try {
			await client.funderData.correct({ caseId, part, changes: {}, reason: t.keepReason });
			await refreshFunderData();
			showNotice(t.kept);
		} catch (error) {
			showError(error);
		}
	};
	return (
		<Alert className={classes.warning ?? ''} color="clay" icon={<IconGitMerge aria-hidden />} title={t.differTitle} role="status">
			{t.differWords}
			<ul className={classes.versions}>
				{differences.map(({ field, current, versions }) => {
					const word = (value: string | null) => answerWord(field as AnswerField, value, t, tPerson, screen);
					return (
						<li key={field}>
							<strong>{t.field[field as AnswerField]}</strong> ({t.differNow(word(current))})
							<br />
							{versions.map(({ at, memberName, value }) => (
								<span key={`${at} ${memberName}`} title={formatInstant(at)}>
									{t.differVersion(memberName, word(value))}
									<br />
								</span>
							))}
						</li>
					);
				})}
			</ul>
			{onCorrect && (
				<div className={classes.buttons}>
					<Button size="sm" variant="default" onClick={() => void keep()}>
						{t.keep}
					</Button>
					<Button size="sm" variant="default" onClick={onCorrect}>
						{t.correct}
					</Button>
				</div>
			)}
		</Alert>
	);
}
