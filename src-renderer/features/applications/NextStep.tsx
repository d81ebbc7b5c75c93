import { useTexts } from '#renderer/i18n/texts.ts';
import type { Application } from '#shared/features/applications/model.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Applications.module.css';
import { isLate } from './application-words.ts';
import { texts } from './texts.ts';

/** What is to be done next about an application, and by when. */
export function NextStep({ application: { nextStep, nextStepDue } }: { application: Application }) {
	const t = useTexts(texts);
	if (nextStep === null && nextStepDue === null) return null;
	const late = isLate(nextStepDue, localDateOf(Date.now()));
	const due = nextStepDue && (late ? t.late : t.until)(formatLocalDate(nextStepDue));
	return (
		<p className={classes.next}>
			{nextStep}
			{nextStep !== null && due !== null && ' – '}
			{due !== null && <span className={late ? classes.late : classes.quiet}>{due}</span>}
		</p>
	);
}
