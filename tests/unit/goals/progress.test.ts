import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standing } from '#shared/features/cases/closing.ts';
import { ActionState, Balance, LIFE_AREAS, Moment, Rating } from '#shared/features/goals/model.ts';
import { changesOf, countBalances, goalsByNeed, overdueSince, progressOf, withoutExit } from '#shared/features/goals/progress.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { campaign } from '#tests/support/campaign.ts';

/** What goals, steps and situations amount to. */

const state = fc.constantFrom(...ActionState.options);
const balance = fc.option(fc.constantFrom(...Balance.options));
const goal = fc.record({ balance, actions: fc.array(fc.record({ state }), { maxLength: 8 }) });
const runs = { numRuns: campaign(300, 3000) };

describe('progress of a goal', () => {
	it.each<[ActionState[], Balance | null, string]>([
		[[], null, '0/0 planned'],
		[['planned', 'planned'], null, '0/2 planned'],
		[['doing', 'planned'], null, '0/2 underway'],
		[['done', 'planned'], null, '1/2 underway'],
		[['done', 'done'], null, '2/2 ready'],
		[['done', 'dropped'], null, '1/1 ready'],
		[['dropped'], null, '0/0 planned'],
		[['planned'], 'reached', '0/1 reached'],
		[['done'], 'not_reached', '1/1 not_reached'],
	])('%j with balance %s: %s', (states, said, expected) => {
		const { done, of, state: is } = progressOf({ balance: said, actions: states.map((one) => ({ state: one })) });
		expect(`${done}/${of} ${is}`).toBe(expected);
	});

	it('counts every step but the dropped ones once, in any order', () => {
		const property = fc.property(goal, (given) => {
			const progress = progressOf(given);
			const count = (wanted: ActionState) => given.actions.filter((one) => one.state === wanted).length;
			expect(progress.done).toBe(count('done'));
			expect(progress.of).toBe(given.actions.length - count('dropped'));
			expect(progress.done).toBeLessThanOrEqual(progress.of);
			expect(progressOf({ ...given, actions: given.actions.toReversed() })).toEqual(progress);
		});
		fc.assert(property, runs);
	});

	it('never shrinks by a step that is done, and a balance is the last word', () => {
		const property = fc.property(goal, fc.nat(), (given, at) => {
			const before = progressOf(given);
			const index = given.actions.length === 0 ? 0 : at % given.actions.length;
			const actions = given.actions.map((one, place) => (place === index ? { state: 'done' as const } : one));
			const after = progressOf({ ...given, actions });
			expect(after.done).toBeGreaterThanOrEqual(before.done);
			const order = ['planned', 'underway', 'ready'];
			if (given.balance === null) expect(order.indexOf(after.state)).toBeGreaterThanOrEqual(order.indexOf(before.state));
			else expect([before.state, after.state]).toEqual([given.balance, given.balance]);
		});
		fc.assert(property, runs);
	});
});

it('a goal is late from the day after its own or that of an open step, and since the first of them', () => {
	const [before, yesterday, today] = ['2026-03-08', '2026-03-09', '2026-03-10'] as [LocalDate, LocalDate, LocalDate];
	const action = (due: LocalDate | null, is: ActionState) => ({ due, state: is }) as never;
	const since = (goal: Partial<Parameters<typeof overdueSince>[0]>) =>
		overdueSince({ balance: null, targetOn: null, actions: [], ...goal }, today);
	expect(since({ targetOn: today })).toBe(null);
	expect(since({ targetOn: yesterday })).toBe(yesterday);
	expect(since({ targetOn: yesterday, balance: 'reached' })).toBe(null);
	expect(since({ targetOn: yesterday, actions: [action(before, 'doing')] })).toBe(before);
	expect(since({ actions: [action(yesterday, 'done'), action(before, 'dropped'), action(null, 'planned')] })).toBe(null);
});

it('counts every goal in exactly one balance, or as missing', () => {
	const property = fc.property(fc.array(goal), (goals) => {
		const count = countBalances(goals);
		expect(Object.values(count).reduce((sum, one) => sum + one, 0)).toBe(goals.length);
		for (const said of Balance.options) expect(count[said]).toBe(goals.filter((one) => one.balance === said).length);
	});
	fc.assert(property, runs);
});

describe('the change of a situation', () => {
	const spoken = fc.uniqueArray(
		fc.record({
			area: fc.constantFrom(...LIFE_AREAS),
			moment: fc.constantFrom(...Moment.options),
			rating: fc.option(fc.constantFrom(...Rating.options)),
		}),
		{ selector: ({ area, moment }) => `${area} ${moment}` },
	);

	it('has every life area once; refused and not asked stay apart, and neither is a number', () => {
		const property = fc.property(spoken, (situation) => {
			const changes = changesOf(situation);
			expect(changes.map(({ area }) => area)).toEqual(LIFE_AREAS);
			for (const { area, entry, exit, steps } of changes) {
				const said = (moment: Moment) => situation.find((one) => one.area === area && one.moment === moment)?.rating ?? null;
				expect([entry, exit]).toEqual([said('entry'), said('exit')]);
				const areNumbers = [entry, exit].every((one) => one !== null && one !== 'keine_angabe');
				expect(steps).toBe(areNumbers ? Number(exit) - Number(entry) : null);
				expect(Object.is(steps, -0)).toBe(false);
			}
			const missing = withoutExit(situation);
			expect(missing).toEqual(changes.filter(({ entry, exit }) => entry !== null && exit === null).map(({ area }) => area));
		});
		fc.assert(property, runs);
	});

	it('asks at the end for what was spoken about at the beginning; a refusal is an answer', () => {
		const of = (entry: Rating | null, exit: Rating | null) =>
			withoutExit([
				{ area: 'work', moment: 'entry', rating: entry },
				{ area: 'work', moment: 'exit', rating: exit },
			]);
		expect(of('2', null)).toEqual(['work']);
		expect(of('keine_angabe', null)).toEqual(['work']);
		expect(of('2', 'keine_angabe')).toEqual([]);
		expect(of(null, null)).toEqual([]);
	});
});

it('a closing stands until a reopening names it, in whatever order they arrive', () => {
	const ids = ['a', 'b', 'c', 'd'];
	const subset = fc.uniqueArray(fc.constantFrom(...ids));
	const property = fc.property(subset, fc.array(subset), (closings, reopenings) => {
		const all = closings.map((id) => ({ id }));
		const back = reopenings.map((closingIds) => ({ closingIds }));
		const left = standing(all, back).map(({ id }) => id);
		expect(left).toEqual(closings.filter((id) => !reopenings.flat().includes(id)));
		expect(new Set(standing(all.toReversed(), back.toReversed()).map(({ id }) => id))).toEqual(new Set(left));
	});
	fc.assert(property, runs);
});

it('shows goals by need: the longest overdue first, those with a balance last, the others as they were', () => {
	const today = '2026-03-09' as LocalDate;
	const of = (id: string, targetOn: string | null, said: Balance | null = null) => ({
		...{ id, targetOn: targetOn as LocalDate | null, balance: said, actions: [] },
	});
	const goals = [
		of('drawn', '2026-01-01', 'reached'),
		of('a', null),
		of('late', '2026-03-01'),
		of('b', '2026-05-01'),
		of('later', '2026-02-01'),
	];
	expect(goalsByNeed(goals, today).map(({ id }) => id)).toEqual(['later', 'late', 'a', 'b', 'drawn']);
});
