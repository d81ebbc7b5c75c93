import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
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
			<Group gap="xs">
				<ActionIcon variant="default" size={42} aria-label={t.earlier} onClick={() => onGo(addDays(monday, -7))}>
					<IconChevronLeft size={20} aria-hidden />
				</ActionIcon>
				<Button variant="default" onClick={() => onGo(mondayOf(today()))}>
					{t.toToday}
				</Button>
				<ActionIcon variant="default" size={42} aria-label={t.later} onClick={() => onGo(addDays(monday, 7))}>
					<IconChevronRight size={20} aria-hidden />
				</ActionIcon>
			</Group>
			<p role="status" className={classes.span}>
				<strong>{t.week(weekNumberOf(monday))}</strong> {t.span(formatLocalDate(monday), formatLocalDate(addDays(monday, 6)))}
			</p>
		</>
	);
}
