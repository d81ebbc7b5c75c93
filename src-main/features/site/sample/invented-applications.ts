import type { ApplicationFields, Channel } from '#shared/features/applications/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { workingDayFrom, workingDayUpTo } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { SampleCase } from './invented-cases.ts';

/** Job applications of those who look for work. No such employer exists. */
export interface SampleApplication extends ApplicationFields {
	readonly caseIndex: number;
}

const JOBS: readonly (readonly [string, string, Channel])[] = [
	['Bäckerei Musterkorn', 'Verkäuferin oder Verkäufer', 'in_person'],
	['Seniorenhaus Beispielgarten', 'Hilfskraft in der Hauswirtschaft', 'email'],
	['Lagerhaus Nordring GmbH', 'Kommissionierung', 'online'],
	['Reinigung Blitzblank', 'Reinigungskraft, 20 Stunden', 'phone'],
	['Hotel Zum Muster', 'Zimmerservice', 'online'],
	['Kita Sonnenhof', 'Küchenhilfe', 'post'],
	['Gartenbau Beispiel', 'Helferin oder Helfer im Gartenbau', 'email'],
	['Möbelhaus Mustermann', 'Lager und Auslieferung', 'online'],
	['Drogerie am Markt', 'Aushilfe an der Kasse', 'in_person'],
	['Zeitarbeit Brücke', 'Produktion, Schicht', 'agency'],
	['Wäscherei Weiß', 'Mitarbeit in der Mangel', 'post'],
	['Stadtwerke Musterstadt', 'Ausbildung Anlagenmechanik', 'online'],
];
const FOUND = [
	'Jobbörse im Netz',
	'Aushang im Kontaktcafé',
	'Arbeitsvermittlung',
	'Bekannte',
	'Stellenanzeige in der Zeitung',
	null,
];
const REASONS = [
	'Stelle ist schon besetzt',
	'mehr Deutsch gewünscht (B1)',
	'Führerschein fehlt',
	'keine Begründung',
	'Schichtzeiten passen nicht zur Kita',
];

const MOST_FILES = 7;

export function inventApplications(dice: Dice, cases: readonly SampleCase[], today: LocalDate): SampleApplication[] {
	const looking = cases.flatMap(({ status, themes }, index) =>
		status !== 'closed' && themes.some(({ topic }) => topic === 'work') ? [index] : [],
	);
	return looking.slice(0, MOST_FILES).flatMap((caseIndex) => {
		const openedOn = cases[caseIndex]?.openedOn ?? today;
		return dice
			.shuffled(JOBS)
			.slice(0, dice.whole(4, 9))
			.map((job, at) => ({ caseIndex, ...inventApplication(dice, job, at, openedOn, today) }));
	});
}

function inventApplication(
	dice: Dice,
	[employer, position, channel]: (typeof JOBS)[number],
	at: number,
	openedOn: LocalDate,
	today: LocalDate,
): ApplicationFields {
	const base = { employer, position, channel, foundThrough: dice.pick(FOUND), interviewsOn: [], reason: null };
	const later = (days: number) => workingDayFrom(addDays(today, days));
	const ago = (days: number): LocalDate => {
		const day = workingDayUpTo(addDays(today, -days));
		return day < openedOn ? openedOn : day;
	};
	const noReply = { reply: 'none', repliedOn: null, outcome: 'open' } as const;
	// In every file something stands at each place that is worth seeing; the rest has been tried and turned down.
	if (at === 0)
		return {
			...base,
			...noReply,
			sentOn: null,
			nextStep: 'Anschreiben gemeinsam fertig machen',
			nextStepDue: later(dice.whole(1, 6)),
		};
	if (at === 1)
		return {
			...base,
			...noReply,
			sentOn: ago(dice.whole(9, 16)),
			nextStep: 'Nachfragen, ob die Bewerbung da ist',
			nextStepDue: dice.chance(0.4) ? ago(dice.whole(0, 2)) : later(dice.whole(1, 5)),
		};
	if (at === 2) {
		const interview = later(dice.whole(2, 8));
		return {
			...{ ...base, sentOn: ago(15), reply: 'invitation', repliedOn: ago(3), outcome: 'open', interviewsOn: [interview] },
			...{ nextStep: 'Vorstellungsgespräch üben', nextStepDue: workingDayUpTo(addDays(interview, -1)) },
		};
	}
	if (at === 3 && dice.chance(0.3))
		return {
			...base,
			sentOn: ago(24),
			reply: 'offer',
			repliedOn: ago(1),
			outcome: 'open',
			interviewsOn: [ago(8)],
			nextStep: 'Arbeitsvertrag gemeinsam lesen',
			nextStepDue: later(1),
		};
	const sentOn = ago(dice.whole(20, 90));
	if (dice.chance(0.25)) return { ...base, ...noReply, sentOn, nextStep: null, nextStepDue: null };
	const wasInvited = dice.chance(0.2);
	return {
		...{ ...base, sentOn, outcome: 'rejected', reason: dice.pick(REASONS), nextStep: null, nextStepDue: null },
		...{ reply: wasInvited ? 'invitation' : 'rejection', repliedOn: addDays(sentOn, 7) },
		interviewsOn: wasInvited ? [addDays(sentOn, 9)] : [],
	};
}
