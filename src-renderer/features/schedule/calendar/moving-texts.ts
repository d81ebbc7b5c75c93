import { defineTexts } from '#renderer/i18n/texts.ts';

export const movingTexts = defineTexts({
	de: {
		status: 'Verschieben',
		move: 'Verschieben (Taste M)',
		at: (day: string, from: string, until: string) => `${day}, ${from} bis ${until}`,
		free: 'Nichts steht dem entgegen.',
		nowhere: 'Hier lässt es sich nicht ablegen.',
		keys: 'Pfeiltasten verschieben, mit Umschalt ändern sie die Dauer. Eingabe legt ab, Escape nimmt zurück.',
		hintCreate: 'Ziehen verschiebt, am Rand ziehen ändert die Dauer, über freie Zeit ziehen trägt ein. Ohne Maus: Taste M.',
		hintMove: 'Ziehen verschiebt, am Rand ziehen ändert die Dauer. Ohne Maus: Taste M.',
		spokenDays: 'Eingabe öffnet. M verschiebt: Pfeil auf und ab um eine Viertelstunde, links und rechts um einen Tag.',
		spokenLanes: 'Eingabe öffnet. M verschiebt: Pfeil links und rechts um eine Viertelstunde, auf und ab in eine andere Zeile.',
		movedAppointment: (day: string, from: string) => `Termin verschoben: ${day}, ${from} Uhr.`,
		movedSession: (name: string, day: string, from: string) => `${name} verschoben: ${day}, ${from} Uhr.`,
		movedInspite: (done: string, conflicts: string) => `${done} Dem steht entgegen: ${conflicts}.`,
	},
	en: {
		status: 'Moving',
		move: 'Move (key M)',
		at: (day, from, until) => `${day}, ${from} to ${until}`,
		free: 'Nothing stands against it.',
		nowhere: 'It cannot be dropped here.',
		keys: 'Arrow keys move it, with Shift they change how long it is. Enter drops it, Escape takes it back.',
		hintCreate:
			'Drag to move, drag an edge to change how long, drag over free time to enter something. Without a mouse: the key M.',
		hintMove: 'Drag to move, drag an edge to change how long. Without a mouse: the key M.',
		spokenDays: 'Enter opens. M moves: arrow up and down by a quarter of an hour, left and right by a day.',
		spokenLanes: 'Enter opens. M moves: arrow left and right by a quarter of an hour, up and down to another row.',
		movedAppointment: (day, from) => `Appointment moved: ${day}, ${from}.`,
		movedSession: (name, day, from) => `${name} moved: ${day}, ${from}.`,
		movedInspite: (done, conflicts) => `${done} There is a conflict: ${conflicts}.`,
	},
});
