import { defineTexts } from '#renderer/i18n/texts.ts';

export const kioskTexts = defineTexts({
	de: {
		choice: 'Als Kiosk einrichten',
		choiceBody:
			'Dieser PC steht am Eingang, und Besucher/innen melden sich daran an. Daten des Büros kommen nicht darauf. Sie brauchen das Netzlaufwerk, Ihren Anmeldenamen und Ihr Passwort.',
		title: 'Wer richtet den Kiosk ein?',
		intro:
			'Ihr Passwort zeigt nur, dass Sie zum Standort gehören; es bleibt nicht auf diesem PC. Verwalten Sie den Standort, gilt der Kiosk sofort. Sonst lässt ihn die Verwaltung unter „Geräte“ zu.',
		name: 'Name des Kiosks',
		nameHint: 'zum Beispiel „Nähwerkstatt, Eingang“',
		setUp: 'Kiosk einrichten',
		leftTitle: 'Dieser PC ist ein Kiosk',
		leftIntro: 'Auf ihm liegen keine Daten des Büros und keine Schlüssel dazu.',
		allSent: 'Alle Anmeldungen sind im Büro angekommen.',
		unsent: (count: number) =>
			count === 1 ? '1 Anmeldung wartet noch verschlüsselt.' : `${count} Anmeldungen warten noch verschlüsselt.`,
		resume: 'Weiter als Kiosk',
		dismantle: 'Einrichtung entfernen',
		dismantleNow: 'Ja, entfernen',
		dismantleWords: (count: number) =>
			count === 0
				? 'Der PC ist danach leer. Entfernen Sie den Kiosk auch unter „Geräte“.'
				: 'Der PC ist danach leer, und was noch wartet, ist verloren. Entfernen Sie den Kiosk auch unter „Geräte“.',
	},
	en: {
		choice: 'Set up as a kiosk',
		choiceBody:
			'This PC stands at the entrance, and visitors sign in on it. No data of the office comes onto it. You need the network drive, your sign-in name and your passphrase.',
		title: 'Who sets up the kiosk?',
		intro:
			'Your passphrase only shows that you belong to the site; it does not stay on this PC. If you administer the site, the kiosk counts at once. Otherwise an administrator approves it under “Devices”.',
		name: 'Name of the kiosk',
		nameHint: 'for example “Sewing workshop, entrance”',
		setUp: 'Set up kiosk',
		leftTitle: 'This PC is a kiosk',
		leftIntro: 'There are no data of the office on it and no keys to them.',
		allSent: 'All sign-ins have arrived in the office.',
		unsent: (count) => (count === 1 ? '1 sign-in still waits, encrypted.' : `${count} sign-ins still wait, encrypted.`),
		resume: 'Go on as a kiosk',
		dismantle: 'Remove it from this PC',
		dismantleNow: 'Yes, remove it',
		dismantleWords: (count) =>
			count === 0
				? 'The PC is empty afterwards. Remove the kiosk under “Devices” too.'
				: 'The PC is empty afterwards, and what still waits is lost. Remove the kiosk under “Devices” too.',
	},
});
