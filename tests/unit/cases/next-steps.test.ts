import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Application } from '#shared/features/applications/model.ts';
import { type Ahead, type NextStep, nextStepsOf, shownSteps } from '#shared/features/cases/next-steps.ts';
import type { ActionState } from '#shared/features/goals/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { campaign } from '#tests/support/campaign.ts';

/** What is next in a case file. */

const TODAY = '2026-03-09' as LocalDate;
const NOW = { today: TODAY, time: '12:00' };
const NOTHING: Ahead = { todos: [], appointments: [], goals: [], contacts: [], applications: [] };
const on = (days: number) => addDays(TODAY, days);

const todo = (subject: string, due: LocalDate | null, doneAt: number | null = null) => ({ subject, due, doneAt });
const appointment = (day: LocalDate, from: string, until: string, state: 'planned' | 'excused' = 'planned') =>
	({ day, from, until, state, kind: 'counselling' }) as Ahead['appointments'][number];
const goal = (balance: 'reached' | null, ...actions: [string, LocalDate | null, ActionState][]) => ({
	balance,
	actions: actions.map(([text, due, state]) => ({ text, due, state })),
});
const contact = (at: number, nextStep: string | null, nextStepDue: LocalDate | null = null) => ({ at, nextStep, nextStepDue });
const application = (fields: Partial<Application>) =>
	({
		...{ employer: 'Großküche', sentOn: TODAY, reply: 'none', outcome: 'open', interviewsOn: [], nextStep: null },
		...{ nextStepDue: null, ...fields },
	}) as Application;

const words = (steps: readonly NextStep[]) =>
	steps.map(({ kind, text, on: day, isLate }) => `${kind} ${text} ${day ?? '–'}${isLate ? ' late' : ''}`);

describe('the next step', () => {
	it.each<[string, Partial<Ahead>, string[]]>([
		['of an empty file is none', {}, []],
		[
			'is an open to-do, a late one with that word',
			{ todos: [todo('Anruf', on(-2)), todo('Brief', on(-3), 1)] },
			['todo Anruf 2026-03-07 late'],
		],
		[
			'with no day comes last',
			{ todos: [todo('Irgendwann', null), todo('Bald', on(9))] },
			['todo Bald 2026-03-18', 'todo Irgendwann –'],
		],
		[
			'is an appointment that is not over, and was not called off',
			{
				appointments: [
					appointment(TODAY, '09:00', '10:00'),
					appointment(TODAY, '11:30', '12:30'),
					appointment(on(-1), '14:00', '15:00'),
					appointment(on(1), '09:00', '10:00', 'excused'),
				],
			},
			['appointment counselling 2026-03-09'],
		],
		[
			'on one day begins with what has an hour',
			{ todos: [todo('Brief', TODAY)], appointments: [appointment(TODAY, '14:00', '15:00')] },
			['appointment counselling 2026-03-09', 'todo Brief 2026-03-09'],
		],
		[
			'is an open step of a goal whose balance is not drawn',
			{
				goals: [
					goal(null, ['Fotos', on(3), 'doing'], ['Fertig', on(1), 'done'], ['Nicht mehr', null, 'dropped']),
					goal('reached', ['Rest', on(1), 'planned']),
				],
			},
			['action Fotos 2026-03-12'],
		],
		[
			'of notes is what the newest one says',
			{ contacts: [contact(2, 'Neu', on(2)), contact(1, 'Alt', on(-9))] },
			['note Neu 2026-03-11'],
		],
		['of a note counts no more when a newer one says nothing', { contacts: [contact(1, 'Alt', on(-9)), contact(2, null)] }, []],
		[
			'that became a to-do is there once, and gone when that is done',
			{ todos: [todo('Träger anrufen', on(1), 5)], contacts: [contact(1, 'träger anrufen', on(1))] },
			[],
		],
		[
			'is an interview',
			{ applications: [application({ reply: 'invitation', interviewsOn: [on(-3), on(4)] })] },
			['interview Großküche 2026-03-13'],
		],
		[
			'of an application that is over is none',
			{ applications: [application({ outcome: 'rejected', nextStep: 'Nachfragen', nextStepDue: on(1) })] },
			[],
		],
		[
			'of an application is its own',
			{ applications: [application({ nextStep: 'Nachfragen', nextStepDue: on(-1) })] },
			['application Großküche: Nachfragen 2026-03-08 late'],
		],
	])('%s', (_what, ahead, expected) => {
		expect(words(nextStepsOf({ ...NOTHING, ...ahead }, NOW))).toEqual(expected);
	});
});

const day = fc.option(fc.integer({ min: -40, max: 40 }).map(on));
const anyAhead = fc.record({
	todos: fc.array(fc.record({ subject: fc.string({ minLength: 1 }), due: day, doneAt: fc.option(fc.constant(1)) })),
	appointments: fc.array(fc.integer({ min: -9, max: 9 }).map((days) => appointment(on(days), '10:00', '11:00'))),
	goals: fc.array(
		fc.record({
			balance: fc.constantFrom(null, 'reached' as const),
			actions: fc.array(
				fc.record({ text: fc.string(), due: day, state: fc.constantFrom<ActionState>('planned', 'doing', 'done', 'dropped') }),
			),
		}),
	),
	contacts: fc.array(fc.record({ at: fc.nat(), nextStep: fc.option(fc.string({ minLength: 1 })), nextStepDue: day })),
	applications: fc.constant([]),
});

it('all steps are in order of their days, and those shown are the first, with the next appointment among them', () => {
	const property = fc.property(anyAhead, fc.integer({ min: 1, max: 4 }), (ahead, most) => {
		const steps = nextStepsOf(ahead, NOW);
		const days = steps.map((step) => step.on ?? ('9999-99-99' as LocalDate));
		expect(days).toEqual(days.toSorted());
		for (const step of steps) expect(step.isLate).toBe(step.on !== null && step.on < TODAY);
		expect(steps.filter(({ kind }) => kind === 'todo')).toHaveLength(ahead.todos.filter(({ doneAt }) => doneAt === null).length);

		const shown = shownSteps(steps, most);
		expect(shown).toHaveLength(Math.min(most, steps.length));
		expect(shown.map((step) => steps.indexOf(step))).toEqual(shown.map((step) => steps.indexOf(step)).toSorted((a, b) => a - b));
		const next = steps.find(({ kind }) => kind === 'appointment');
		if (next) expect(shown).toContain(next);
		if (most > 1 && steps[0]) expect(shown[0]).toBe(steps[0]);
	});
	fc.assert(property, { numRuns: campaign(200, 2000) });
});
