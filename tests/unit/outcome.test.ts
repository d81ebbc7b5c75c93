import { describe, expect, it } from 'vitest';
import { playwrightOutcome, sum, vitestOutcome } from '#tests/support/outcome.ts';

const test = (status: string, annotations: object[] = [], results: object[] = []) => ({
	projectName: 'browser',
	status,
	annotations,
	results,
});
const spec = (...tests: object[]) => ({ title: 'prints', file: 'print.spec.ts', tests });

describe('the closing line of npm test', () => {
	it('counts Playwright’s tests at every depth, with the reason of each skip', () => {
		const report = {
			errors: [],
			suites: [
				{
					specs: [spec(test('expected'), test('skipped', [{ type: 'skip', description: 'no printer' }]))],
					suites: [
						{
							specs: [
								spec(
									test('unexpected', [], [{ error: { message: '\u001b[31mno paper\u001b[39m\nat line 1' } }]),
									test('flaky', [], [{ error: { message: 'late' } }, {}]),
									test('skipped'),
								),
							],
						},
					],
				},
			],
		};
		expect(playwrightOutcome(report, 1)).toEqual({
			passed: 2,
			failed: [{ name: 'print.spec.ts: prints [browser]', reason: 'no paper' }],
			shaky: [{ name: 'print.spec.ts: prints [browser]', reason: 'late' }],
			skipped: [
				{ name: 'print.spec.ts: prints [browser]', reason: 'no printer' },
				{ name: 'print.spec.ts: prints [browser]', reason: 'Playwright gives no reason' },
			],
		});
	});

	it('never calls a run passed that ended badly or left no report', () => {
		expect(playwrightOutcome({ suites: [], errors: [] }, 1).failed).toHaveLength(1);
		expect(playwrightOutcome({ suites: [], errors: [{ message: 'cannot load' }] }, 1).failed).toHaveLength(1);
		expect(playwrightOutcome(null, 0).failed).toHaveLength(1);
		expect(vitestOutcome(null, 0).failed).toHaveLength(1);
		expect(vitestOutcome({ passed: 3, failed: [], skipped: [] }, 1).failed).toHaveLength(1);
	});

	it('adds the runners up', () => {
		const skipped = [{ name: 'a', reason: 'b' }];
		expect(
			sum([
				{ passed: 1, failed: [], shaky: skipped, skipped },
				{ passed: 2, failed: [{ name: 'c', reason: 'd' }], shaky: [], skipped: [] },
			]),
		).toEqual({ passed: 3, failed: [{ name: 'c', reason: 'd' }], shaky: skipped, skipped });
	});
});
