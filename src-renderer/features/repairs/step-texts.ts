import { defineTexts } from '#renderer/i18n/texts.ts';
import type { RepairStage } from '#shared/features/repairs/model.ts';
import { texts } from './texts.ts';

export const stepTexts = defineTexts({
	de: {
		take: 'Nehmen',
		join: 'Mithelfen',
		taken: (number: string, item: string) => `${number} ${item}: Sie haben es übernommen.`,
		moved: (number: string, to: RepairStage) => `${number}: ${texts.de.stage[to]}`,
		finished: (number: string) => `${number} ist fertig.`,
		to: {
			waiting: 'Zurück in die Schlange',
			in_work: 'Weiterarbeiten',
			needs_parts: 'Wartet auf Teile',
			testing: 'Zur Prüfung',
			done: 'Fertig …',
		},
		reopen: 'Wieder öffnen',
	},
	en: {
		take: 'Take',
		join: 'Help too',
		taken: (number, item) => `${number} ${item}: you have it now.`,
		moved: (number, to) => `${number}: ${texts.en.stage[to]}`,
		finished: (number) => `${number} is done.`,
		to: {
			waiting: 'Back to the queue',
			in_work: 'Go on working',
			needs_parts: 'Needs parts',
			testing: 'To the test',
			done: 'Done …',
		},
		reopen: 'Open again',
	},
});
