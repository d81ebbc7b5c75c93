import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		title: 'Mitarbeitende',
		subtitle: 'Wer hier arbeitet, mit welchen Rollen, und wer was lesen darf.',
		add: 'Mitarbeiter/in aufnehmen',
		listTitle: 'Wer dazugehört',
		count: (count: number) => (count === 1 ? '1 Person' : `${count} Personen`),
		you: 'Sie',
		signInNameIs: (signInName: string) => `Anmeldename ${signInName}`,
		memberSince: (day: string) => `dabei seit ${day}`,
		hasStartPassphrase: 'Startpasswort noch nicht ersetzt',
		waitsForAccess: (areas: string) => `Wartet auf Freigabe: ${areas}`,
		notOpenYet: (areas: string) => `Noch nicht offen: ${areas} (liest zurzeit niemand)`,
		change: 'Ändern',
		changeOf: (name: string) => `Ändern: ${name}`,
		actions: {
			rename: 'Namen ändern',
			roles: 'Rollen ändern',
			reset: 'Neues Startpasswort geben',
			remove: 'Entfernen …',
		},
		former: (count: number) => `Ehemalige (${count})`,
		leftOn: (day: string) => `ausgeschieden am ${day}`,
		aloneTitle: 'Noch arbeiten Sie hier allein',
		aloneWords:
			'Nehmen Sie auf, wer mit Ihnen arbeitet. Alle bekommen einen eigenen Anmeldenamen und ein Startpasswort auf einem Zettel. Am besten bekommt gleich eine zweite Person die Rolle Verwaltung.',
		tooFewTitle: 'Zwei Personen mit Verwaltung werden empfohlen',
		tooFewWords:
			'Fällt die einzige aus oder vergisst ihr Passwort, hilft nur noch das Notfallblatt. Geben Sie einer zweiten Person diese Rolle: bei ihr auf „Ändern“, dann „Rollen ändern“.',

		name: 'Vor- und Nachname',
		missing: 'Bitte ausfüllen.',
		signInName: 'Anmeldename',
		signInNameHint: 'Zum Anmelden. Auf den Geräten ist er auch ohne Anmeldung zu sehen.',
		signInNameWrong: '2 bis 40 Buchstaben, Ziffern, Punkte oder Bindestriche, am Anfang ein Buchstabe oder eine Ziffer.',
		rolesLabel: 'Was tut diese Person hier?',
		rolesMissing: 'Bitte wählen Sie mindestens eine Rolle.',
		mustBeConfirmed: (readers: string) =>
			`Sie lesen selbst keine Fallakten und können sie darum auch nicht weitergeben. Nach der ersten Anmeldung gibt sie noch jemand frei, der sie liest: ${readers}. Kontor fragt dort auf der Seite „Heute“ nach.`,
		nobodyEverRead: 'Bisher liest niemand Fallakten. Für diese Person öffnen sie sich nach der ersten Anmeldung von selbst.',
		onlyKitReads:
			'Zurzeit liest niemand mehr Fallakten, darum kann sie auch niemand freigeben. Diese Person braucht dafür das Notfallblatt: auf der Anmeldeseite mit „Passwort vergessen?“.',
		startPassphrase: 'Startpasswort',
		startPassphraseHint:
			'Gilt nur für die erste Anmeldung; danach wählt die Person ein eigenes. Hier gewürfelt, Sie können auch selbst eines eintippen.',
		rollAgain: 'Neu würfeln',
		take: 'Aufnehmen',
		cancel: 'Abbrechen',
		save: 'Speichern',

		slipTitle: (name: string) => `Zettel für ${name}`,
		slipOnce: 'Das Startpasswort steht nur jetzt hier.',
		slipWords:
			'Drucken Sie den Zettel oder schreiben Sie ihn ab, und geben Sie ihn persönlich weiter. Geht er verloren, geben Sie einfach ein neues Startpasswort.',
		slipPrint: 'Zettel drucken',
		slipCopy: 'Startpasswort kopieren',
		slipCopied: 'Kopiert',
		slipNotCopied: 'Kopieren geht hier nicht. Bitte schreiben Sie das Startpasswort ab.',
		slipDone: 'Fertig',

		readersTitle: 'Wer darf was lesen',
		readersWords:
			'Lesen kann nur, wer den Schlüssel hat. Auch das Notfallblatt hat welche, für den Tag, an dem niemand mehr ein Passwort weiß.',
		areaHolds: {
			office: 'Räume, Angebote, Termine, Einstellungen des Standorts',
			workshop: 'Ausleihe, Reparaturen, Anmeldungen',
			counselling: 'Personen, Fallakten, Vermerke, Aufgaben',
		},
		readsSince: (day: string) => `seit ${day}`,
		waiting: 'wartet auf Freigabe',
		waitingForNobody: 'noch nicht offen',
		kit: 'Notfallblatt',
		nobody: 'Noch niemand',

		historyTitle: 'Chronik',
		historyWords: 'Alles, was mit Mitarbeitenden, Schlüsseln und Geräten geschehen ist. Niemand kann sie nachträglich ändern.',
		historySearch: 'In der Chronik suchen',
		historyHint: 'Name, Gerät oder was geschehen ist',
		historyNothing: 'Dazu steht nichts in der Chronik.',
		historyMore: (count: number) => `${count} weitere zeigen`,
	},
	en: {
		title: 'Members',
		subtitle: 'Who works here, in which roles, and who may read what.',
		add: 'Add a member',
		listTitle: 'Who belongs here',
		count: (count) => (count === 1 ? '1 person' : `${count} people`),
		you: 'you',
		signInNameIs: (signInName) => `Sign-in name ${signInName}`,
		memberSince: (day) => `since ${day}`,
		hasStartPassphrase: 'Start passphrase not replaced yet',
		waitsForAccess: (areas) => `Waits for access: ${areas}`,
		notOpenYet: (areas) => `Not open yet: ${areas} (nobody reads it at present)`,
		change: 'Change',
		changeOf: (name) => `Change: ${name}`,
		actions: {
			rename: 'Change name',
			roles: 'Change roles',
			reset: 'Give a new start passphrase',
			remove: 'Remove …',
		},
		former: (count) => `Former members (${count})`,
		leftOn: (day) => `left on ${day}`,
		aloneTitle: 'You are alone here so far',
		aloneWords:
			'Add those who work with you. Each of them gets a sign-in name and a start passphrase on a slip of paper. It is best to give a second person the role Administrator right away.',
		tooFewTitle: 'Two administrators are recommended',
		tooFewWords:
			'If the only one is away or forgets the passphrase, just the recovery kit helps. Give a second person this role: “Change” beside their name, then “Change roles”.',

		name: 'First and last name',
		missing: 'Please fill this in.',
		signInName: 'Sign-in name',
		signInNameHint: 'For signing in. It can be seen on the devices without signing in.',
		signInNameWrong: '2 to 40 letters, digits, dots or hyphens, beginning with a letter or digit.',
		rolesLabel: 'What does this person do here?',
		rolesMissing: 'Please choose at least one role.',
		mustBeConfirmed: (readers) =>
			`You do not read case files, so you cannot pass them on. After the first sign-in somebody who reads them gives access: ${readers}. Kontor asks there on the page “Today”.`,
		nobodyEverRead: 'Nobody has read case files so far. They open for this person by themselves after the first sign-in.',
		onlyKitReads:
			'Nobody reads case files any more, so nobody can give access. This person needs the recovery kit for it: “Forgotten your passphrase?” on the sign-in page.',
		startPassphrase: 'Start passphrase',
		startPassphraseHint:
			'For the first sign-in only; then the person chooses their own. Drawn by lot here, but you may type one yourself.',
		rollAgain: 'Draw again',
		take: 'Add',
		cancel: 'Cancel',
		save: 'Save',

		slipTitle: (name) => `Slip for ${name}`,
		slipOnce: 'The start passphrase is shown only now.',
		slipWords:
			'Print the slip or copy it by hand, and hand it over in person. If it gets lost, simply give a new start passphrase.',
		slipPrint: 'Print the slip',
		slipCopy: 'Copy start passphrase',
		slipCopied: 'Copied',
		slipNotCopied: 'Copying does not work here. Please write the start passphrase down.',
		slipDone: 'Done',

		readersTitle: 'Who may read what',
		readersWords:
			'Only those who hold the key can read. The recovery kit holds keys too, for the day when nobody knows a passphrase.',
		areaHolds: {
			office: 'Rooms, offers, appointments, settings of the site',
			workshop: 'Lending, repairs, sign-ins at the door',
			counselling: 'People, case files, notes, to-dos',
		},
		readsSince: (day) => `since ${day}`,
		waiting: 'waits for access',
		waitingForNobody: 'not open yet',
		kit: 'Recovery kit',
		nobody: 'Nobody yet',

		historyTitle: 'History',
		historyWords: 'Everything that happened to members, keys and devices. Nobody can change it afterwards.',
		historySearch: 'Search the history',
		historyHint: 'Name, device or what happened',
		historyNothing: 'The history says nothing about that.',
		historyMore: (count) => `Show ${count} more`,
	},
});
