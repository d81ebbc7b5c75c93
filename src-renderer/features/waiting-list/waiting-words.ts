import { weekdays as weekdayNames, weekdayOf } from '#renderer/i18n/days.ts';
import type { OpenSlot, Waiting } from '#shared/features/waiting-list/model.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { texts } from './texts.ts';

type Words = (typeof texts)['de'];

export const timeWords = ({ day, from, until }: { day: LocalDate; from: string; until: string }, t: Words): string =>
	t.slot(`${weekdayOf(day)} ${formatLocalDate(day)}`, from, until);

export const slotWords = (slot: OpenSlot, t: Words): string =>
	[`${timeWords(slot, t)} ${t.with(slot.counsellorNames.join(', '))}`, slot.roomName].filter(Boolean).join(', ');

/** What somebody wishes, in one line. */
export function wishWords({ minutes, counsellorNames, weekdays, partOfDay, until }: Waiting, t: Words): string {
	const names = weekdayNames();
	return [
		t.minutes(minutes),
		counsellorNames.length === 0 ? t.withAny : t.with(counsellorNames.join(', ')),
		[...weekdays]
			.sort((a, b) => a - b)
			.map((at) => names[at])
			.join(', '),
		partOfDay === 'any' ? '' : t.partOfDay[partOfDay],
		until === null ? '' : t.until(formatLocalDate(until)),
	]
		.filter(Boolean)
		.join(' · ');
}
