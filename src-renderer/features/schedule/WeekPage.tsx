import { Button, Skeleton } from '@mantine/core';
import { IconCalendarPlus, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { BookDialog } from '#renderer/features/appointments/BookDialog.tsx';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { addDays, type LocalDate, mondayOf } from '#shared/kernel/local-date.ts';
import type { Block } from './blocks.ts';
import { useDoing } from './calendar/use-doing.ts';
import { DayRows } from './DayRows.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { weeksOfMonth } from './month.ts';
import { SaveCalendar } from './SaveCalendar.tsx';
import { calendarOf } from './save-calendar.ts';
import { useSpan } from './use-week.ts';
import { type View, WeekBar } from './WeekBar.tsx';
import { WeekGrid } from './WeekGrid.tsx';
import { WeekList } from './WeekList.tsx';
import { texts } from './week-texts.ts';

/** What is when and where, for everybody who works here, and where those who may plan it move it. */
export function WeekPage() {
	const t = useTexts(texts);
	const [day, setDay] = useStickyState<LocalDate>('week.day', today());
	const [view, setView] = useStickyState<View>('week.view', 'week');
	const [only, setOnly] = useStickyState<string | null>('week.only', null);
	const monday = mondayOf(day);
	const weeks = view === 'month' ? weeksOfMonth(day) : [];
	const [from, until] = [weeks[0]?.[0] ?? monday, weeks.at(-1)?.[6] ?? addDays(monday, 6)];
	const span = useSpan(from, until, true);
	const { doing, booking, setBooking, mayBook } = useDoing(span);
	const byDay = view === 'rooms' || view === 'people';
	const blocks = useMemo(() => {
		const isShown = ({ roomId, memberIds }: Block) => roomId === only || memberIds.some((memberId) => memberId === only);
		return (span.blocks ?? []).filter((block) => byDay || only === null || isShown(block));
	}, [span.blocks, byDay, only]);
	const people = useMemo(() => span.members.filter(({ removedAt }) => removedAt === null), [span.members]);
	const rows = useMemo(
		() => (view === 'rooms' ? span.rooms : people).map(({ id, name }) => ({ id: id as string, label: name })),
		[view, span.rooms, people],
	);
	const openDay = useCallback(
		(opened: LocalDate, next: View) => {
			setDay(opened);
			setView(next);
		},
		[setDay, setView],
	);
	const toRooms = useCallback((opened: LocalDate) => openDay(opened, 'rooms'), [openDay]);
	const { opening, absences } = span;
	return (
		<Page width="wide">
			<PageHeader
				title={t.title}
				subtitle={mayBook ? t.subtitleNamed : t.subtitle}
				actions={
					<>
						<SaveCalendar of={calendarOf(only, span.rooms)} withNames={mayBook} />
						<Button
							variant="default"
							leftSection={<IconPrinter size="1.25rem" aria-hidden />}
							renderRoot={(props) => <Link to="/woche/drucken" search={{ ab: monday }} {...props} />}
						>
							{t.print}
						</Button>
						{mayBook && (
							<Button leftSection={<IconCalendarPlus size="1.25rem" aria-hidden />} onClick={() => setBooking({ day })}>
								{t.book}
							</Button>
						)}
					</>
				}
			/>
			<WeekBar {...{ day, view, only, people }} rooms={span.rooms} onDay={setDay} onView={setView} onOnly={setOnly} />
			<ErrorNotice error={span.error} onRetry={span.retry} />
			{span.isPending && !span.error && <Skeleton height={520} />}
			{span.blocks && opening && (
				<>
					{view === 'week' && <WeekGrid {...{ monday, blocks, absences, opening, doing }} onDay={toRooms} />}
					{view === 'month' && <MonthGrid {...{ day, blocks, absences, opening }} onDay={(opened) => openDay(opened, 'week')} />}
					{byDay && <DayRows kind={view} {...{ day, rows, blocks, absences, opening, doing }} />}
					{view === 'list' && <WeekList {...{ monday, blocks, absences, opening }} onOpen={doing.open} />}
				</>
			)}
			{booking !== null && <BookDialog {...booking} onClose={() => setBooking(null)} />}
		</Page>
	);
}
