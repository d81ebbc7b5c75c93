import { defineTexts } from '#renderer/i18n/texts.ts';

export const texts = defineTexts({
	de: {
		title: 'Verlauf',
		intro: 'Wer hat wann was geändert? Nichts davon wird überschrieben.',
		empty: 'Seit dem Anlegen hat sich nichts geändert.',
		by: (member: string, device: string) => `${member} am Gerät „${device}“`,
		created: 'Angelegt',
		before: 'vorher',
		after: 'nachher',
		none: 'leer',
		yes: 'ja',
		no: 'nein',
		close: 'Verlauf schließen',
	},
	en: {
		title: 'History',
		intro: 'Who changed what and when? None of it is overwritten.',
		empty: 'Nothing has changed since it was created.',
		by: (member, device) => `${member} on device “${device}”`,
		created: 'Created',
		before: 'before',
		after: 'after',
		none: 'empty',
		yes: 'yes',
		no: 'no',
		close: 'Close history',
	},
});
