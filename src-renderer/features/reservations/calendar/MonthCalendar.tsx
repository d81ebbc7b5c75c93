import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef } from 'react';
import { dayOfMonth, longDayOf, monthOf, today, weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { Taken } from '#shared/features/reservations/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { takenTexts } from '../taken-words.ts';
import { dayAfterKey, monthsAhead, takenOn, weeksOf } from './days.ts';
import marks from './Mark.module.css';
import { MarkKey } from './MarkKey.tsx';
import classes from './MonthCalendar.module.css';
import { calendarTexts } from './texts.ts';

interface Props {
	itemId: ItemId;
	/** The day that is looked at; its month is shown. */
	day: LocalDate;
	onDay(day: LocalDate): void;
}

/**
 * A month of one item. Each day says by letter, pattern and colour why it cannot be had, so that it reads in black and
 * white too. One stop of the tabulator key; arrows go from day to day, page up and down from month to month.
 */
export function MonthCalendar({ itemId, day: chosen, onDay }: Props) {
	const t = useTexts(calendarTexts);
	const words = useTexts(takenTexts);
	const titleId = useId();
	const grid = useRef<HTMLTableElement>(null);
	const { takenAt, closedAt, shown } = useMonth(itemId, chosen);
	const weeks = weeksOf(chosen);
	const go = (day: LocalDate) => {
		onDay(day);
		requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus());
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const next = event.altKey || event.ctrlKey || event.metaKey ? null : dayAfterKey(event.key, chosen);
		if (next === null) return;
		event.preventDefault();
		go(next);
	};
	return (
		<div className={classes.calendar}>
			<div className={classes.head}>
				<ActionIcon
					variant="subtle"
					color="gray"
					size={40}
					aria-label={t.previousMonth}
					onClick={() => onDay(monthsAhead(chosen, -1))}
				>
					<IconChevronLeft size={20} aria-hidden />
				</ActionIcon>
				<strong id={titleId} aria-live="polite">
					{monthOf(chosen)}
				</strong>
				<ActionIcon
					variant="subtle"
					color="gray"
					size={40}
					aria-label={t.nextMonth}
					onClick={() => onDay(monthsAhead(chosen, 1))}
				>
					<IconChevronRight size={20} aria-hidden />
				</ActionIcon>
			</div>
			{/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of buttons walked with arrow keys is a grid */}
			<table ref={grid} role="grid" aria-labelledby={titleId} className={classes.month} onKeyDown={onKeyDown}>
				<thead>
					<tr>
						{(weeks[1] ?? []).map(
							(day) =>
								day && (
									<th key={day} scope="col">
										{weekdayOf(day)}
									</th>
								),
						)}
					</tr>
				</thead>
				<tbody>
					{weeks.map((week) => (
						<tr key={week.find((day) => day !== null)}>
							{week.map((day, at) => {
								// biome-ignore lint/suspicious/noArrayIndexKey: days of other months have nothing but their place
								if (day === null) return <td key={at} />;
								const taken = takenAt(day)[0];
								const isPast = day < today();
								const closed = closedAt(day);
								const said = isPast
									? [t.past]
									: [...takenAt(day).map(({ why }) => words.word[why]), ...(closed === null ? [] : [closed])];
								return (
									<td key={day}>
										<button
											type="button"
											data-day={day}
											data-why={isPast ? undefined : taken?.why}
											data-past={isPast || undefined}
											data-closed={closed !== null || undefined}
											data-today={day === today() || undefined}
											tabIndex={day === chosen ? 0 : -1}
											aria-pressed={day === chosen}
											aria-label={[
												longDayOf(day),
												...(day === today() ? [t.today] : []),
												...(said.length === 0 ? [t.free] : said),
											].join(', ')}
											className={`${marks.mark} ${classes.day}`}
											onClick={() => onDay(day)}
										>
											<span className={classes.number}>{dayOfMonth(day)}</span>
											<span className={classes.mark}>{isPast || !taken ? '' : words.mark[taken.why]}</span>
										</button>
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
			<MarkKey of={shown} />
		</div>
	);
}

/** What is known of the month: asked for as a whole, the month before stays until it has come. */
export function useMonth(itemId: ItemId, month: LocalDate) {
	const t = useTexts(calendarTexts);
	const days = weeksOf(month)
		.flat()
		.filter((day) => day !== null);
	const [from, until] = [days[0] ?? month, days.at(-1) ?? month];
	const found = useQuery({
		...api.reservations.availability.queryOptions({ input: { itemIds: [itemId], from, until } }),
		placeholderData: keepPreviousData,
	});
	const taken: readonly Taken[] = found.data?.items[0]?.taken ?? [];
	const closed = new Map(found.data?.closed.map(({ day, name }) => [day, name]));
	const takenAt = (day: LocalDate) => takenOn(taken, day);
	const closedAt = (day: LocalDate): string | null => {
		if (!closed.has(day)) return null;
		const name = closed.get(day) ?? null;
		return name === null ? t.closed : t.closedFor(name);
	};
	const inSight = days.filter((day) => day >= today()).flatMap((day) => takenAt(day).slice(0, 1));
	return { found, takenAt, closedAt, shown: [...new Set(inSight.map(({ why }) => why))] };
}
