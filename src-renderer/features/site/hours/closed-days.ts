import { openingOf } from '#shared/features/site/opening.ts';
import type { OpeningHours } from '#shared/features/site/opening-hours.ts';
import { addDays, type LocalDate, weekdayIndex } from '#shared/kernel/local-date.ts';

export interface ClosedSpan {
	readonly from: LocalDate;
	readonly until: LocalDate;
	readonly name: string;
}

const LOOKED_AHEAD = 366;

/** The next times that the house is closed besides the usual week, with the reason; at most `most` of them. Holidays on a day that is closed anyway are none. */
export function nextClosures(hours: OpeningHours, today: LocalDate, most: number): ClosedSpan[] {
	const opening = openingOf(hours);
	const usual = openingOf({ ...hours, closures: [] });
	const spans: ClosedSpan[] = [];
	for (let ahead = 0; ahead < LOOKED_AHEAD; ahead++) {
		const day = addDays(today, ahead);
		const name = opening.closedFor(day);
		const weekday = hours.week[weekdayIndex(day)];
		if (name === null || (weekday === null && usual.closedFor(day) !== null)) continue;
		const last = spans.at(-1);
		if (last && last.name === name && addDays(last.until, 1) === day) spans[spans.length - 1] = { ...last, until: day };
		else if (spans.length === most) break;
		else spans.push({ from: day, until: day, name });
	}
	return spans;
}
