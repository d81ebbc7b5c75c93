import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { formatLocalDate, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './DueMark.module.css';
import { dueStanding } from './due-standing.ts';
import { lineTexts } from './line-texts.ts';

/** When something has to be back; what is late says so in words and with a sign, the colour only repeats it. */
export function DueMark({ dueOn, isOverdue }: { dueOn: LocalDate; isOverdue: boolean }) {
	const t = useTexts(lineTexts);
	const standing = dueStanding(dueOn, isOverdue, localDateOf(Date.now()));
	const words =
		standing.kind === 'overdue'
			? standing.days === 0
				? t.overdueToday
				: t.overdueDays(standing.days)
			: standing.kind === 'today'
				? t.dueToday
				: standing.kind === 'tomorrow'
					? t.dueTomorrow
					: null;
	return (
		<span className={classes.due} data-standing={standing.kind}>
			{standing.kind === 'overdue' && <IconAlertTriangle size="1.125rem" aria-hidden />}
			<span className={classes.words}>
				{formatLocalDate(dueOn)}
				{words !== null && <span className={classes.standing}>{words}</span>}
			</span>
		</span>
	);
}
