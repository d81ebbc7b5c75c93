import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		title: 'Plakat zum Jahresende',
		intro: 'Ein Blatt für die Wand und für Förderer: große Zahlen, ein Bild, ein Dank. Ohne Namen.',
		paper: 'Papier',
		print: 'Drucken',
		preview: 'So sieht das Plakat aus',
		empty: 'In dieser Auswahl gibt es noch keine Reparaturen.',
	},
	en: {
		title: 'Poster for the end of the year',
		intro: 'A sheet for the wall and for funders: big numbers, one picture, thanks. Without names.',
		paper: 'Paper',
		print: 'Print',
		preview: 'What the poster looks like',
		empty: 'There are no repairs in this selection yet.',
	},
});
