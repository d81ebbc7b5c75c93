import type { CaseStatus, ContactTopic } from '#shared/features/cases/model.ts';
import { CURRENT_VERSION } from '#shared/features/consents/form-texts.ts';
import {
	type ConsentFields,
	type ConsentPurpose,
	type ReleaseFields,
	type ReleaseTopic,
	usualEnd,
} from '#shared/features/consents/model.ts';
import type { StoredReferral } from '#shared/features/referrals/model.ts';
import { addDays, type LocalDate, laterOf } from '#shared/kernel/local-date.ts';
import { workingDayFrom, workingDayUpTo } from './calendar.ts';
import type { Dice } from './dice.ts';
import { INVENTED_PARTNERS } from './invented-partners.ts';

/** What the invented clients agreed to, and where they were referred: every state the pages distinguish, several times. */

export interface SamplePassingOn {
	readonly consents: readonly SampleConsent[];
	readonly releases: readonly SampleRelease[];
	readonly referrals: readonly SampleReferral[];
}

/** Indexes point into the cases and partners of the same office. */
interface OfCase {
	readonly caseIndex: number;
}
export type SampleConsent = OfCase & Omit<ConsentFields, 'personId' | 'businessId'> & { readonly withdrawnOn: LocalDate | null };
export type SampleRelease = OfCase & Omit<ReleaseFields, 'recipient'> & Partner & { readonly withdrawnOn: LocalDate | null };
export type SampleReferral = OfCase &
	Partner &
	Omit<StoredReferral, 'id' | 'caseId' | 'authorId' | 'recipient' | 'override'> & { readonly overrideReason: string | null };
interface Partner {
	readonly partnerIndex: number;
}

interface Case {
	readonly openedOn: LocalDate;
	readonly status: CaseStatus;
	readonly contacts: readonly { readonly topics: readonly ContactTopic[] }[];
}

/** What somebody is referred for, by what their contacts are about. */
interface Errand {
	readonly to: string;
	readonly topics: readonly ReleaseTopic[];
	readonly reason: string;
	readonly purpose: string;
	/** What they answer who take it on. */
	readonly reply: string;
}

const ERRANDS: Readonly<Partial<Record<ContactTopic, Errand>>> = {
	debts: {
		...{ to: 'Schuldnerberatung Pfennigfuchs', topics: ['debts', 'contact_details'] },
		reason: 'Erstgespräch zur Schuldenlage. Es gibt mehrere Gläubiger und einen Mahnbescheid, die Frist läuft.',
		purpose: 'Gemeinsam die Schulden ordnen und Fristen einhalten',
		reply: 'Erstgespräch ist vereinbart, die Unterlagen bringt die Person mit. Der Widerspruch ist vorbereitet.',
	},
	housing: {
		...{ to: 'Wohnungslosenhilfe Dach & Brot', topics: ['housing', 'family', 'contact_details'] },
		reason: 'Hilfe beim Erhalt der Wohnung: Die Kündigung wegen Mietschulden ist ausgesprochen.',
		purpose: 'Die Wohnung erhalten oder eine andere finden',
		reply: 'Die Fachstelle übernimmt und spricht mit der Hausverwaltung.',
	},
	work: {
		...{ to: 'Bildungswerk Handwerk und Pflege', topics: ['work', 'education', 'contact_details'] },
		reason: 'Beratung zu einer Umschulung oder Teilqualifizierung.',
		purpose: 'Einen passenden Lehrgang finden',
		reply: 'Platz im nächsten Lehrgang ist zugesagt, das Jobcenter muss noch zustimmen.',
	},
	language: {
		...{ to: 'Volkshochschule Musterstadt', topics: ['language', 'residence', 'contact_details'] },
		reason: 'Einstufung und Platz in einem Abendkurs, die Vormittage sind wegen der Arbeit nicht frei.',
		purpose: 'Einen Deutschkurs finden, der passt',
		reply: 'Einstufung gemacht: B1. Der Kurs beginnt im nächsten Monat.',
	},
	family: {
		...{ to: 'Kita Regenbogen', topics: ['family', 'contact_details'] },
		reason: 'Betreuungsplatz für das jüngere Kind, möglichst mit Mittagessen.',
		purpose: 'Einen Platz in der Kita bekommen',
		reply: 'Auf der Warteliste, voraussichtlich im Sommer ein Platz.',
	},
	health: {
		...{ to: 'Hausarztpraxis Dr. Vogel', topics: ['health', 'language'] },
		reason: 'Aufnahme als Patientin oder Patient; jemand aus der Familie übersetzt.',
		purpose: 'Eine Hausarztpraxis finden und Atteste klären',
		reply: 'Aufgenommen, erster Termin ist gemacht.',
	},
	authorities: {
		...{ to: 'Jobcenter Musterstadt', topics: ['authorities', 'work', 'family'] },
		reason: 'Klärung des Bescheids: Der Mehrbedarf ist nicht berücksichtigt.',
		purpose: 'Bescheide klären und Anträge vollständig machen',
		reply: 'Der Bescheid wird geändert, die Nachzahlung kommt mit der nächsten Leistung.',
	},
	education: {
		...{ to: 'Gesamtschule Musterviertel', topics: ['education', 'family'] },
		reason: 'Gespräch mit der Schulsozialarbeit über den Wechsel im Sommer.',
		purpose: 'Den Schulwechsel gemeinsam vorbereiten',
		reply: 'Gespräch hat stattgefunden, die Schule meldet sich bis zu den Zeugnissen.',
	},
};

/** How it stands with an errand; in this order over the current cases, again and again. */
const STORIES = [
	...['waiting', 'taken_on', 'ends_soon', 'prepared', 'late', 'over', 'blocked', 'declined', 'answered'],
	...['emergency', 'withdrawn', 'did_not_go'],
] as const;
type Story = (typeof STORIES)[number];

/** So many current cases have an errand; the rest of them consents only. */
const WITH_ERRAND = 26;

export function inventPassingOn(dice: Dice, cases: readonly Case[], today: LocalDate): SamplePassingOn {
	const errands = cases.flatMap((item, caseIndex) => {
		const topic = item.contacts.flatMap(({ topics }) => topics).find((one) => ERRANDS[one] !== undefined);
		const errand = topic && ERRANDS[topic];
		return errand && item.status !== 'paused' && item.openedOn < addDays(today, -45) ? [{ item, caseIndex, errand }] : [];
	});
	const current = errands.filter(({ item }) => item.status !== 'closed').slice(0, WITH_ERRAND);
	const closed = errands.filter(({ item }) => item.status === 'closed').slice(0, 3);
	const told = [
		...current.map((one, at) => tell(dice, one, STORIES[at % STORIES.length] ?? 'waiting', today)),
		...closed.map((one) => tell(dice, one, 'taken_on', today)),
	];
	return {
		consents: cases.flatMap((item, caseIndex) => inventConsents(dice, item, caseIndex, today)),
		releases: told.flatMap(({ release }) => release),
		referrals: told.flatMap(({ referral }) => referral),
	};
}

const HOW = { textVersion: CURRENT_VERSION, form: 'written', language: 'de' } as const;

function inventConsents(dice: Dice, { openedOn }: Case, caseIndex: number, today: LocalDate): SampleConsent[] {
	const language = dice.weighted([
		['de', 60],
		['tr', 15],
		['ar', 10],
		['uk', 8],
		['pl', 7],
	] as const);
	const evidence = `Ordner Einwilligungen ${openedOn.slice(0, 4)}`;
	const consent = (purpose: ConsentPurpose, more: Partial<SampleConsent> = {}): SampleConsent => ({
		...{ caseIndex, purpose, decision: 'given', decidedOn: openedOn, ...HOW, language, evidence, withdrawnOn: null, ...more },
	});
	const consents = [consent('counselling')];
	if (dice.chance(0.75)) consents.push(consent('statistics', dice.chance(0.15) ? { decision: 'refused' } : {}));
	if (dice.chance(0.45)) {
		const changed = dice.chance(0.2) ? { withdrawnOn: laterOf(openedOn, addDays(today, -dice.whole(3, 60))) } : {};
		consents.push(consent('messenger', changed));
	}
	if (dice.chance(0.3)) consents.push(consent('email', { form: 'oral', evidence: null }));
	if (dice.chance(0.2)) consents.push(consent('photos', dice.chance(0.5) ? { decision: 'refused' } : {}));
	return consents;
}

interface Told {
	readonly release: SampleRelease[];
	readonly referral: SampleReferral[];
}

function tell(
	dice: Dice,
	{ item, caseIndex, errand }: { readonly item: Case; readonly caseIndex: number; readonly errand: Errand },
	story: Story,
	today: LocalDate,
): Told {
	const partnerIndex = INVENTED_PARTNERS.findIndex(({ name }) => name === errand.to);
	if (partnerIndex < 0) throw new Error('no such partner');
	const topics = [...errand.topics];
	const givenOn = laterOf(item.openedOn, addDays(today, -dice.whole(50, 150)));
	const preparedOn = laterOf(givenOn, workingDayUpTo(addDays(today, -dice.whole(12, 40))));
	const sentOn = laterOf(preparedOn, workingDayUpTo(addDays(today, -dice.whole(8, 12))));
	const release: SampleRelease = {
		...{ caseIndex, partnerIndex, topics, purpose: errand.purpose, givenOn, validFrom: givenOn, validUntil: usualEnd(givenOn) },
		...{ ...HOW, evidence: 'Ordner Entbindungen, Register A–Z', withdrawnOn: null },
	};
	const referral: SampleReferral = {
		...{ caseIndex, partnerIndex, topics, reason: errand.reason, preparedOn, replyDueOn: null, way: null, sentOn: null },
		...{ answeredOn: null, replyText: '', outcome: null, cancelledOn: null, cancelReason: null, overrideReason: null },
	};
	const sent = { sentOn, way: dice.pick(['letter', 'email', 'with_client'] as const) };
	const answeredOn = laterOf(sentOn, workingDayUpTo(addDays(today, -dice.whole(1, 6))));
	const due = { ...sent, replyDueOn: workingDayFrom(addDays(today, dice.whole(3, 12))) };
	switch (story) {
		case 'waiting':
			return { release: [release], referral: [{ ...referral, ...due }] };
		case 'late':
			return { release: [release], referral: [{ ...referral, ...sent, replyDueOn: addDays(today, -2) }] };
		case 'taken_on':
			return {
				release: [release],
				referral: [{ ...referral, ...due, answeredOn, replyText: errand.reply, outcome: 'taken_on' }],
			};
		case 'answered':
			return {
				release: [release],
				referral: [{ ...referral, ...due, answeredOn, replyText: 'Wir melden uns, sobald ein Termin frei ist.' }],
			};
		case 'declined':
			return {
				release: [release],
				referral: [{ ...referral, ...due, answeredOn, replyText: 'Zurzeit leider kein Platz.', outcome: 'declined' }],
			};
		case 'did_not_go':
			return { release: [release], referral: [{ ...referral, ...sent, outcome: 'client_did_not_go' }] };
		case 'ends_soon':
			return { release: [{ ...release, validUntil: addDays(today, dice.whole(5, 25)) }], referral: [] };
		case 'over':
			return { release: [{ ...release, validUntil: addDays(today, -4) }], referral: [{ ...referral, ...due }] };
		case 'prepared':
			return { release: [release], referral: [referral] };
		case 'blocked':
			return { release: [], referral: [referral] };
		case 'emergency':
			return {
				release: [],
				referral: [
					{
						...referral,
						...sent,
						overrideReason: 'Die Frist lief am selben Tag ab, die Person lag im Krankenhaus und war nicht zu erreichen.',
					},
				],
			};
		case 'withdrawn':
			return {
				release: [{ ...release, withdrawnOn: answeredOn }],
				referral: [{ ...referral, cancelledOn: answeredOn, cancelReason: 'möchte das erst in der Familie besprechen' }],
			};
	}
}
