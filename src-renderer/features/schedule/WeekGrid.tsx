import { UnstyledButton } from '@mantine/core';
import { WeekView } from '@mantine/schedule';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Absence } from '#shared/features/schedule/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import { type LocalDate, weekFrom } from '#shared/kernel/local-date.ts';
import type { Block } from './blocks.ts';
import { type CalendarEvent, useCalendarWords, useEventOf, visibleHours } from './calendar-props.ts';
import { DayNotes } from './DayNotes.tsx';
import { EventBody } from './EventBody.tsx';
import { openBlock } from './open-block.ts';
import classes from './WeekGrid.module.css';
import { texts } from './week-texts.ts';

interface Props {
	monday: LocalDate;
	blocks: readonly Block[];
	absences: readonly Absence[];
	opening: Opening;
}

/** The week as a calendar; Saturday and Sunday only when the house is open then or something takes place. */
export function WeekGrid({ monday, blocks, absences, opening }: Props) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const words = useCalendarWords();
	const eventOf = useEventOf();
	const days = weekFrom(monday);
	const weekend = days.slice(5).some((day) => opening.isOpen(day) || blocks.some((block) => block.day === day));
	const events = useMemo(() => blocks.map((block) => eventOf(block)), [blocks, eventOf]);
	return (
		<>
			<DayNotes days={weekend ? days : days.slice(0, 5)} absences={absences} opening={opening} />
			<WeekView
				{...words}
				{...visibleHours(blocks, days, opening)}
				className={classes.grid ?? ''}
				aria-label={t.title}
				date={monday}
				events={events}
				withHeader={false}
				withAllDaySlots={false}
				withWeekNumber={false}
				withWeekendDays={weekend}
				highlightToday
				weekdayFormat="dd"
				renderEvent={(event, props) => (
					<UnstyledButton
						{...props}
						aria-label={(event as CalendarEvent).payload.name}
						onClick={() => void openBlock(navigate, (event as CalendarEvent).payload.block)}
					/>
				)}
				renderEventBody={(event) => <EventBody block={(event as CalendarEvent).payload.block} title={event.title} />}
			/>
		</>
	);
}
