import { longDayOf } from '#renderer/i18n/days.ts';
import { currentLanguage } from '#renderer/i18n/language.ts';
import { currentTexts, defineTexts } from '#renderer/i18n/texts.ts';
import { rulePart } from '#shared/features/offers/recurrence.ts';
import { rhythmOf, type SeriesPlan, type Weekday } from '#shared/features/offers/rhythm.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { TimeSpan } from '#shared/kernel/wall-time.ts';

/** Rhythms and times as people say them. */
const words = defineTexts({
	de: {
		weekdays: {
			...{ MO: 'Montag', TU: 'Dienstag', WE: 'Mittwoch', TH: 'Donnerstag', FR: 'Freitag', SA: 'Samstag', SU: 'Sonntag' },
		},
		every: (day: string) => `jeden ${day}`,
		everyFew: (weeks: number, days: string) => `alle ${weeks} Wochen ${days}`,
		and: 'und',
		nth: (nth: number, day: string) => `jeden ${nth}. ${day} im Monat`,
		last: (day: string) => `jeden letzten ${day} im Monat`,
		monthDay: (day: number) => `am ${day}. jedes Monats`,
		year: (day: string) => `jedes Jahr am ${day}`,
		once: (day: string) => `einmal, am ${day}`,
		other: 'nach einer besonderen Regel',
		until: (day: string) => `bis ${day}`,
		count: (count: string) => `${count}-mal`,
		clock: (times: string) => `${times} Uhr`,
	},
	en: {
		weekdays: {
			...{ MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },
		},
		every: (day) => `every ${day}`,
		everyFew: (weeks, days) => `every ${weeks} weeks on ${days}`,
		and: 'and',
		nth: (nth, day) => `every ${ordinal(nth)} ${day} of the month`,
		last: (day) => `last ${day} of every month`,
		monthDay: (day) => `on day ${day} of every month`,
		year: (day) => `every year on ${day}`,
		once: (day) => `once, on ${day}`,
		other: 'by a rule of its own',
		until: (day) => `until ${day}`,
		count: (count) => `${count} times`,
		clock: (times) => times,
	},
});

/** For English screens. */
export const ordinal = (nth: number): string => ['1st', '2nd', '3rd', '4th', '5th'][nth - 1] ?? `${nth}th`;

export const weekdayName = (day: Weekday): string => currentTexts(words).weekdays[day];

/** `jeden 2. Dienstag im Monat, bis 31.12.2026` */
export function rhythmWords(plan: SeriesPlan): string {
	const t = currentTexts(words);
	const rhythm = rhythmOf(plan);
	const until = plan.rule && rulePart(plan.rule, 'UNTIL');
	const count = plan.rule && rulePart(plan.rule, 'COUNT');
	const end = until ? t.until(formatLocalDate(until.replace(/(....)(..)(..)/, '$1-$2-$3'))) : count ? t.count(count) : null;
	const how = (): string => {
		switch (rhythm.every) {
			case 'once':
				return t.once(formatLocalDate(plan.firstOn));
			case 'week': {
				if (rhythm.interval === 1 && rhythm.days.length === 1) return t.every(weekdayName(rhythm.days[0] as Weekday));
				// German: montags und donnerstags.
				const german = currentLanguage() === 'de';
				const days = rhythm.days.map((day) => (german ? `${weekdayName(day).toLowerCase()}s` : weekdayName(day)));
				const listed = [days.slice(0, -1).join(', '), days.at(-1)].filter(Boolean).join(` ${t.and} `);
				return rhythm.interval === 1 ? (german ? listed : t.every(listed)) : t.everyFew(rhythm.interval, listed);
			}
			case 'month':
				return rhythm.nth === -1 ? t.last(weekdayName(rhythm.weekday)) : t.nth(rhythm.nth, weekdayName(rhythm.weekday));
			case 'month_day':
				return t.monthDay(rhythm.day);
			case 'year':
				return t.year(dayAndMonth(plan.firstOn));
			case 'other':
				return t.other;
		}
	};
	return [how(), end].filter((part) => part !== null).join(', ');
}

/** `14–16:30 Uhr` */
export function timesWords({ from, until }: TimeSpan): string {
	return currentTexts(words).clock(`${shortTime(from)}–${shortTime(until)}`);
}

/** `15. März` */
export const dayAndMonth = (day: LocalDate): string => longDayOf(day).replace(/^[^,\d]+,? /, '');

/** `14`, `9:30` */
const shortTime = (time: string): string => time.replace(/^0(?=\d:)/, '').replace(/:00$/, '');
