import { z } from 'zod';

/** What a test run amounts to, read from the runners' JSON reports. */
export interface Outcome {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

const VitestReport = z.object({
	passed: z.int(),
	failed: z.int(),
	skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
});

/** A runner that ends badly without a failed test counts as one failure. */
export function vitestOutcome(report: unknown, status: number): Outcome {
	const parsed = VitestReport.safeParse(report);
	if (!parsed.success) return { passed: 0, failed: 1, skipped: [] };
	return { ...parsed.data, failed: atLeastOne(parsed.data.failed, status) };
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
