import type { BusinessContactFields, BusinessFields, SiteFields } from '#shared/features/businesses/model.ts';
import { EMPTY_BUSINESS, EMPTY_SITE } from '#shared/features/businesses/model.ts';
import type { ContactFields } from '#shared/features/cases/model.ts';
import type { PersonFields } from '#shared/features/people/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { berlinInstant, workingDayFrom, workingDayUpTo } from './calendar.ts';
import type { SampleCase, SampleContact } from './invented-cases.ts';
import type { SampleAims } from './invented-goals.ts';

/** Two businesses that are counselled, each with its file: a bakery that trains, and a tailoring that is being founded. */

export interface SampleBusiness {
	readonly fields: BusinessFields;
	readonly sites: readonly SiteFields[];
	readonly contacts: readonly (Omit<BusinessContactFields, 'personId'> & { readonly personIndex: number | null })[];
	readonly file: Omit<SampleCase, 'themes' | 'writer' | 'personIndex' | 'programmeIndex'> & { readonly aims: SampleAims };
}

const CITY = { ...EMPTY_SITE, postcode: '00000', city: 'Musterstadt' };
const [MIRIAM, TOMASZ] = [0, 1];

/** Whoever founds the tailoring is one of the people. */
export function inventBusinesses(people: readonly PersonFields[], founderIndex: number, today: LocalDate): SampleBusiness[] {
	const founder = people[founderIndex];
	const name = [founder?.firstName, founder?.lastName].filter(Boolean).join(' ');
	return [bakery(today), tailoring(today, { name, personIndex: founderIndex })];
}

function bakery(today: LocalDate): SampleBusiness {
	const ago = (days: number) => workingDayUpTo(addDays(today, -days));
	return {
		fields: {
			...{ ...EMPTY_BUSINESS, name: 'Bäckerei Morgenrot GmbH', legalForm: 'gmbh', branch: 'Bäckerei', founded: '1998' },
			...{ employees: 14, phone: '02102 000140', email: 'backstube@morgenrot.example', website: 'www.morgenrot.example' },
			remarks: 'Am besten nachmittags anrufen, vormittags stehen alle in der Backstube.',
		},
		sites: [
			{ ...CITY, name: 'Hauptsitz mit Backstube', street: 'Mühlenweg 4' },
			{ ...CITY, name: 'Filiale am Markt', street: 'Marktplatz 11', addressExtra: 'im Durchgang' },
		],
		contacts: [
			{ name: 'Selma Morgenrot', role: 'Geschäftsführerin', phone: '0172 0000141', email: null, personIndex: null },
			{ name: 'Jens Krume', role: 'Ausbilder', phone: '02102 000142', email: null, personIndex: null },
		],
		file: {
			...{ ownerIndex: TOMASZ, deputyIndexes: [MIRIAM], status: 'open', openedOn: ago(64), source: 'Kammer' },
			concern: 'Ausbildung und Praktika im Betrieb',
			contacts: [
				note(ago(64), 60, {
					text: 'Erstgespräch in der Backstube. Der Betrieb findet seit zwei Jahren keine Auszubildenden und könnte sich auch jemanden vorstellen, der noch Deutsch lernt. Fragen zu Einstiegsqualifizierung und Zuschüssen.',
					...{ kind: 'home_visit', topics: ['work', 'education'], nextStep: 'Unterlagen zur Einstiegsqualifizierung schicken' },
				}),
				note(ago(41), 25, {
					text: 'Die Förderung ist verstanden. Frau Morgenrot möchte mit einem Praktikum von zwei Wochen beginnen; Herr Krume begleitet es.',
					...{ kind: 'phone', topics: ['work'] },
				}),
				note(ago(23), 45, {
					text: 'Ablauf des Praktikums besprochen: Arbeitszeiten, Hygieneschulung, wer die Sprache im Blick hat. Die Belehrung des Gesundheitsamts zahlt der Betrieb.',
					...{ kind: 'planned', topics: ['work', 'authorities'] },
				}),
			],
			todos: [],
			aims: {
				...{ situation: [], closing: null, reopening: null },
				goals: [
					{
						...{ theme: 'work', text: 'Ein Praktikum von zwei Wochen ist im Betrieb eingerichtet', agreedOn: ago(41) },
						...{ indicator: 'Die erste Person hat angefangen', targetOn: workingDayFrom(addDays(today, 30)) },
						...{ balance: null, balanceWords: null },
						actions: [
							{
								...{ text: 'Einsatzplan für zwei Wochen schreiben', doer: 'client', memberIndex: null, thirdParty: null },
								...{ due: workingDayFrom(addDays(today, 12)), state: 'doing' },
							},
							{
								...{ text: 'Zwei Personen aus der Beratung vorschlagen', doer: 'member', memberIndex: TOMASZ, thirdParty: null },
								...{ due: workingDayFrom(addDays(today, 14)), state: 'planned' },
							},
						],
					},
				],
			},
		},
	};
}

function tailoring(today: LocalDate, founder: { name: string; personIndex: number }): SampleBusiness {
	const ago = (days: number) => workingDayUpTo(addDays(today, -days));
	return {
		fields: {
			...EMPTY_BUSINESS,
			name: 'Änderungsschneiderei Nadelöhr',
			legalForm: 'founding',
			branch: 'Schneiderei',
			employees: 1,
		},
		sites: [{ ...CITY, name: 'Ladenlokal', street: 'Gartenstraße 22' }],
		contacts: [{ name: founder.name, role: 'Gründung', phone: null, email: null, personIndex: founder.personIndex }],
		file: {
			...{ ownerIndex: MIRIAM, deputyIndexes: [], status: 'open', openedOn: ago(35), source: 'Nähwerkstatt' },
			concern: 'Gründung: Businessplan und Gewerbeanmeldung',
			contacts: [
				note(ago(35), 70, {
					text: 'Möchte die Änderungsschneiderei übernehmen, in der bisher ausgeholfen wurde. Die Inhaberin geht in Rente. Das Lokal ist günstig; offen sind die Ablöse für die Maschinen und die Krankenversicherung.',
					...{ kind: 'walk_in', topics: ['work', 'authorities'], nextStep: 'Zahlen der letzten zwei Jahre mitbringen' },
				}),
				note(ago(17), 60, {
					text: 'Zahlen durchgesehen: Der Laden trägt sich, wenn die Miete bleibt. Gliederung für den Businessplan mitgegeben; Termin bei der Wirtschaftsförderung ist erbeten.',
					...{ kind: 'planned', topics: ['work'] },
				}),
			],
			todos: [],
			aims: {
				...{ situation: [], closing: null, reopening: null },
				goals: [
					{
						...{ theme: 'work', text: 'Der Businessplan liegt bei der Wirtschaftsförderung', agreedOn: ago(17), indicator: null },
						...{ targetOn: workingDayFrom(addDays(today, 45)), balance: null, balanceWords: null },
						actions: [
							{
								...{ text: 'Kapitel zu Kundschaft und Preisen schreiben', doer: 'client', memberIndex: null, thirdParty: null },
								...{ due: workingDayFrom(addDays(today, 20)), state: 'planned' },
							},
						],
					},
				],
			},
		},
	};
}

const note = (
	day: LocalDate,
	duration: number,
	{ nextStep = null, ...words }: Pick<ContactFields, 'text' | 'kind' | 'topics'> & { nextStep?: string | null },
): SampleContact => ({
	...{ at: berlinInstant(day, 15 * 60), duration, ...words, nextStep, nextStepDue: null },
	...{ authorIndex: words.kind === 'walk_in' || duration === 60 ? MIRIAM : TOMASZ, privateNote: null },
});
