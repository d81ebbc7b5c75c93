import { ActionIcon, Button, Group, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { IconCalendarDown, IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { longDayOf, today, weekNumberOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { addDays, formatLocalDate, type LocalDate, mondayOf } from '#shared/kernel/local-date.ts';
import type { Block } from './blocks.ts';
import { DayRows } from './DayRows.tsx';
import { calendarOf, saveCalendar } from './save-calendar.ts';
import { useWeek } from './use-week.ts';
import { WeekGrid } from './WeekGrid.tsx';
import { WeekList } from './WeekList.tsx';
import classes from './WeekPage.module.css';
import { texts } from './week-texts.ts';

type View = 'week' | 'rooms' | 'people' | 'list';

/** What is when and where, for everybody who works here: the week as a calendar, a day by room or person, or a list. */
export function WeekPage() {
	const t = useTexts(texts);
	const [day, setDay] = useStickyState<LocalDate>('week.day', today());
	const [view, setView] = useStickyState<View>('week.view', 'week');
	const [only, setOnly] = useStickyState<string | null>('week.only', null);
	const monday = mondayOf(day);
	const week = useWeek(monday);
	const byDay = view === 'rooms' || view === 'people';
	const step = byDay ? 1 : 7;
	const isShown = ({ roomId, memberIds }: Block) =>
		only === null || roomId === only || memberIds.some((memberId) => memberId === only);
	const blocks = (week.blocks ?? []).filter((block) => byDay || isShown(block));
	const people = week.members.filter(({ removedAt }) => removedAt === null);
	return (
		<Page width="wide">
			<PageHeader
				title={t.title}
				subtitle={t.subtitle}
				actions={
					<>
						<Button
							variant="default"
							leftSection={<IconCalendarDown size="1.25rem" aria-hidden />}
							onClick={() => saveCalendar(calendarOf(only, week.rooms))}
						>
							{t.saveCalendar}
						</Button>
						<Button
							variant="default"
							leftSection={<IconPrinter size="1.25rem" aria-hidden />}
							renderRoot={(props) => <Link to="/woche/drucken" search={{ ab: monday }} {...props} />}
						>
							{t.print}
						</Button>
					</>
				}
			/>
			<div className={classes.bar}>
				<Group gap="xs">
					<ActionIcon
						variant="default"
						size={42}
						aria-label={byDay ? t.earlierDay : t.earlier}
						onClick={() => setDay(addDays(day, -step))}
					>
						<IconChevronLeft size={20} aria-hidden />
					</ActionIcon>
					<Button variant="default" onClick={() => setDay(today())}>
						{byDay ? t.toTodayDay : t.toToday}
					</Button>
					<ActionIcon
						variant="default"
						size={42}
						aria-label={byDay ? t.laterDay : t.later}
						onClick={() => setDay(addDays(day, step))}
					>
						<IconChevronRight size={20} aria-hidden />
					</ActionIcon>
				</Group>
				<p role="status" className={classes.span}>
					<strong>{t.week(weekNumberOf(monday))}</strong>{' '}
					{byDay ? longDayOf(day) : t.span(formatLocalDate(monday), formatLocalDate(addDays(monday, 6)))}
				</p>
				<div className={classes.choices}>
					{!byDay && (
						<Select
							aria-label={t.filter}
							placeholder={t.everything}
							data={[
								{ group: t.roomsGroup, items: week.rooms.map(({ id, name }) => ({ value: id, label: name })) },
								{ group: t.peopleGroup, items: people.map(({ id, name }) => ({ value: id, label: name })) },
							]}
							value={only}
							onChange={setOnly}
							clearable
							searchable
							w="15rem"
						/>
					)}
					<SegmentedControl
						aria-label={t.view}
						value={view}
						onChange={(next) => setView(next as View)}
						data={(['week', 'rooms', 'people', 'list'] as const).map((value) => ({ value, label: t.views[value] }))}
					/>
				</div>
			</div>
			<ErrorNotice error={week.error} onRetry={week.retry} />
			{week.isPending && !week.error && <Skeleton height={520} />}
			{week.blocks && week.opening && week.hours && (
				<>
					{view === 'week' && <WeekGrid monday={monday} blocks={blocks} absences={week.absences} opening={week.opening} />}
					{view === 'rooms' && (
						<DayRows
							day={day}
							rows={week.rooms.map(({ id, name }) => ({ id, label: name }))}
							blocks={blocks}
							rowsOf={({ roomId }) => (roomId === null ? [] : [roomId])}
							opening={week.opening}
							rowsLabel={t.rooms}
						/>
					)}
					{view === 'people' && (
						<DayRows
							day={day}
							rows={people.map(({ id, name }) => ({ id, label: name }))}
							blocks={blocks}
							rowsOf={({ memberIds }) => memberIds}
							opening={week.opening}
							rowsLabel={t.people}
						/>
					)}
					{view === 'list' && <WeekList monday={monday} blocks={blocks} absences={week.absences} opening={week.opening} />}
				</>
			)}
		</Page>
	);
}
