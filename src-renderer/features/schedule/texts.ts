import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		title: 'Abwesenheiten',
		subtitle: 'Wer wann nicht da ist. Das sehen alle, die hier arbeiten.',
		add: 'Abwesenheit eintragen',
		addTitle: 'Abwesenheit eintragen',
		changeTitle: 'Abwesenheit ändern',
		emptyTitle: 'Niemand ist abwesend',
		emptyWords: 'Tragen Sie ein, wann jemand nicht da ist. Termine in dieser Zeit werden gezeigt, damit sie verschoben werden.',
		now: 'Jetzt',
		coming: 'Demnächst',
		days: (from: string, until: string) => (from === until ? from : `${from} bis ${until}`),
		toMove: (count: number) =>
			count === 0
				? 'Kein Termin fällt hinein'
				: count === 1
					? '1 Termin muss verschoben werden'
					: `${count} Termine müssen verschoben werden`,
		showMove: 'Zeigen',
		hideMove: 'Verbergen',
		showMoveOf: (name: string) => `Termine zeigen, die zu verschieben sind: ${name}`,
		proposalsOf: (name: string) => `Freie Zeiten für ${name}`,
		noProposals: 'In den nächsten acht Wochen ist nichts Passendes frei.',
		standIn: (name: string) => `Vertretung: ${name}`,
		moveTo: (when: string) => `auf ${when}`,
		who: 'Wer',
		from: 'Erster Tag',
		until: 'Letzter Tag',
		note: 'Hinweis für andere',
		noteHint: 'Grund bitte nicht eintragen. Nützlich ist zum Beispiel, wer vertritt.',
		whoMissing: 'Bitte wählen Sie, wer abwesend ist.',
		dayMissing: 'Bitte geben Sie den Tag ein.',
		order: 'Der letzte Tag liegt vor dem ersten.',
		cancel: 'Abbrechen',
		save: 'Speichern',
		saved: (name: string) => `Abwesenheit von ${name} eingetragen.`,
		more: (name: string, from: string) => `Mehr zur Abwesenheit: ${name} ab ${from}`,
		change: 'Ändern',
		remove: 'Entfernen',
		removed: 'Abwesenheit entfernt.',
	},
	en: {
		title: 'Absences',
		subtitle: 'Who is away when. Everybody who works here sees this.',
		add: 'Enter an absence',
		addTitle: 'Enter an absence',
		changeTitle: 'Change the absence',
		emptyTitle: 'Nobody is away',
		emptyWords: 'Enter when somebody is not there. Appointments during that time are shown, so that they are moved.',
		now: 'Now',
		coming: 'Coming',
		days: (from, until) => (from === until ? from : `${from} to ${until}`),
		toMove: (count) =>
			count === 0
				? 'No appointment falls into it'
				: count === 1
					? '1 appointment has to be moved'
					: `${count} appointments have to be moved`,
		showMove: 'Show',
		hideMove: 'Hide',
		showMoveOf: (name) => `Show the appointments that have to be moved: ${name}`,
		proposalsOf: (name) => `Free times for ${name}`,
		noProposals: 'Nothing suitable is free in the next eight weeks.',
		standIn: (name) => `Instead: ${name}`,
		moveTo: (when) => `to ${when}`,
		who: 'Who',
		from: 'First day',
		until: 'Last day',
		note: 'For the others',
		noteHint: 'Please do not enter the reason. Useful is, for example, who stands in.',
		whoMissing: 'Please choose who is away.',
		dayMissing: 'Please enter the day.',
		order: 'The last day is before the first.',
		cancel: 'Cancel',
		save: 'Save',
		saved: (name) => `Absence of ${name} entered.`,
		more: (name, from) => `More about the absence: ${name} from ${from}`,
		change: 'Change',
		remove: 'Remove',
		removed: 'Absence removed.',
	},
});
