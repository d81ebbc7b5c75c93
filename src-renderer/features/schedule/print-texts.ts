import { defineTexts } from '#renderer/i18n/texts.ts';

export const printTexts = defineTexts({
	de: {
		back: 'Zur Woche',
		title: (week: number) => `Woche ${week} drucken`,
		subtitle: {
			door: 'Für die Tür: nur öffentliche Angebote, keine Namen.',
			rooms: 'Für das Team: wer und was in welchem Raum ist. Beratung steht ohne Namen von Klientinnen und Klienten da.',
			people: 'Für das Team: wer wann wo ist. Beratung steht ohne Namen von Klientinnen und Klienten da.',
		},
		print: 'Drucken',
		which: 'Was gedruckt wird',
		sheets: { door: 'Für die Tür', rooms: 'Nach Räumen', people: 'Nach Mitarbeitenden' },
		language: 'Zweite Sprache',
		onlyGerman: 'nur Deutsch',
		paper: 'Papier',
		preview: 'So sieht das Blatt aus',
	},
	en: {
		back: 'To the week',
		title: (week: number) => `Print week ${week}`,
		subtitle: {
			door: 'For the door: public offers only, no names.',
			rooms: 'For the team: who and what is in which room. Counselling stands there without names of clients.',
			people: 'For the team: who is where when. Counselling stands there without names of clients.',
		},
		print: 'Print',
		which: 'What is printed',
		sheets: { door: 'For the door', rooms: 'By room', people: 'By person' },
		language: 'Second language',
		onlyGerman: 'German only',
		paper: 'Paper',
		preview: 'This is how it looks',
	},
});
