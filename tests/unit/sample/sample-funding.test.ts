import { expect, test } from 'vitest';
import { sampleOffice } from '#main/features/site/sample/sample-office.ts';
import { problemWith, settled } from '#shared/features/funder-data/answers.ts';
import { Answers, DONE_OF, NOT_BEGUN, Part, type Participation } from '#shared/features/funder-data/model.ts';
import { DatedTerms, ProgrammeFields } from '#shared/features/funder-programmes/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

test.each([
	[2026, '2026-11-25' as LocalDate],
	[1, '2024-02-29' as LocalDate],
])('what funders were told of the office %s on %s could have been typed', (seed, today) => {
	const { cases, members, funding } = sampleOffice(seed, today);
	for (const { fields, terms } of funding.programmes) {
		expect(ProgrammeFields.parse(fields)).toEqual(fields);
		for (const one of terms) expect(DatedTerms.parse(one)).toEqual(one);
		expect(terms.map(({ validFrom }) => validFrom)).toEqual(terms.map(({ validFrom }) => validFrom).toSorted());
	}
	expect(new Set(funding.participations.map(({ caseIndex }) => caseIndex)).size).toBe(funding.participations.length);
	for (const { caseIndex, memberIndex, programmeIndex, answers, doneOn } of funding.participations) {
		const item = cases[caseIndex];
		expect(item).toMatchObject({ ownerIndex: memberIndex, programmeIndex });
		expect(members[memberIndex]?.roles).toContain('counsellor');
		expect(Answers.parse(answers)).toEqual(answers);
		const done = Object.fromEntries(Part.options.map((part) => [DONE_OF[part], doneOn[part]]));
		const participation = { ...NOT_BEGUN, ...answers, ...done } as Participation;
		for (const part of Part.options) {
			expect(settled(part, answers)).toEqual(answers);
			if (doneOn[part] === null) continue;
			expect(doneOn[part] <= today).toBe(true);
			expect(problemWith(part, participation, today)).toBeNull();
		}
		if (item?.status !== 'closed') expect(doneOn.exit).toBeNull();
	}
});

test('the sample office has funder data in every state', () => {
	const { participations } = sampleOffice(2026, '2026-11-25' as LocalDate).funding;
	const states = new Set(participations.map(({ doneOn }) => Part.options.filter((part) => doneOn[part] !== null).join()));
	expect([...states].sort()).toEqual(['', 'entry', 'entry,exit', 'entry,exit,follow_up']);
	expect(participations.some(({ correction }) => correction !== null)).toBe(true);
	expect(participations.some(({ answers }) => answers.benefit === 'keine_angabe')).toBe(true);
});
