import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterStep, newVisit, pageOf, type Step, type Visit } from '#renderer/features/kiosk/flow.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const session = { offerId: '01890000-0000-7000-8000-000000000001' as OfferId, ruleDay: '2026-11-25' as LocalDate };
const walk = (steps: readonly Step[], hasSessions = true, from = newVisit()): Visit =>
	steps.reduce((visit, step) => afterStep(visit, step, hasSessions), from);

describe('a visit', () => {
	it('asks language, session, who, age and sex, one a page', () => {
		const steps: Step[] = [
			{ to: 'language', language: 'uk' },
			{ to: 'session', session },
			{ to: 'typing' },
			{ to: 'name', name: 'Олена' },
			{ to: 'age', ageBand: '27_54' },
			{ to: 'sex', sex: 'keine_angabe' },
		];
		const pages = steps.map((_, at) => pageOf(walk(steps.slice(0, at + 1))));
		expect(pages).toEqual(['session', 'who', 'name', 'age', 'sex', 'end']);
		expect(walk(steps)).toMatchObject({
			...{ way: 'in', language: 'uk', session, visitor: { by: 'name', name: 'Олена' }, ageBand: '27_54', sex: 'keine_angabe' },
		});
	});

	it('asks whoever holds a card at the start for the session only', () => {
		expect(
			walk([
				{ to: 'card', number: 'E-00012' },
				{ to: 'session', session: null },
			]),
		).toMatchObject({
			...{ language: 'de', session: null, visitor: { by: 'card', number: 'E-00012' }, ageBand: null, sex: null },
			pages: ['start', 'session', 'end'],
		});
		expect(pageOf(walk([{ to: 'card', number: 'E-00012' }], false))).toBe('end');
		expect(
			pageOf(
				walk([
					{ to: 'language', language: 'tr' },
					{ to: 'card', number: 'E-00012' },
					{ to: 'session', session },
				]),
			),
		).toBe('end');
	});

	it('asks nothing about where to go on a day without sessions', () =>
		expect(pageOf(walk([{ to: 'language', language: 'ar' }], false))).toBe('who'));

	it('asks who leaves, and nothing else', () => {
		expect(walk([{ to: 'out' }, { to: 'card', number: 'E-00012' }])).toMatchObject({
			way: 'out',
			pages: ['start', 'who', 'end'],
		});
		expect(walk([{ to: 'language', language: 'pl' }, { to: 'out' }, { to: 'anonymous' }])).toMatchObject({
			...{ way: 'out', language: 'pl', visitor: { by: 'anonymous' }, pages: ['start', 'session', 'who', 'end'] },
		});
	});

	it('hears no card where nobody is asked who they are', () => {
		const asked = walk([{ to: 'language', language: 'en' }, { to: 'session', session }, { to: 'anonymous' }]);
		expect(walk([{ to: 'card', number: 'E-00012' }], true, asked)).toBe(asked);
	});

	it('changes its language in the middle and stays where it is', () => {
		const visit = walk([
			{ to: 'language', language: 'de' },
			{ to: 'session', session },
			{ to: 'open', page: 'language' },
			{ to: 'language', language: 'el' },
		]);
		expect(visit).toMatchObject({ language: 'el', session, pages: ['start', 'session', 'who'] });
	});

	it('knows nothing any more once it is back at the start, and somebody who turned back from leaving comes in', () => {
		const steps: Step[] = [{ to: 'language', language: 'ru' }, { to: 'out' }, { to: 'back' }];
		expect(walk(steps)).toMatchObject({ way: 'in', pages: ['start', 'session'] });
		expect(walk([...steps, { to: 'back' }])).toEqual(newVisit());
	});

	it('always gets back to the start, wherever it has been', () => {
		const step = fc.oneof(
			fc.constantFrom<Step>(
				{ to: 'language', language: 'ar' },
				{ to: 'session', session },
				{ to: 'session', session: null },
				{ to: 'card', number: 'E-00012' },
				{ to: 'typing' },
				{ to: 'name', name: 'Ayşe' },
				{ to: 'anonymous' },
				{ to: 'age', ageBand: null },
				{ to: 'sex', sex: 'w' },
				{ to: 'out' },
				{ to: 'open', page: 'language' },
				{ to: 'open', page: 'privacy' },
				{ to: 'back' },
			),
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, hasSessions) => {
				const visit = walk(steps, hasSessions);
				if (pageOf(visit) === 'end') return;
				expect(
					walk(
						visit.pages.map(() => ({ to: 'back' })),
						hasSessions,
						visit,
					),
				).toEqual(newVisit());
			}),
		);
	});
});
