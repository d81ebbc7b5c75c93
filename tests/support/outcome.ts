import { z } from 'zod';

/** What a test run amounts to, read from the runners' JSON reports. */
export interface Outcome {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

const VitestReport = z.object({
	testResults: z.array(
		z.object({
			name: z.string(),
			status: z.string(),
			assertionResults: z.array(
				z.object({ fullName: z.string(), status: z.string(), meta: z.object({ skipReason: z.string() }).partial().optional() }),
			),
		}),
	),
});

/** A file that cannot even be loaded, and a runner that ends badly without a failed test, count as one failure each. */
export function vitestOutcome(report: unknown, status: number): Outcome {
	const parsed = VitestReport.safeParse(report);
	if (!parsed.success) return { passed: 0, failed: 1, skipped: [] };
	const tests = parsed.data.testResults.flatMap((file) => file.assertionResults);
	const passed = tests.filter((test) => test.status === 'passed').length;
	const brokenFiles = parsed.data.testResults.filter(
		(file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
	).length;
	const failed = tests.filter((test) => test.status === 'failed').length + brokenFiles;
	const skipped = tests
		.filter((test) => test.status !== 'passed' && test.status !== 'failed')
		.map((test) => ({ name: test.fullName, reason: test.meta?.skipReason ?? `vitest says “${test.status}” without a reason` }));
	return { passed, failed: atLeastOne(failed, status), skipped };
}

interface Suite {
	suites?: Suite[] | undefined;
	specs: z.infer<typeof Spec>[];
}
const Spec = z.object({
	title: z.string(),
	file: z.string(),
	tests: z.array(
		z.object({
			projectName: z.string(),
			status: z.string(),
			annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
		}),
	),
});
const Suite: z.ZodType<Suite> = z.object({ specs: z.array(Spec), suites: z.lazy(() => z.array(Suite)).optional() });
const PlaywrightReport = z.object({ suites: z.array(Suite), errors: z.array(z.unknown()) });

export function playwrightOutcome(report: unknown, status: number): Outcome {
	const parsed = PlaywrightReport.safeParse(report);
	if (!parsed.success) return { passed: 0, failed: 1, skipped: [] };
	const tests = parsed.data.suites.flatMap(specsOf).flatMap((spec) =>
		spec.tests.map((test) => ({
			name: `${spec.file}: ${spec.title} [${test.projectName}]`,
			status: test.status,
			reason:
				test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'Playwright gives no reason',
		})),
	);
	const failed =
		tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky').length + parsed.data.errors.length;
	return {
		passed: tests.filter((test) => test.status === 'expected').length,
		failed: atLeastOne(failed, status),
		skipped: tests.filter((test) => test.status === 'skipped'),
	};
}

const specsOf = (suite: Suite): z.infer<typeof Spec>[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];

const atLeastOne = (failed: number, status: number) => (failed === 0 && status !== 0 ? 1 : failed);

export function sum(outcomes: readonly Outcome[]): Outcome {
	return {
		passed: outcomes.reduce((total, { passed }) => total + passed, 0),
		failed: outcomes.reduce((total, { failed }) => total + failed, 0),
		skipped: outcomes.flatMap(({ skipped }) => skipped),
	};
}
