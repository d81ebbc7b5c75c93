import { defineTexts } from '#renderer/i18n/texts.ts';

/** Words that all pages of the repair data say; results and barriers are called as on the pages of repairs. */
export const words = defineTexts({
	de: {
		pages: 'Seiten der Reparaturdaten',
		back: 'Reparaturen',
		tab: { figures: 'Zahlen', poster: 'Plakat', import: 'Einlesen', export: 'Ausgeben' },
		unsaid: 'nicht angegeben',
		whose: 'Welche Reparaturen',
		source: { own: 'eigene', imported: 'eingelesene', all: 'alle' },
		year: 'Jahr',
		allYears: 'alle Jahre',
		noCategory: 'ohne Angabe',
	},
	en: {
		pages: 'Pages of the repair data',
		back: 'Repairs',
		tab: { figures: 'Figures', poster: 'Poster', import: 'Read in', export: 'Give out' },
		unsaid: 'not said',
		whose: 'Which repairs',
		source: { own: 'own', imported: 'imported', all: 'all' },
		year: 'Year',
		allYears: 'all years',
		noCategory: 'not said',
	},
});
