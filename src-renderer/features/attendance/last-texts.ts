import { defineTexts } from '#renderer/i18n/texts.ts';

export const lastTexts = defineTexts({
	de: {
		title: 'Letzte Termine',
		none: 'Noch hat kein Termin stattgefunden. Danach steht hier, wie viele Menschen da waren.',
		average: (heads: string, sessions: number) =>
			sessions === 1
				? `${heads} Personen beim eingetragenen Termin.`
				: `Im Durchschnitt ${heads} Personen, an ${sessions} Terminen.`,
		heads: (count: number) => (count === 1 ? '1 Person' : `${count} Personen`),
		open: 'nicht eingetragen',
		nameless: (count: number) => `${count} ohne Namen`,
		moved: 'verschoben',
		movedFrom: (day: string) => `statt ${day}`,
		notPlanned: 'nicht mehr im Plan',
		places: (count: number) => (count === 1 ? '1 Platz' : `${count} Plätze`),
		attendance: 'Anwesenheit',
		attendanceOf: (day: string) => `Anwesenheit am ${day}`,
		csv: 'Zahlen als CSV',
		more: 'Frühere zeigen',
		fewer: 'Weniger zeigen',
	},
	en: {
		title: 'Latest sessions',
		none: 'No session has taken place yet. Afterwards you see here how many people were there.',
		average: (heads, sessions) =>
			sessions === 1 ? `${heads} people in the session entered.` : `${heads} people on average, in ${sessions} sessions.`,
		heads: (count) => (count === 1 ? '1 person' : `${count} people`),
		open: 'not entered',
		nameless: (count) => `${count} without a name`,
		moved: 'moved',
		movedFrom: (day) => `instead of ${day}`,
		notPlanned: 'no longer in the plan',
		places: (count) => (count === 1 ? '1 place' : `${count} places`),
		attendance: 'Attendance',
		attendanceOf: (day) => `Attendance on ${day}`,
		csv: 'Figures as CSV',
		more: 'Show earlier ones',
		fewer: 'Show fewer',
	},
});
