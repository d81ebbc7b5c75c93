import type { Terms } from '#shared/features/funder-programmes/model.ts';
import { addMonths, ageOn, LocalDate } from '#shared/kernel/local-date.ts';
import type { Answers } from './model.ts';

/** What follows from the answers, for reports: never stored. Null where an answer it needs is missing or refused. */

const dayOf = (value: string | null): LocalDate | null => LocalDate.safeParse(value).data ?? null;

/** Whole years on the day of entry; null also for who was born later. */
export function ageAtEntry({ birthDate, entryOn }: Pick<Answers, 'birthDate' | 'entryOn'>): number | null {
	const born = dayOf(birthDate);
	return born === null || entryOn === null || born > entryOn ? null : ageOn(born, entryOn);
}

/** By the programme's terms, on the day of entry; who is not unemployed is not long-term unemployed. */
export function isLongTermUnemployed(
	answers: Pick<Answers, 'birthDate' | 'entryOn' | 'employment' | 'unemployedSince'>,
	terms: Pick<Terms, 'longTermMonths' | 'longTermMonthsYoung' | 'youngUnder' | 'longTermFromLimitOn'>,
): boolean | null {
	const { employment, entryOn } = answers;
	if (employment === null || employment === 'keine_angabe') return null;
	if (employment !== 'arbeitslos') return false;
	const since = dayOf(answers.unemployedSince);
	if (since === null || entryOn === null) return null;
	const isLong = (months: number) => {
		const limit = addMonths(since, months);
		return terms.longTermFromLimitOn ? limit <= entryOn : limit < entryOn;
	};
	if (terms.longTermMonths === terms.longTermMonthsYoung) return isLong(terms.longTermMonths);
	const age = ageAtEntry(answers);
	if (age !== null) return isLong(age < terms.youngUnder ? terms.longTermMonthsYoung : terms.longTermMonths);
	// Without the age it is only certain where both rules say the same.
	const [young, other] = [isLong(terms.longTermMonthsYoung), isLong(terms.longTermMonths)];
	return young === other ? young : null;
}

/**
 * Highest level of ISCED 2011 that a school and a vocational degree amount to, by the German mapping (Destatis and
 * UOE: „Zuordnung nationaler Bildungsprogramme zur ISCED 2011“): no degree 1 (primary school), special, lower and middle
 * school 2 (244), entrance to a university 3 (344), dual training 3 (354), and 4 (454) on top of an entrance to a
 * university, master craftsman and technician 6 (655), university at least 6. Degrees from abroad by what they are
 * comparable to. Refused or not asked is null, unless the
 * vocational degree decides: no school degree is above it.
 */
export function iscedLevel(degrees: Pick<Answers, 'schoolDegree' | 'vocationalDegree' | 'comparableLevel'>): number | null {
	const { schoolDegree, vocationalDegree, comparableLevel } = degrees;
	const comparable = comparableLevel === null || comparableLevel === 'keine_angabe' ? null : COMPARABLE[comparableLevel];
	const school = levelOf(SCHOOL, schoolDegree, comparable);
	const vocational =
		vocationalDegree === 'apprenticeship' ? ((school ?? 0) >= 3 ? 4 : 3) : levelOf(VOCATIONAL, vocationalDegree, comparable);
	if (vocational !== null && vocational >= 3) return Math.max(vocational, school ?? 0);
	return school === null || vocational === null ? null : Math.max(school, vocational);
}

function levelOf(levels: Readonly<Record<string, number>>, degree: string | null, comparable: number | null): number | null {
	if (degree === null || degree === 'keine_angabe') return null;
	return degree.startsWith('foreign_') ? comparable : (levels[degree] ?? null);
}

const COMPARABLE = { none: 0, primary: 1, lower_secondary: 2, upper_secondary: 3, post_secondary: 4, tertiary: 6 } as const;
const SCHOOL = { none: 1, special_school: 2, lower: 2, middle: 2, applied_upper: 3, upper: 3 };
const VOCATIONAL = { none: 0, in_training: 0, master: 6, university: 6 };
