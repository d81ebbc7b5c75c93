import { defineTexts } from '#renderer/i18n/texts.ts';

/** Words for catching up, for how far devices are, and for filling a lost share again. */
export const readingTexts = defineTexts({
	de: {
		work: {
			feed: (device: string) => `Neues von „${device}“ wird nachgeholt`,
			snapshot: 'Eine Sicherung wird geholt, um Älteres nachzuholen',
			changes: 'Älteres wird aus einer Sicherung nachgeholt',
			refill: 'Das Netzlaufwerk bekommt zurück, was es verloren hat',
		},
		taken: (changes: string) => `${changes} Änderungen sind schon hier. Sie können dabei weiterarbeiten.`,
		meanwhile: 'Sie können dabei weiterarbeiten.',
		paused: (until: string) =>
			`Das Nachholen ist bis ${until} angehalten. So lange fehlt hier, was die anderen inzwischen geschrieben haben.`,
		goOn: 'Jetzt weiter nachholen',
		devices: 'Geräte',
		devicesBody: 'Was ein Gerät schreibt, lesen die anderen vom Netzlaufwerk. Hier steht, wie weit sie sind.',
		devicesAlone: 'Bisher gehört nur dieses Gerät zum Standort.',
		device: 'Gerät',
		said: 'Zuletzt gemeldet',
		never: 'noch nie',
		hasRead: 'Hat von hier gelesen',
		upTo: (when: string) => `alles bis ${when}`,
		behind: (changes: number) => (changes === 1 ? '1 Änderung fehlt dort noch' : `${changes} Änderungen fehlen dort noch`),
		nothing: 'noch nichts',
		readHere: 'Hier gelesen',
		readUpTo: (when: string) => `alles, das Neueste von ${when}`,
		behindHere: 'Neueres wird noch geholt',
		wroteNothing: 'hat noch nichts geschrieben',
		refill: 'Netzlaufwerk neu befüllen',
		refillTitle: 'Ist die Sicherung wirklich für immer weg?',
		refillWhy:
			'In diesem Ordner liegt nichts mehr von dem, was Kontor dort gesichert hat. Meistens ist nur ein falsches Laufwerk eingehängt oder ein falscher Ordner gewählt, oder jemand hat den Ordner „kontor-…“ verschoben oder gelöscht und er lässt sich zurückholen. Dann tun Sie das: Danach ist alles wie vorher.',
		refillWhyOld:
			'Das Netzlaufwerk ist älter als das, was Kontor dort schon gesichert hatte. Meistens wurde eine alte Kopie eingespielt, und es gibt auch den neueren Stand noch. Dann lassen Sie ihn zurückholen: Danach ist alles wie vorher.',
		refillWhat:
			'Nur wenn das nicht geht: Dieser PC legt alles, was er hat, neu auf das Netzlaufwerk. Die anderen PCs merken es und legen das Ihre dazu, auch wenn sie erst in Wochen wieder laufen. Was auf irgendeinem PC steht, geht dabei nicht verloren. Ältere Sicherungen und Zweitkopien entstehen nicht wieder.',
		refillStart: 'Der Ordner stimmt: neu befüllen',
		refilling: 'Das Netzlaufwerk wird neu befüllt',
		refilled: 'Das Netzlaufwerk ist neu befüllt. Schalten Sie nach und nach auch die anderen PCs ein.',
		refillAsk: 'Ist der Ordner für immer weg, kann die Verwaltung ihn von den PCs neu befüllen.',
		back: 'Zurück',
	},
	en: {
		work: {
			feed: (device) => `Catching up with “${device}”`,
			snapshot: 'Fetching a backup to catch up with older changes',
			changes: 'Catching up with older changes from a backup',
			refill: 'The share is given back what it has lost',
		},
		taken: (changes) => `${changes} changes are here already. You can go on working.`,
		meanwhile: 'You can go on working.',
		paused: (until) => `Catching up is paused until ${until}. Until then, what the others have written is missing here.`,
		goOn: 'Go on catching up now',
		devices: 'Devices',
		devicesBody: 'What one device writes, the others read from the share. This is how far they are.',
		devicesAlone: 'So far only this device belongs to the site.',
		device: 'Device',
		said: 'Last reported',
		never: 'never yet',
		hasRead: 'Has read from here',
		upTo: (when) => `everything until ${when}`,
		behind: (changes) => (changes === 1 ? '1 change is still missing there' : `${changes} changes are still missing there`),
		nothing: 'nothing yet',
		readHere: 'Read here',
		readUpTo: (when) => `everything, the newest from ${when}`,
		behindHere: 'newer changes are being fetched',
		wroteNothing: 'has written nothing yet',
		refill: 'Fill the share again',
		refillTitle: 'Is the backup really gone for good?',
		refillWhy:
			'Nothing of what Kontor has saved lies in this folder any more. Mostly a wrong drive is mounted or a wrong folder chosen, or somebody has moved or deleted the folder “kontor-…” and it can be brought back. Then do that: afterwards everything is as before.',
		refillWhyOld:
			'The share is older than what Kontor had already saved there. Mostly an old copy was restored and the newer state still exists. Then have it brought back: afterwards everything is as before.',
		refillWhat:
			'Only if that is impossible: this PC puts everything it has on the share again. The other PCs notice and add theirs, even if they run again only in weeks. Nothing that is on any PC gets lost. Older backups and second copies do not come back.',
		refillStart: 'The folder is right: fill it again',
		refilling: 'Filling the share again',
		refilled: 'The share is filled again. Switch on the other PCs too, one after the other.',
		refillAsk: 'If the folder is gone for good, an administrator can fill it again from the PCs.',
		back: 'Back',
	},
});
