import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		title: 'Tagesblatt',
		subtitle: {
			names: 'Ihr Tag auf Papier, mit den Namen Ihrer Klientinnen und Klienten. Das Blatt ist nur für Sie.',
			plain: 'Ihr Tag auf Papier: wo Sie leiten, helfen, auf- oder abschließen.',
		},
		print: 'Drucken',
		preview: 'So sieht das Blatt aus',
	},
	en: {
		title: 'Day sheet',
		subtitle: {
			names: 'Your day on paper, with the names of your clients. The sheet is for you alone.',
			plain: 'Your day on paper: where you lead, help, open or close.',
		},
		print: 'Print',
		preview: 'This is how it looks',
	},
});
