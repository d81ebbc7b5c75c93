import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseStage, NOTHING_YET, type StageFacts, stageOf } from '#shared/features/cases/stage.ts';
import { campaign } from '#tests/support/campaign.ts';

/** The stage of a case file, which follows from what exists in it. */

const OPENED: StageFacts = { ...NOTHING_YET, isClosed: false, reopenedAt: null, lastContactAt: null };
const place = (facts: StageFacts) => CaseStage.options.indexOf(stageOf(facts));

const instant = fc.integer({ min: 1, max: 9 });
const maybe = fc.option(instant);
const facts: fc.Arbitrary<StageFacts> = fc.record({
	isClosed: fc.boolean(),
	reopenedAt: maybe,
	hasEntry: fc.boolean(),
	exitAt: maybe,
	firstGoalAt: maybe,
	balancedAt: maybe,
	hasBegunAction: fc.boolean(),
	lastContactAt: maybe,
});

describe('the stage of a case file', () => {
	it.each<[string, Partial<StageFacts>, CaseStage]>([
		['nothing but opened', {}, 'intake'],
		['contacts alone', { lastContactAt: 5 }, 'intake'],
		['the situation at entry was spoken about', { hasEntry: true, lastContactAt: 5 }, 'assessment'],
		['a goal, whether or not the situation was spoken about', { firstGoalAt: 5 }, 'planning'],
		['a goal that was set in the last contact', { hasEntry: true, firstGoalAt: 5, lastContactAt: 5 }, 'planning'],
		['a contact after that', { firstGoalAt: 5, lastContactAt: 6 }, 'support'],
		['a step was begun', { firstGoalAt: 5, hasBegunAction: true }, 'support'],
		['the situation at exit was spoken about', { exitAt: 5 }, 'closing'],
		['what came of every goal was said', { firstGoalAt: 2, balancedAt: 5 }, 'closing'],
		['closed, whatever is in it', { isClosed: true }, 'closing'],
		['reopened after all that', { firstGoalAt: 2, hasBegunAction: true, exitAt: 4, balancedAt: 5, reopenedAt: 6 }, 'support'],
		['and the situation at exit anew', { firstGoalAt: 2, exitAt: 7, balancedAt: 5, reopenedAt: 6 }, 'closing'],
	])('%s', (_, given, expected) => {
		expect(stageOf({ ...OPENED, ...given })).toBe(expected);
	});

	it('is one of the five for whatever there is, and the same each time', () => {
		const property = fc.property(facts, (given) => {
			expect(CaseStage.options).toContain(stageOf(given));
			// Of nothing else: neither of the clock nor of what was asked before.
			expect(stageOf({ ...given })).toBe(stageOf(given));
		});
		fc.assert(property, { numRuns: campaign(300, 3000) });
	});

	it('never goes back because more exists', () => {
		const more = fc.record({
			hasEntry: fc.constant(true),
			exitAt: fc.constant(10),
			firstGoalAt: fc.constant(null),
			balancedAt: fc.constant(10),
			hasBegunAction: fc.constant(true),
			lastContactAt: fc.constant(10),
			isClosed: fc.constant(true),
		});
		const property = fc.property(
			facts,
			more,
			fc.constantFrom(...(Object.keys(OPENED) as (keyof StageFacts)[])),
			(given, all, what) => {
				if (what === 'reopenedAt') return;
				// A first goal stays the first: one that comes later changes nothing.
				const added = what === 'firstGoalAt' ? (given.firstGoalAt ?? 10) : all[what];
				const after = { ...given, [what]: added };
				expect(place(after)).toBeGreaterThanOrEqual(place(given));
			},
		);
		fc.assert(property, { numRuns: campaign(500, 5000) });
	});

	it('goes back by a reopening only as far as what else exists', () => {
		const property = fc.property(facts, (given) => {
			const closed = { ...given, isClosed: true };
			const reopened = { ...given, isClosed: false, reopenedAt: 10 };
			expect(stageOf(closed)).toBe('closing');
			expect(stageOf(reopened)).not.toBe('closing');
			expect(stageOf(reopened)).toBe(stageOf({ ...reopened, exitAt: null, balancedAt: null }));
		});
		fc.assert(property, { numRuns: campaign(300, 3000) });
	});
});
