import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		title: 'Etiketten drucken',
		intro: 'Auf Bogen mit Klebeetiketten. Auf jedem stehen Nummer, Bezeichnung, Strichcode und QR-Code.',
		which: 'Welche Gegenstände',
		selected: (count: number) => (count === 1 ? 'Der angehakte' : `Die ${count} angehakten`),
		one: (name: string) => `Nur ${name}`,
		all: 'Alle außer ausgemusterten',
		shown: 'Eine Auswahl',
		newSince: 'Neu angelegt seit',
		newSinceDay: 'Neu angelegt seit Tag',
		category: 'Kategorie',
		location: 'Lagerort',
		everyCategory: 'Alle Kategorien',
		everyLocation: 'Alle Lagerorte',
		sheet: 'Bogen',
		format: 'Größe der Etiketten',
		formats: { a4_24: '63,5 × 33,9 mm, 24 auf A4', a4_40: '48,5 × 25,4 mm, 40 auf A4' },
		start: 'Beginnen bei Platz',
		startHint: 'Für angebrochene Bogen. Gezählt wird von links nach rechts, dann die nächste Reihe.',
		scale: 'Beim Drucken „Tatsächliche Größe“ oder 100 % wählen, sonst passen die Etiketten nicht.',
		count: (labels: number, sheets: number) =>
			`${labels === 1 ? '1 Etikett' : `${labels} Etiketten`} auf ${sheets === 1 ? '1 Bogen' : `${sheets} Bogen`}`,
		none: 'Dazu gibt es keine Gegenstände.',
		tooLong: (count: number) =>
			count === 1
				? '1 Nummer ist für einen Strichcode dieser Größe zu lang; dieses Etikett hat nur den QR-Code.'
				: `${count} Nummern sind für einen Strichcode dieser Größe zu lang; diese Etiketten haben nur den QR-Code.`,
		preview: 'So sehen die Etiketten aus',
		previewPart: (sheets: number) => `Hier sind die ersten ${sheets} Bogen zu sehen, gedruckt werden alle.`,
		print: 'Drucken',
	},
	en: {
		title: 'Print labels',
		intro: 'On sheets of sticky labels. Each has number, name, barcode and QR code.',
		which: 'Which items',
		selected: (count) => (count === 1 ? 'The ticked one' : `The ${count} ticked ones`),
		one: (name) => `Only ${name}`,
		all: 'All but retired ones',
		shown: 'Some of them',
		newSince: 'Added since',
		newSinceDay: 'Added since day',
		category: 'Category',
		location: 'Location',
		everyCategory: 'All categories',
		everyLocation: 'All locations',
		sheet: 'Sheet',
		format: 'Size of the labels',
		formats: { a4_24: '63.5 × 33.9 mm, 24 on A4', a4_40: '48.5 × 25.4 mm, 40 on A4' },
		start: 'Begin at place',
		startHint: 'For sheets that were used before. Counted from left to right, then the next row.',
		scale: 'Choose “actual size” or 100 % when printing, or the labels do not fit.',
		count: (labels, sheets) =>
			`${labels === 1 ? '1 label' : `${labels} labels`} on ${sheets === 1 ? '1 sheet' : `${sheets} sheets`}`,
		none: 'There are no such items.',
		tooLong: (count) =>
			count === 1
				? '1 number is too long for a barcode of this size; its label has the QR code only.'
				: `${count} numbers are too long for a barcode of this size; their labels have the QR code only.`,
		preview: 'What the labels look like',
		previewPart: (sheets) => `The first ${sheets} sheets are shown here; all of them are printed.`,
		print: 'Print',
	},
});
