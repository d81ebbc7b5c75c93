import { UnstyledButton } from '@mantine/core';
import { ResourcesDayView } from '@mantine/schedule';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Block } from './blocks.ts';
import { type CalendarEvent, useCalendarWords, useEventOf, visibleHours } from './calendar-props.ts';
import { DayNotes } from './DayNotes.tsx';
import { EventBody } from './EventBody.tsx';
import { openBlock } from './open-block.ts';
import { texts } from './week-texts.ts';

interface Props {
	day: LocalDate;
	rows: readonly { readonly id: string; readonly label: string }[];
	rowsLabel: string;
	blocks: readonly Block[];
	rowsOf(block: Block): readonly string[];
	opening: Opening;
}

/** One day, a row for each room or person: who and what is where, and what is free. */
export function DayRows({ day, rows, rowsLabel, blocks, rowsOf, opening }: Props) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const { locale, labels } = useCalendarWords();
	const eventOf = useEventOf();
	const events = useMemo(
		() => blocks.filter((block) => block.day === day).flatMap((block) => rowsOf(block).map((id) => eventOf(block, id))),
		[blocks, day, rowsOf, eventOf],
	);
	return (
		<>
			<DayNotes days={[day]} absences={[]} opening={opening} />
			<ResourcesDayView
				{...visibleHours(blocks, [day], opening)}
				locale={locale}
				labels={{ ...labels, resource: rowsLabel, resources: rowsLabel }}
				aria-label={t.title}
				date={day}
				resources={[...rows]}
				events={events}
				withHeader={false}
				rowHeight={72}
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
