import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answering, isAsked, problemWith, reentered, settled, standing } from '#shared/features/funder-data/answers.ts';
import { differencesOf } from '#shared/features/funder-data/differences.ts';
import {
	type AnswerField,
	Answers,
	DAY_OF,
	EMPTY_ANSWERS,
	FIELDS_OF,
	type FunderEvent,
	NOT_BEGUN,
	Part,
	type Participation,
} from '#shared/features/funder-data/model.ts';
import { suggestedFrom } from '#shared/features/funder-data/suggested.ts';
import { EMPTY_PERSON, type Person } from '#shared/features/people/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

const day = (text: string) => text as LocalDate;
const TODAY = day('2026-03-10');

/** Any value that a field may hold. */
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
	Object.fromEntries(
		Object.entries(Answers.shape).map(([field, schema]) => {
			const candidates = [
				...[
					'keine_angabe',
					'yes',
					'no',
					'arbeitslos',
					'nicht_erwerbstaetig',
					'erwerbstaetig',
					'w',
					'DE',
					'alg1',
					'upper',
					'none',
				],
				...['apprenticeship', 'foreign_recognised', 'primary', 'severe', '2025-02-28', '2026-01-31', null],
			].filter((value) => schema.safeParse(value).success);
			return [field, fc.constantFrom(...candidates)];
		}),
	),
) as unknown as fc.Arbitrary<Answers>;
const anyParticipation: fc.Arbitrary<Participation> = fc
	.tuple(anyAnswers, fc.constantFrom(null, TODAY), fc.constantFrom(null, TODAY), fc.constantFrom(null, TODAY))
	.map(([answers, entryDoneOn, exitDoneOn, followUpDoneOn]) => ({
		...({ ...NOT_BEGUN, id: 'x', personId: 'p', programmeId: 'q' } as unknown as Participation),
		...{ ...answers, entryDoneOn, exitDoneOn, followUpDoneOn },
	}));

describe('re-entry', () => {
	it('keeps entry data and the first day, and empties exit and results', () => {
		fc.assert(
			fc.property(anyParticipation, fc.integer({ min: 0, max: 999 }), (before, days) => {
				const on = addDays(TODAY, days);
				const after = reentered(before, on);
				for (const field of FIELDS_OF.entry) expect(after[field]).toBe(before[field]);
				expect(after.entryDoneOn).toBe(before.entryDoneOn);
				for (const field of [...FIELDS_OF.exit, ...FIELDS_OF.follow_up]) expect(after[field]).toBeNull();
				expect(after).toMatchObject({ exitDoneOn: null, followUpDoneOn: null, reenteredOn: on, id: before.id });
				// Again: nothing but the day.
				expect(reentered(after, before.reenteredOn)).toEqual({ ...after, reenteredOn: before.reenteredOn });
			}),
		);
	});
});

describe('answers that agree', () => {
	it('are the same when made to agree again, and touch no other part', () => {
		fc.assert(
			fc.property(anyAnswers, fc.constantFrom(...Part.options), (answers, part) => {
				const once = settled(part, answers);
				expect(settled(part, once)).toEqual(once);
				for (const field of Object.keys(answers) as AnswerField[])
					if (!FIELDS_OF[part].includes(field)) expect(once[field]).toBe(answers[field]);
			}),
		);
	});
	it('leave nothing where it is not asked, and nothing unrefused where consent was refused', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				const after = settled('entry', answers);
				for (const field of FIELDS_OF.entry) if (!isAsked(field, answers)) expect(after[field]).toBeNull();
				if (after.consentHealth === 'no') expect(after.disability).toBe('keine_angabe');
				if (after.consentOrigin === 'no')
					expect([after.bornAbroad, after.parentsBornAbroad, after.minority]).toEqual([
						'keine_angabe',
						'keine_angabe',
						'keine_angabe',
					]);
			}),
		);
	});
	it('count what is open and what was refused apart, and never the day', () => {
		fc.assert(
			fc.property(anyAnswers, fc.constantFrom(...Part.options), (answers, part) => {
				const { open, refused } = standing(part, answers);
				for (const field of open) expect(answers[field]).toBeNull();
				for (const field of refused) expect(answers[field]).toBe('keine_angabe');
				expect([...open, ...refused]).not.toContain(DAY_OF[part]);
				const asked = FIELDS_OF[part].filter((field) => field !== DAY_OF[part] && isAsked(field, answers));
				const answered = asked.filter((field) => answers[field] !== null && answers[field] !== 'keine_angabe');
				expect(open.length + refused.length + answered.length).toBe(asked.length);
			}),
		);
	});
	it('a consent asks, refuses or empties what it covers', () => {
		expect(answering('consentSituation', 'no')).toEqual({
			...{ consentSituation: 'no', homeless: 'keine_angabe', otherDisadvantage: 'keine_angabe' },
		});
		expect(answering('consentHealth', 'yes')).toEqual({ consentHealth: 'yes', disability: null });
		expect(answering('rural', 'no')).toEqual({ rural: 'no' });
	});
});

describe('completing', () => {
	const base = { ...NOT_BEGUN, id: 'x', personId: 'p', programmeId: 'q' } as unknown as Participation;
	const entered = { ...base, entryOn: day('2026-02-01'), entryDoneOn: TODAY };
	it.each<[string, Part, Participation, string | null]>([
		['needs the day', 'entry', base, 'day_missing'],
		['not in the future', 'entry', { ...base, entryOn: day('2026-03-11') }, 'future'],
		['today is not the future', 'entry', { ...base, entryOn: TODAY }, null],
		['a sensitive answer needs its consent', 'entry', { ...base, entryOn: TODAY, disability: 'yes' }, 'consent'],
		['which may be given', 'entry', { ...base, entryOn: TODAY, consentHealth: 'yes', disability: 'yes' }, null],
		['refused needs none', 'entry', { ...base, entryOn: TODAY, disability: 'keine_angabe' }, null],
		['exit only after entry', 'exit', { ...base, exitOn: TODAY }, 'previous'],
		['nobody leaves before they came', 'exit', { ...entered, exitOn: day('2026-01-31') }, 'too_early'],
		['but on the same day', 'exit', { ...entered, exitOn: day('2026-02-01') }, null],
		['nor before they came back', 'exit', { ...entered, reenteredOn: TODAY, exitOn: day('2026-03-01') }, 'too_early'],
		['follow-up only after exit', 'follow_up', { ...entered, followUpOn: TODAY }, 'previous'],
		['and later', 'follow_up', { ...entered, exitOn: TODAY, exitDoneOn: TODAY, followUpOn: day('2026-03-09') }, 'too_early'],
	])('%s', (_, part, participation, expected) => expect(problemWith(part, participation, TODAY)).toBe(expected));
});

describe('what two PCs wrote differently', () => {
	const base = { ...NOT_BEGUN, id: 'x', personId: 'p', programmeId: 'q', entryDoneOn: TODAY } as unknown as Participation;
	const event = (at: number, what: FunderEvent['what'], answers: Partial<Answers>, part: Part = 'entry'): FunderEvent => ({
		...{ at, what, part, memberName: `M${at}`, reason: null },
		answers: Object.fromEntries(FIELDS_OF[part].map((field) => [field, (answers[field] as string | undefined) ?? null])),
	});
	const differing = (now: Partial<Answers>, events: FunderEvent[]) =>
		differencesOf({ ...base, ...now }, events).map(({ field }) => field);

	it('is shown where their answers differ, not where only one had any', () => {
		const two = [
			event(1, 'completed', { rural: 'no', sex: 'w' }),
			event(2, 'completed', { rural: 'yes', employment: 'arbeitslos' }),
		];
		expect(differing({ rural: 'yes', sex: 'w', employment: 'arbeitslos' }, two)).toEqual(['rural']);
		expect(differencesOf({ ...base, rural: 'yes', sex: 'w', employment: 'arbeitslos' }, two)[0]?.versions).toEqual([
			{ at: 1, memberName: 'M1', value: 'no' },
			{ at: 2, memberName: 'M2', value: 'yes' },
		]);
	});
	it('is also what came to frozen data without a correction', () => {
		expect(differing({ rural: 'yes' }, [event(1, 'completed', {})])).toEqual(['rural']);
		expect(differing({ rural: 'no' }, [event(1, 'completed', { rural: 'no' })])).toEqual([]);
	});
	it('ends with a decision', () => {
		const two = [event(1, 'completed', { rural: 'no' }), event(2, 'completed', { rural: 'yes' })];
		expect(differing({ rural: 'yes' }, [...two, event(3, 'corrected', { rural: 'yes' })])).toEqual([]);
	});
	it('forgets what was before somebody came back', () => {
		const left = { exitEmployment: 'arbeitslos' as const };
		const before = [event(1, 'completed', left, 'exit'), event(2, 'reentered', {}, 'exit')];
		const now = { ...base, exitDoneOn: TODAY, exitEmployment: 'erwerbstaetig' as const };
		const again = event(3, 'completed', { exitEmployment: 'erwerbstaetig' }, 'exit');
		expect(differencesOf(now, [...before, again]).map(({ field }) => field)).toEqual([]);
	});
});

it('suggests what the person’s record knows, in the funder’s words, and nothing it does not', () => {
	const person = { ...EMPTY_PERSON, employment: 'retired', childBirthYears: [2008], adults: 2, sex: 'w' } as unknown as Person;
	expect(suggestedFrom(person, TODAY)).toEqual({ employment: 'nicht_erwerbstaetig', singleAdult: 'no', sex: 'w' });
	expect(suggestedFrom({ ...person, employment: 'minijob', childBirthYears: [2009] }, TODAY)).not.toHaveProperty('employment');
	expect(suggestedFrom({ ...person, childBirthYears: [2009] }, TODAY)).toHaveProperty('dependentChildren', 'yes');
	expect(suggestedFrom(EMPTY_PERSON as unknown as Person, TODAY)).toEqual({});
	expect(Object.keys(EMPTY_ANSWERS).sort()).toEqual(Object.keys(Answers.shape).sort());
});
