import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { DateField } from './DateField.tsx';
import { texts } from './texts.ts';

/** Which day a page shows: the ones beside it, any other that is typed, and back to today. */
export function DaySteps({ day, onDay }: { day: LocalDate; onDay(day: LocalDate): void }) {
	const t = useTexts(texts);
	return (
		<Group gap="xs">
			<ActionIcon variant="default" size={42} aria-label={t.dayBefore} onClick={() => onDay(addDays(day, -1))}>
				<IconChevronLeft size={20} aria-hidden />
			</ActionIcon>
			<DateField aria-label={t.day} value={day} onChange={(next) => next !== null && onDay(next)} maw="9rem" />
			<ActionIcon variant="default" size={42} aria-label={t.dayAfter} onClick={() => onDay(addDays(day, 1))}>
				<IconChevronRight size={20} aria-hidden />
			</ActionIcon>
			{day !== today() && (
				<Button variant="default" onClick={() => onDay(today())}>
					{t.today}
				</Button>
			)}
		</Group>
	);
}
