import type { PersonFields } from '#shared/features/people/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Dice } from './dice.ts';
import type { Origin } from './origins.ts';

/** How invented people live: household, languages, residence, work. Each part agrees with the age and origin it is given. */

export function household(
	dice: Dice,
	age: number,
	today: LocalDate,
): Pick<PersonFields, 'adults' | 'childBirthYears' | 'singleParent'> {
	const parent = age > 21 && age < 58 && dice.chance(0.62);
	const alone = parent && dice.chance(0.3);
	const year = Number(today.slice(0, 4));
	const oldest = Math.min(17, age - 20);
	const childBirthYears = parent
		? Array.from(
				{
					length: dice.weighted([
						[1, 38],
						[2, 36],
						[3, 18],
						[4, 6],
						[5, 2],
					] as const),
				},
				() => year - dice.whole(0, oldest),
			)
		: [];
	return {
		adults: dice.chance(0.12)
			? null
			: alone
				? 1
				: parent
					? dice.whole(2, 3)
					: dice.weighted([
							[1, 55],
							[2, 38],
							[3, 7],
						] as const),
		childBirthYears: childBirthYears.sort(),
		singleParent: parent ? (alone ? 'yes' : 'no') : dice.chance(0.1) ? 'keine_angabe' : null,
	};
}

export function languages(dice: Dice, origin: Origin): Pick<PersonFields, 'languages' | 'interpreterNeeded'> {
	if (origin.language === 'de') {
		return {
			languages: [{ code: 'de', level: 'native' }, ...(dice.chance(0.3) ? [{ code: 'en', level: 'B1' as const }] : [])],
			interpreterNeeded: 'no',
		};
	}
	const level = origin.recent
		? dice.weighted([
				['A1', 28],
				['A2', 30],
				['B1', 24],
				['B2', 8],
				['unknown', 10],
			] as const)
		: dice.weighted([
				['A2', 18],
				['B1', 26],
				['B2', 24],
				['C1', 18],
				['native', 9],
				['unknown', 5],
			] as const);
	const further = origin.further
		.filter((code) => code !== 'de' && dice.chance(0.45))
		.map((code) => ({ code, level: dice.pick(['B1', 'B2', 'unknown'] as const) }));
	return {
		languages: [{ code: origin.language, level: 'native' }, { code: 'de', level }, ...further],
		interpreterNeeded: level === 'A1' || (level === 'A2' && dice.chance(0.5)) ? 'yes' : dice.chance(0.1) ? null : 'no',
	};
}

export function residence(
	dice: Dice,
	origin: Origin,
	german: boolean,
	today: LocalDate,
): Pick<PersonFields, 'residenceTitle' | 'residenceUntil' | 'workAccess'> {
	if (german || origin.titles.length === 0) return { residenceTitle: null, residenceUntil: null, workAccess: 'unrestricted' };
	const residenceTitle = dice.pick(origin.titles);
	const isForGood = residenceTitle.startsWith('Niederlassung') || residenceTitle.startsWith('Dauer');
	const isShort = residenceTitle === 'Duldung' || residenceTitle === 'Aufenthaltsgestattung';
	return {
		residenceTitle,
		residenceUntil: isForGood ? null : addDays(today, isShort ? dice.whole(20, 170) : dice.whole(30, 950)),
		workAccess: isShort ? 'permit_required' : 'unrestricted',
	};
}

type Occupation = Pick<PersonFields, 'schoolDegree' | 'vocationalDegree' | 'employment' | 'unemployedSince' | 'benefit'>;

export function occupation(dice: Dice, origin: Origin, age: number, today: LocalDate): Occupation {
	const abroad = origin.nationality !== 'DE' && (origin.recent || dice.chance(0.4));
	const schoolDegree: PersonFields['schoolDegree'] = abroad
		? dice.weighted([
				['foreign_recognised', 22],
				['foreign_unrecognised', 50],
				['none', 18],
				['keine_angabe', 4],
				[null, 6],
			] as const)
		: dice.weighted([
				['lower', 38],
				['middle', 30],
				['applied_upper', 8],
				['upper', 12],
				['none', 7],
				['special_school', 2],
				[null, 3],
			] as const);
	const vocationalDegree: PersonFields['vocationalDegree'] =
		age < 20
			? 'none'
			: abroad
				? dice.weighted([
						['foreign_unrecognised', 42],
						['none', 42],
						['foreign_recognised', 10],
						[null, 6],
					] as const)
				: dice.weighted([
						['apprenticeship', 46],
						['none', 38],
						['university', 6],
						['master', 3],
						[null, 7],
					] as const);
	if (age >= 67)
		return {
			schoolDegree,
			vocationalDegree,
			employment: 'retired',
			unemployedSince: null,
			benefit: dice.weighted([
				['pension', 60],
				['basic_security', 40],
			] as const),
		};
	if (age < 25 && dice.chance(0.5))
		return {
			schoolDegree,
			vocationalDegree: 'in_training',
			employment: 'in_education',
			unemployedSince: null,
			benefit: dice.pick(['none', 'other', null] as const),
		};
	const employment = dice.weighted([
		['unemployed', 44],
		['minijob', 15],
		['employed', 20],
		['inactive', 14],
		['self_employed', 3],
		[null, 4],
	] as const);
	const benefit: PersonFields['benefit'] =
		employment === 'unemployed'
			? dice.weighted([
					['buergergeld', 78],
					['alg1', 16],
					['none', 3],
					['keine_angabe', 3],
				] as const)
			: employment === 'minijob' || employment === 'inactive'
				? dice.weighted([
						['buergergeld', 70],
						['housing_benefit', 10],
						['other', 10],
						['none', 10],
					] as const)
				: employment === null
					? null
					: dice.weighted([
							['none', 62],
							['housing_benefit', 24],
							['buergergeld', 14],
						] as const);
	const longest = Math.max(60, Math.min(2600, (age - 18) * 300));
	const unemployedSince =
		employment !== 'unemployed' ? null : addDays(today, -(benefit === 'alg1' ? dice.whole(20, 330) : dice.whole(60, longest)));
	return { schoolDegree, vocationalDegree, employment, unemployedSince, benefit };
}
