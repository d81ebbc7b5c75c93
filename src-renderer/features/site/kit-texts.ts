import { defineTexts } from '#renderer/i18n/texts.ts';

/** Renewing the recovery kit, and what the settings say about it. */
export const texts = defineTexts({
	de: {
		section: 'Notfallblatt',
		what: 'Der letzte Weg zurück, wenn niemand aus der Verwaltung mehr helfen kann.',
		pending: 'Noch nicht ausgedruckt und bestätigt. Solange gibt es diesen Weg nicht.',
		finishedByAdmin: 'Fertigstellen kann es die Verwaltung.',
		finish: 'Notfallblatt fertigstellen',
		done: 'Ausgedruckt und bestätigt. Es gehört in einen Tresor oder verschlossen zur Leitung.',
		since: (day: string) =>
			`Gilt seit ${day}, ausgedruckt und bestätigt. Es gehört in einen Tresor oder verschlossen zur Leitung.`,
		renew: 'Neues Notfallblatt …',
		renewTitle: 'Ein neues Notfallblatt erstellen?',
		renewWhen:
			'Das ist richtig, wenn das Blatt verloren ist, wenn jemand es gesehen haben könnte oder wenn geht, wer es verwahrt hat.',
		renewOld: 'Das bisherige Blatt öffnet sofort nichts mehr. Vernichten Sie jeden Ausdruck davon.',
		renewNew: 'Das neue Blatt drucken Sie gleich danach aus und tippen ein paar Zeichen davon ab.',
		renewCases:
			'Die Fallakten öffnet das neue Blatt erst, wenn jemand aus der Beratung es auf der Seite „Heute“ freigegeben hat. Sagen Sie dort Bescheid.',
		renewConfirm: 'Neues Notfallblatt erstellen',
		cancel: 'Abbrechen',
		replaces:
			'Dieses Blatt ersetzt das bisherige Notfallblatt. Das alte öffnet nichts mehr: Vernichten Sie jeden Ausdruck davon.',
		replaced: 'Vernichten Sie jetzt die alten Ausdrucke, falls es noch welche gibt.',
		casesWait: 'Die Fallakten öffnet es, sobald jemand aus der Beratung es auf der Seite „Heute“ freigegeben hat.',
	},
	en: {
		section: 'Recovery kit',
		what: 'The last way back, when no administrator can help any more.',
		pending: 'Not printed and confirmed yet. Until then this way does not exist.',
		finishedByAdmin: 'An administrator can finish it.',
		finish: 'Finish the recovery kit',
		done: 'Printed and confirmed. It belongs into a safe or locked away with the management.',
		since: (day) => `Valid since ${day}, printed and confirmed. It belongs into a safe or locked away with the management.`,
		renew: 'New recovery kit …',
		renewTitle: 'Make a new recovery kit?',
		renewWhen: 'That is right when the page is lost, when somebody may have seen it, or when whoever kept it leaves.',
		renewOld: 'The old page opens nothing any more, at once. Destroy every print of it.',
		renewNew: 'You print the new page right after that, and type some characters of it back.',
		renewCases:
			'The new page opens the case files only after somebody from counselling has approved it on their page “Today”. Let them know.',
		renewConfirm: 'Make a new recovery kit',
		cancel: 'Cancel',
		replaces: 'This page replaces the previous recovery kit. The old one opens nothing any more: destroy every print of it.',
		replaced: 'Now destroy the old prints, if there still are any.',
		casesWait: 'It opens the case files as soon as somebody from counselling has approved it on their page “Today”.',
	},
});
