import { WeekView } from '@mantine/schedule';
import { useMemo } from 'react';
import { longDayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Absence } from '#shared/features/schedule/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import { type LocalDate, weekFrom } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import type { Block } from './blocks.ts';
import type { Board } from './calendar/board.ts';
import { CalendarBoard, type Doing } from './calendar/CalendarBoard.tsx';
import { HOUR_PIXELS, hoursProps, useCalendarWords, visibleHours } from './calendar/calendar-props.ts';
import { DayNotes } from './DayNotes.tsx';
import classes from './WeekGrid.module.css';
import { texts } from './week-texts.ts';

interface Props {
	monday: LocalDate;
	blocks: readonly Block[];
	absences: readonly Absence[];
	opening: Opening;
	doing: Doing;
	onDay(day: LocalDate): void;
}

const SATURDAY = 5;

/** The week as a calendar; Saturday and Sunday each only when the house is open then or something takes place. */
export function WeekGrid({ monday, blocks, absences, opening, doing, onDay }: Props) {
	const t = useTexts(texts);
	const { locale, labels } = useCalendarWords();
	const board = useMemo((): Board & { kind: 'days' } => {
		const all = weekFrom(monday);
		const lanes = all.filter((day, at) => at < SATURDAY || opening.isOpen(day) || blocks.some((block) => block.day === day));
		return { kind: 'days', lanes, ...visibleHours(blocks, all, opening) };
	}, [monday, blocks, opening]);
	const { lanes, first, last } = board;
	const hidden = weekFrom(monday).filter((day) => !lanes.includes(day));
	// As text, so that a week that only got other blocks is not built anew.
	const hiddenDays = hidden.map((day) => new Date(day).getUTCDay()).join('');
	const { mayCreate, me, create } = doing;
	const grid = useMemo(() => {
		const weekendDays = [...hiddenDays].map((day) => Number(day) as 0 | 6);
		return (
			<WeekView
				{...hoursProps({ first, last })}
				locale={locale}
				labels={labels}
				classNames={{ weekView: classes.grid ?? '', weekViewDaySlots: classes.lane ?? '', weekViewDayLabel: classes.day ?? '' }}
				aria-label={t.title}
				mode={mayCreate ? 'default' : 'static'}
				date={monday}
				withHeader={false}
				withAllDaySlots={false}
				withWeekNumber={false}
				withWeekendDays={weekendDays.length === 0}
				weekendDays={weekendDays}
				highlightToday
				weekdayFormat="dd"
				slotHeight={HOUR_PIXELS}
				getTimeSlotProps={({ start, end }) => ({
					'aria-label': t.freeTime(longDayOf(dayIn(start)), timeIn(start), timeIn(end)),
				})}
				onTimeSlotClick={({ slotStart }) =>
					create({
						...{ key: '', day: dayIn(slotStart), from: timeIn(slotStart), until: null },
						...{ roomId: null, memberIds: me === null ? [] : [me], personIds: [] },
					})
				}
				onDateChange={(day) => onDay(day as LocalDate)}
			/>
		);
	}, [first, last, locale, labels, t, mayCreate, monday, hiddenDays, create, me, onDay]);
	return (
		<div className={classes.week}>
			<DayNotes days={lanes} absences={absences} opening={opening} />
			<CalendarBoard board={board} blocks={blocks} doing={doing} laneClass={classes.lane ?? ''}>
				{grid}
			</CalendarBoard>
		</div>
	);
}

/** The library writes `2026-11-25 09:00:00`. */
const dayIn = (instant: string) => instant.slice(0, 10) as LocalDate;
const timeIn = (instant: string) => instant.slice(11, 16) as WallTime;
