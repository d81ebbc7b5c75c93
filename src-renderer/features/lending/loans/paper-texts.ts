import { defineTexts } from '#renderer/i18n/texts.ts';

export const paperTexts = defineTexts({
	de: {
		backToLoan: (number: string) => `Ausleihe ${number}`,
		contract: 'Vertrag drucken',
		contractIntro: 'Zum Unterschreiben für beide. Für zwei Exemplare im Druckfenster „2 Kopien“ wählen.',
		contractPreview: 'So sieht der Vertrag aus',
		contractNone: 'Kein Vertrag',
		contractNoneWords: 'Was vor Ort benutzt wird, braucht keinen Vertrag.',
		receipt: 'Quittung drucken',
		receiptIntro: 'Zweimal auf einem Blatt: eine Hälfte zum Mitgeben, eine für die Unterlagen.',
		receiptPreview: 'So sieht die Quittung aus',
		receiptNone: 'Diese Quittung gibt es nicht',
		receiptNoneWords: 'Die Quittungen einer Ausleihe stehen auf ihrer Seite beim Pfand.',
		print: 'Drucken',
	},
	en: {
		backToLoan: (number) => `Loan ${number}`,
		contract: 'Print contract',
		contractIntro: 'To be signed by both. For two of them choose “2 copies” when printing.',
		contractPreview: 'What the contract looks like',
		contractNone: 'No contract',
		contractNoneWords: 'What is used in house needs no contract.',
		receipt: 'Print receipt',
		receiptIntro: 'Twice on one sheet: one half to take along, one for the files.',
		receiptPreview: 'What the receipt looks like',
		receiptNone: 'There is no such receipt',
		receiptNoneWords: 'The receipts of a loan stand on its page under the deposit.',
		print: 'Print',
	},
});
