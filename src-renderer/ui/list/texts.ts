import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		filter: 'Liste filtern',
		filterHint: 'Filtern …',
		clearFilter: 'Filter leeren',
		columns: 'Spalten',
		exportCsv: 'Als CSV speichern',
		failed: 'Die Liste konnte nicht geladen werden.',
		retry: 'Noch einmal versuchen',
		exportFailed: 'Die CSV-Datei konnte nicht geschrieben werden.',
		noHits: 'Nichts passt zu diesem Filter.',
		resetFilter: 'Filter zurücksetzen',
		keys: 'Pfeiltasten wählen eine Zeile, Enter öffnet sie, / springt zum Filter.',
	},
	en: {
		filter: 'Filter the list',
		filterHint: 'Filter …',
		clearFilter: 'Clear the filter',
		columns: 'Columns',
		exportCsv: 'Save as CSV',
		failed: 'The list could not be loaded.',
		retry: 'Try again',
		exportFailed: 'The CSV file could not be written.',
		noHits: 'Nothing matches this filter.',
		resetFilter: 'Reset the filter',
		keys: 'Arrow keys choose a row, Enter opens it, / jumps to the filter.',
	},
});
