import 'dayjs/locale/de';
import 'dayjs/locale/en-gb';
import '@mantine/schedule/styles.css';
import { type Language, useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { minutesOf, wallTimeAt } from '#shared/kernel/wall-time.ts';
import type { Block } from '../blocks.ts';
import { texts } from '../week-texts.ts';

/** What the library's calendars are told in common: words, and the visible hours. */

/** Height of an hour of the week. */
export const HOUR_PIXELS = 60;

const LOCALES: Record<Language, string> = { de: 'de', en: 'en-gb' };

export function useCalendarWords() {
	const t = useTexts(texts);
	const locale = LOCALES[useLanguage()];
	return {
		locale,
		labels: {
			...{ allDay: t.allDay, timeSlot: t.timeSlot, today: t.toToday.day, noEvents: t.nothing, weekday: t.dayByRooms },
			...{ resource: t.rooms, resources: t.rooms, resourceSlot: t.timeSlot },
		},
	};
}

/**
 * From the hour in which the first thing begins to the hour in which the last ends, in minutes: never less than the
 * opening hours.
 */
export function visibleHours(blocks: readonly Block[], days: readonly LocalDate[], opening: Opening) {
	const hours = days.flatMap((day) => opening.hoursOn(day) ?? []);
	const spans = [...hours, ...blocks.filter(({ day }) => days.includes(day))];
	const first = Math.min(9 * 60, ...spans.map(({ from }) => Math.floor(minutesOf(from) / 60) * 60));
	const last = Math.max(17 * 60, ...spans.map(({ until }) => Math.ceil(minutesOf(until) / 60) * 60));
	return { first, last };
}

/** The same for the library. */
export const hoursProps = ({ first, last }: { first: number; last: number }) => ({
	startTime: `${wallTimeAt(first)}:00`,
	endTime: last >= 24 * 60 ? '23:59:59' : `${wallTimeAt(last)}:00`,
});
