import type { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { codeWord } from '#renderer/features/people/words.ts';
import type { Language } from '#renderer/i18n/language.ts';
import type { ConsentField } from '#shared/features/funder-data/answers.ts';
import type { AnswerField, Part } from '#shared/features/funder-data/model.ts';
import { formatLocalDate, LocalDate } from '#shared/kernel/local-date.ts';
import type { texts } from './texts.ts';

/** The funder's questions as forms and papers show them: in which order, of which kind, in which words. */

export type Words = (typeof texts)['de'];
export type PersonWords = (typeof fieldTexts)['de'];

interface Group {
	readonly name: keyof Words['group'];
	/** Asked first; the questions of the group only with a yes. */
	readonly consent?: ConsentField;
	readonly fields: readonly AnswerField[];
}

export const GROUPS: Readonly<Record<Part, readonly Group[]>> = {
	entry: [
		{ name: 'person', fields: ['entryOn', 'sex', 'birthDate', 'nationality'] },
		{ name: 'work', fields: ['employment', 'unemployedSince', 'inEducation', 'benefit'] },
		{ name: 'education', fields: ['schoolDegree', 'vocationalDegree', 'comparableLevel'] },
		{ name: 'household', fields: ['joblessHousehold', 'dependentChildren', 'singleAdult', 'rural'] },
		{ name: 'origin', consent: 'consentOrigin', fields: ['bornAbroad', 'parentsBornAbroad', 'minority'] },
		{ name: 'health', consent: 'consentHealth', fields: ['disability'] },
		{ name: 'situation', consent: 'consentSituation', fields: ['homeless', 'otherDisadvantage'] },
	],
	exit: [{ name: 'exit', fields: ['exitOn', 'exitEmployment', 'exitJobSearch', 'exitInEducation', 'exitQualification'] }],
	follow_up: [{ name: 'follow_up', fields: ['followUpOn', 'followUpEmployment', 'followUpBetterPosition'] }],
};

/** day: a fact of the office · refusable_day · country: a long list · few: fits side by side · choice: a list. */
export type QuestionKind = 'day' | 'refusable_day' | 'country' | 'few' | 'choice';

const KINDS: Partial<Record<AnswerField, QuestionKind>> = {
	entryOn: 'day',
	exitOn: 'day',
	followUpOn: 'day',
	birthDate: 'refusable_day',
	unemployedSince: 'refusable_day',
	nationality: 'country',
	employment: 'choice',
	exitEmployment: 'choice',
	followUpEmployment: 'choice',
	sex: 'choice',
	disability: 'choice',
	benefit: 'choice',
	schoolDegree: 'choice',
	vocationalDegree: 'choice',
	comparableLevel: 'choice',
};
export const kindOf = (field: AnswerField): QuestionKind => KINDS[field] ?? 'few';

/** Codes with their words, in the order they are offered; without "keine Angabe". */
export function codesOf(field: AnswerField, t: Words, tPerson: PersonWords): readonly (readonly [string, string])[] {
	switch (field) {
		case 'employment':
		case 'exitEmployment':
		case 'followUpEmployment':
			return Object.entries(t.employment);
		case 'comparableLevel':
			return Object.entries(t.comparableLevel);
		case 'sex':
		case 'benefit':
		case 'schoolDegree':
		case 'vocationalDegree':
		case 'disability':
			return Object.entries(tPerson[field]);
		default:
			return [
				['yes', t.yes],
				['no', t.no],
			];
	}
}

/** The word for an answer; null is "not asked". */
export function answerWord(field: AnswerField, value: string | null, t: Words, tPerson: PersonWords, screen: Language): string {
	if (value === null) return t.notAsked;
	if (value === 'keine_angabe') return t.refused;
	if (LocalDate.safeParse(value).success) return formatLocalDate(value);
	if (field === 'nationality') return codeWord(field, value, tPerson, screen) ?? value;
	return codesOf(field, t, tPerson).find(([code]) => code === value)?.[1] ?? value;
}
