import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		title: 'Dienstplan',
		subtitle: 'Wer auf- und abschließt, wer leitet und hilft, und wo noch jemand fehlt.',
		print: 'Dienstplan drucken',
		copy: 'Wie letzte Woche',
		copyHint: 'Übernimmt das Auf- und Abschließen der Vorwoche, wo noch niemand eingeteilt ist.',
		copied: (count: number) => (count === 1 ? 'Ein Dienst wie letzte Woche.' : `${count} Dienste wie letzte Woche.`),
		nothingToCopy: 'Hier gibt es nichts zu übernehmen: Letzte Woche war niemand eingeteilt, der hier noch fehlt und da ist.',
		outlook: 'Überblick',
		openNow: (count: number) =>
			count === 0
				? 'Diese Woche ist alles besetzt.'
				: count === 1
					? 'Diese Woche fehlt noch eine Person.'
					: `Diese Woche fehlen noch ${count} Personen.`,
		openLater: (count: number) =>
			count === 0
				? 'In den vier Wochen danach ist alles besetzt.'
				: count === 1
					? 'In den vier Wochen danach fehlt eine.'
					: `In den vier Wochen danach fehlen ${count}.`,
		absent: 'Eingeteilt, aber abwesend',
		absentIn: (name: string, what: string, day: string) => `${name}: ${what}, ${day}`,
		absentMore: (count: number) => (count === 1 ? 'und ein weiteres Mal' : `und ${count} weitere Male`),
		onlyOpen: 'Nur, wo jemand fehlt',
		closed: (name: string) => `Geschlossen: ${name}`,
		closedUsually: 'Das Haus ist geschlossen.',
		nothing: 'Keine Dienste, keine Angebote.',
		allFilledTitle: 'Hier fehlt niemand',
		allFilled: 'In dieser Woche ist alles besetzt, was noch kommt.',
		showAll: 'Alles zeigen',
		duty: { open: 'Aufschließen', close: 'Abschließen' },
		leaders: 'Leitung',
		helpers: 'Hilfe',
		nobody: 'noch niemand',
		nobodyOnDuty: 'Niemand eingeteilt',
		missing: (count: number) => (count === 1 ? '1 Person fehlt noch' : `${count} Personen fehlen noch`),
		away: (name: string) => `${name} ist abwesend`,
		doDuty: { open: 'Ich schließe auf', close: 'Ich schließe ab' },
		help: 'Ich helfe mit',
		notAfterAll: 'Doch nicht',
		assign: 'Einteilen …',
		/** What a button is about, for those who hear it on its own. */
		on: (what: string, subject: string, day: string) => `${what}: ${subject}, ${day}`,
		clash: {
			away: 'Sie sind an diesem Tag abwesend.',
			busy: 'Sie haben da schon Beratung.',
			session: (name: string) => `Sie sind da schon in „${name}“.`,
		},
		dutyTaken: (duty: string, day: string) => `Eingetragen: ${duty} am ${day}.`,
		dutyLeft: (duty: string, day: string) => `Ausgetragen: ${duty} am ${day}.`,
		dutyAssigned: (duty: string, day: string) => `${duty} am ${day} geändert.`,
		helping: (name: string, day: string) => `Eingetragen: ${name} am ${day}.`,
		notHelping: (name: string, day: string) => `Ausgetragen: ${name} am ${day}.`,
		assignTitle: (duty: string, day: string) => `${duty} am ${day}`,
		who: 'Wer',
		noMore: 'Niemand passt dazu.',
		awayThen: (names: string) => `An diesem Tag abwesend: ${names}`,
		save: 'Speichern',
		cancel: 'Abbrechen',
		mine: 'Meine Dienste',
		mineNone: 'In den nächsten sieben Tagen sind Sie nirgends eingeteilt.',
		toRota: 'Dienstplan',
		toSheet: 'Tagesblatt',
		openShifts: (count: number) =>
			count === 1 ? 'Diese Woche fehlt noch eine Person' : `Diese Woche fehlen noch ${count} Personen`,
		mineMore: (count: number) => `und ${count} weitere`,
		todayWord: 'Heute',
	},
	en: {
		title: 'Rota',
		subtitle: 'Who opens and closes, who leads and helps, and where somebody is missing.',
		print: 'Print the rota',
		copy: 'As last week',
		copyHint: 'Takes over who opened and closed the week before, where nobody is put down yet.',
		copied: (count) => (count === 1 ? 'One duty as last week.' : `${count} duties as last week.`),
		nothingToCopy: 'There is nothing to take over: last week nobody was put down who is missing here and is there.',
		outlook: 'Overview',
		openNow: (count) =>
			count === 0
				? 'This week everything is staffed.'
				: count === 1
					? 'One person is still missing this week.'
					: `${count} people are still missing this week.`,
		openLater: (count) =>
			count === 0
				? 'In the four weeks after, everything is staffed.'
				: count === 1
					? 'In the four weeks after, one is missing.'
					: `In the four weeks after, ${count} are missing.`,
		absent: 'Put down, but away',
		absentIn: (name, what, day) => `${name}: ${what}, ${day}`,
		absentMore: (count) => (count === 1 ? 'and once more' : `and ${count} more times`),
		onlyOpen: 'Only where somebody is missing',
		closed: (name) => `Closed: ${name}`,
		closedUsually: 'The house is closed.',
		nothing: 'No duties, no offers.',
		allFilledTitle: 'Nobody is missing here',
		allFilled: 'Everything that is still to come in this week is staffed.',
		showAll: 'Show everything',
		duty: { open: 'Opening', close: 'Closing' },
		leaders: 'Leaders',
		helpers: 'Helpers',
		nobody: 'nobody yet',
		nobodyOnDuty: 'Nobody put down',
		missing: (count) => (count === 1 ? '1 person still missing' : `${count} people still missing`),
		away: (name) => `${name} is away`,
		doDuty: { open: 'I open', close: 'I close' },
		help: 'I help',
		notAfterAll: 'Not after all',
		assign: 'Put down …',
		on: (what, subject, day) => `${what}: ${subject}, ${day}`,
		clash: {
			away: 'You are away on this day.',
			busy: 'You have counselling at that time.',
			session: (name) => `You are in “${name}” at that time.`,
		},
		dutyTaken: (duty, day) => `Put down: ${duty} on ${day}.`,
		dutyLeft: (duty, day) => `Taken out: ${duty} on ${day}.`,
		dutyAssigned: (duty, day) => `${duty} on ${day} changed.`,
		helping: (name, day) => `Put down: ${name} on ${day}.`,
		notHelping: (name, day) => `Taken out: ${name} on ${day}.`,
		assignTitle: (duty, day) => `${duty} on ${day}`,
		who: 'Who',
		noMore: 'Nobody matches.',
		awayThen: (names) => `Away on this day: ${names}`,
		save: 'Save',
		cancel: 'Cancel',
		mine: 'My shifts',
		mineNone: 'You are not put down anywhere in the next seven days.',
		toRota: 'Rota',
		toSheet: 'Day sheet',
		openShifts: (count) =>
			count === 1 ? 'One person is still missing this week' : `${count} people are still missing this week`,
		mineMore: (count) => `and ${count} more`,
		todayWord: 'Today',
	},
});
