import { defineTexts } from '#renderer/i18n/texts.ts';

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const texts = defineTexts({
	de: {
		title: 'Personen zusammenführen',
		intro: 'Aus zwei Einträgen wird einer. Beide Verläufe bleiben erhalten, und Sie können die beiden jederzeit wieder trennen.',
		whichStays: 'Welche Nummer bleibt?',
		whichStaysHint: 'Unter der anderen Nummer wird die Person weiterhin gefunden.',
		since: (day: string) => `angelegt am ${day}`,
		stays: 'bleibt',
		goes: 'geht darin auf',
		choices: 'Was stimmt?',
		choicesHint: 'Hier sagen die beiden Einträge Verschiedenes.',
		noChoices: 'Die beiden Einträge widersprechen sich nirgends.',
		rest: 'Alles Übrige',
		restHint: 'Was nur in einem Eintrag steht, wird übernommen. Sprachen, Telefonnummern und Bemerkungen bleiben von beiden.',
		noRest: 'Mehr ist in keinem der beiden Einträge angegeben.',
		attribute: 'Angabe',
		nothing: 'nicht angegeben',
		moves: 'Was umzieht',
		movesTo: (number: string) => `Das alles gehört danach zu ${number}:`,
		movesNothing: 'An dem anderen Eintrag hängt nichts: keine Fallakte, kein Termin.',
		movesClosed: 'Das gilt auch für abgeschlossene Fallakten. Was in einer Akte steht, ändert sich nicht.',
		moved: (table: string, count: number): string => {
			switch (table) {
				case 'case_file':
					return counted(count, 'Fallakte mit allem, was dazugehört', 'Fallakten mit allem, was dazugehört');
				case 'appointment':
					return counted(count, 'Termin', 'Termine');
				case 'waiting':
					return counted(count, 'Eintrag auf der Warteliste', 'Einträge auf der Warteliste');
				case 'consent':
					return counted(count, 'Einwilligung', 'Einwilligungen');
				case 'funder_participation':
					return counted(count, 'Bogen mit Förderdaten', 'Bögen mit Förderdaten');
				default:
					return counted(count, 'weiterer Eintrag', 'weitere Einträge');
			}
		},
		merge: 'Zusammenführen',
		cancel: 'Abbrechen',
		merged: (number: string, into: string) => `${number} gehört jetzt zu ${into}.`,
		tooMuch: {
			remarks: 'Die Bemerkungen sind zusammen zu lang (höchstens 4.000 Zeichen). Bitte kürzen Sie zuerst eine davon.',
			phones: 'Zusammen sind das mehr als 10 Telefonnummern. Bitte entfernen Sie zuerst, was nicht mehr gilt.',
			languages: 'Zusammen sind das mehr als 20 Sprachen. Bitte entfernen Sie zuerst, was nicht stimmt.',
			childBirthYears: 'Zusammen sind das mehr als 30 Kinder. Bitte entfernen Sie zuerst, was nicht stimmt.',
		},
		whoElse: 'Mit welcher Person?',
		whoElseHint: 'Im nächsten Schritt sehen Sie beide Einträge nebeneinander. Vorher wird nichts geändert.',
		menu: 'Mit anderer Person zusammenführen …',
		compare: 'Vergleichen …',
		compareWith: (name: string, number: string) => `${name}, ${number}: vergleichen …`,
		choosePerson: 'Bitte wählen Sie die andere Person.',
		chooseAnother: 'Das ist dieselbe Person. Bitte wählen Sie die andere.',
		perhaps: (count: number) =>
			count === 1 ? 'Diese Person gibt es vielleicht doppelt' : 'Diese Person gibt es vielleicht mehrfach',
		born: (day: string) => `geboren am ${day}`,
		noBirthDate: 'ohne Geburtsdatum',
		openCases: (count: number) => counted(count, 'offene Fallakte', 'offene Fallakten'),
		areDifferent: 'Sind verschieden',
		areDifferentFor: (one: string, other: string) => `${one} und ${other} sind verschiedene Personen`,
		differentNow: (one: string, other: string) => `${one} und ${other} werden nicht mehr vorgeschlagen.`,
		doubles: (count: number) => `Vielleicht doppelt (${count})`,
		doublesTitle: 'Vielleicht doppelt',
		doublesIntro: 'Gleicher Name, und kein Geburtsdatum, das dagegen spricht. Ob es dieselbe Person ist, wissen nur Sie.',
		doublesMore: (shown: number, total: number) =>
			`Gezeigt sind ${shown} von ${total}. Die übrigen folgen, sobald Sie hier entschieden haben.`,
		noDoubles: 'Niemand scheint doppelt zu sein',
		noDoublesWords:
			'Hier stehen Personen mit gleichem Namen, bei denen nichts dagegen spricht, dass es dieselben sind. Zurzeit gibt es keine.',
		backToList: 'Alle Personen',
		pair: (one: string, other: string) => `${one} und ${other}`,
		mergedHere: 'Hierher zusammengeführt',
		mergedHow: (day: string, by: string) => `am ${day} von ${by}`,
		history: 'Verlauf',
		historyOf: (number: string) => `Verlauf von ${number}`,
		separate: 'Trennen',
		separateFrom: (number: string) => `${number} wieder trennen`,
		separated: (number: string) => `${number} ist wieder ein eigener Eintrag.`,
		openSeparated: 'Eintrag öffnen',
	},
	en: {
		title: 'Merge people',
		intro: 'Two records become one. Both histories are kept, and you can separate the two again at any time.',
		whichStays: 'Which number stays?',
		whichStaysHint: 'The person is still found under the other number.',
		since: (day) => `created ${day}`,
		stays: 'stays',
		goes: 'becomes part of it',
		choices: 'What is right?',
		choicesHint: 'Here the two records say different things.',
		noChoices: 'The two records contradict each other nowhere.',
		rest: 'Everything else',
		restHint: 'What only one record says is taken over. Languages, phone numbers and remarks of both are kept.',
		noRest: 'Neither record says anything more.',
		attribute: 'Detail',
		nothing: 'not given',
		moves: 'What moves',
		movesTo: (number) => `All of this belongs to ${number} then:`,
		movesNothing: 'Nothing hangs on the other record: no case file, no appointment.',
		movesClosed: 'This includes closed case files. What is written in a file does not change.',
		moved: (table, count) => {
			switch (table) {
				case 'case_file':
					return counted(count, 'case file with all that belongs to it', 'case files with all that belongs to them');
				case 'appointment':
					return counted(count, 'appointment', 'appointments');
				case 'waiting':
					return counted(count, 'entry in the waiting list', 'entries in the waiting list');
				case 'consent':
					return counted(count, 'consent', 'consents');
				case 'funder_participation':
					return counted(count, 'record of funder data', 'records of funder data');
				default:
					return counted(count, 'other entry', 'other entries');
			}
		},
		merge: 'Merge',
		cancel: 'Cancel',
		merged: (number, into) => `${number} now belongs to ${into}.`,
		tooMuch: {
			remarks: 'Together the remarks are too long (4,000 characters at most). Please shorten one of them first.',
			phones: 'Together these are more than 10 phone numbers. Please remove what is no longer right first.',
			languages: 'Together these are more than 20 languages. Please remove what is wrong first.',
			childBirthYears: 'Together these are more than 30 children. Please remove what is wrong first.',
		},
		whoElse: 'With which person?',
		whoElseHint: 'The next step shows both records side by side. Nothing is changed before that.',
		menu: 'Merge with another person …',
		compare: 'Compare …',
		compareWith: (name, number) => `${name}, ${number}: compare …`,
		choosePerson: 'Please choose the other person.',
		chooseAnother: 'This is the same person. Please choose the other one.',
		perhaps: () => 'This person may be here more than once',
		born: (day) => `born ${day}`,
		noBirthDate: 'no date of birth',
		openCases: (count) => counted(count, 'open case file', 'open case files'),
		areDifferent: 'Are different',
		areDifferentFor: (one, other) => `${one} and ${other} are different people`,
		differentNow: (one, other) => `${one} and ${other} are not proposed any more.`,
		doubles: (count) => `Perhaps twice (${count})`,
		doublesTitle: 'Perhaps here twice',
		doublesIntro: 'The same name, and no date of birth that says otherwise. Only you know whether it is the same person.',
		doublesMore: (shown, total) => `${shown} of ${total} are shown. The others follow once you have decided these.`,
		noDoubles: 'Nobody seems to be here twice',
		noDoublesWords: 'People of the same name are listed here where nothing says that they are not the same. There are none now.',
		backToList: 'All people',
		pair: (one, other) => `${one} and ${other}`,
		mergedHere: 'Merged into this record',
		mergedHow: (day, by) => `on ${day} by ${by}`,
		history: 'History',
		historyOf: (number) => `History of ${number}`,
		separate: 'Separate',
		separateFrom: (number) => `Separate ${number} again`,
		separated: (number) => `${number} is a record of its own again.`,
		openSeparated: 'Open record',
	},
});
