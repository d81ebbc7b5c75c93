import { ResourcesDayView } from '@mantine/schedule';
import { useMemo } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Absence } from '#shared/features/schedule/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import type { Block } from './blocks.ts';
import { besideEachOther } from './calendar/beside.ts';
import { type Board, lanesOf } from './calendar/board.ts';
import { CalendarBoard, type Doing } from './calendar/CalendarBoard.tsx';
import { hoursProps, useCalendarWords, visibleHours } from './calendar/calendar-props.ts';
import { DayNotes } from './DayNotes.tsx';
import classes from './DayRows.module.css';
import { texts } from './week-texts.ts';

interface Props {
	kind: 'rooms' | 'people';
	day: LocalDate;
	rows: readonly { readonly id: string; readonly label: string }[];
	blocks: readonly Block[];
	absences: readonly Absence[];
	opening: Opening;
	doing: Doing;
}

const LEAST_ROW = 64;
const LEAST_BLOCK = 40;

/** One day, a row for each room or person: who and what is where, and what is free. */
export function DayRows({ kind, day, rows, blocks, absences, opening, doing }: Props) {
	const t = useTexts(texts);
	const { locale, labels } = useCalendarWords();
	const rowsLabel = kind === 'rooms' ? t.rooms : t.people;
	const shown = useMemo(() => blocks.filter((block) => block.day === day), [blocks, day]);
	const board = useMemo((): Board => {
		const hours = visibleHours(shown, [day], opening);
		const ids = rows.map(({ id }) => id);
		return kind === 'rooms' ? { ...hours, kind, day, lanes: ids as RoomId[] } : { ...hours, kind, day, lanes: ids as MemberId[] };
	}, [kind, day, rows, shown, opening]);
	const { first, last } = board;
	const most = useMemo(() => mostAtOnce(shown, board), [shown, board]);
	const { mayCreate, me, mayHave, create } = doing;
	const grid = useMemo(
		() => (
			<ResourcesDayView
				{...hoursProps({ first, last })}
				locale={locale}
				labels={{ ...labels, resource: rowsLabel, resources: rowsLabel }}
				classNames={{ resourcesDayView: classes.grid ?? '', resourcesDayViewRowSlots: classes.lane ?? '' }}
				aria-label={t.title}
				mode={mayCreate ? 'default' : 'static'}
				date={day}
				resources={[...rows]}
				withHeader={false}
				slotWidth={`calc(max(5rem, (100cqw - 7.75rem) / ${Math.ceil((last - first) / 60)}))`}
				rowHeight={Math.max(LEAST_ROW, most * LEAST_BLOCK)}
				onTimeSlotClick={({ slotStart, resourceId }) => {
					if (kind === 'people' && !mayHave(resourceId as MemberId)) return;
					create({
						...{ key: '', day, from: slotStart.slice(11, 16) as WallTime, until: null, personIds: [] },
						roomId: kind === 'rooms' ? (resourceId as RoomId) : null,
						memberIds: kind === 'people' ? [resourceId as MemberId] : me === null ? [] : [me],
					});
				}}
			/>
		),
		[first, last, locale, labels, rowsLabel, t, mayCreate, day, rows, most, kind, mayHave, create, me],
	);
	return (
		<div className={classes.rows}>
			<DayNotes days={[day]} absences={absences} opening={opening} />
			<CalendarBoard board={board} blocks={shown} doing={doing} laneClass={classes.lane ?? ''}>
				{grid}
			</CalendarBoard>
		</div>
	);
}

/** How many blocks stand under one another in the fullest row. */
function mostAtOnce(blocks: readonly Block[], board: Board): number {
	const perLane = board.lanes.map((_, lane) => blocks.filter((block) => lanesOf(block, board).includes(lane)));
	return Math.max(
		1,
		...perLane.flatMap((one) => besideEachOther(one).map(({ offset, width }) => Math.round((offset + width) / width))),
	);
}
