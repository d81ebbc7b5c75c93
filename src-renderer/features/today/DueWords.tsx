import { useTexts } from '#renderer/i18n/texts.ts';
import { daysBetween, formatLocalDate, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './TodayPage.module.css';
import { texts } from './texts.ts';

/** By when something is to be done, as one says it today. */
export function DueWords({ due }: { due: LocalDate | null }) {
	const t = useTexts(texts);
	if (due === null) return <span>{t.noDue}</span>;
	const days = daysBetween(localDateOf(Date.now()), due);
	if (days < 0) return <span className={classes.overdue}>{t.overdue(-days)}</span>;
	if (days === 0) return <span className={classes.soon}>{t.dueToday}</span>;
	return <span>{days === 1 ? t.dueTomorrow : t.dueOn(formatLocalDate(due))}</span>;
}
