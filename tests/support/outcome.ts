import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** What a test run amounts to, read from the runners' JSON reports. */
export interface Outcome {
	readonly passed: number;
	/** Each with the first line of what went wrong. */
	readonly failed: readonly { readonly name: string; readonly reason: string }[];
	/** Failed first and passed when tried again: nothing to stop for, but to be looked at. Counted as passed. */
	readonly shaky: readonly { readonly name: string; readonly reason: string }[];
	readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

const Named = z.object({ name: z.string(), reason: z.string() });

const VitestReport = z.object({
	passed: z.int(),
	failed: z.array(Named),
	skipped: z.array(Named),
});

const NO_REPORT: Outcome = { passed: 0, failed: [{ name: 'the test runner', reason: 'left no report' }], shaky: [], skipped: [] };

/** A runner that ends badly without a failed test counts as one failure. */
export function vitestOutcome(report: unknown, status: number): Outcome {
	const parsed = VitestReport.safeParse(report);
	if (!parsed.success) return NO_REPORT;
	return { ...parsed.data, shaky: [], failed: atLeastOne(parsed.data.failed, status) };
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
			results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
		}),
	),
});
const Suite: z.ZodType<Suite> = z.object({ specs: z.array(Spec), suites: z.lazy(() => z.array(Suite)).optional() });
const PlaywrightReport = z.object({ suites: z.array(Suite), errors: z.array(z.object({ message: z.string().optional() })) });

export function playwrightOutcome(report: unknown, status: number): Outcome {
	const parsed = PlaywrightReport.safeParse(report);
	if (!parsed.success) return NO_REPORT;
	const tests = parsed.data.suites.flatMap(specsOf).flatMap((spec) =>
		spec.tests.map((test) => ({
			name: `${spec.file}: ${spec.title} [${test.projectName}]`,
			status: test.status,
			error: test.results.find(({ error }) => error !== undefined)?.error?.message ?? test.status,
			reason:
				test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'Playwright gives no reason',
		})),
	);
	const ended = (how: string) =>
		tests.filter((test) => test.status === how).map(({ name, error }) => ({ name, reason: firstLine(error) }));
	const failed = [
		...ended('unexpected'),
		...parsed.data.errors.map(({ message }) => ({ name: 'Playwright itself', reason: firstLine(message ?? 'no message') })),
	];
	return {
		passed: tests.filter((test) => test.status === 'expected' || test.status === 'flaky').length,
		failed: atLeastOne(failed, status),
		shaky: ended('flaky'),
		skipped: tests.filter((test) => test.status === 'skipped').map(({ name, reason }) => ({ name, reason })),
	};
}

const specsOf = (suite: Suite): z.infer<typeof Spec>[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];

const atLeastOne = (failed: Outcome['failed'], status: number): Outcome['failed'] =>
	failed.length === 0 && status !== 0
		? [{ name: 'the test runner', reason: `ended with ${status} although no test failed` }]
		: failed;

/** Without the colours of a terminal. */
export const firstLine = (message: string): string => stripVTControlCharacters(message).trim().split('\n')[0] ?? '';

export function sum(outcomes: readonly Outcome[]): Outcome {
	return {
		passed: outcomes.reduce((total, { passed }) => total + passed, 0),
		failed: outcomes.flatMap(({ failed }) => failed),
		shaky: outcomes.flatMap(({ shaky }) => shaky),
		skipped: outcomes.flatMap(({ skipped }) => skipped),
	};
}
