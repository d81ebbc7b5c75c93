import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconLock, IconPrinter } from '@tabler/icons-react';
import { useEffect } from 'react';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import { isWrittenOn, type Letter, shownLetter } from '#shared/features/letters/model.ts';
import { LetterMenu } from './LetterMenu.tsx';
import { LetterPaper } from './LetterPaper.tsx';
import classes from './Letters.module.css';
import { useLetterActions } from './letter-actions.ts';
import { texts } from './texts.ts';

interface Props {
	letter: Letter;
	caseFile: CaseFile;
	printsOnce: boolean;
	onPrinted(): void;
}

/** A letter that is no longer written: finished, or in a closed file. */
export function LetterView({ letter, caseFile, printsOnce, onPrinted }: Props) {
	const t = useTexts(texts);
	const { copy } = useLetterActions(letter);
	const closed = caseFile.status === 'closed';
	useEffect(() => {
		if (!printsOnce) return;
		onPrinted();
		window.print();
	}, [printsOnce, onPrinted]);
	return (
		<div className={classes.editor}>
			<div className={classes.fields}>
				{letter.final !== null && (
					<Alert color="gray" icon={<IconLock aria-hidden />} title={t.finalTitle}>
						{t.finalWords(formatInstant(letter.final.at), letter.authorName)}
					</Alert>
				)}
				{isWrittenOn(letter) && (
					<Alert color="clay" icon={<IconAlertTriangle aria-hidden />} role="note">
						{t.writtenOn}
					</Alert>
				)}
				{closed && <p className={classes.quiet}>{t.closed}</p>}
				<div className={classes.bar}>
					<Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
						{t.print}
					</Button>
					{!closed && (
						<Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy()}>
							{t.copy}
						</Button>
					)}
					<LetterMenu letter={letter} frozen={closed} />
				</div>
				<p className={classes.quiet}>{t.printHint}</p>
			</div>
			<LetterPaper
				letter={shownLetter(letter)}
				author={letter.authorName}
				caseNumber={caseFile.number}
				isDraft={letter.final === null}
			/>
		</div>
	);
}
