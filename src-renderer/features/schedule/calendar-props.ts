import 'dayjs/locale/de';
import 'dayjs/locale/en-gb';
import '@mantine/schedule/styles.css';
import type { ScheduleEventData } from '@mantine/schedule';
import { longDayOf } from '#renderer/i18n/days.ts';
import { type Language, useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Block } from './blocks.ts';
import { texts } from './week-texts.ts';

/** What the calendar views are told in common: words, the visible hours, and how a block becomes an event of theirs. */

const LOCALES: Record<Language, string> = { de: 'de', en: 'en-gb' };

export function useCalendarWords() {
	const t = useTexts(texts);
	const locale = LOCALES[useLanguage()];
	return {
		locale,
		labels: {
			...{ allDay: t.allDay, timeSlot: t.timeSlot, today: t.toTodayDay, noEvents: t.nothing, moreLabel: t.moreEvents },
			...{ resource: t.rooms, resources: t.rooms, resourceSlot: t.timeSlot },
		},
	};
}

export type CalendarEvent = ScheduleEventData & { readonly payload: { readonly block: Block; readonly name: string } };

/** `rowId`: the room or person whose row it stands in. */
export function useEventOf() {
	const t = useTexts(texts);
	return (block: Block, rowId?: string): CalendarEvent => {
		const { key, day, from, until } = block;
		const words = titleOf(block, t);
		const where = block.roomName ?? (block.what === 'session' ? block.session.place : null) ?? '';
		return {
			id: rowId === undefined ? key : `${key} ${rowId}`,
			title: words,
			start: `${day} ${from}:00`,
			end: `${day} ${until}:00`,
			color: block.what === 'busy' || block.session.state === 'cancelled' ? 'gray' : block.session.colour,
			variant: 'light',
			payload: { block, name: t.block(words, longDayOf(day), from, until, where) },
			...(rowId !== undefined && { resourceId: rowId }),
		};
	};
}

export function titleOf(block: Block, t: (typeof texts)['de']): string {
	if (block.what === 'busy') return [t.counselling, ...block.busy.counsellorNames].join(' · ');
	const { name, state, isMoved } = block.session;
	const mark = state === 'cancelled' ? t.cancelled : isMoved ? t.moved : null;
	return mark === null ? name : `${name} (${mark})`;
}

/** From the hour in which the first thing begins to the hour in which the last ends: never less than the opening hours. */
export function visibleHours(blocks: readonly Block[], days: readonly LocalDate[], opening: Opening) {
	const hours = days.flatMap((day) => opening.hoursOn(day) ?? []);
	const shown = blocks.filter(({ day }) => days.includes(day));
	const begins = [...hours, ...shown].map(({ from }) => Number(from.slice(0, 2)));
	const ends = [...hours, ...shown].map(({ until }) => Number(until.slice(0, 2)) + (until.endsWith(':00') ? 0 : 1));
	const two = (hour: number) => String(hour).padStart(2, '0');
	const [first, last] = [Math.min(9, ...begins), Math.max(17, ...ends)];
	return { startTime: `${two(first)}:00:00`, endTime: last >= 24 ? '23:59:59' : `${two(last)}:00:00` };
}
