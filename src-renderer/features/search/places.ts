import type { Session } from '#renderer/features/members/session.ts';
import type { texts } from '#renderer/features/search/texts.ts';
import { isThereFor } from '#renderer/shell/places.ts';
import { fold } from '#shared/kernel/fold.ts';

type Words = (typeof texts)['de'];

export interface Place {
	readonly to:
		| '/'
		| '/personen'
		| '/personen/neu'
		| '/personen/import'
		| '/unternehmen'
		| '/unternehmen/neu'
		| '/fallakten'
		| '/fallakten/neu'
		| '/termine'
		| '/termine/warteliste'
		| '/abwesenheiten'
		| '/inventar'
		| '/inventar/neu'
		| '/inventar/import'
		| '/inventar/etiketten'
		| '/inventar/schaeden'
		| '/inventar/pruefungen'
		| '/inventar/inventur'
		| '/reparaturdaten'
		| '/reparaturdaten/plakat'
		| '/reparaturdaten/einlesen'
		| '/reparaturdaten/ausgeben'
		| '/inventar/inventur/orte'
		| '/reparaturen'
		| '/reparaturen/annahme'
		| '/reparaturen/alle'
		| '/einstellungen/reparaturen'
		| '/ausleihe'
		| '/ausleihe/ausleihen'
		| '/ausleihe/entleiher'
		| '/ausleihe/entleiher/neu'
		| '/ausleihe/karten'
		| '/ausleihe/reservierungen'
		| '/ausleihe/kalender'
		| '/ausleihe/tagesende'
		| '/ausleihe/erinnerungen'
		| '/ausleihe/zahlen'
		| '/woche'
		| '/woche/drucken'
		| '/dienstplan'
		| '/dienstplan/drucken'
		| '/tagesblatt'
		| '/angebote'
		| '/angebote/neu'
		| '/angebote/teilnahmelisten'
		| '/partner'
		| '/zusammenfuehrung'
		| '/einstellungen/raeume'
		| '/sicherung'
		| '/datenschutz/loeschen'
		| '/datenschutz/entleihende'
		| '/einstellungen/fristen'
		| '/mitarbeitende'
		| '/geraete'
		| '/zugriffsprotokoll'
		| '/einstellungen'
		| '/einstellungen/ausleihe'
		| '/einstellungen/programme';
	readonly word: keyof { [K in keyof Words as Words[K] extends string ? K : never]: true };
	/** Other words that people type for it, in German and English; matched, not shown. */
	readonly also?: string;
}

const PLACES: readonly Place[] = [
	{ to: '/', word: 'today' },
	{ to: '/personen', word: 'peopleList', also: 'klienten clients' },
	{ to: '/personen/neu', word: 'newPerson' },
	{ to: '/personen/import', word: 'importPeople' },
	{ to: '/unternehmen', word: 'businessList', also: 'betriebe firmen vereine gründung businesses companies clubs' },
	{ to: '/unternehmen/neu', word: 'newBusiness', also: 'betrieb firma gründung company' },
	{ to: '/fallakten', word: 'caseList', also: 'akten cases beratung counselling' },
	{ to: '/fallakten/neu', word: 'newCase' },
	{ to: '/termine', word: 'appointments', also: 'kalender tag buchen beratung verabredung appointments calendar day book' },
	{ to: '/termine/warteliste', word: 'waitingList', also: 'früher frei abgesagt nachrücken waiting earlier cancelled' },
	{ to: '/abwesenheiten', word: 'absences', also: 'urlaub krank frei vertretung away holiday vacation' },
	{ to: '/inventar', word: 'inventory', also: 'gegenstände items geräte werkzeug tools' },
	{ to: '/inventar/neu', word: 'newItem' },
	{ to: '/inventar/import', word: 'importItems' },
	{ to: '/inventar/etiketten', word: 'labels', also: 'barcode qr aufkleber labels stickers' },
	{ to: '/inventar/schaeden', word: 'damages', also: 'kaputt defekt reparatur broken repair' },
	{ to: '/reparaturen', word: 'repairBoard', also: 'repair café warteschlange werkstatt fahrrad nähen queue board' },
	{ to: '/reparaturen/annahme', word: 'repairIntake', also: 'abgeben annehmen laufzettel repair café intake slip' },
	{ to: '/reparaturen/alle', word: 'repairList', also: 'reparatur repariert repairs' },
	{ to: '/einstellungen/reparaturen', word: 'repairWaiver', also: 'haftung haftungsausschluss liability waiver' },
	{ to: '/inventar/pruefungen', word: 'electricalTests', also: 'dguv elektroprüfung prüfung prüfer test' },
	{ to: '/reparaturdaten', word: 'repairFigures', also: 'statistik co2 gewicht reparaturen auswertung figures statistics' },
	{ to: '/reparaturdaten/plakat', word: 'repairPoster', also: 'jahresbericht poster aushang report' },
	{ to: '/reparaturdaten/einlesen', word: 'repairImport', also: 'ords open repair import' },
	{ to: '/reparaturdaten/ausgeben', word: 'repairExport', also: 'ords open repair export veröffentlichen publish' },
	{ to: '/inventar/inventur', word: 'stocktakes', also: 'zählen bestand stocktake count' },
	{ to: '/inventar/inventur/orte', word: 'shelfLabels' },
	{
		to: '/ausleihe',
		word: 'desk',
		also: 'ausgeben ausleihen verleihen zurückgeben zurücknehmen rückgabe rücknahme abgeben scannen theke hand out lend return take back scan',
	},
	{
		to: '/ausleihe/ausleihen',
		word: 'loanList',
		also: 'verlängern überfällig pfand kaution vertrag extend overdue deposit contract',
	},
	{ to: '/ausleihe/entleiher', word: 'borrowerList', also: 'kunden sperren borrowers block' },
	{ to: '/ausleihe/entleiher/neu', word: 'newBorrower' },
	{ to: '/ausleihe/karten', word: 'borrowerCards', also: 'ausweis cards' },
	{
		to: '/ausleihe/reservierungen',
		word: 'reservations',
		also: 'vormerken vorbestellen warteliste bereitlegen book hold waiting list',
	},
	{ to: '/ausleihe/kalender', word: 'lendingCalendar', also: 'belegung frei termine calendar availability' },
	{ to: '/ausleihe/tagesende', word: 'endOfDay', also: 'feierabend abschluss vor ort closing end of day' },
	{
		to: '/ausleihe/erinnerungen',
		word: 'reminders',
		also: 'mahnung mahnen überfällig schulden forderung brief reminder overdue debt letter',
	},
	{ to: '/ausleihe/zahlen', word: 'lendingFigures', also: 'statistik auswertung jahresbericht statistics report' },
	{ to: '/woche', word: 'week', also: 'kalender wochenplan belegt räume frei calendar schedule' },
	{ to: '/woche/drucken', word: 'weekPrint', also: 'aushang tür türschild türschilder plan drucken poster door print' },
	{
		to: '/dienstplan',
		word: 'rota',
		also: 'schicht schichten aufschließen abschließen öffnen helfen einteilen besetzung schlüssel shifts open close help',
	},
	{ to: '/dienstplan/drucken', word: 'rotaPrint' },
	{ to: '/tagesblatt', word: 'daySheet', also: 'tagesplan zettel drucken termine day sheet print' },
	{
		to: '/angebote',
		word: 'offerList',
		also: 'programm kurse gruppen termine werkstatt café wochenplan ausfallen verschieben offers courses groups sessions',
	},
	{ to: '/angebote/neu', word: 'newOffer', also: 'kurs gruppe planen course group plan' },
	{ to: '/angebote/teilnahmelisten', word: 'signInSheets', also: 'anwesenheit unterschrift teilnehmer sign-in attendance' },
	{
		to: '/partner',
		word: 'partners',
		also: 'jobcenter beratungsstellen behörden adressen ansprechpartner verweisung organisationen organisations addresses referral',
	},
	{ to: '/einstellungen/programme', word: 'programmes', also: 'förderung fördergeber esf biwaq projekt funder funding' },
	{ to: '/einstellungen/raeume', word: 'rooms', also: 'zimmer saal rooms' },
	{
		to: '/zusammenfuehrung',
		word: 'decisions',
		also: 'Entscheidungen Konflikte verschieden doppelt decisions conflicts',
	},
	{ to: '/datenschutz/loeschen', word: 'erasure', also: 'datenschutz dsgvo frist aufbewahrung vergessen privacy gdpr retention' },
	{ to: '/datenschutz/entleihende', word: 'borrowerErasure', also: 'datenschutz dsgvo karten privacy cards' },
	{ to: '/einstellungen/fristen', word: 'retention', also: 'datenschutz aufbewahrung dsgvo privacy' },
	{ to: '/sicherung', word: 'share', also: 'backup netzlaufwerk network folder' },
	{ to: '/mitarbeitende', word: 'members', also: 'benutzer konten rollen users accounts roles' },
	{ to: '/geraete', word: 'devices', also: 'computer pc devices kiosk' },
	{ to: '/zugriffsprotokoll', word: 'accessLog' },
	{
		to: '/einstellungen',
		word: 'settings',
		also: 'passwort adresse darstellung schriftgröße dunkel password address text size dark',
	},
	{
		to: '/einstellungen/ausleihe',
		word: 'lendingRules',
		also: 'öffnungszeiten feiertage schließung ferien frist hausregeln haftung opening hours holidays closure period',
	},
];

/**
 * Pages whose name holds what was typed, or that go by a word that begins with it, those by name first; all of them for
 * an empty text.
 */
export function placesFor(text: string, session: Pick<Session, 'vaults' | 'member'>, words: Words): readonly Place[] {
	const wanted = fold(text).trim();
	const there = PLACES.filter(({ to }) => isThereFor(to, session));
	const byName = there.filter(({ word }) => fold(words[word]).includes(wanted));
	if (wanted.length < SHORTEST_WORD) return byName;
	const byWord = there.filter((place) => !byName.includes(place) && ` ${fold(place.also ?? '')}`.includes(` ${wanted}`));
	return [...byName, ...byWord];
}

/** Fewer letters begin too many words. */
const SHORTEST_WORD = 3;
