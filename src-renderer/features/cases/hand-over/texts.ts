import { defineTexts } from '#renderer/i18n/texts.ts';

/** Words for handing case files over to a colleague. */
export const texts = defineTexts({
	de: {
		title: 'Akten übergeben',
		intro:
			'Alle laufenden Akten einer Kollegin oder eines Kollegen gehen an jemand anderen, oder die ausgewählten. Wer was übergeben hat, steht im Verlauf jeder Akte.',
		back: 'Alle Fallakten',
		from: 'Von',
		fromMissing: 'Bitte wählen Sie, wessen Akten übergeben werden.',
		to: 'An',
		toMissing: 'Bitte wählen Sie, wer die Akten übernimmt.',
		left: (name: string) => `${name} (nicht mehr da)`,
		which: 'Welche Akten',
		chosen: (count: number, all: number) => `${count} von ${all} ausgewählt`,
		all: 'Alle auswählen',
		noneOf: (name: string) => `${name} führt keine laufende Akte.`,
		nothingChosen: 'Bitte wählen Sie mindestens eine Akte aus.',
		keepAsDeputy: (name: string) => `${name} bleibt Vertretung`,
		keepHint: 'Die Akten erscheinen dann weiter unter „Meine“, als Vertretung gekennzeichnet.',
		follows: 'Was mitgeht',
		todos: (count: number) =>
			count === 0
				? 'Offene Aufgaben gibt es in diesen Akten nicht.'
				: count === 1
					? '1 offene Aufgabe geht mit.'
					: `${count} offene Aufgaben gehen mit.`,
		appointments: (name: string) => `Diese Termine bleiben bei ${name}. Bitte klären Sie, wer sie wahrnimmt:`,
		noAppointments: 'Termine, die jemand anderes wahrnehmen müsste, gibt es in den nächsten zwei Monaten nicht.',
		toAppointments: 'Zu den Terminen',
		submit: (count: number) => (count === 1 ? '1 Akte übergeben' : `${count} Akten übergeben`),
		done: (count: number, name: string) =>
			count === 1 ? `1 Akte ist jetzt bei ${name}.` : `${count} Akten sind jetzt bei ${name}.`,
		leftOut: (count: number) =>
			count === 1
				? '1 Akte wurde nicht übergeben: Sie ist inzwischen geschlossen oder bei jemand anderem.'
				: `${count} Akten wurden nicht übergeben: Sie sind inzwischen geschlossen oder bei jemand anderem.`,
		notBack: (count: number) =>
			count === 1
				? '1 Akte kam nicht zurück: Sie wurde inzwischen wieder geändert.'
				: `${count} Akten kamen nicht zurück: Sie wurden inzwischen wieder geändert.`,
		memberGone: 'An diese Person kann niemand Akten übergeben: Sie berät hier nicht (mehr).',
	},
	en: {
		title: 'Hand over case files',
		intro:
			'All current files of a colleague go to somebody else, or the selected ones. The history of each file keeps who handed it over.',
		back: 'All case files',
		from: 'From',
		fromMissing: 'Please choose whose files are handed over.',
		to: 'To',
		toMissing: 'Please choose who takes the files.',
		left: (name) => `${name} (no longer here)`,
		which: 'Which files',
		chosen: (count, all) => `${count} of ${all} selected`,
		all: 'Select all',
		noneOf: (name) => `${name} leads no current file.`,
		nothingChosen: 'Please select at least one file.',
		keepAsDeputy: (name) => `${name} stays deputy`,
		keepHint: 'The files then still appear under “Mine”, marked as deputised.',
		follows: 'What goes along',
		todos: (count) =>
			count === 0
				? 'There are no open to-dos in these files.'
				: count === 1
					? '1 open to-do goes along.'
					: `${count} open to-dos go along.`,
		appointments: (name) => `These appointments stay with ${name}. Please settle who will be there:`,
		noAppointments: 'There are no appointments in the next two months that somebody else would have to take.',
		toAppointments: 'To the appointments',
		submit: (count) => (count === 1 ? 'Hand over 1 file' : `Hand over ${count} files`),
		done: (count, name) => (count === 1 ? `1 file is now with ${name}.` : `${count} files are now with ${name}.`),
		leftOut: (count) =>
			count === 1
				? '1 file was not handed over: it has been closed meanwhile or is with somebody else.'
				: `${count} files were not handed over: they have been closed meanwhile or are with somebody else.`,
		notBack: (count) =>
			count === 1
				? '1 file did not come back: it was changed again meanwhile.'
				: `${count} files did not come back: they were changed again meanwhile.`,
		memberGone: 'Nobody can hand files over to this person: they do not counsel here (any more).',
	},
});
