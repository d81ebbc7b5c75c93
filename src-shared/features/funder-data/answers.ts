import {
	type AnswerField,
	type Answers,
	DAY_OF,
	DONE_OF,
	EMPTY_ANSWERS,
	FIELDS_OF,
	type Part,
	type Participation,
} from './model.ts';

/** Which questions go to whom, what refusing means, and what is still open. Pure. */

/** The sensitive questions of each consent. */
export const CONSENT_COVERS = {
	consentOrigin: ['bornAbroad', 'parentsBornAbroad', 'minority'],
	consentHealth: ['disability'],
	consentSituation: ['homeless', 'otherDisadvantage'],
} as const satisfies Partial<Record<AnswerField, readonly AnswerField[]>>;
export type ConsentField = keyof typeof CONSENT_COVERS;
const CONSENTS = Object.keys(CONSENT_COVERS) as ConsentField[];

const isForeign = (degree: string | null): boolean => degree?.startsWith('foreign_') ?? false;

/** Questions that only some are asked; the rest go to everybody. */
const ASKED_IF: Partial<Record<AnswerField, (answers: Answers) => boolean>> = {
	unemployedSince: ({ employment }) => employment === 'arbeitslos',
	inEducation: ({ employment }) => employment === 'nicht_erwerbstaetig',
	comparableLevel: ({ schoolDegree, vocationalDegree }) => isForeign(schoolDegree) || isForeign(vocationalDegree),
	// CR01/EECR01: of those who did not look for work, and not beside having found it.
	exitJobSearch: ({ employment, exitEmployment }) =>
		employment === 'nicht_erwerbstaetig' && exitEmployment !== null && exitEmployment !== 'erwerbstaetig',
	// CR07/EECR06: of those who were in work when they came.
	followUpBetterPosition: ({ employment, followUpEmployment }) =>
		employment === 'erwerbstaetig' && followUpEmployment === 'erwerbstaetig',
};

export const isAsked = (field: AnswerField, answers: Answers): boolean => ASKED_IF[field]?.(answers) ?? true;

/** Answers of a part with those emptied that its other answers leave no room for, and refused ones where consent was. */
export function settled(part: Part, answers: Answers): Answers {
	const result: Record<string, string | null> = { ...answers };
	for (const consent of CONSENTS) {
		if (part === 'entry' && answers[consent] === 'no')
			for (const field of CONSENT_COVERS[consent]) result[field] = 'keine_angabe';
	}
	for (const field of FIELDS_OF[part]) if (!isAsked(field, answers)) result[field] = null;
	return result as Answers;
}

/** What giving one answer changes: an answered consent empties or refuses the questions that need it. */
export function answering(field: AnswerField, value: string | null): Partial<Answers> {
	const covered: readonly AnswerField[] = field in CONSENT_COVERS ? CONSENT_COVERS[field as ConsentField] : [];
	const told = value === 'no' ? 'keine_angabe' : null;
	return Object.fromEntries([[field, value], ...covered.map((one) => [one, told])]);
}

/** What the person has not been asked yet, and what they would not say. Days are facts of the office, not answers. */
export function standing(part: Part, answers: Answers): { open: AnswerField[]; refused: AnswerField[] } {
	const asked = FIELDS_OF[part].filter((field) => field !== DAY_OF[part] && isAsked(field, answers));
	return {
		open: asked.filter((field) => answers[field] === null),
		refused: asked.filter((field) => answers[field] === 'keine_angabe'),
	};
}

/** day_missing · future · too_early: before the part it follows · previous: that one is not completed · consent: a sensitive answer without it. */
export type Incomplete = 'day_missing' | 'future' | 'too_early' | 'previous' | 'consent';

/** Why a part cannot be frozen as it is; null: it can. Open questions are no reason: the report counts them. */
export function problemWith(part: Part, participation: Omit<Participation, 'id'>, today: string): Incomplete | null {
	const day = participation[DAY_OF[part]];
	if (day === null) return 'day_missing';
	if (day > today) return 'future';
	const before = part === 'entry' ? null : part === 'exit' ? 'entry' : 'exit';
	if (before !== null) {
		if (participation[DONE_OF[before]] === null) return 'previous';
		const earliest = before === 'entry' ? (participation.reenteredOn ?? participation.entryOn) : participation.exitOn;
		if (earliest !== null && day < earliest) return 'too_early';
	}
	if (part !== 'entry') return null;
	const isUncovered = (consent: ConsentField) =>
		participation[consent] !== 'yes' &&
		CONSENT_COVERS[consent].some((field) => participation[field] !== null && participation[field] !== 'keine_angabe');
	return CONSENTS.some(isUncovered) ? 'consent' : null;
}

/**
 * Somebody comes back: entry data and the first day stay, what came of it is collected again (design 7). What was
 * collected before stays in the events.
 */
export function reentered<P extends Omit<Participation, 'id'>>(participation: P, on: P['reenteredOn']): P {
	const forgotten = Object.fromEntries([...FIELDS_OF.exit, ...FIELDS_OF.follow_up].map((field) => [field, EMPTY_ANSWERS[field]]));
	return { ...participation, ...forgotten, exitDoneOn: null, followUpDoneOn: null, reenteredOn: on };
}
