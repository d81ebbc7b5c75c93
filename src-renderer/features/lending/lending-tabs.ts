import { defineTexts } from '#renderer/i18n/texts.ts';

/** The pages of the area Ausleihe in the order of a day. One whose route does not exist is not shown. */
export const LENDING_TABS = [
	{ path: '/ausleihe', name: 'desk' },
	{ path: '/ausleihe/ausleihen', name: 'loans' },
	{ path: '/ausleihe/entleiher', name: 'borrowers' },
	{ path: '/ausleihe/reservierungen', name: 'reservations', also: '/ausleihe/kalender' },
	{ path: '/ausleihe/tagesende', name: 'endOfDay' },
	{ path: '/ausleihe/erinnerungen', name: 'reminders' },
	{ path: '/ausleihe/zahlen', name: 'figures' },
] as const;

export const tabTexts = defineTexts({
	de: {
		pages: 'Seiten der Ausleihe',
		desk: 'Ausgabe & Rückgabe',
		loans: 'Ausleihen',
		borrowers: 'Entleiher/innen',
		reservations: 'Reservierungen',
		endOfDay: 'Tagesende',
		reminders: 'Erinnerungen',
		figures: 'Zahlen',
	},
	en: {
		pages: 'Pages of lending',
		desk: 'Out and in',
		loans: 'Loans',
		borrowers: 'Borrowers',
		reservations: 'Reservations',
		endOfDay: 'End of day',
		reminders: 'Reminders',
		figures: 'Figures',
	},
});
