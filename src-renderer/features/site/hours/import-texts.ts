import { defineTexts } from '#renderer/i18n/texts.ts';

export const importTexts = defineTexts({
	de: {
		choose: 'Aus einer Kalenderdatei (.ics) …',
		nothing: 'In dieser Datei steht nichts, was heute noch kommt.',
		noCalendar:
			'In dieser Datei steht kein Kalender, oder sie ist beschädigt. Bitte laden Sie die Kalenderdatei (.ics) noch einmal herunter.',
		tooLarge:
			'Diese Datei ist zu groß für einen Ferienkalender (mehr als tausend Einträge). Bitte einen kleineren Zeitraum herunterladen.',
		title: (count: number) => (count === 1 ? 'Eine Zeit gefunden' : `${count} Zeiten gefunden`),
		intro: 'Was angehakt ist, kommt zu den Schließzeiten dazu. Gespeichert wird es erst mit dem Formular.',
		known: 'da ist schon geschlossen',
		tooMany: (room: number) => `Es passen nur noch ${room} dazu. Bitte einige Häkchen wegnehmen.`,
		cancel: 'Abbrechen',
		take: (count: number) => (count === 1 ? 'Eine übernehmen' : `${count} übernehmen`),
		taken: (count: number) =>
			count === 1 ? 'Eine Schließzeit steht jetzt im Formular.' : `${count} Schließzeiten stehen jetzt im Formular.`,
	},
	en: {
		choose: 'From a calendar file (.ics) …',
		nothing: 'This file holds nothing that is still to come.',
		noCalendar: 'This file holds no calendar, or it is damaged. Please download the calendar file (.ics) once more.',
		tooLarge:
			'This file is too large for a calendar of holidays (more than a thousand entries). Please download a shorter period.',
		title: (count: number) => (count === 1 ? 'One period found' : `${count} periods found`),
		intro: 'What is ticked is added to the closures. It is saved together with the form.',
		known: 'closed anyway',
		tooMany: (room: number) => `Only ${room} more fit. Please untick some.`,
		cancel: 'Cancel',
		take: (count: number) => (count === 1 ? 'Add one' : `Add ${count}`),
		taken: (count: number) => (count === 1 ? 'One closure is in the form now.' : `${count} closures are in the form now.`),
	},
});
