import { defineTexts } from '#renderer/i18n/texts.ts';

export const repairsTexts = defineTexts({
	de: {
		nothing: 'Zurzeit ist keine Reparatur offen.',
		counts: (waiting: number, inWork: number, done: number) =>
			`${waiting === 0 ? 'Niemand wartet' : waiting === 1 ? '1 wartet' : `${waiting} warten`}, ${inWork} in Arbeit, ${done} heute fertig`,
		board: 'Tafel',
		intake: 'Annehmen',
	},
	en: {
		nothing: 'No repair is open at present.',
		counts: (waiting, inWork, done) =>
			`${waiting === 0 ? 'Nobody waits' : waiting === 1 ? '1 waits' : `${waiting} wait`}, ${inWork} in work, ${done} done today`,
		board: 'Board',
		intake: 'Take in',
	},
});
