import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ElectricalTest, RepairPower, RepairStage, Standing } from '#shared/features/repairs/model.ts';
import { RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import { finished, fittingCategory, isUnsafe, lacksTest, moved, nextStages, WAITING } from '#shared/features/repairs/stages.ts';
import { campaign } from '#tests/support/campaign.ts';

const NOT_DONE = RepairStage.exclude(['done']).options;
const TESTS: readonly (ElectricalTest['result'] | null)[] = [null, 'pass', 'fail', 'not_applicable'];
const stage = fc.constantFrom(...NOT_DONE);
const outcome = fc.record({
	result: fc.constantFrom(...RepairResult.options),
	barrier: fc.option(fc.constantFrom(...RepairBarrier.options)),
});
const tested = fc
	.record({ power: fc.constantFrom(...RepairPower.options), test: fc.constantFrom(...TESTS) })
	.map(({ power, test }) => ({ power, electricalTest: test === null ? null : { result: test } }));
const step = fc.oneof(
	fc.record({ kind: fc.constant('move' as const), to: stage }),
	fc.record({ kind: fc.constant('finish' as const), outcome }),
);

/** A standing that some steps lead to, all of them with the same test. */
const way = fc.record({ steps: fc.array(step, { maxLength: 12 }), tested });

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Tested = typeof tested extends fc.Arbitrary<infer T> ? T : never;

function walk({ steps, tested: how }: { readonly steps: readonly Step[]; readonly tested: Tested }): Standing[] {
	const standings: Standing[] = [WAITING];
	for (const [at, one] of steps.entries()) {
		const now = standings.at(-1) ?? WAITING;
		if (one.kind === 'move') {
			const next = moved(now, one.to, at);
			if (next !== null) standings.push(next);
		} else {
			const next = finished(now, one.outcome, how, at);
			if (next.ok) standings.push(next.value);
		}
	}
	return standings;
}

describe('the way of a repair', () => {
	it('is lawful at every step: done has a result, only the end of life a barrier, and what is taken was taken once', () => {
		fc.assert(
			fc.property(way, (one) => {
				for (const standing of walk(one)) {
					expect(Standing.safeParse(standing).success).toBe(true);
					expect((standing.result === 'End of life') === (standing.barrier !== null)).toBe(true);
					if (standing.stage === 'waiting') expect(standing.takenAt).toBeNull();
					if (['in_work', 'needs_parts', 'testing'].includes(standing.stage)) expect(standing.takenAt).not.toBeNull();
				}
			}),
			{ numRuns: campaign(300, 10_000) },
		);
	});

	it('never hands out a mains device as repaired that has no passed test', () => {
		fc.assert(
			fc.property(way, (one) => {
				for (const standing of walk(one)) expect(isUnsafe({ ...standing, ...one.tested })).toBe(false);
			}),
			{ numRuns: campaign(300, 10_000) },
		);
	});

	it('takes every step back: to the stage where it was', () => {
		fc.assert(
			fc.property(way, step, (one, last) => {
				const before = walk(one).at(-1) ?? WAITING;
				const after = walk({ ...one, steps: [...one.steps, last] }).at(-1) ?? WAITING;
				if (before.stage === 'done') return;
				expect(moved(after, before.stage, 100)?.stage).toBe(before.stage);
			}),
			{ numRuns: campaign(300, 10_000) },
		);
	});

	it('knows no step but those it names', () => {
		for (const from of RepairStage.options) {
			const standing: Standing = { ...WAITING, stage: from, ...(from === 'done' && { result: 'Unknown' as const, doneAt: 1 }) };
			for (const to of NOT_DONE)
				expect(moved(standing, to, 1) !== null, `${from} → ${to}`).toBe(from === to || nextStages(from).includes(to));
		}
	});

	it('asks for the reason at the end of life, and only there', () => {
		const how = { power: 'none' as const, electricalTest: null };
		expect(finished(WAITING, { result: 'End of life', barrier: null }, how, 1)).toEqual({ ok: false, error: 'barrier' });
		expect(finished(WAITING, { result: 'Fixed', barrier: 'Lack of equipment' }, how, 1)).toEqual({ ok: false, error: 'barrier' });
		expect(finished(WAITING, { result: 'End of life', barrier: 'Lack of equipment' }, how, 1).ok).toBe(true);
	});

	it.each([
		['mains', null, true],
		['mains', 'fail', true],
		['mains', 'pass', false],
		['mains', 'not_applicable', false],
		['battery', null, false],
		['battery', 'fail', false],
		['none', null, false],
	] as const)('%s with test %s lacks one: %s', (power, result, lacks) => {
		expect(lacksTest({ power, electricalTest: result && { result } })).toBe(lacks);
	});

	it('files nothing with power among what has none, nor the other way round', () => {
		expect(fittingCategory('Bicycle', 'none')).toBe('Bicycle');
		expect(fittingCategory('Bicycle', 'mains')).toBeNull();
		expect(fittingCategory(36, 'none')).toBeNull();
		expect(fittingCategory(36, 'battery')).toBe(36);
	});
});
