import { Steps } from '#renderer/features/schedule/Steps.tsx';
import { texts } from '#renderer/features/schedule/week-texts.ts';
import { today, weekNumberOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { addDays, formatLocalDate, type LocalDate, mondayOf } from '#shared/kernel/local-date.ts';
import classes from './Rota.module.css';

interface Props {
	monday: LocalDate;
	onGo(monday: LocalDate): void;
}

/** Which week is shown, and the ones beside it, as on the page of the week. */
export function WeekSteps({ monday, onGo }: Props) {
	const t = useTexts(texts);
	return (
		<>
			<Steps step="week" onGo={(by) => onGo(addDays(monday, by * 7))} onToday={() => onGo(mondayOf(today()))} />
			<p role="status" className={classes.span}>
				<strong>{t.week(weekNumberOf(monday))}</strong> {t.span(formatLocalDate(monday), formatLocalDate(addDays(monday, 6)))}
			</p>
		</>
	);
}
