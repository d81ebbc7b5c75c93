import type { OpeningHours } from '#shared/features/site/opening-hours.ts';

const DAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];

/**
 * `Montag bis Freitag 9:00 bis 18:00 Uhr, Samstag 10:00 bis 14:00 Uhr`: the usual week for papers, days alike and side by
 * side said once. Null for a house that is never open.
 */
export function openingWords({ week }: Pick<OpeningHours, 'week'>): string | null {
	const spans: { first: number; last: number; words: string }[] = [];
	for (const [day, hours] of week.entries()) {
		if (hours === null) continue;
		const words = `${short(hours.from)} bis ${short(hours.until)} Uhr`;
		const before = spans.at(-1);
		if (before?.last === day - 1 && before.words === words) before.last = day;
		else spans.push({ first: day, last: day, words });
	}
	if (spans.length === 0) return null;
	return spans
		.map(({ first, last, words }) => {
			if (first === last) return `${DAYS[first]} ${words}`;
			return `${DAYS[first]}${last === first + 1 ? ' und ' : ' bis '}${DAYS[last]} ${words}`;
		})
		.join(', ');
}

/** `09:00` → `9:00` */
const short = (time: string) => time.replace(/^0/, '');
