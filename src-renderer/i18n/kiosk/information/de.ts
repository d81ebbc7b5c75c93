import type { KioskInformation } from './information.ts';

export const de: KioskInformation = {
	title: 'Informationen zum Datenschutz',
	intro: 'Anmeldung am Kiosk. Nach Artikel 13 der Datenschutz-Grundverordnung (DSGVO).',
	responsible: {
		title: 'Wer ist verantwortlich?',
		text: 'Das Haus, dessen Name und Anschrift oben stehen. Dort können Sie alles fragen.',
	},
	officer: 'Datenschutzbeauftragte Person:',
	what: {
		title: 'Was schreiben wir auf?',
		text: 'Wann Sie kommen und gehen, bei welchem Angebot Sie sind, und in welcher Sprache Sie sich angemeldet haben. Dazu, wenn Sie es sagen: Ihren Namen oder die Nummer Ihrer Karte, Ihr Alter in groben Stufen und Ihr Geschlecht.',
	},
	why: {
		title: 'Wozu und mit welchem Recht?',
		text: 'Damit wir wissen, wer bei einem Brand im Haus ist, und damit wir zeigen können, wie viele Menschen unsere Angebote nutzen (Artikel 6 Absatz 1 Buchstabe f DSGVO). Name, Alter und Geschlecht sagen Sie freiwillig (Artikel 6 Absatz 1 Buchstabe a DSGVO).',
	},
	voluntary: {
		title: 'Müssen Sie etwas sagen?',
		text: 'Nein. Sie können sich ohne Namen anmelden und jede Frage auslassen. Sie haben dadurch keinen Nachteil. Dann wissen wir nur: Eine Person war da.',
	},
	who: {
		title: 'Wer bekommt Ihre Angaben?',
		text: 'Nur Mitarbeitende dieses Hauses. Fördergeber bekommen nur Zahlen ohne Namen. Nichts geht in ein Land außerhalb der Europäischen Union.',
	},
	howLong: {
		title: 'Wie lange?',
		text: 'Namen und Kartennummern löschen wir nach dieser Zeit:',
		after: 'Danach bleiben nur Zahlen.',
	},
	rights: {
		title: 'Ihre Rechte',
		text: 'Sie können erfahren, was wir über Sie gespeichert haben, und eine Kopie bekommen. Sie können es berichtigen, löschen oder sperren lassen. Sie können widersprechen und Ihre Einwilligung jederzeit für die Zukunft zurücknehmen.',
	},
	complaint: { title: 'Beschwerde', text: 'Sie können sich bei der Aufsicht für den Datenschutz beschweren:' },
	machines: { title: 'Entscheidungen durch Maschinen', text: 'Kein Programm entscheidet etwas über Sie.' },
	german: null,
};
