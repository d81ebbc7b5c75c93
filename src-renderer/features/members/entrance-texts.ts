import { defineTexts } from '#renderer/i18n/texts.ts';

/** What stands at the door: the first own passphrase, and why somebody or something does not belong here any more. */
export const texts = defineTexts({
	de: {
		firstTitle: (name: string) => `Willkommen, ${name}. Geben Sie sich jetzt Ihr eigenes Passwort.`,
		firstIntro:
			'Ihr Startpasswort kennt noch jemand anderes. Sobald Sie ein eigenes haben, öffnet das alte nichts mehr, und nur Sie kennen das neue.',
		startPassphrase: 'Startpasswort',
		startPassphraseHint: 'Das, mit dem Sie sich gerade angemeldet haben.',
		startPassphraseMissing: 'Bitte geben Sie das Startpasswort ein.',
		keepTitle: 'Merken Sie es sich gut.',
		keepBody: 'Niemand kann Ihr Passwort nachsehen. Vergessen Sie es, gibt Ihnen die Verwaltung ein neues Startpasswort.',
		keepNotes: 'Ihre privaten Arbeitsnotizen in den Fallakten sind dann aber für immer verloren.',
		setOwn: 'Eigenes Passwort setzen',
		sameAsStart: 'Das ist noch das Startpasswort. Bitte wählen Sie ein ganz anderes.',
		later: 'Jetzt nicht: sperren',
		done: 'Ihr eigenes Passwort gilt. Das Startpasswort öffnet nichts mehr.',
		memberRemovedTitle: (day: string) => `Ihr Zugang wurde am ${day} beendet.`,
		memberRemovedBody:
			'Mit diesem Anmeldenamen öffnet sich hier nichts mehr. Ist das ein Irrtum, fragen Sie bitte die Verwaltung Ihres Standorts.',
		deviceRemovedTitle: (day: string) => `Dieses Gerät wurde am ${day} aus dem Standort entfernt.`,
		ended: {
			member_removed: {
				title: 'Der Zugang der Person, die hier zuletzt gearbeitet hat, wurde beendet.',
				body: 'Ist das ein Irrtum, fragen Sie bitte die Verwaltung. Alle anderen melden sich an wie immer.',
			},
			device_removed: { title: 'Dieses Gerät wurde aus dem Standort entfernt.' },
			keys_replaced: {
				title: 'Für die Person, die hier zuletzt gearbeitet hat, gilt jetzt ein neues Passwort.',
				body: 'Es wurde an einem anderen Gerät gesetzt oder von der Verwaltung vergeben. Bitte melden Sie sich damit neu an.',
			},
		},
		deviceRemovedBody:
			'Die Daten auf diesem PC lassen sich nicht mehr benutzen. Was vorher gesichert war, ist auf dem Netzlaufwerk und an den anderen Geräten weiter da.',
		joinAgainTitle: 'Soll dieser PC wieder dazugehören?',
		joinAgainAsk: 'Fragen Sie die Verwaltung, warum er entfernt wurde.',
		joinAgainClear: 'Leeren Sie diesen PC. Er beginnt dann wie ein neuer.',
		joinAgainJoin: 'Wählen Sie „Standort beitreten“. Die Verwaltung lässt den PC dann neu zu.',
		clear: 'Diesen PC leeren …',
		clearTitle: 'Diesen PC leeren?',
		clearBody:
			'Kontor löscht seine Daten auf diesem PC. Sie lassen sich hier ohnehin nicht mehr öffnen. Was auf dem Netzlaufwerk und an anderen Geräten liegt, bleibt.',
		lost: (changes: number) =>
			changes === 1
				? '1 Änderung, die hier zuletzt geschrieben wurde, ist nicht mehr gesichert worden und steht auf keinem anderen Gerät. Bitte tragen Sie sie dort noch einmal ein.'
				: `${changes} Änderungen, die hier zuletzt geschrieben wurden, sind nicht mehr gesichert worden und stehen auf keinem anderen Gerät. Bitte tragen Sie sie dort noch einmal ein.`,
		clearLoss: (changes: number) =>
			changes === 0
				? 'Was dieser PC vor der Entfernung noch nicht gesichert hatte, ist danach endgültig weg.'
				: changes === 1
					? '1 Änderung, die nur auf diesem PC steht, ist danach endgültig weg.'
					: `${changes} Änderungen, die nur auf diesem PC stehen, sind danach endgültig weg.`,
		clearConfirm: 'Leeren',
		cancel: 'Abbrechen',
	},
	en: {
		firstTitle: (name) => `Welcome, ${name}. Now choose a passphrase of your own.`,
		firstIntro:
			'Somebody else still knows your start passphrase. Once you have your own, the old one opens nothing, and only you know the new one.',
		startPassphrase: 'Start passphrase',
		startPassphraseHint: 'The one you just signed in with.',
		startPassphraseMissing: 'Please enter the start passphrase.',
		keepTitle: 'Remember it well.',
		keepBody: 'Nobody can look up your passphrase. If you forget it, your administrator gives you a new start passphrase.',
		keepNotes: 'But then your private working notes in the case files are lost for ever.',
		setOwn: 'Set my own passphrase',
		sameAsStart: 'That still is the start passphrase. Please choose another.',
		later: 'Not now: lock',
		done: 'Your own passphrase is valid. The start passphrase opens nothing any more.',
		memberRemovedTitle: (day) => `Your access ended on ${day}.`,
		memberRemovedBody: 'This sign-in name opens nothing here any more. If that is a mistake, please ask your administrator.',
		deviceRemovedTitle: (day) => `This device was removed from the site on ${day}.`,
		ended: {
			member_removed: {
				title: 'The access of the person who last worked here has ended.',
				body: 'If that is a mistake, please ask your administrator. Everybody else signs in as always.',
			},
			device_removed: { title: 'This device was removed from the site.' },
			keys_replaced: {
				title: 'The person who last worked here has a new passphrase now.',
				body: 'It was set on another device or given by an administrator. Please sign in again with it.',
			},
		},
		deviceRemovedBody:
			'The data on this PC cannot be used any more. What was saved before is still on the network share and on the other devices.',
		joinAgainTitle: 'Shall this PC belong again?',
		joinAgainAsk: 'Ask your administrator why it was removed.',
		joinAgainClear: 'Empty this PC. It then begins like a new one.',
		joinAgainJoin: 'Choose “Join a site”. An administrator lets the PC in anew.',
		clear: 'Empty this PC …',
		clearTitle: 'Empty this PC?',
		clearBody:
			'Kontor deletes its data on this PC. It cannot be opened here any more anyway. What lies on the network share and on other devices stays.',
		lost: (changes) =>
			changes === 1
				? '1 change written here last was not saved any more and is on no other device. Please enter it there once more.'
				: `${changes} changes written here last were not saved any more and are on no other device. Please enter them there once more.`,
		clearLoss: (changes) =>
			changes === 0
				? 'What this PC had not saved yet before it was removed is gone for good after that.'
				: changes === 1
					? '1 change that is only on this PC is gone for good after that.'
					: `${changes} changes that are only on this PC are gone for good after that.`,
		clearConfirm: 'Empty it',
		cancel: 'Cancel',
	},
});
