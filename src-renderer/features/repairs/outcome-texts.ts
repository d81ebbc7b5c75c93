import { defineTexts } from '#renderer/i18n/texts.ts';

export const outcomeTexts = defineTexts({
	de: {
		title: (number: string, item: string) => `${number} ${item}: Was ist daraus geworden?`,
		result: 'Ergebnis',
		resultHint: {
			Repairable: 'Es ginge, aber nicht heute oder nicht hier.',
			Unknown: 'Abgebrochen oder wieder mitgenommen.',
		},
		barrier: 'Woran lag es?',
		barrierHint: 'Daraus lernt die Werkstatt, und die Reparatur-Statistik fragt danach.',
		missing: 'Bitte wählen Sie ein Ergebnis.',
		barrierMissing: 'Bitte wählen Sie, woran es lag.',
		donation: 'Spende',
		donationHint: 'Leer lassen, wenn es keine gab.',
		amountWrong: 'Bitte einen Betrag wie 5 oder 7,50 eintragen.',
		finish: 'Fertig',
		untested: 'Mit Netzstecker: „repariert“ geht erst nach bestandener Elektroprüfung.',
		stillOpen: 'Noch offen',
		test: 'Elektroprüfung',
		testDone: (result: string, by: string) => `${result}, ${by}`,
	},
	en: {
		title: (number, item) => `${number} ${item}: what became of it?`,
		result: 'Result',
		resultHint: {
			Repairable: 'It could be done, but not today or not here.',
			Unknown: 'Given up, or taken home again.',
		},
		barrier: 'What was the reason?',
		barrierHint: 'The workshop learns from it, and the repair statistics ask for it.',
		missing: 'Please choose a result.',
		barrierMissing: 'Please choose what the reason was.',
		donation: 'Donation',
		donationHint: 'Leave empty if there was none.',
		amountWrong: 'Please enter an amount such as 5 or 7.50.',
		finish: 'Done',
		untested: 'It has a mains plug: “repaired” only after it has passed the electrical test.',
		stillOpen: 'Still open',
		test: 'Electrical test',
		testDone: (result, by) => `${result}, ${by}`,
	},
});
