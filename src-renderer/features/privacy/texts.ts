import { defineTexts } from '#renderer/i18n/texts.ts';
import type { DueReason, ErasureReason, RetentionRules } from '#shared/features/privacy/model.ts';

/** Words for erasing: who is due, what goes, until when copies live on. */
export const texts = defineTexts({
	de: {
		menu: 'Endgültig löschen (Art. 17 DSGVO) …',
		tabs: 'Seiten des Datenschutzes',
		people: 'Personen',
		borrowers: 'Entleihende',

		title: 'Löschen',
		intro: 'Wessen Daten nicht mehr gebraucht werden, wird hier endgültig gelöscht: auf allen Geräten, auch im Verlauf.',
		introBorrowers:
			'Karten, die lange niemand benutzt hat. Ihre Ausleihen bleiben in den Zahlen, ohne dass jemand weiß, wer es war.',
		rules: 'Fristen',
		due: 'Fällig',
		dueHint: 'Nach den Fristen dieses Standorts. Gelöscht wird nur, was Sie hier einzeln ansehen und bestätigen.',
		noneDue: 'Niemand ist fällig',
		noneDueWords: 'Sobald eine Frist abgelaufen ist, steht die Person hier. Bis dahin ist nichts zu tun.',
		excluded: 'Ausgenommen',
		since: (day: string) => `fällig seit ${day}`,
		why: {
			case: (day: string) => `letzte Fallakte am ${day} geschlossen`,
			contact: (day: string) => `ohne Fallakte, zuletzt am ${day} etwas eingetragen`,
			removed: (day: string) => `am ${day} aus der Liste entfernt`,
			loan: (day: string) => `zuletzt am ${day} etwas geliehen oder zurückgebracht`,
		} satisfies Record<DueReason, (day: string) => string> as Record<DueReason, (day: string) => string>,
		look: 'Ansehen und löschen',
		lookOf: (name: string) => `${name}: ansehen und löschen`,
		exclude: 'Ausnehmen …',
		excludeOf: (name: string) => `${name}: vom Löschen ausnehmen`,
		include: 'Wieder aufnehmen',
		includeOf: (name: string) => `${name}: Ausnahme aufheben`,

		excludeTitle: (name: string) => `Vom Löschen ausnehmen: ${name}`,
		until: 'Bis einschließlich',
		untilMissing: 'Wählen Sie einen Tag nach heute.',
		reason: 'Warum',
		reasonHint: 'Zum Beispiel: laufendes Gerichtsverfahren. Steht in der Auskunft an die Person.',
		reasonMissing: 'Schreiben Sie, warum.',

		eraseTitle: (name: string) => `Endgültig löschen: ${name}`,
		back: 'Zurück zu Löschen',
		warning: 'Das lässt sich nicht rückgängig machen',
		warningWords:
			'Fast alles in Kontor kann man zurücknehmen, dies nicht. Keine Sicherung und kein früherer Zeitpunkt bringt die Daten zurück.',
		goes: 'Das wird gelöscht',
		goesHint: (records: number) =>
			records === 1 ? '1 Eintrag mit seinem ganzen Verlauf' : `${records} Einträge mit ihrem ganzen Verlauf`,
		stays: 'Das bleibt',
		shared: (count: number) =>
			count === 1
				? '1 Termin zusammen mit anderen: Er bleibt deren Termin, ohne diese Person und ohne Notiz.'
				: `${count} Termine zusammen mit anderen: Sie bleiben deren Termine, ohne diese Person und ohne Notiz.`,
		heads: (count: number) =>
			count === 1
				? '1 Anwesenheit bei einem Angebot: Sie zählt weiter, ohne Namen.'
				: `${count} Anwesenheiten bei Angeboten: Sie zählen weiter, ohne Namen.`,
		namesake:
			'Anwesenheiten bei Angeboten: Jemand anderes heißt genauso, und nur der Name sagt, wer da war. Prüfen Sie die Listen von Hand.',
		isBorrower: 'Die Karte der Werkstatt und die Ausleihen: Die Koordination löscht sie unter Entleihende.',
		loansStay: 'Die Ausleihen als Zahlen: wann was ausgeliehen war. Wem, weiß danach niemand mehr.',
		nothingStays: 'Nichts, was zu dieser Person führt.',
		keepsTitle: 'Das steht dem Löschen entgegen',
		keep: {
			open_case: (count: number) =>
				count === 1
					? 'Eine Fallakte ist offen. Schließen Sie sie zuerst.'
					: `${count} Fallakten sind offen. Schließen Sie sie zuerst.`,
			appointment: 'Ein Termin ist noch nicht entschieden. Sagen Sie zuerst, wie er ausging, oder sagen Sie ihn ab.',
			loan: (count: number) =>
				count === 1 ? 'Ein Gegenstand ist noch ausgeliehen.' : `${count} Gegenstände sind noch ausgeliehen.`,
			funder: (programme: string, day: string) => `Unterlagen des Programms „${programme}“ müssen bis ${day} aufbewahrt werden.`,
			excluded: (day: string, reason: string, who: string) => `Ausgenommen bis ${day}: ${reason} (${who})`,
		},
		notDue: (day: string) => `Nach den Fristen wäre es am ${day} so weit. Auf Wunsch der Person geht es auch früher.`,
		why2: 'Warum wird gelöscht?',
		eraseReason: {
			retention: 'Die Frist ist abgelaufen',
			request: 'Die Person verlangt es (Art. 17 DSGVO)',
			other: 'Aus einem anderen Grund',
		} satisfies Record<ErasureReason, string> as Record<ErasureReason, string>,
		confirm: (number: string) => `Zur Bestätigung die Nummer eingeben: ${number}`,
		confirmWrong: 'Das ist nicht die Nummer.',
		erase: 'Endgültig löschen',
		erasing: 'Die Daten werden gelöscht und ihre Reste überschrieben. Bei großen Beständen dauert das einige Sekunden.',
		refused: {
			kept: 'Inzwischen steht etwas entgegen. Sehen Sie oben nach.',
			changed: 'Inzwischen ist etwas dazugekommen. Sehen Sie noch einmal nach, was gelöscht wird.',
			number: 'Das ist nicht die Nummer.',
		},
		done: 'Gelöscht. Unten steht, bis wann es noch Kopien gibt.',

		erased: 'Gelöscht',
		erasedHint:
			'Von den Gelöschten steht hier nichts, auch keine Nummer. Auf den Geräten sind sie sofort weg; Kopien auf dem Netzlaufwerk laufen von selbst ab.',
		noneErased: 'Noch nichts gelöscht',
		noneErasedWords: 'Hier steht dann, wann gelöscht wurde und bis wann es noch Kopien gibt.',
		erasedBy: (day: string, who: string) => `${day} durch ${who}`,
		erasedCount: (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
		feeds: 'Änderungsprotokolle',
		feedsGone: 'keine Kopie mehr',
		feedsExpected: (day: string) => `voraussichtlich bis ${day}`,
		feedsWaiting: (day: string, names: string) => `frühestens bis ${day}; es fehlt noch: ${names}`,
		device: (name: string, day: string | null) => (day === null ? `${name} (noch nie gesehen)` : `${name} (zuletzt am ${day})`),
		snapshots: 'Sicherungen',
		snapshotsGone: 'keine Kopie mehr',
		snapshotsUntil: (count: number, day: string) =>
			count === 1 ? `noch in 1 Sicherung, spätestens bis ${day}` : `noch in ${count} Sicherungen, spätestens bis ${day}`,
		disks: 'Zweitkopien',
		disksWords: 'auf Wechselplatten, bis jemand sie überschreibt oder löscht',
		noShare:
			'Bis wann es noch Kopien gibt, lässt sich ohne das Netzlaufwerk nicht sagen: Es ist keines gewählt (dann gibt es dort auch keine), oder es ist gerade nicht erreichbar.',
		waitingWords:
			'Ein Gerät, das fehlt, muss einmal mit dem Netzlaufwerk verbunden werden. Gibt es das Gerät nicht mehr, entfernt die Verwaltung es unter Geräte.',

		rulesTitle: 'Fristen für das Löschen',
		rulesIntro:
			'Wie lange Daten bleiben, bevor Kontor jemanden zum Löschen vorschlägt. Angesehen und bestätigt wird es von denen, die die Akten lesen dürfen. Von selbst gehen nur Namen bei Reparaturen, und die vom Kiosk nach seiner eigenen Frist.',
		rulesSection: 'Fristen für das Löschen',
		rulesSectionBody: 'Wie lange Fallakten, Personen und Karten der Werkstatt aufbewahrt werden.',
		rulesOpen: 'Fristen ansehen',
		backToSettings: 'Zurück zu den Einstellungen',
		months: (count: number) => (count === 1 ? ' Monat' : ' Monate'),
		rule: {
			caseMonths: 'Personen mit Fallakte',
			personMonths: 'Personen ohne Fallakte',
			borrowerMonths: 'Entleihende',
			visitorMonths: 'Namen bei Reparaturen',
		} satisfies Record<keyof RetentionRules, string>,
		ruleHint: {
			caseMonths:
				'Nach dem Ende des Jahres, in dem die letzte Akte geschlossen wurde. Üblich: 36, wie die Verjährung nach §§ 195, 199 BGB.',
			personMonths: 'Nachdem zuletzt etwas eingetragen wurde. Üblich: 24.',
			borrowerMonths: 'Nach der letzten Rückgabe. Üblich: 24.',
			visitorMonths: 'Nach dem Tag der Annahme. Sie gehen von selbst, die Reparatur zählt weiter. Üblich: 12.',
		} satisfies Record<keyof RetentionRules, string>,
		ruleWrong: 'Zwischen 1 und 360 Monaten.',
		funderRule: 'Unterlagen eines Förderprogramms bleiben immer mindestens bis zu dem Tag, der beim Programm eingetragen ist.',
		save: 'Speichern',
		saved: 'Die Fristen sind gespeichert.',
	},
	en: {
		menu: 'Erase for good (Art. 17 GDPR) …',
		tabs: 'Pages of data protection',
		people: 'People',
		borrowers: 'Borrowers',

		title: 'Erasure',
		intro: 'Whose data are not needed any more is erased here for good: on all devices, history included.',
		introBorrowers:
			'Cards that nobody has used for long. Their loans stay in the figures, without anybody knowing whose they were.',
		rules: 'Periods',
		due: 'Due',
		dueHint: 'By the periods of this site. Nothing is erased but what you look at and confirm here, one by one.',
		noneDue: 'Nobody is due',
		noneDueWords: 'As soon as a period is over, the person stands here. Until then there is nothing to do.',
		excluded: 'Excluded',
		since: (day) => `due since ${day}`,
		why: {
			case: (day: string) => `last case file closed on ${day}`,
			contact: (day: string) => `no case file, last entry on ${day}`,
			removed: (day: string) => `removed from the list on ${day}`,
			loan: (day: string) => `last borrowed or returned something on ${day}`,
		},
		look: 'Look and erase',
		lookOf: (name) => `${name}: look and erase`,
		exclude: 'Exclude …',
		excludeOf: (name) => `${name}: exclude from erasure`,
		include: 'Include again',
		includeOf: (name) => `${name}: lift the exclusion`,

		excludeTitle: (name) => `Exclude from erasure: ${name}`,
		until: 'Up to and including',
		untilMissing: 'Choose a day after today.',
		reason: 'Why',
		reasonHint: 'For example: court case. The person gets to see it on request.',
		reasonMissing: 'Write why.',

		eraseTitle: (name) => `Erase for good: ${name}`,
		back: 'Back to Erasure',
		warning: 'This cannot be undone',
		warningWords:
			'Almost everything in Kontor can be taken back, this cannot. No backup and no earlier moment brings the data back.',
		goes: 'This is erased',
		goesHint: (records) => (records === 1 ? '1 record with all of its history' : `${records} records with all of their history`),
		stays: 'This stays',
		shared: (count) =>
			count === 1
				? '1 appointment with others: it stays theirs, without this person and without its note.'
				: `${count} appointments with others: they stay theirs, without this person and without notes.`,
		heads: (count) =>
			count === 1
				? '1 attendance at an offer: it still counts, without a name.'
				: `${count} attendances at offers: they still count, without a name.`,
		namesake:
			'Attendances at offers: somebody else has the same name, and only the name says who was there. Check the lists by hand.',
		isBorrower: 'The workshop card and the loans: coordination erases them under Borrowers.',
		loansStay: 'The loans as figures: what was out when. To whom, nobody knows any more.',
		nothingStays: 'Nothing that leads to this person.',
		keepsTitle: 'This stands against it',
		keep: {
			open_case: (count: number) =>
				count === 1 ? 'A case file is open. Close it first.' : `${count} case files are open. Close them first.`,
			appointment: 'An appointment is not decided yet. Say how it went, or cancel it first.',
			loan: (count: number) => (count === 1 ? 'One item is still lent.' : `${count} items are still lent.`),
			funder: (programme: string, day: string) => `Files of the programme “${programme}” have to be kept until ${day}.`,
			excluded: (day: string, reason: string, who: string) => `Excluded until ${day}: ${reason} (${who})`,
		},
		notDue: (day) => `By the periods it would be due on ${day}. When the person asks for it, it can be sooner.`,
		why2: 'Why is it erased?',
		eraseReason: {
			retention: 'The period is over',
			request: 'The person asks for it (Art. 17 GDPR)',
			other: 'For another reason',
		},
		confirm: (number) => `Type the number to confirm: ${number}`,
		confirmWrong: 'That is not the number.',
		erase: 'Erase for good',
		erasing: 'The data are being erased and what is left of them overwritten. With much data this takes some seconds.',
		refused: {
			kept: 'Something stands against it meanwhile. Look above.',
			changed: 'Something was added meanwhile. Look again at what is erased.',
			number: 'That is not the number.',
		},
		done: 'Erased. Below it says until when there are copies.',

		erased: 'Erased',
		erasedHint:
			'Nothing of those who were erased stands here, not even a number. On the devices they are gone at once; copies on the network drive run out by themselves.',
		noneErased: 'Nothing erased yet',
		noneErasedWords: 'It will say here when something was erased, and until when there are copies.',
		erasedBy: (day, who) => `${day} by ${who}`,
		erasedCount: (count) => (count === 1 ? '1 record' : `${count} records`),
		feeds: 'Change logs',
		feedsGone: 'no copy any more',
		feedsExpected: (day) => `probably until ${day}`,
		feedsWaiting: (day, names) => `until ${day} at the earliest; still missing: ${names}`,
		device: (name, day) => (day === null ? `${name} (never seen)` : `${name} (last on ${day})`),
		snapshots: 'Backups',
		snapshotsGone: 'no copy any more',
		snapshotsUntil: (count, day) =>
			count === 1 ? `in 1, until ${day} at the latest` : `in ${count}, until ${day} at the latest`,
		disks: 'Second copies',
		disksWords: 'on removable disks, until somebody overwrites or deletes them',
		noShare: 'The network drive cannot be reached now: until when there are copies cannot be said.',
		waitingWords:
			'A device that is missing has to be connected to the network drive once. If there is no such device any more, an administrator removes it under Devices.',

		rulesTitle: 'Periods of erasure',
		rulesIntro:
			'How long data stay before Kontor proposes somebody for erasure. Those who may read the files look and confirm. Only names with repairs go by themselves, and those of the kiosk after its own period.',
		rulesSection: 'Periods of erasure',
		rulesSectionBody: 'How long case files, people and workshop cards are kept.',
		rulesOpen: 'See the periods',
		backToSettings: 'Back to the settings',
		months: (count) => (count === 1 ? ' month' : ' months'),
		rule: {
			caseMonths: 'People with a case file',
			personMonths: 'People without a case file',
			borrowerMonths: 'Borrowers',
			visitorMonths: 'Names with repairs',
		},
		ruleHint: {
			caseMonths: 'After the end of the year in which the last file was closed. Usual: 36, as limitation by §§ 195, 199 BGB.',
			personMonths: 'After the last entry. Usual: 24.',
			borrowerMonths: 'After the last return. Usual: 24.',
			visitorMonths: 'After the day it was brought. They go by themselves, the repair goes on counting. Usual: 12.',
		},
		ruleWrong: 'Between 1 and 360 months.',
		funderRule: 'Files of a funding programme always stay at least until the day that is entered with the programme.',
		save: 'Save',
		saved: 'The periods are saved.',
	},
});
