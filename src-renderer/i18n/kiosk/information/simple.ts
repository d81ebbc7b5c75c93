import type { KioskInformation } from './information.ts';

/** Einfache Sprache. Not checked by a group of readers yet. */
export const simple: KioskInformation = {
	title: 'Ihre Daten bei uns',
	intro:
		'Sie melden sich am Bildschirm an. Dieses Blatt sagt: Das machen wir mit Ihren Daten. Das Gesetz dazu heißt DSGVO, Artikel 13.',
	responsible: {
		title: 'Wer ist verantwortlich?',
		text: 'Unser Haus. Der Name und die Adresse stehen oben. Sie können uns alles fragen.',
	},
	officer: 'Diese Person hilft beim Datenschutz:',
	what: {
		title: 'Was schreiben wir auf?',
		text: 'Wann kommen Sie? Wann gehen Sie? Was machen Sie hier? Welche Sprache wählen Sie? Und nur, wenn Sie möchten: Ihren Namen oder Ihre Karten-Nummer, Ihr Alter, Ihr Geschlecht.',
	},
	why: {
		title: 'Warum machen wir das?',
		text: 'Bei Feuer müssen wir wissen: Wer ist im Haus? Und wir zählen: Wie viele Menschen kommen zu uns? Das Gesetz erlaubt das (DSGVO Artikel 6 Absatz 1 Buchstabe f). Name, Alter und Geschlecht sagen Sie freiwillig (Buchstabe a).',
	},
	voluntary: {
		title: 'Müssen Sie etwas sagen?',
		text: 'Nein. Sie müssen Ihren Namen nicht sagen. Sie müssen keine Frage beantworten. Sie dürfen trotzdem kommen. Wir wissen dann nur: Ein Mensch war hier.',
	},
	who: {
		title: 'Wer liest Ihre Daten?',
		text: 'Nur Menschen, die hier arbeiten. Wer uns Geld gibt, bekommt nur Zahlen, keine Namen. Ihre Daten bleiben in der Europäischen Union.',
	},
	howLong: {
		title: 'Wie lange behalten wir die Daten?',
		text: 'Wir löschen Namen und Karten-Nummern nach dieser Zeit:',
		after: 'Danach haben wir nur noch Zahlen.',
	},
	rights: {
		title: 'Ihre Rechte',
		text: 'Sie dürfen fragen: Was wissen Sie über mich? Sie bekommen eine Kopie. Wir müssen Fehler ändern. Sie dürfen sagen: Löschen Sie meine Daten. Oder: Benutzen Sie meine Daten nicht mehr. Das geht jederzeit.',
	},
	complaint: { title: 'Sie sind nicht zufrieden?', text: 'Dann können Sie sich hier beschweren:' },
	machines: { title: 'Entscheidet ein Computer über Sie?', text: 'Nein.' },
	german: null,
};
