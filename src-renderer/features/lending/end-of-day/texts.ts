import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		title: 'Tagesende',
		intro: (count: number) =>
			count === 0
				? 'Alles, was bis heute zurück sein sollte, ist da.'
				: count === 1
					? 'Eines fehlt noch von dem, was bis heute zurück sein sollte.'
					: `${count} fehlen noch von dem, was bis heute zurück sein sollte.`,
		group: { inHouse: 'Noch vor Ort in Benutzung', dueToday: 'Heute fällig', overdue: 'Überfällig' },
		groupWords: {
			inHouse: 'Das muss vor Ladenschluss zurück ins Regal.',
			dueToday: 'Nach Hause ausgeliehen, heute ist der letzte Tag.',
			overdue: 'Hier hilft ein Anruf.',
		},
		groupCount: (name: string, count: number) => `${name} (${count})`,
		back: 'Ist zurück',
		allBack: 'Ist zurück, alles dabei',
		backOf: (label: string, item: string, name: string) => `${label}: ${item} von ${name}`,
		notAll: 'Etwas fehlt',
		notAllOf: (item: string, name: string) => `Etwas fehlt: ${item} von ${name}`,
		noPhone: 'keine Telefonnummer',
		emptyTitle: 'Alles ist zurück',
		emptyWords: 'Nichts ist mehr vor Ort in Benutzung, nichts war heute fällig, nichts ist überfällig. Feierabend!',
		print: 'Liste drucken',
		toReminders: 'Zu den Erinnerungen',
	},
	en: {
		title: 'End of day',
		intro: (count) =>
			count === 0
				? 'All that had to be back by today is here.'
				: count === 1
					? 'One is still missing of what had to be back by today.'
					: `${count} are still missing of what had to be back by today.`,
		group: { inHouse: 'Still used in house', dueToday: 'Due today', overdue: 'Overdue' },
		groupWords: {
			inHouse: 'Has to be back on its shelf before closing time.',
			dueToday: 'Taken home, today is the last day.',
			overdue: 'A call helps here.',
		},
		groupCount: (name, count) => `${name} (${count})`,
		back: 'It is back',
		allBack: 'It is back, all of it',
		backOf: (label, item, name) => `${label}: ${item} from ${name}`,
		notAll: 'Something is missing',
		notAllOf: (item, name) => `Something is missing: ${item} from ${name}`,
		noPhone: 'no phone number',
		emptyTitle: 'Everything is back',
		emptyWords: 'Nothing is used in house any more, nothing was due today, nothing is overdue. Time to go home!',
		print: 'Print the list',
		toReminders: 'To the reminders',
	},
});
