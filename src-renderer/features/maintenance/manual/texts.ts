import { defineTexts } from '#renderer/i18n/texts.ts';

/** Words for the manual of an item. */
export const manualTexts = defineTexts({
	de: {
		manual: 'Anleitung',
		none: 'Keine Anleitung hinterlegt.',
		facts: (size: string, day: string) => `PDF, ${size}, seit ${day}`,
		hint: (most: string) => `Eine PDF-Datei auswählen oder hierher ziehen, höchstens ${most}.`,
		add: 'Anleitung auswählen',
		other: 'Andere Anleitung',
		open: 'Anleitung öffnen',
		remove: 'Anleitung entfernen',
		removed: 'Die Anleitung wurde entfernt.',
		noPdf: 'Das ist keine PDF-Datei. Bitte speichern Sie die Anleitung als PDF und versuchen Sie es noch einmal.',
		tooLarge: (size: string, most: string) =>
			`Die Datei hat ${size}, möglich sind höchstens ${most}. Oft hilft es, sie in kleiner Qualität neu zu speichern oder nur die wichtigen Seiten.`,
		/** Of the saved file: the number and nothing else. */
		fileName: (number: string) => `Anleitung ${number}.pdf`,
	},
	en: {
		manual: 'Manual',
		none: 'No manual is kept.',
		facts: (size, day) => `PDF, ${size}, since ${day}`,
		hint: (most) => `Choose a PDF file or drop it here, ${most} at most.`,
		add: 'Choose manual',
		other: 'Other manual',
		open: 'Open manual',
		remove: 'Remove manual',
		removed: 'The manual was removed.',
		noPdf: 'This is no PDF file. Please save the manual as PDF and try again.',
		tooLarge: (size, most) =>
			`The file has ${size}, at most ${most} are possible. Saving it in lower quality, or only the pages that matter, often helps.`,
		fileName: (number) => `Manual ${number}.pdf`,
	},
});
