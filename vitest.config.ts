import { defineConfig } from 'vitest/config';
import { createOutcomeReporter } from '#tests/support/vitest-outcome.ts';

/** Set by tests/run.ts. */
const report = process.env.KONTOR_VITEST_REPORT;

/**
 * `unit` touches neither disk nor network; `integration` uses real files, real encryption and real sockets, and gets the
 * time that needs. `#` aliases are package.json "imports", so tests resolve exactly what Node resolves.
 */
export default defineConfig({
	test: {
		environment: 'node',
		// Two cores, shared with other people's work.
		maxWorkers: 2,
		restoreMocks: true,
		// Of two large files that differ, the whole difference takes minutes and all memory: a test that fails says so soon.
		diff: { truncateThreshold: 400, maxDepth: 6 },
		reporters: ['default', ...(report === undefined ? [] : [createOutcomeReporter(report)])],
		projects: [
			// Property tests need seconds on a machine that is shared.
			{ test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 120_000 } },
			{
				test: {
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					setupFiles: ['tests/support/quick-kdf.ts'],
					testTimeout: 120_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
