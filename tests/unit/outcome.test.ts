import { describe, expect, it } from 'vitest';
import { playwrightOutcome, sum, vitestOutcome } from '#tests/support/outcome.ts';

const test = (status: string, annotations: object[] = []) => ({ projectName: 'browser', status, annotations });
const spec = (...tests: object[]) => ({ title: 'prints', file: 'print.spec.ts', tests });

describe('the closing line of npm test', () => {
	it('counts Playwright’s tests at every depth, with the reason of each skip', () => {
		const report = {
			errors: [],
			suites: [
				{
					specs: [spec(test('expected'), test('skipped', [{ type: 'skip', description: 'no printer' }]))],
					suites: [{ specs: [spec(test('unexpected'), test('flaky'), test('skipped'))] }],
				},
			],
		};
		expect(playwrightOutcome(report, 1)).toEqual({
			passed: 1,
			failed: 2,
			skipped: [
				{ name: 'print.spec.ts: prints [browser]', reason: 'no printer', status: 'skipped' },
				{ name: 'print.spec.ts: prints [browser]', reason: 'Playwright gives no reason', status: 'skipped' },
			],
		});
	});

	it('never calls a run passed that ended badly or left no report', () => {
		expect(playwrightOutcome({ suites: [], errors: [] }, 1).failed).toBe(1);
		expect(playwrightOutcome({ suites: [], errors: [{ message: 'cannot load' }] }, 1).failed).toBe(1);
		expect(playwrightOutcome(null, 0).failed).toBe(1);
		expect(vitestOutcome(null, 0).failed).toBe(1);
		expect(vitestOutcome({ passed: 3, failed: 0, skipped: [] }, 1).failed).toBe(1);
	});

	it('adds the runners up', () => {
		const skipped = [{ name: 'a', reason: 'b' }];
		expect(
			sum([
				{ passed: 1, failed: 0, skipped },
				{ passed: 2, failed: 3, skipped: [] },
			]),
		).toEqual({ passed: 3, failed: 3, skipped });
	});
});
