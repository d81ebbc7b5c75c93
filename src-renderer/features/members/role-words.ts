import { defineTexts } from '#renderer/i18n/texts.ts';

/** What roles and vaults are called, once for every page that names them. */
export const roleWords = defineTexts({
	de: {
		roles: { counsellor: 'Beratung', coordinator: 'Koordination', volunteer: 'Ehrenamt', administrator: 'Verwaltung' },
		/** What somebody with this role does here, and what it opens. */
		roleDetails: {
			counsellor: 'Führt Fallakten und liest alle Personen, Fallakten und Vermerke. Nur diese Rolle kann das.',
			coordinator: 'Plant Räume, Angebote und Termine. Liest Büro und Werkstätten, keine Fallakten.',
			volunteer: 'Arbeitet in Werkstatt, Café und Ausleihe. Liest Büro und Werkstätten, keine Fallakten.',
			administrator: 'Verwaltet Mitarbeitende, Geräte und Sicherung. Liest Fallakten nur zusammen mit der Rolle Beratung.',
		},
		/** What lies in a vault, as the rest of the screen calls it. */
		areas: { office: 'Büro', workshop: 'Werkstätten', counselling: 'Fallakten' },
		/** The same inside a sentence. */
		theAreas: { office: 'das Büro', workshop: 'die Werkstätten', counselling: 'die Fallakten' },
	},
	en: {
		roles: { counsellor: 'Counsellor', coordinator: 'Coordinator', volunteer: 'Volunteer', administrator: 'Administrator' },
		roleDetails: {
			counsellor: 'Keeps case files and reads all people, case files and notes. Only this role can.',
			coordinator: 'Plans rooms, offers and appointments. Reads office and workshops, no case files.',
			volunteer: 'Works in workshop, café and lending. Reads office and workshops, no case files.',
			administrator: 'Manages members, devices and backups. Reads case files only together with the role Counsellor.',
		},
		areas: { office: 'Office', workshop: 'Workshops', counselling: 'Case files' },
		theAreas: { office: 'the office', workshop: 'the workshops', counselling: 'the case files' },
	},
});
