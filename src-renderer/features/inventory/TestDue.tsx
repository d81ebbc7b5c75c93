import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import classes from './Inventory.module.css';
import { testStanding, today } from './test-due.ts';
import { texts } from './texts.ts';

/** Until when the electrical test is valid; what is overdue says so in words. */
export function TestDue({ testedUntil }: { testedUntil: LocalDate | null }) {
	const t = useTexts(texts);
	const standing = testStanding(testedUntil, today());
	if (testedUntil === null || standing === null) return null;
	return (
		<span className={classes.mark} data-tone={standing}>
			{standing === 'overdue' && <IconAlertTriangle size="1.125rem" aria-hidden />}
			{standing === 'soon' && <IconClockExclamation size="1.125rem" aria-hidden />}
			<span>
				{formatLocalDate(testedUntil)}
				{standing !== 'valid' && <span className={classes.below}>{t.test[standing]}</span>}
			</span>
		</span>
	);
}
