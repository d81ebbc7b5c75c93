import { SegmentedControl, Select } from '@mantine/core';
import { longDayOf, monthOf, today, weekNumberOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Member } from '#shared/features/members/model.ts';
import type { Room } from '#shared/features/rooms/model.ts';
import { addDays, formatLocalDate, type LocalDate, mondayOf } from '#shared/kernel/local-date.ts';
import { firstOfMonth, nextMonth } from './month.ts';
import { Steps } from './Steps.tsx';
import classes from './WeekPage.module.css';
import { texts } from './week-texts.ts';

export const VIEWS = ['week', 'month', 'rooms', 'people', 'list'] as const;
export type View = (typeof VIEWS)[number];

/** How much one step goes on. */
const STEP: Record<View, 'day' | 'week' | 'month'> = { week: 'week', month: 'month', rooms: 'day', people: 'day', list: 'week' };

interface Props {
	day: LocalDate;
	view: View;
	/** Id of a room or member; null: everything. */
	only: string | null;
	rooms: readonly Room[];
	people: readonly Member[];
	onDay(day: LocalDate): void;
	onView(view: View): void;
	onOnly(id: string | null): void;
}

/** Above the calendar: which days, how they are shown, and of what. */
export function WeekBar({ day, view, only, rooms, people, onDay, onView, onOnly }: Props) {
	const t = useTexts(texts);
	const step = STEP[view];
	const go = (by: 1 | -1) => onDay(step === 'month' ? nextMonth(day, by) : addDays(day, step === 'week' ? by * 7 : by));
	const monday = mondayOf(day);
	return (
		<div className={classes.bar}>
			<Steps step={step} onGo={go} onToday={() => onDay(today())} />
			<p role="status" className={classes.span}>
				{step === 'month' ? (
					<strong>{monthOf(firstOfMonth(day))}</strong>
				) : (
					<>
						<strong>{t.week(weekNumberOf(monday))}</strong>{' '}
						{step === 'day' ? longDayOf(day) : t.span(shortDate(monday), formatLocalDate(addDays(monday, 6)))}
					</>
				)}
			</p>
			<div className={classes.choices}>
				{step !== 'day' && (
					<Select
						aria-label={t.filter}
						placeholder={t.everything}
						data={[
							{ group: t.roomsGroup, items: rooms.map(({ id, name }) => ({ value: id, label: name })) },
							{ group: t.peopleGroup, items: people.map(({ id, name }) => ({ value: id, label: name })) },
						]}
						value={only}
						onChange={onOnly}
						clearable
						searchable
						rightSectionWidth={32}
						className={classes.only}
					/>
				)}
				<SegmentedControl
					aria-label={t.view}
					value={view}
					onChange={(next) => onView(next as View)}
					data={VIEWS.map((value) => ({ value, label: t.views[value] }))}
				/>
			</div>
		</div>
	);
}

/** `23.11.` */
const shortDate = (day: LocalDate): string => formatLocalDate(day).slice(0, 6);
