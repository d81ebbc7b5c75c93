import { defineTexts } from '#renderer/i18n/texts.ts';

export const printTexts = defineTexts({
	de: {
		back: 'Zum Dienstplan',
		title: (week: number) => `Dienstplan der Woche ${week} drucken`,
		subtitle: 'Für das Team. Wo noch jemand fehlt, ist eine Zeile frei, um sich einzutragen.',
		print: 'Drucken',
		preview: 'So sieht das Blatt aus',
	},
	en: {
		back: 'To the rota',
		title: (week: number) => `Print the rota of week ${week}`,
		subtitle: 'For the team. Where somebody is missing, a line is left to write on.',
		print: 'Print',
		preview: 'This is how it looks',
	},
});
