import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		title: 'Handbuch',
		pages: 'Seiten des Handbuchs',
		missing: 'Diese Seite gibt es im Handbuch nicht.',
		names: {
			start: 'Erste Schritte',
			personen: 'Personen',
			import: 'Liste einlesen',
			fallakten: 'Fallakten',
			sicherung: 'Sicherung',
			passphrase: 'Passphrase vergessen',
			verschluesselung: 'Was verschlüsselt ist',
			tasten: 'Tasten',
		},
	},
	en: {
		title: 'Handbook (in German)',
		pages: 'Pages of the handbook',
		missing: 'There is no such page in the handbook.',
		names: {
			start: 'First steps',
			personen: 'People',
			import: 'Importing a list',
			fallakten: 'Case files',
			sicherung: 'Backup',
			passphrase: 'Forgotten passphrase',
			verschluesselung: 'What is encrypted',
			tasten: 'Keys',
		},
	},
});
