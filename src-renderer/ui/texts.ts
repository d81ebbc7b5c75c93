import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		retry: 'Noch einmal versuchen',
		cancel: 'Abbrechen',
		undo: 'Rückgängig',
		close: 'Schließen',
		loading: 'Wird geladen …',
		datePlaceholder: 'TT.MM.JJJJ',
		dateUnreadable: 'Bitte ein Datum wie 09.03.2025 eingeben.',
		dateImpossible: 'Diesen Tag gibt es nicht.',
		dateInFuture: 'Dieser Tag liegt in der Zukunft.',
		dateMissing: 'Bitte ein Datum eingeben.',
		of: (done: string, total: string) => `${done} von ${total}`,
	},
	en: {
		retry: 'Try again',
		cancel: 'Cancel',
		undo: 'Undo',
		close: 'Close',
		loading: 'Loading …',
		datePlaceholder: 'DD.MM.YYYY',
		dateUnreadable: 'Please enter a date like 09.03.2025.',
		dateImpossible: 'There is no such day.',
		dateInFuture: 'This day lies in the future.',
		dateMissing: 'Please enter a date.',
		of: (done, total) => `${done} of ${total}`,
	},
});
