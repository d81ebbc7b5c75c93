import { defineTexts } from '#renderer/i18n/texts.ts';
import { roleWords } from '../role-words.ts';

/** What a change to a member brings with it, in full sentences. `areas` read „das Büro und die Fallakten“. */
export const texts = defineTexts({
	de: {
		renameTitle: 'Namen ändern',
		rolesTitle: (name: string) => `Rollen von ${name}`,
		rolesSame: 'Es ist noch nichts geändert.',
		rolesSave: 'Rollen ändern',
		resetTitle: (name: string) => `Neues Startpasswort für ${name}`,
		resetSave: 'Neues Startpasswort geben',
		removeTitle: (name: string) => `${name} entfernen?`,
		removeSave: 'Entfernen',
		follows: 'Das bedeutet:',
		areas: roleWords.de.theAreas,

		refused: {
			remove: {
				last_reader: (name: string) =>
					`Nur ${name} öffnet noch die Fallakten; das neue Notfallblatt öffnet sie noch nicht. Bitten Sie ${name}, es zuerst auf der Seite „Heute“ freizugeben.`,
				last_administrator: (name: string) =>
					`${name} hat als Einzige oder Einziger die Rolle Verwaltung. Geben Sie diese Rolle zuerst einer anderen Person.`,
				yourself: 'Sich selbst kann niemand entfernen. Bitten Sie eine andere Person mit der Rolle Verwaltung darum.',
			},
			roles: {
				last_reader: (name: string) =>
					`Nur ${name} öffnet noch die Fallakten; das neue Notfallblatt öffnet sie noch nicht. Bitten Sie ${name}, es zuerst auf der Seite „Heute“ freizugeben.`,
				last_administrator: (name: string) =>
					`${name} hat als Einzige oder Einziger die Rolle Verwaltung. Geben Sie diese Rolle zuerst einer anderen Person; ohne sie könnte niemand mehr etwas verwalten.`,
				yourself:
					'Die eigene Rolle Verwaltung kann niemand selbst abgeben. Bitten Sie eine andere Person mit der Rolle Verwaltung darum.',
			},
			reset: {
				last_reader: (name: string) =>
					`Nur ${name} öffnet noch die Fallakten; das neue Notfallblatt öffnet sie noch nicht. Bitten Sie ${name}, es zuerst auf der Seite „Heute“ freizugeben.`,
				last_administrator: (name: string) => `${name} ist die einzige Person mit Verwaltung. Hier hilft das Notfallblatt.`,
				yourself:
					'Ihr eigenes Passwort ändern Sie oben rechts unter Ihrem Namen. Haben Sie es vergessen, hilft das Notfallblatt.',
			},
		},

		removed: (name: string) =>
			`${name} kann sich nicht mehr anmelden und bekommt nichts Neues mehr zu lesen. Was ${name} geschrieben hat, bleibt.`,
		reset: (name: string) =>
			`Das bisherige Passwort von ${name} gilt danach nicht mehr, auf jedem Gerät nach dem nächsten Abgleich. ${name} meldet sich einmal mit dem Startpasswort an und wählt dann ein eigenes.`,
		gains: (name: string, areas: string) => `${name} kann ${areas} danach lesen, auch alles, was schon darin steht.`,
		loses: (name: string, areas: string) => `${name} kann ${areas} danach nicht mehr lesen.`,
		administers: (name: string) => `${name} kann danach Mitarbeitende, Geräte und Sicherung verwalten.`,
		administersNoMore: (name: string) => `${name} kann danach nichts mehr verwalten.`,
		newKeys: (areas: string) => `Kontor beginnt neue Schlüssel für ${areas}.`,
		newKeysLater: (areas: string) => `Neue Schlüssel für ${areas} beginnen, sobald sich jemand anmeldet, der ${areas} liest.`,
		whatIsKnown: 'Was schon gelesen, ausgedruckt oder kopiert wurde, lässt sich nicht zurückholen.',
		waitsFor: (name: string, areas: string) =>
			`Auf ${areas} muss ${name} warten, bis jemand die Freigabe gibt, der ${areas} schon liest. Kontor fragt dort auf der Seite „Heute“ nach.`,
		opensByItself: (name: string, areas: string) =>
			`Bisher liest niemand ${areas}. Für ${name} geht das nach der nächsten Anmeldung von selbst.`,
		waitsForKit: (name: string, areas: string) =>
			`Zurzeit liest niemand mehr ${areas}, darum kann auch niemand die Freigabe geben. ${name} braucht dafür das Notfallblatt: auf der Anmeldeseite mit „Passwort vergessen?“.`,
		ownedCases: (name: string, count: number) =>
			count === 1
				? `${name} ist noch für 1 laufende Fallakte zuständig. Bitte übergeben Sie sie vorher.`
				: `${name} ist noch für ${count} laufende Fallakten zuständig. Bitte übergeben Sie sie vorher.`,
		ownedCasesUnseen: (name: string) =>
			`Ob ${name} noch für Fallakten zuständig ist, können Sie nicht sehen. Fragen Sie vorher jemanden aus der Beratung.`,
		ownedCasesSeenByThem: (name: string) =>
			`Ob ${name} noch für Fallakten zuständig ist, kann außer ${name} zurzeit niemand sehen. Fragen Sie vorher dort nach.`,
		showOwned: 'Diese Fallakten zeigen',
		handOverOwned: 'Jetzt übergeben',
		lostNotes: (name: string, count: number) =>
			count === 1
				? `Die eine private Notiz von ${name} kann danach niemand mehr lesen, auch ${name} nicht.`
				: `Die ${count} privaten Notizen von ${name} kann danach niemand mehr lesen, auch ${name} nicht.`,
		lostNotesUnseen: (name: string) =>
			`Private Notizen von ${name} kann danach niemand mehr lesen, auch ${name} nicht. Ob es welche gibt, können Sie nicht sehen.`,
		noNotes: (name: string) => `${name} hat keine privaten Notizen, die dabei verloren gehen könnten.`,
		startPassphrases: (name: string, newcomers: readonly string[]) =>
			`${name} kennt das Startpasswort von ${newcomers.join(', ')}. Es gilt danach nicht mehr: Setzen Sie dort ein neues.`,
		lastReader: (name: string, areas: string) =>
			`${name} ist die einzige Person, die ${areas} liest. Danach kann das niemand mehr; nur das Notfallblatt öffnet noch, was dort liegt. Geben Sie besser zuerst einer anderen Person Zugang.`,
		lastReaderTick: (areas: string) =>
			`Ich weiß, dass danach niemand mehr ${areas} lesen kann, und ich weiß, wo das Notfallblatt liegt.`,

		devices: 'Auch diese Geräte entfernen',
		devicesHint: (name: string) =>
			`${name} hat sie dazugenommen. Haken Sie an, was nicht im Büro bleibt oder verschwunden ist. Was darauf geschrieben wurde, bleibt.`,
		done: {
			renamed: 'Der Name ist geändert.',
			roles: (name: string) => `Die Rollen von ${name} sind geändert.`,
			removed: (name: string) => `${name} gehört nicht mehr dazu.`,
		},
	},
	en: {
		renameTitle: 'Change name',
		rolesTitle: (name) => `Roles of ${name}`,
		rolesSame: 'Nothing is changed yet.',
		rolesSave: 'Change roles',
		resetTitle: (name) => `New start passphrase for ${name}`,
		resetSave: 'Give the new start passphrase',
		removeTitle: (name) => `Remove ${name}?`,
		removeSave: 'Remove',
		follows: 'This means:',
		areas: roleWords.en.theAreas,

		refused: {
			remove: {
				last_reader: (name) =>
					`Only ${name} still opens the case files; the new recovery kit does not open them yet. Ask ${name} to give it access on the day page first.`,
				last_administrator: (name) => `${name} is the only administrator. Give this role to somebody else first.`,
				yourself: 'Nobody can remove themselves. Please ask another administrator.',
			},
			roles: {
				last_reader: (name) =>
					`Only ${name} still opens the case files; the new recovery kit does not open them yet. Ask ${name} to give it access on the day page first.`,
				last_administrator: (name) =>
					`${name} is the only administrator. Give this role to somebody else first; without it nobody could manage anything.`,
				yourself: 'Nobody can give up their own role Administrator. Please ask another administrator.',
			},
			reset: {
				last_reader: (name) =>
					`Only ${name} still opens the case files; the new recovery kit does not open them yet. Ask ${name} to give it access on the day page first.`,
				last_administrator: (name) => `${name} is the only administrator. Here the recovery kit helps.`,
				yourself: 'You change your own passphrase at the top right, under your name. If it is forgotten, the recovery kit helps.',
			},
		},

		removed: (name) => `${name} can no longer sign in and gets nothing new to read. What ${name} has written stays.`,
		reset: (name) =>
			`The current passphrase of ${name} is no longer valid then, on each device after its next sync. ${name} signs in once with the start passphrase and then chooses an own one.`,
		gains: (name, areas) => `${name} can read ${areas} then, also everything that is already there.`,
		loses: (name, areas) => `${name} can no longer read ${areas} then.`,
		administers: (name) => `${name} can manage members, devices and backups then.`,
		administersNoMore: (name) => `${name} can no longer manage anything then.`,
		newKeys: (areas) => `Kontor begins new keys for ${areas}.`,
		newKeysLater: (areas) => `New keys for ${areas} begin as soon as somebody signs in who reads ${areas}.`,
		whatIsKnown: 'What was already read, printed or copied cannot be taken back.',
		waitsFor: (name, areas) =>
			`${name} has to wait for ${areas} until somebody gives access who already reads ${areas}. Kontor asks there on the page “Today”.`,
		opensByItself: (name, areas) =>
			`Nobody has read ${areas} so far. They open for ${name} by themselves after the next sign-in.`,
		waitsForKit: (name, areas) =>
			`Nobody reads ${areas} any more, so nobody can give access. ${name} needs the recovery kit for it: “Forgotten your passphrase?” on the sign-in page.`,
		ownedCases: (name, count) =>
			count === 1
				? `${name} is still responsible for 1 current case file. Please hand it over first.`
				: `${name} is still responsible for ${count} current case files. Please hand them over first.`,
		ownedCasesUnseen: (name) => `You cannot see whether ${name} is still responsible for case files. Ask a counsellor first.`,
		ownedCasesSeenByThem: (name) =>
			`At present nobody but ${name} can see whether they are still responsible for case files. Ask there first.`,
		showOwned: 'Show these case files',
		handOverOwned: 'Hand over now',
		lostNotes: (name, count) =>
			count === 1
				? `Nobody can read the one private note of ${name} then, not even ${name}.`
				: `Nobody can read the ${count} private notes of ${name} then, not even ${name}.`,
		lostNotesUnseen: (name) =>
			`Nobody can read private notes of ${name} then, not even ${name}. You cannot see whether there are any.`,
		noNotes: (name) => `${name} has no private notes that could be lost.`,
		startPassphrases: (name, newcomers) =>
			`${name} knows the start password of ${newcomers.join(', ')}. It is not valid any more then: please set a new one.`,
		lastReader: (name, areas) =>
			`${name} is the only person who reads ${areas}. Nobody can then; only the recovery kit opens what lies there. Better give somebody else access first.`,
		lastReaderTick: (areas) => `I know that nobody can read ${areas} then, and I know where the recovery kit is.`,

		devices: 'Remove these devices too',
		devicesHint: (name) =>
			`${name} brought them in. Tick what does not stay in the office or has disappeared. What was written on them stays.`,
		done: {
			renamed: 'The name is changed.',
			roles: (name) => `The roles of ${name} are changed.`,
			removed: (name) => `${name} does not belong here any more.`,
		},
	},
});
