import type { OfferFields, SessionChange } from '#shared/features/offers/model.ts';
import { RecurrenceRule } from '#shared/features/offers/recurrence.ts';
import { nthOf, type Weekday, weekdayOf } from '#shared/features/offers/rhythm.ts';
import type { RoomFields } from '#shared/features/rooms/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { inventDuties, type SampleDuty } from './invented-duties.ts';

/** The rooms of the sample office, what takes place in them, and who opens and closes; a term that began some weeks ago. */
export interface SampleProgramme {
	readonly rooms: readonly RoomFields[];
	readonly offers: readonly SampleOffer[];
	readonly duties: readonly SampleDuty[];
}

/** Indexes point into rooms and members. */
export interface SampleOffer {
	readonly fields: Omit<OfferFields, 'leaders' | 'roomId'>;
	readonly leaderIndexes: readonly number[];
	readonly roomIndex: number | null;
	readonly changes: readonly {
		readonly ruleDay: LocalDate;
		readonly change: Partial<Pick<SessionChange, 'isCancelled' | 'note' | 'day'>>;
		readonly helperIndexes: readonly number[];
	}[];
}

const [MIRIAM, TOMASZ, LEYLA, HORST, PETRA] = [0, 1, 2, 3, 4];
const [HALL, WORKSHOP, CLASSROOM] = [0, 1, 2];
const TERM_DAYS = 84;

const ROOMS: readonly RoomFields[] = [
	{ name: 'Saal', capacity: 40, note: 'Küche nebenan, Schlüssel hängt im Büro', forCounselling: false },
	{ name: 'Werkstatt', capacity: 12, note: 'Eingang über den Hof', forCounselling: false },
	{ name: 'Kursraum', capacity: 16, note: 'Beamer im Schrank', forCounselling: false },
	{ name: 'Beratung 1', capacity: 4, note: null, forCounselling: true },
	{ name: 'Beratung 2', capacity: 3, note: 'Nicht barrierefrei', forCounselling: true },
];

/** In the term's first weeks. */
interface Rhythm {
	readonly weekday: Weekday;
	readonly rule: string;
	readonly isFirst?: (day: LocalDate) => boolean;
}

export function inventProgramme(today: LocalDate): SampleProgramme {
	const weekly = (weekday: Weekday): Rhythm => ({ weekday, rule: `FREQ=WEEKLY;BYDAY=${weekday}` });
	const monthly = (nth: number, weekday: Weekday): Rhythm => ({
		...{ weekday, rule: `FREQ=MONTHLY;BYDAY=${nth}${weekday}` },
		isFirst: (day) => (nth === -1 ? addDays(day, 7).slice(5, 7) !== day.slice(5, 7) : nthOf(day) === nth),
	});
	const offer = (
		name: string,
		kind: OfferFields['kind'],
		colour: OfferFields['colour'],
		{ weekday, rule, isFirst = () => true }: Rhythm,
		[from, until]: readonly [string, string],
		more: Partial<SampleOffer['fields']> & Partial<Omit<SampleOffer, 'fields'>>,
	): SampleOffer => {
		const { leaderIndexes = [], roomIndex = null, changes = [], ...fields } = more;
		const first = Array.from({ length: 40 }, (_, ahead) => addDays(today, ahead - TERM_DAYS)).find(
			(day) => weekdayOf(day) === weekday && isFirst(day),
		);
		return {
			fields: {
				...{ name, kind, colour, text: null, translations: [], isPublic: true, helpersWanted: 0, place: null, capacity: null },
				...{ firstOn: first ?? today, rule: RecurrenceRule.parse(rule), from: from as WallTime, until: until as WallTime },
				skipsClosedDays: true,
				...fields,
			},
			...{ leaderIndexes, roomIndex, changes },
		};
	};
	/** The first such weekday from tomorrow on. */
	const next = (weekday: Weekday): LocalDate =>
		Array.from({ length: 7 }, (_, ahead) => addDays(today, ahead + 1)).find((day) => weekdayOf(day) === weekday) ?? today;
	return {
		rooms: ROOMS,
		duties: inventDuties(today),
		offers: [
			offer('Nähwerkstatt', 'workshop', 'grape', weekly('TU'), ['14:00', '16:30'], {
				text: 'Für alle, die etwas ändern, flicken oder nähen möchten. Maschinen und Stoffreste sind da.',
				translations: [
					{ language: 'tr', name: 'Dikiş atölyesi', text: 'Dikmek veya onarmak isteyen herkes için. Makineler var.' },
				],
				...{ leaderIndexes: [LEYLA], helpersWanted: 2, roomIndex: WORKSHOP, capacity: 8 },
				changes: [{ ruleDay: next('TU'), change: {}, helperIndexes: [HORST] }],
			}),
			offer('Fahrradwerkstatt', 'workshop', 'orange', weekly('TH'), ['15:00', '18:00'], {
				text: 'Wir reparieren gemeinsam. Werkzeug ist da, Ersatzteile bitte mitbringen.',
				...{ leaderIndexes: [HORST], helpersWanted: 2, roomIndex: WORKSHOP, capacity: 6 },
				changes: [
					{ ruleDay: next('TH'), change: {}, helperIndexes: [PETRA] },
					{
						ruleDay: addDays(next('TH'), 7),
						change: { isCancelled: true, note: 'Werkstatt wird gestrichen' },
						helperIndexes: [],
					},
				],
			}),
			offer('Deutschcafé', 'cafe', 'yellow', weekly('MO'), ['10:00', '12:00'], {
				text: 'Deutsch sprechen bei Kaffee und Tee. Ohne Anmeldung, Kinder sind willkommen.',
				translations: [
					{ language: 'en', name: 'German café', text: 'Speak German over coffee and tea. No registration needed.' },
					{ language: 'uk', name: 'Німецьке кафе', text: 'Говоримо німецькою за кавою та чаєм. Без запису.' },
					{ language: 'ar', name: 'مقهى اللغة الألمانية', text: 'نتحدث الألمانية مع القهوة والشاي، دون تسجيل.' },
				],
				...{ leaderIndexes: [LEYLA, MIRIAM], roomIndex: HALL },
			}),
			offer('Krabbelgruppe', 'group', 'teal', weekly('WE'), ['09:30', '11:00'], {
				text: 'Für Eltern mit Kindern bis drei Jahre.',
				...{ leaderIndexes: [PETRA], roomIndex: HALL, capacity: 10 },
				changes: [
					{
						ruleDay: next('WE'),
						change: { day: addDays(next('WE'), 1), note: 'diesmal am Donnerstag' },
						helperIndexes: [],
					},
				],
			}),
			offer('Formularhilfe', 'consultation', 'blue', weekly('TH'), ['10:00', '12:00'], {
				text: 'Wir helfen beim Ausfüllen von Anträgen. Bitte alle Briefe mitbringen.',
				...{ leaderIndexes: [TOMASZ], roomIndex: CLASSROOM },
			}),
			offer('Computerkurs', 'course', 'gray', { ...weekly('FR'), rule: 'FREQ=WEEKLY;COUNT=16;BYDAY=FR' }, ['10:00', '11:30'], {
				...{ text: 'Sechzehn Termine, mit Anmeldung im Büro.', leaderIndexes: [LEYLA], roomIndex: CLASSROOM, capacity: 8 },
			}),
			offer('Gartengruppe', 'garden', 'green', { ...weekly('SA'), rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA' }, ['10:00', '13:00'], {
				text: 'Beete pflegen, säen und ernten. Handschuhe sind da.',
				...{ leaderIndexes: [HORST], helpersWanted: 1, place: 'im Garten hinter dem Haus' },
			}),
			offer('Seniorenfrühstück', 'cafe', 'red', monthly(1, 'TU'), ['09:00', '11:00'], {
				...{
					text: 'Frühstück in Gesellschaft, Kostenbeitrag 2 Euro.',
					leaderIndexes: [PETRA],
					helpersWanted: 2,
					roomIndex: HALL,
				},
			}),
			offer('Putz-Tag', 'cleanup', 'gray', monthly(-1, 'SA'), ['10:00', '12:00'], {
				text: 'Gemeinsam räumen wir rund ums Haus auf, danach gibt es Suppe.',
				...{ leaderIndexes: [LEYLA], helpersWanted: 4, place: 'Treffpunkt vor dem Eingang' },
			}),
		],
	};
}
