import { describe, expect, test } from 'vitest';
import { sampleOffice } from '#main/features/site/sample/sample-office.ts';
import { ClosingFields } from '#shared/features/cases/closing.ts';
import { ActionFields, GoalFields, Situation } from '#shared/features/goals/model.ts';
import { progressOf, withoutExit } from '#shared/features/goals/progress.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const SOME_ID = '0198c0de-0000-7000-8000-000000000000';

describe.each([
	[7, '2026-11-23' as LocalDate],
	[1, '2024-02-29' as LocalDate],
	[2026, '2026-11-25' as LocalDate],
])('goals of the sample office, seed %i on %s', (seed, today) => {
	const { cases } = sampleOffice(seed, today);
	const goals = cases.flatMap(({ aims }) => aims.goals);

	test('are valid by the models', () => {
		for (const { aims } of cases) {
			for (const { actions, balance: _, balanceWords: __, ...goal } of aims.goals) {
				expect(GoalFields.parse(goal)).toEqual(goal);
				for (const { memberIndex, state: ___, ...action } of actions) {
					ActionFields.parse({ ...action, memberId: memberIndex === null ? null : SOME_ID });
					expect(memberIndex !== null).toBe(action.doer === 'member');
				}
			}
			for (const one of aims.situation) expect(Situation.parse(one)).toEqual(one);
			if (aims.closing) expect(ClosingFields.parse(aims.closing)).toEqual(aims.closing);
		}
	});

	test('most running files have some, in every state, and some are late', () => {
		const running = cases.filter(({ status }) => status !== 'closed');
		const withGoals = running.filter(({ aims }) => aims.goals.length > 0);
		expect(withGoals.length).toBeGreaterThan(running.length / 2);
		expect(withGoals.length).toBeLessThan(running.length);
		const states = goals.map((goal) => progressOf(goal).state);
		for (const state of ['planned', 'underway', 'reached', 'partly']) expect(states).toContain(state);
		expect(goals.filter(({ targetOn }) => targetOn !== null && targetOn < today).length).toBeGreaterThan(2);
		const inSomebodysDay = goals.flatMap(({ actions }) => actions).filter(({ doer, due }) => doer === 'member' && due !== null);
		expect(inSomebodysDay.length).toBeGreaterThan(4);
		expect(inSomebodysDay.length).toBeLessThan(25);
	});

	test('closed files say why, what came of it, and how it stands; what is missing has a reason', () => {
		for (const { status, openedOn, aims } of cases) {
			expect(aims.closing !== null).toBe(status === 'closed' || status === 'reopened');
			expect(aims.reopening !== null).toBe(status === 'reopened');
			if (!aims.closing) continue;
			expect(aims.closing.closedOn >= openedOn && aims.closing.closedOn <= today).toBe(true);
			if (aims.reopening) {
				expect(aims.reopening.reopenedOn >= aims.closing.closedOn).toBe(true);
				continue;
			}
			const isWhole = aims.goals.every(({ balance }) => balance !== null) && withoutExit(aims.situation).length === 0;
			expect(isWhole).toBe(aims.closing.missingBecause === null);
		}
	});
});
