import { Switch, TextInput } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { parseWallTime } from '#shared/kernel/berlin-time.ts';
import classes from './Hours.module.css';
import type { DayValues } from './hours-values.ts';
import { texts } from './texts.ts';

interface Props {
	week: readonly DayValues[];
	onChange(week: DayValues[]): void;
	/** What does not fit in a field (`week.0.from`), once it is to be said. */
	problem(field: string): string | undefined;
	onLeave(field: string): void;
}

/** The usual week, a line for each day. */
export function WeekFields({ week, onChange, problem, onLeave }: Props) {
	const t = useTexts(texts);
	const change = (index: number, changes: Partial<DayValues>) =>
		onChange(week.map((day, position) => (position === index ? { ...day, ...changes } : day)));
	const time = (index: number, edge: 'from' | 'until') => ({
		value: week[index]?.[edge] ?? '',
		error: problem(`week.${index}.${edge}`),
		inputMode: 'numeric' as const,
		autoComplete: 'off',
		maxLength: 9,
		onChange: (event: { currentTarget: { value: string } }) => change(index, { [edge]: event.currentTarget.value }),
		onBlur: (event: { currentTarget: { value: string } }) => {
			const read = parseWallTime(event.currentTarget.value);
			if (read !== null) change(index, { [edge]: read });
			onLeave(`week.${index}.${edge}`);
		},
	});
	return (
		<ul className={classes.week}>
			{Object.values(t.days).map((day, index) => (
				<li key={day} className={classes.day}>
					<Switch
						label={day}
						aria-label={t.isOpen(day)}
						checked={week[index]?.open ?? false}
						onChange={(event) => change(index, { open: event.currentTarget.checked })}
					/>
					{week[index]?.open ? (
						<div className={classes.times}>
							<TextInput aria-label={t.from(day)} {...time(index, 'from')} />
							<span aria-hidden>{t.to}</span>
							<TextInput aria-label={t.until(day)} {...time(index, 'until')} />
							<span aria-hidden>{t.clock}</span>
						</div>
					) : (
						<span className={classes.quiet}>{t.closed}</span>
					)}
				</li>
			))}
		</ul>
	);
}
