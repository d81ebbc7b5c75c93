import { defineConfig } from 'vitest/config';

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
		projects: [
			{ test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
			{
				test: {
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
