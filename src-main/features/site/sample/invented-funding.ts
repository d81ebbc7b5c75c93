import { isAsked, settled } from '#shared/features/funder-data/answers.ts';
import { type AnswerField, type Answers, EMPTY_ANSWERS, FIELDS_OF, type Part } from '#shared/features/funder-data/model.ts';
import { suggestedFrom } from '#shared/features/funder-data/suggested.ts';
import {
	type DatedTerms,
	type ProgrammeFields,
	type Terms,
	termsOn,
	USUAL_TERMS,
} from '#shared/features/funder-programmes/model.ts';
import type { Person, PersonFields } from '#shared/features/people/model.ts';
import { addDays, addMonths, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { Dice } from './dice.ts';
import type { SampleCase } from './invented-cases.ts';

/** Programmes that pay for the invented counselling, and what their funders were told about participants, in all states. */

export interface SampleFunding {
	readonly fields: ProgrammeFields;
	readonly terms: readonly DatedTerms[];
}

/** Cases name them by their place here. */
export const PROGRAMME_PLACES = { neighbourhood: 0, women: 1, arriving: 2 } as const;

export function inventFunding(today: LocalDate): SampleFunding[] {
	const year = Number(today.slice(0, 4));
	const day = (text: string) => text as LocalDate;
	const begun = day(`${year - 2}-01-01`);
	const programme = (fields: ProgrammeFields, more: readonly DatedTerms[] = [], own: Partial<Terms> = {}): SampleFunding => ({
		fields,
		terms: [{ ...USUAL_TERMS[fields.regime], ...own, validFrom: fields.startsOn }, ...more],
	});
	return [
		programme(
			{
				...{ name: `Quartiersberatung ${year}`, regime: 'other', startsOn: begun, endsOn: day(`${year}-12-31`) },
				...{ grantNoticeOn: day(`${year - 3}-11-18`), keepUntil: day(`${year + 5}-12-31`) },
			},
			[],
			// The town asks again sooner than the ESF does.
			{ followUpMonths: 2 },
		),
		programme(
			{
				...{ name: 'Frauen in Arbeit', regime: 'esf_plus_2021', startsOn: begun, endsOn: day(`${year + 1}-12-31`) },
				...{ grantNoticeOn: day(`${year - 3}-12-04`), keepUntil: day(`${year + 9}-12-31`) },
			},
			[{ ...USUAL_TERMS.esf_plus_2021, questionnaireMinutes: 4 * 60, validFrom: day(`${year}-01-01`) }],
		),
		programme({
			...{ name: 'Ankommen im Viertel', regime: 'biwaq', startsOn: begun, endsOn: day(`${year + 2}-06-30`) },
			...{ grantNoticeOn: day(`${year - 2}-02-09`), keepUntil: day(`${year + 10}-12-31`) },
		}),
		programme({
			...{ name: 'Starthilfe Beruf', regime: 'esf_2014', startsOn: day('2016-01-01'), endsOn: day('2022-12-31') },
			...{ grantNoticeOn: day('2015-10-12'), keepUntil: day('2032-12-31') },
		}),
	];
}

export interface SampleParticipation {
	readonly caseIndex: number;
	/** Whoever leads the case completed it. */
	readonly memberIndex: number;
	readonly programmeIndex: number;
	readonly answers: Answers;
	readonly doneOn: Readonly<Record<Part, LocalDate | null>>;
	/** Of the entry, later on. */
	readonly correction: { readonly changes: Partial<Answers>; readonly reason: string } | null;
}

/** Of the cases in a programme, those that were told about already: begun, completed, left, and asked again. */
export function inventParticipations(
	dice: Dice,
	cases: readonly Omit<SampleCase, 'themes' | 'writer'>[],
	{ people, programmes }: { readonly people: readonly PersonFields[]; readonly programmes: readonly SampleFunding[] },
	today: LocalDate,
): SampleParticipation[] {
	const waited = waitedFor(cases, programmes, today);
	const left = cases.flatMap(({ status, programmeIndex }, at) => (status === 'closed' && programmeIndex !== null ? [at] : []));
	return cases.flatMap((item, caseIndex): SampleParticipation[] => {
		const person = people[item.personIndex];
		const { programmeIndex, ownerIndex: memberIndex, status } = item;
		const programme = programmeIndex === null ? undefined : programmes[programmeIndex];
		if (programmeIndex === null || programme === undefined || person === undefined) return [];
		const minutes = item.contacts.reduce((sum, { duration }) => sum + duration, 0);
		const isLeft = status === 'closed';
		// What is due and not there yet is what the day page shows; some are asked before they have to be.
		if (!isLeft && !dice.chance(minutes >= 4 * 60 ? 0.75 : 0.25) && !waited.has(caseIndex)) return [];
		const last = localDateOf(item.contacts.at(-1)?.at ?? Date.parse(today));
		const entry = entryOf(dice, person, item.openedOn);
		const isBegun = !isLeft && (dice.chance(0.25) || waited.has(caseIndex));
		const common = { caseIndex, memberIndex, programmeIndex };
		if (isBegun) {
			const answers = settled('entry', { ...entry, ...unanswered(dice, entry) });
			return [{ ...common, answers, doneOn: { entry: null, exit: null, follow_up: null }, correction: null }];
		}
		const entryDone = addDays(item.openedOn, dice.whole(0, 6));
		const done = { entry: entryDone > today ? today : entryDone, exit: null, follow_up: null };
		if (!isLeft) return [{ ...common, answers: entry, doneOn: done, correction: dice.chance(0.3) ? correctionOf(entry) : null }];
		// Of those who left, every third waits for the exit data and every third was asked again.
		const place = left.indexOf(caseIndex) % 3;
		if (place === 0) return [{ ...common, answers: entry, doneOn: done, correction: null }];
		const gone = settled('exit', { ...entry, ...exitOf(dice, last) });
		const exit = addDays(last, dice.whole(0, 20));
		const exitDone = { ...done, exit: exit > today ? today : exit };
		const again = addMonths(last, termsOn(programme, last).followUpMonths);
		if (again > today || place === 1) return [{ ...common, answers: gone, doneOn: exitDone, correction: null }];
		const asked = settled('follow_up', { ...gone, ...followUpOf(dice, again) });
		return [{ ...common, answers: asked, doneOn: { ...exitDone, follow_up: again }, correction: null }];
	});
}

/** Of each counsellor one current case whose hours are reached: its questionnaire is begun and waits. */
function waitedFor(
	cases: readonly Omit<SampleCase, 'themes' | 'writer'>[],
	programmes: readonly SampleFunding[],
	today: LocalDate,
): ReadonlySet<number> {
	const ofOwner = new Map<number, number>();
	for (const [at, { programmeIndex, ownerIndex, status, contacts }] of cases.entries()) {
		const programme = programmeIndex === null ? undefined : programmes[programmeIndex];
		const minutes = contacts.reduce((sum, { duration }) => sum + duration, 0);
		if (status === 'open' && programme && minutes >= termsOn(programme, today).questionnaireMinutes) ofOwner.set(ownerIndex, at);
	}
	return new Set(ofOwner.values());
}

function entryOf(dice: Dice, person: PersonFields, on: LocalDate): Answers {
	const yesNo = (yes: number): 'yes' | 'no' => (dice.chance(yes) ? 'yes' : 'no');
	const isForeign = person.nationality !== 'DE' && person.nationality !== null;
	const known = suggestedFrom(person as Person, on);
	const all: Answers = {
		...EMPTY_ANSWERS,
		...known,
		entryOn: on,
		employment: known.employment ?? dice.pick(['arbeitslos', 'nicht_erwerbstaetig', 'erwerbstaetig'] as const),
		inEducation: known.inEducation ?? 'no',
		comparableLevel: dice.pick(['lower_secondary', 'upper_secondary', 'tertiary'] as const),
		joblessHousehold: yesNo(0.5),
		dependentChildren: known.dependentChildren ?? 'no',
		singleAdult: known.singleAdult ?? yesNo(0.3),
		rural: 'no',
		consentOrigin: yesNo(0.85),
		bornAbroad: yesNo(isForeign ? 0.9 : 0.1),
		parentsBornAbroad: yesNo(isForeign ? 0.95 : 0.2),
		minority: yesNo(0.1),
		consentHealth: yesNo(0.75),
		disability: known.disability ?? 'none',
		consentSituation: yesNo(0.8),
		homeless: yesNo(0.05),
		otherDisadvantage: yesNo(0.3),
	};
	if (all.employment === 'arbeitslos' && all.unemployedSince === null) all.unemployedSince = addDays(on, -dice.whole(40, 900));
	return settled('entry', { ...all, ...(dice.chance(0.3) && { joblessHousehold: 'keine_angabe', benefit: 'keine_angabe' }) });
}

/** Some of the questions, not asked yet. */
function unanswered(dice: Dice, answers: Answers): Partial<Answers> {
	const asked = FIELDS_OF.entry.filter((field) => field !== 'entryOn' && isAsked(field, answers));
	const open = dice.shuffled(asked.filter((field): field is AnswerField => !field.startsWith('consent'))).slice(0, 6);
	return Object.fromEntries(open.map((field) => [field, null]));
}

function exitOf(dice: Dice, on: LocalDate): Partial<Answers> {
	const exitEmployment = dice.weighted([
		['erwerbstaetig', 45],
		['arbeitslos', 35],
		['nicht_erwerbstaetig', 15],
		['keine_angabe', 5],
	] as const);
	const exitJobSearch = dice.pick(['yes', 'no'] as const);
	const exitInEducation = dice.chance(0.2) ? 'yes' : 'no';
	return { exitOn: on, exitEmployment, exitJobSearch, exitInEducation, exitQualification: dice.chance(0.3) ? 'yes' : 'no' };
}

function followUpOf(dice: Dice, on: LocalDate): Partial<Answers> {
	const followUpEmployment = dice.pick(['erwerbstaetig', 'arbeitslos', 'erwerbstaetig', null] as const);
	return { followUpOn: on, followUpEmployment, followUpBetterPosition: dice.pick(['yes', 'no'] as const) };
}

function correctionOf({ rural }: Answers): SampleParticipation['correction'] {
	return { changes: { rural: rural === 'no' ? 'keine_angabe' : 'no' }, reason: 'Beim Vorlesen des Bogens richtiggestellt.' };
}
