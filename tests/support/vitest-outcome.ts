import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';
import { firstLine, type Outcome } from './outcome.ts';

/**
 * Writes what vitest's run amounts to as JSON. Its own JSON reporter drops the reason given to `skip(reason)`.
 * A file that cannot be loaded and an error outside of any test count as one failure each.
 */
export function createOutcomeReporter(file: string): Reporter {
	return {
		onTestRunEnd(modules, unhandledErrors) {
			let passed = 0;
			const named = (name: string) => (error: { readonly message: string }) => ({ name, reason: firstLine(error.message) });
			const failed = unhandledErrors.map(named('outside of any test'));
			const skipped: Outcome['skipped'][number][] = [];
			for (const module of modules) {
				failed.push(...module.errors().map(named(module.moduleId)));
				for (const suite of module.children.allSuites()) failed.push(...suite.errors().map(named(suite.fullName)));
				for (const test of module.children.allTests()) {
					const result = test.result();
					if (result.state === 'passed') passed += 1;
					else if (result.state === 'failed') failed.push(...result.errors.slice(0, 1).map(named(test.fullName)));
					else
						skipped.push({
							name: test.fullName,
							reason: ('note' in result ? result.note : undefined) ?? 'the test gives no reason',
						});
				}
			}
			writeFileSync(file, JSON.stringify({ passed, failed, skipped } satisfies Omit<Outcome, 'shaky'>));
		},
	};
}
