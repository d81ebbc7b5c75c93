import { defineTexts } from '#renderer/i18n/texts.ts';

export const waiverTexts = defineTexts({
	de: {
		back: 'Einstellungen',
		title: 'Hinweise zur Haftung',
		intro:
			'Das lesen und unterschreiben Besucherinnen und Besucher, bevor etwas geöffnet wird. Eine neue Fassung gilt ab der nächsten Annahme; was früher unterschrieben wurde, bleibt bei seiner Fassung.',
		text: 'Text',
		missingTitle: 'Das sollte der Text noch sagen',
		missing: {
			intent: 'Für Vorsatz lässt sich die Haftung nicht ausschließen.',
			gross_negligence: 'Für grobe Fahrlässigkeit wird die Haftung nicht ausgeschlossen.',
			injury: 'Für Verletzungen von Leben, Körper oder Gesundheit lässt sich die Haftung nicht ausschließen.',
		},
		save: 'Neue Fassung speichern',
		saved: 'Gespeichert. Die neue Fassung gilt ab jetzt.',
		versions: 'Frühere Fassungen',
		own: 'von Kontor mitgebracht',
		since: (day: string) => `seit ${day}`,
		use: 'In das Feld holen',
	},
	en: {
		back: 'Settings',
		title: 'Words on liability',
		intro:
			'Visitors read and sign this before anything is opened; it is German. A new version counts from the next intake; what was signed before keeps its version.',
		text: 'Text',
		missingTitle: 'The text should also say this',
		missing: {
			intent: 'Liability for intent cannot be excluded.',
			gross_negligence: 'Liability for gross negligence is not excluded.',
			injury: 'Liability for injury to life, body or health cannot be excluded.',
		},
		save: 'Save as a new version',
		saved: 'Saved. The new version counts from now on.',
		versions: 'Earlier versions',
		own: 'came with Kontor',
		since: (day) => `since ${day}`,
		use: 'Put into the field',
	},
});
