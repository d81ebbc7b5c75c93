import { Select } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import classes from './AccessLog.module.css';
import { type Days, MOST_DAYS, PERIODS, type Period, problemOf } from './periods.ts';
import { texts } from './texts.ts';

interface Props {
	period: Period;
	onPeriod(period: Period): void;
	/** The days shown, or typed while they cannot be shown yet. */
	days: Days;
	onDays(days: Days): void;
}

export function PeriodFields({ period, onPeriod, days, onDays }: Props) {
	const t = useTexts(texts);
	const problem = problemOf(days);
	return (
		<>
			<Select
				label={t.period}
				className={classes.choice ?? ''}
				data={PERIODS.map((value) => ({ value, label: t.periods[value] }))}
				value={period}
				allowDeselect={false}
				onChange={(value) => onPeriod((value ?? 'week') as Period)}
			/>
			{period === 'chosen' && (
				<>
					<DateField
						label={t.from}
						className={classes.date ?? ''}
						withAsterisk={false}
						required
						value={days.from}
						error={problem === 'backwards' ? t.backwards : problem === 'too_long' ? t.tooLong(MOST_DAYS) : undefined}
						onChange={(from) => from !== null && onDays({ ...days, from })}
					/>
					<DateField
						label={t.to}
						className={classes.date ?? ''}
						withAsterisk={false}
						required
						value={days.to}
						onChange={(to) => to !== null && onDays({ ...days, to })}
					/>
				</>
			)}
		</>
	);
}
