import { defineTexts } from '#renderer/i18n/texts.ts';

/** Waiting for the key of the case files, and giving it. */
export const texts = defineTexts({
	de: {
		title: 'Wartet auf Ihre Freigabe',
		intro: 'Nur wer die Fallakten liest, kann sie anderen öffnen.',
		kit: 'Das neue Notfallblatt',
		kitDetail: 'öffnet die Fallakten erst, wenn Sie es freigeben',
		stillStart: 'muss sich erst anmelden und das Startpasswort ersetzen; danach können Sie freigeben',
		give: 'Freigeben …',
		giveTo: (name: string) => `Freigeben: ${name}`,
		dialogTitle: (name: string) => `${name} Zugang zu den Fallakten geben?`,
		meansAll: (name: string) =>
			`${name} kann dann alle Fallakten dieses Standorts lesen und bearbeiten: auch ältere und auch die, die andere führen.`,
		meansNotes: 'Private Notizen bleiben privat. Wer welche Akte öffnet, steht im Zugriffsprotokoll der Akte.',
		sure: (name: string) => `Geben Sie nur frei, wenn Sie wissen, dass ${name} bei Ihnen in der Beratung arbeitet.`,
		unsure: 'Sind Sie nicht sicher, brechen Sie ab und fragen Sie die Verwaltung. Es wartet, ohne dass etwas verloren geht.',
		dialogTitleKit: 'Das neue Notfallblatt für die Fallakten freigeben?',
		kitMeans: 'Wer dieses Blatt hat, kommt dann an alle Fallakten: für den Tag, an dem niemand mehr ein Passwort weiß.',
		kitSure:
			'Geben Sie es nur frei, wenn die Verwaltung Ihnen gesagt hat, dass sie ein neues Notfallblatt gedruckt hat und wo es liegt.',
		confirm: 'Zugang geben',
		cancel: 'Abbrechen',
		given: (name: string) => `${name} kann jetzt die Fallakten lesen.`,
		givenKit: 'Das neue Notfallblatt öffnet jetzt auch die Fallakten.',
		banner: (name: string) => `${name} wartet auf Ihre Freigabe für die Fallakten.`,
		bannerKit: 'Das neue Notfallblatt wartet auf Ihre Freigabe für die Fallakten.',
		bannerMany: (count: number) => `${count} Freigaben für die Fallakten warten auf Sie.`,
		bannerOpen: 'Ansehen',
		awaitedKey: {
			counselling:
				'Ihr Zugang zu den Fallakten wartet auf die Freigabe durch jemanden aus der Beratung. Sagen Sie dort kurz Bescheid.',
			office: 'Ihr Zugang zum Büro wartet auf einen neuen Schlüssel. Bleibt es dabei, fragen Sie die Verwaltung.',
			workshop: 'Ihr Zugang zu den Werkstätten wartet auf einen neuen Schlüssel. Bleibt es dabei, fragen Sie die Verwaltung.',
		},
		awaitedShare: {
			counselling: 'Die Fallakten werden auf dieses Gerät geholt. Sie erscheinen von selbst; das kann einige Minuten dauern.',
			office: 'Die Daten des Büros werden auf dieses Gerät geholt.',
			workshop: 'Die Daten der Werkstätten werden auf dieses Gerät geholt.',
		},
		/** Nobody reads it any more who could give it on. */
		awaitedKit: {
			counselling:
				'Zurzeit liest niemand die Fallakten; nur das Notfallblatt öffnet sie. Holen Sie es bei der Leitung, sperren Sie Kontor und wählen Sie bei der Anmeldung „Passwort vergessen?“.',
			office:
				'Zurzeit liest niemand die Daten des Büros; nur das Notfallblatt öffnet sie. Holen Sie es bei der Leitung, sperren Sie Kontor und wählen Sie bei der Anmeldung „Passwort vergessen?“.',
			workshop:
				'Zurzeit liest niemand die Daten der Werkstätten; nur das Notfallblatt öffnet sie. Holen Sie es bei der Leitung, sperren Sie Kontor und wählen Sie bei der Anmeldung „Passwort vergessen?“.',
		},
		caseFilesHere: 'Die Fallakten sind jetzt hier.',
	},
	en: {
		title: 'Waits for your approval',
		intro: 'Only those who read the case files can open them for others.',
		kit: 'The new recovery kit',
		kitDetail: 'opens the case files only after you approve it',
		stillStart: 'has to sign in and replace the start passphrase first; after that you can approve',
		give: 'Approve …',
		giveTo: (name) => `Approve: ${name}`,
		dialogTitle: (name) => `Give ${name} access to the case files?`,
		meansAll: (name) =>
			`${name} can then read and edit all case files of this site: also older ones, and those others are responsible for.`,
		meansNotes: 'Private notes stay private. Who opens which file stands in the access log of that file.',
		sure: (name) => `Only approve if you know that ${name} works in counselling with you.`,
		unsure: 'If you are not sure, cancel and ask your administrator. It waits, and nothing is lost.',
		dialogTitleKit: 'Approve the new recovery kit for the case files?',
		kitMeans: 'Whoever has this page can then reach all case files: for the day nobody knows a passphrase any more.',
		kitSure: 'Only approve if your administrator told you that a new recovery kit was printed, and where it is kept.',
		confirm: 'Give access',
		cancel: 'Cancel',
		given: (name) => `${name} can read the case files now.`,
		givenKit: 'The new recovery kit opens the case files now, too.',
		banner: (name) => `${name} waits for your approval for the case files.`,
		bannerKit: 'The new recovery kit waits for your approval for the case files.',
		bannerMany: (count) => `${count} approvals for the case files wait for you.`,
		bannerOpen: 'Show',
		awaitedKey: {
			counselling: 'Your access to the case files waits for the approval of a colleague from counselling. Let them know.',
			office: 'Your access to the office waits for a new key. If it stays like this, ask your administrator.',
			workshop: 'Your access to the workshops waits for a new key. If it stays like this, ask your administrator.',
		},
		awaitedShare: {
			counselling: 'The case files are being fetched to this device. They appear by themselves; it may take some minutes.',
			office: 'The data of the office is being fetched to this device.',
			workshop: 'The data of the workshops is being fetched to this device.',
		},
		awaitedKit: {
			counselling:
				'Nobody reads the case files right now; only the recovery kit opens them. Fetch it from the management, lock Kontor and choose “Forgotten your passphrase?” at the sign-in.',
			office:
				'Nobody reads the data of the office right now; only the recovery kit opens it. Fetch it from the management, lock Kontor and choose “Forgotten your passphrase?” at the sign-in.',
			workshop:
				'Nobody reads the data of the workshops right now; only the recovery kit opens it. Fetch it from the management, lock Kontor and choose “Forgotten your passphrase?” at the sign-in.',
		},
		caseFilesHere: 'The case files are here now.',
	},
});
