import type { ContactTopic } from '#shared/features/cases/model.ts';
import type { GoalTheme } from '#shared/features/goals/model.ts';
import type { Need } from './note-text.ts';

/** Goals as they are agreed in a counselling office, with steps in the order in which they are taken. */
export interface GoalText {
	readonly topic: ContactTopic;
	readonly theme: GoalTheme;
	readonly text: string;
	readonly indicator: string;
	/** Who: client, member, or somebody else in words. */
	readonly steps: readonly (readonly [text: string, who: string])[];
	/** What may be said of it at the end. */
	readonly reached: string;
	readonly partly: string;
	readonly needs?: readonly Need[];
}

export const GOALS: readonly GoalText[] = [
	{
		topic: 'work',
		theme: 'work',
		text: 'Ich finde eine Arbeit in Teilzeit.',
		indicator: 'Ein Arbeitsvertrag ist unterschrieben.',
		steps: [
			['Zeugnisse und alte Verträge mitbringen', 'client'],
			['Lebenslauf gemeinsam fertig machen', 'member'],
			['Jede Woche zwei Bewerbungen abschicken', 'client'],
			['Freie Stellen im Viertel heraussuchen', 'Jobbörse'],
		],
		reached: 'Arbeitet seit zwei Monaten 20 Stunden in der Woche.',
		partly: 'Hat ein Praktikum gemacht, die feste Stelle fehlt noch.',
		needs: ['job_seeker'],
	},
	{
		topic: 'work',
		theme: 'work',
		text: 'Mein Beruf wird hier anerkannt.',
		indicator: 'Der Bescheid über die Anerkennung ist da.',
		steps: [
			['Zeugnisse übersetzen lassen', 'Übersetzungsbüro'],
			['Antrag bei der Kammer gemeinsam ausfüllen', 'member'],
			['Nachweise über die Berufsjahre besorgen', 'client'],
		],
		reached: 'Volle Anerkennung, die Urkunde ist in der Akte.',
		partly: 'Teilweise anerkannt; ein Lehrgang fehlt noch.',
		needs: ['migrant', 'job_seeker'],
	},
	{
		topic: 'language',
		theme: 'language',
		text: 'Ich bestehe die Prüfung B1.',
		indicator: 'Das Zertifikat liegt vor.',
		steps: [
			['Kursplatz suchen und anmelden', 'member'],
			['Regelmäßig in den Kurs gehen', 'client'],
			['Einmal in der Woche ins Sprachcafé', 'client'],
		],
		reached: 'Beim ersten Versuch bestanden.',
		partly: 'A2 geschafft, der nächste Kurs beginnt im Frühjahr.',
		needs: ['migrant'],
	},
	{
		topic: 'housing',
		theme: 'housing',
		text: 'Wir finden eine größere Wohnung.',
		indicator: 'Ein Mietvertrag, den wir bezahlen können.',
		steps: [
			['Wohnberechtigungsschein beantragen', 'client'],
			['Bewerbermappe für Vermieter zusammenstellen', 'member'],
			['Bei drei Genossenschaften auf die Warteliste', 'client'],
		],
		reached: 'Umzug geschafft, die Kaution ist geklärt.',
		partly: 'Auf zwei Wartelisten, noch keine Zusage.',
		needs: ['children'],
	},
	{
		topic: 'housing',
		theme: 'housing',
		text: 'Ich behalte meine Wohnung.',
		indicator: 'Drei Monate lang kommt keine Mahnung des Vermieters.',
		steps: [
			['Mit dem Vermieter über Raten sprechen', 'member'],
			['Dauerauftrag für die Miete einrichten', 'client'],
			['Darlehen für den Rückstand beantragen', 'member'],
		],
		reached: 'Der Rückstand ist abbezahlt, die Kündigung ist vom Tisch.',
		partly: 'Die Raten laufen, zwei stehen noch aus.',
	},
	{
		topic: 'debts',
		theme: 'debts',
		text: 'Ich weiß, wem ich wie viel schulde, und zahle nur noch vereinbarte Raten.',
		indicator: 'Die Liste aller Gläubiger ist vollständig.',
		steps: [
			['Alle Briefe mitbringen, auch die ungeöffneten', 'client'],
			['Liste der Gläubiger schreiben', 'member'],
			['Termin zur Anmeldung', 'Schuldnerberatung'],
		],
		reached: 'Mit allen fünf Gläubigern gibt es Raten.',
		partly: 'Die Liste steht, mit zweien wird noch verhandelt.',
	},
	{
		topic: 'family',
		theme: 'family',
		text: 'Mein Kind hat einen Kitaplatz.',
		indicator: 'Der Vertrag mit der Kita ist unterschrieben.',
		steps: [
			['Im Kita-Navigator anmelden', 'member'],
			['Zwei Kitas im Viertel besuchen', 'client'],
			['Beim Jugendamt nachfragen', 'member'],
		],
		reached: 'Seit August in der Kita um die Ecke.',
		partly: 'Platz in der Spielgruppe, Kita zum Sommer zugesagt.',
		needs: ['small_child'],
	},
	{
		topic: 'education',
		theme: 'family',
		text: 'Mein Kind kommt in der Schule mit.',
		indicator: 'Auf dem nächsten Zeugnis steht keine Fünf.',
		steps: [
			['Gespräch mit der Klassenlehrerin', 'client'],
			['Lernförderung beim Amt beantragen', 'member'],
			['Nachhilfe zweimal in der Woche', 'Schülerhilfe im Treff'],
		],
		reached: 'Versetzt, und die Nachhilfe macht sogar Spaß.',
		partly: 'In Deutsch besser, Mathematik bleibt schwer.',
		needs: ['school_child'],
	},
	{
		topic: 'family',
		theme: 'family',
		text: 'Ich habe einmal in der Woche Zeit für mich.',
		indicator: 'Ein fester Vormittag steht im Kalender.',
		steps: [
			['Elterncafé ausprobieren', 'client'],
			['Wegen einer Patin für die Kinder fragen', 'Freiwilligenzentrum'],
			['Nach vier Wochen gemeinsam auswerten', 'member'],
		],
		reached: 'Dienstags frei, die Patin ist ein Glücksfall.',
		partly: 'Klappt jede zweite Woche.',
		needs: ['children'],
	},
	{
		topic: 'health',
		theme: 'health',
		text: 'Ich gehe regelmäßig zum Arzt.',
		indicator: 'Zwei Termine sind wahrgenommen.',
		steps: [
			['Hausarztpraxis finden, die noch aufnimmt', 'member'],
			['Ersten Termin wahrnehmen', 'client'],
			['Befunde für die Krankenkasse sammeln', 'client'],
		],
		reached: 'Gut angebunden, die Tabletten sind eingestellt.',
		partly: 'Praxis gefunden, der zweite Termin fiel aus.',
	},
	{
		topic: 'digital',
		theme: 'digital',
		text: 'Ich stelle meine Anträge selbst am Handy.',
		indicator: 'Ein Antrag ist ohne Hilfe abgeschickt.',
		steps: [
			['Handysprechstunde besuchen', 'client'],
			['Zugang zu jobcenter.digital einrichten', 'member'],
			['Den nächsten Antrag allein versuchen', 'client'],
		],
		reached: 'Der letzte Weiterbewilligungsantrag ging ohne uns raus.',
		partly: 'Hochladen klappt, das Ausfüllen noch nicht.',
	},
	{
		topic: 'authorities',
		theme: 'other',
		text: 'Ich öffne Briefe vom Amt am selben Tag und weiß, was zu tun ist.',
		indicator: 'Vier Wochen lang bleibt keine Frist liegen.',
		steps: [
			['Ordner mit Register anlegen', 'member'],
			['Jeden Brief mitbringen und gemeinsam lesen', 'client'],
			['Fristen in den Kalender eintragen', 'client'],
		],
		reached: 'Keine Frist mehr versäumt, der Ordner wird geführt.',
		partly: 'Die meisten Briefe, nicht die gelben.',
	},
];

export const RESOURCES: readonly string[] = [
	'Schwester wohnt um die Ecke und hilft mit den Kindern.',
	'Spricht offen und hält Verabredungen ein.',
	'Hat früher schon einmal allein alles geregelt.',
	'Nachbarin übersetzt, wenn es eilig ist.',
	'Kommt gern ins Nähcafé und kennt dort viele.',
];

export const OBSTACLES: readonly string[] = [
	'Schläft schlecht, seit die Briefe kommen.',
	'Versteht Behördenschreiben nicht sicher.',
	'Kein Geld für Fahrkarten übrig.',
	'Kinder sind vormittags nicht betreut.',
	'Schlechte Erfahrungen mit Ämtern, große Scheu.',
];
