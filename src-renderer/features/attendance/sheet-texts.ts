import { defineTexts } from '#renderer/i18n/texts.ts';

export const sheetTexts = defineTexts({
	de: {
		toOffer: 'Zum Angebot',
		toOffers: 'Alle Angebote',
		title: 'Teilnahmeliste drucken',
		print: 'Drucken',
		day: 'Tag',
		which: 'Was gedruckt wird',
		onlyThis: 'Nur dieses Angebot',
		wholeDay: (count: number) => `Alle ${count} des Tages`,
		kept: 'Namen aufbewahren',
		months: (count: number) => (count === 1 ? '1 Monat' : `${count} Monate`),
		names: 'Namen der letzten Male vordrucken',
		namesHint:
			'Dann sieht jeder auf dem Blatt, wer sonst kommt. Gut in einer festen Gruppe, in der sich alle kennen; sonst lieber leer lassen.',
		noneTitle: 'An diesem Tag findet nichts statt',
		noneBody: 'Wählen Sie oben einen anderen Tag.',
		manyPlaces: (count: number) =>
			`Mehr als ${count} Zeilen druckt Kontor nicht auf eine Liste. Brauchen Sie mehr, drucken Sie zweimal.`,
		preview: 'So sieht das Blatt aus',
	},
	en: {
		toOffer: 'To the offer',
		toOffers: 'All offers',
		title: 'Print sign-in sheet',
		print: 'Print',
		day: 'Day',
		which: 'What is printed',
		onlyThis: 'This offer only',
		wholeDay: (count) => `All ${count} of the day`,
		kept: 'Keep names for',
		months: (count) => (count === 1 ? '1 month' : `${count} months`),
		names: 'Print the names of the last times',
		namesHint:
			'Then everybody sees on the sheet who usually comes. Good for a fixed group that knows each other; otherwise better left empty.',
		noneTitle: 'Nothing takes place on this day',
		noneBody: 'Choose another day above.',
		manyPlaces: (count) => `No more than ${count} lines are printed on one sheet. If you need more, print it twice.`,
		preview: 'This is how it looks',
	},
});
