import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { LetterSheet } from '#renderer/print/LetterSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import type { LetterFields } from '#shared/features/letters/model.ts';
import classes from './Letters.module.css';
import { texts } from './texts.ts';

interface Props {
	letter: LetterFields;
	author: string;
	caseNumber: string;
	isDraft: boolean;
}

/** The letter as it comes out of the printer. */
export function LetterPaper(props: Props) {
	const t = useTexts(texts);
	const { profile } = useSession();
	return (
		<div className={classes.paper}>
			<p className={classes.caption}>{t.preview}</p>
			<PrintSheet label={t.preview}>
				<LetterSheet {...props} profile={profile} />
			</PrintSheet>
		</div>
	);
}
