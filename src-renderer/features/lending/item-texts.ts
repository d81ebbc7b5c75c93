import { defineTexts } from '#renderer/i18n/texts.ts';

export const itemTexts = defineTexts({
	de: {
		title: 'Wer hatte es',
		never: 'Noch nie ausgeliehen.',
		now: 'Zurzeit bei',
		loan: (number: string) => `Ausleihe ${number}`,
		span: (from: string, until: string) => (from === until ? from : `${from} bis ${until}`),
		since: (day: string) => `seit ${day}`,
		missing: (names: string) => `Es fehlte: ${names}`,
		condition: (words: string) => `Zustand bei der Rückgabe: ${words}`,
		more: 'Mehr zeigen',
	},
	en: {
		title: 'Who had it',
		never: 'Never lent yet.',
		now: 'At present with',
		loan: (number) => `Loan ${number}`,
		span: (from, until) => (from === until ? from : `${from} to ${until}`),
		since: (day) => `since ${day}`,
		missing: (names) => `Missing: ${names}`,
		condition: (words) => `Condition when it came back: ${words}`,
		more: 'Show more',
	},
});
