import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageAtEntry, iscedLevel, isLongTermUnemployed } from '#shared/features/funder-data/derived.ts';
import { EMPTY_ANSWERS } from '#shared/features/funder-data/model.ts';
import { USUAL_TERMS } from '#shared/features/funder-programmes/model.ts';
import { addDays, addMonths, type LocalDate } from '#shared/kernel/local-date.ts';

const day = (text: string) => text as LocalDate;
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1930-01-01'), days));

describe('addMonths', () => {
	it('keeps the day, or takes the last one the month has', () => {
		expect(addMonths(day('2026-03-15'), 6)).toBe('2026-09-15');
		expect(addMonths(day('2025-08-31'), 6)).toBe('2026-02-28');
		expect(addMonths(day('2023-08-31'), 6)).toBe('2024-02-29');
		expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
		expect(addMonths(day('2024-02-29'), 48)).toBe('2028-02-29');
		expect(addMonths(day('2025-12-31'), 2)).toBe('2026-02-28');
		expect(addMonths(day('2026-01-31'), -2)).toBe('2025-11-30');
	});
	it('never leaves the month it should reach, and is in order', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: 0, max: 150 }), (from, months) => {
				const to = addMonths(from, months);
				const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
				expect(index(to)).toBe(index(from) + months);
				expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
				expect(addMonths(addDays(from, 1), months) >= to).toBe(true);
			}),
		);
	});
});

describe('age at entry', () => {
	it('is what counting birthdays gives', () => {
		fc.assert(
			fc.property(anyDay, anyDay, (birthDate, entryOn) => {
				let birthdays = 0;
				for (let on = addDays(birthDate, 1); on <= entryOn; on = addDays(on, 1)) {
					const isLeapling = birthDate.endsWith('-02-29');
					const year = Number(on.slice(0, 4));
					const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
					// Born on 29.02., one is a year older from 01.03. on where there is no such day (§ 188 Abs. 2 BGB).
					const birthday = isLeapling && !isLeapYear ? '-03-01' : birthDate.slice(4);
					if (on.slice(4) === birthday) birthdays++;
				}
				expect(ageAtEntry({ birthDate, entryOn })).toBe(birthDate > entryOn ? null : birthdays);
			}),
			{ numRuns: 25 },
		);
	});
	it('is unknown where it was not asked or refused', () => {
		const entryOn = day('2026-03-01');
		expect(ageAtEntry({ birthDate: null, entryOn })).toBeNull();
		expect(ageAtEntry({ birthDate: 'keine_angabe', entryOn })).toBeNull();
		expect(ageAtEntry({ birthDate: day('2000-01-01'), entryOn: null })).toBeNull();
	});
});

describe('long-term unemployed', () => {
	const answers = (unemployedSince: string, birthDate: string | null = '1980-01-01') => ({
		...{
			employment: 'arbeitslos' as const,
			unemployedSince: day(unemployedSince),
			birthDate: birthDate === null ? null : day(birthDate),
		},
		entryOn: day('2026-03-10'),
	});
	const { esf_plus_2021: plus, esf_2014: old } = USUAL_TERMS;

	it.each([
		['ESF+: exactly twelve months are enough', plus, answers('2025-03-10'), true],
		['ESF+: a day less is not', plus, answers('2025-03-11'), false],
		['ESF+: the young wait as long', plus, answers('2025-08-01', '2005-01-01'), false],
		['ESF 2014–20: twelve months are not enough', old, answers('2025-03-10'), false],
		['ESF 2014–20: a day more is', old, answers('2025-03-09'), true],
		['ESF 2014–20: under 25 six months and a day', old, answers('2025-09-09', '2001-03-11'), true],
		['ESF 2014–20: under 25 six months', old, answers('2025-09-10', '2001-03-11'), false],
		['ESF 2014–20: at 25 twelve months again', old, answers('2025-09-09', '2001-03-10'), false],
		['ESF 2014–20: of unknown age, long in either case', old, answers('2024-01-01', null), true],
		['ESF 2014–20: of unknown age, short in either case', old, answers('2026-01-01', null), false],
		['ESF 2014–20: of unknown age, in between', old, answers('2025-06-01', null), null],
		['who works is not', plus, { ...answers('2020-01-01'), employment: 'erwerbstaetig' as const }, false],
		['not asked', plus, { ...answers('2020-01-01'), employment: null }, null],
		['since when was refused', plus, { ...answers('2020-01-01'), unemployedSince: 'keine_angabe' as const }, null],
		['from the end of a leap February', plus, { ...answers('2024-02-29'), entryOn: day('2025-02-28') }, true],
	])('%s', (_, terms, given, expected) => expect(isLongTermUnemployed(given, terms)).toBe(expected));
});

describe('ISCED', () => {
	const levelOf = (schoolDegree: string | null, vocationalDegree: string | null, comparableLevel: string | null = null) =>
		iscedLevel({ ...EMPTY_ANSWERS, schoolDegree, vocationalDegree, comparableLevel } as typeof EMPTY_ANSWERS);
	it.each([
		['none', 'none', null, 1],
		['special_school', 'none', null, 2],
		['lower', 'in_training', null, 2],
		['middle', 'none', null, 2],
		['applied_upper', 'none', null, 3],
		['upper', 'none', null, 3],
		['lower', 'apprenticeship', null, 3],
		['upper', 'apprenticeship', null, 4],
		['middle', 'master', null, 6],
		['upper', 'university', null, 6],
		['keine_angabe', 'university', null, 6],
		[null, 'apprenticeship', null, 3],
		['foreign_unrecognised', 'none', 'tertiary', 6],
		['foreign_recognised', 'apprenticeship', 'lower_secondary', 3],
		['foreign_unrecognised', 'none', 'none', 0],
		['foreign_unrecognised', 'none', null, null],
		['upper', null, null, null],
		['upper', 'keine_angabe', null, null],
		[null, 'none', null, null],
	])('of %s and %s (%s) is %s', (school, vocational, comparable, expected) =>
		expect(levelOf(school, vocational, comparable)).toBe(expected),
	);
});
