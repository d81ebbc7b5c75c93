import type { ContactTopic } from '#shared/features/cases/model.ts';
import type { FittedText } from './fill-note.ts';
import { FAMILY_NOTES, HEALTH_NOTES, HOUSING_NOTES, RESIDENCE_NOTES } from './notes/home-and-family.ts';
import { DEBT_NOTES, OFFICE_NOTES } from './notes/money-and-offices.ts';
import type { NoteText } from './notes/note-text.ts';
import { DIGITAL_NOTES, LANGUAGE_NOTES, WORK_NOTES } from './notes/work-and-language.ts';

/** What a case is about: its notes in an order in which they could have happened, its concerns, its to-dos. */
export interface Theme {
	readonly topic: ContactTopic;
	readonly notes: readonly NoteText[];
	readonly concerns: readonly FittedText[];
	readonly todos: readonly FittedText[];
}

export const THEMES: readonly Theme[] = [
	{
		topic: 'authorities',
		notes: [...OFFICE_NOTES, ...RESIDENCE_NOTES],
		concerns: [
			{ text: 'Schriftverkehr mit dem Jobcenter', needs: ['benefit'] },
			{ text: 'Widerspruch gegen Bescheid' },
			{ text: 'Anträge und Bescheide ordnen' },
			{ text: 'Kindergeld und Wohngeld klären', needs: ['children'] },
		],
		todos: [
			{ text: 'Widerspruch: Eingang bestätigen lassen' },
			{ text: 'Weiterbewilligungsantrag rechtzeitig vorbereiten', needs: ['benefit'] },
			{ text: 'Bescheid kopieren und abheften' },
			{ text: 'Familienkasse wegen Schulbescheinigung anrufen', needs: ['school_child'] },
			{ text: 'Begleitung zum Amt: Termin mit {kollegin} abstimmen' },
			{ text: 'Fiktionsbescheinigung nachfragen', needs: ['title'] },
		],
	},
	{
		topic: 'housing',
		notes: HOUSING_NOTES,
		concerns: [
			{ text: 'Schimmel in der Wohnung' },
			{ text: 'Wohnungssuche' },
			{ text: 'Mietrückstand, Räumung abwenden' },
			{ text: 'Nebenkostenabrechnung prüfen' },
		],
		todos: [
			{ text: 'Hausverwaltung wegen Mängelanzeige anrufen' },
			{ text: 'Genossenschaften: Stand der Warteliste' },
			{ text: 'Fotos vom Schimmel ausdrucken' },
			{ text: 'Mieterverein: Termin zur Belegeinsicht' },
			{ text: 'Umzugshelfer im Tauschring anfragen' },
		],
	},
	{
		topic: 'work',
		notes: WORK_NOTES,
		concerns: [
			{ text: 'Arbeitssuche', needs: ['job_seeker'] },
			{ text: 'Bewerbungen und Lebenslauf', needs: ['job_seeker'] },
			{ text: 'Anerkennung des Berufsabschlusses', needs: ['migrant', 'job_seeker'] },
			{ text: 'Wiedereinstieg nach Familienzeit', needs: ['children', 'job_seeker'] },
			{ text: 'Kündigung erhalten', needs: ['jobless'] },
		],
		todos: [
			{ text: 'Lebenslauf ausdrucken, drei Exemplare', needs: ['job_seeker'] },
			{ text: 'Stellenangebote der Woche heraussuchen', needs: ['job_seeker'] },
			{ text: 'Nach dem Vorstellungsgespräch anrufen', needs: ['job_seeker'] },
			{ text: 'Anschreiben gegenlesen', needs: ['job_seeker'] },
			{ text: 'Jobbörse: Praktikumsplatz nachfragen', needs: ['job_seeker'] },
			{ text: 'Arbeitsvertrag durchsehen', needs: ['job_seeker'] },
		],
	},
	{
		topic: 'language',
		notes: LANGUAGE_NOTES,
		concerns: [
			{ text: 'Sprachkurs finden', needs: ['migrant'] },
			{ text: 'Prüfung B1', needs: ['migrant'] },
			{ text: 'Sprachkurs mit Kinderbetreuung', needs: ['migrant', 'small_child'] },
		],
		todos: [
			{ text: 'Kursträger: freier Platz?', needs: ['migrant'] },
			{ text: 'Fahrtkostenantrag BAMF abschicken', needs: ['migrant'] },
			{ text: 'Sprachtandem: wie läuft es?', needs: ['migrant'] },
			{ text: 'Prüfungstermin anmelden', needs: ['migrant'] },
		],
	},
	{
		topic: 'debts',
		notes: DEBT_NOTES,
		concerns: [
			{ text: 'Schulden ordnen' },
			{ text: 'Stromsperre verhindern' },
			{ text: 'Kontopfändung' },
			{ text: 'Mahnungen und Inkasso' },
		],
		todos: [
			{ text: 'Schuldnerberatung: Wartelistenplatz bestätigen' },
			{ text: 'Raten beim Stromversorger schriftlich anfordern' },
			{ text: 'P-Konto-Bescheinigung ausstellen' },
			{ text: 'Gläubigerliste ergänzen' },
			{ text: 'Inkasso: Antwort abgelegt?' },
		],
	},
	{
		topic: 'family',
		notes: FAMILY_NOTES,
		concerns: [
			{ text: 'Kitaplatz', needs: ['small_child'] },
			{ text: 'Unterstützung in der Erziehung', needs: ['children'] },
			{ text: 'Entlastung für Alleinerziehende', needs: ['single_parent'] },
			{ text: 'Trennung', needs: ['couple'] },
		],
		todos: [
			{ text: 'Jugendamt: Antwort wegen Kitaplatz?', needs: ['small_child'] },
			{ text: 'Ferienfreizeit anmelden', needs: ['school_child'] },
			{ text: 'Infoblatt Familienberatung heraussuchen' },
			{ text: 'Dolmetscherin für den Elternsprechtag anfragen', needs: ['school_child', 'migrant'] },
			{ text: 'Antrag Bildung und Teilhabe abgeben', needs: ['school_child'] },
		],
	},
	{
		topic: 'health',
		notes: HEALTH_NOTES,
		concerns: [
			{ text: 'Gesundheit stabilisieren' },
			{ text: 'Pflegegrad für Angehörige', needs: ['older'] },
			{ text: 'Schwerbehindertenausweis' },
			{ text: 'Krankenkasse: Beiträge' },
		],
		todos: [
			{ text: 'Anrufen und fragen, wie es geht' },
			{ text: 'Befunde für das Versorgungsamt kopieren' },
			{ text: 'Hausarztpraxis mit freien Plätzen suchen' },
			{ text: 'Hausbesuch einplanen' },
			{ text: 'Krankenkasse: korrigierter Bescheid da?' },
		],
	},
	{
		topic: 'digital',
		notes: DIGITAL_NOTES,
		concerns: [{ text: 'Handy und Onlineanträge' }, { text: 'Zugang zu digitalen Diensten' }],
		todos: [{ text: 'Platz in der Handysprechstunde reservieren' }, { text: 'Gebrauchtes Notebook im Repaircafé anfragen' }],
	},
	{
		topic: 'education',
		notes: [...FAMILY_NOTES, ...LANGUAGE_NOTES].filter((note) => note.topics.includes('education')),
		concerns: [
			{ text: 'Schule der Kinder', needs: ['school_child'] },
			{ text: 'Nachhilfe und Bildungspaket', needs: ['school_child'] },
			{ text: 'Ausbildung finden', needs: ['young'] },
		],
		todos: [
			{ text: 'Schulsekretariat anrufen', needs: ['school_child'] },
			{ text: 'Nachhilfe: Zusage nachhalten', needs: ['school_child'] },
			{ text: 'Zeugniskopien beglaubigen lassen', needs: ['job_seeker'] },
		],
	},
];
