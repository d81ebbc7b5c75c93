import { formatMinutes } from '#renderer/i18n/format.ts';
import { defineTexts } from '#renderer/i18n/texts.ts';
import type { Due, Part } from '#shared/features/funder-data/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

/** What is due for the funder, in words: the same on the day page, in the overview and on the page itself. */
export const dueTexts = defineTexts({
	de: {
		part: { entry: 'Eingangsbogen', exit: 'Austrittsdaten', follow_up: 'Nachbefragung' },
		waits: (name: string, part: Part) =>
			`${name}: ${part === 'entry' ? 'Eingangsbogen ausfüllen' : part === 'exit' ? 'Austrittsdaten erfassen' : 'Nachbefragung führen'}`,
		hoursReached: 'Die Stunden des Programms sind erreicht: jetzt fällig',
		hoursLeft: (time: string) => `fällig nach weiteren ${time} Beratung`,
		until: (day: string) => `fällig bis ${day}`,
		between: (from: string, until: string) => `vom ${from} bis ${until}`,
		overdue: (day: string) => `war bis ${day} fällig`,
	},
	en: {
		part: { entry: 'Entry questionnaire', exit: 'Exit data', follow_up: 'Follow-up' },
		waits: (name, part) =>
			`${name}: ${part === 'entry' ? 'fill in the entry questionnaire' : part === 'exit' ? 'collect the exit data' : 'ask again'}`,
		hoursReached: 'The programme’s hours are reached: due now',
		hoursLeft: (time) => `due after another ${time} of counselling`,
		until: (day) => `due by ${day}`,
		between: (from, until) => `from ${from} to ${until}`,
		overdue: (day) => `was due by ${day}`,
	},
});

export function dueWords({ part, state, from, until, minutesLeft }: Due, t: (typeof dueTexts)['de']): string {
	if (from === null || until === null) return state === 'later' ? t.hoursLeft(formatMinutes(minutesLeft)) : t.hoursReached;
	if (state === 'overdue') return t.overdue(formatLocalDate(until));
	return part === 'follow_up' ? t.between(formatLocalDate(from), formatLocalDate(until)) : t.until(formatLocalDate(until));
}
