import { defineConfig } from '@playwright/test';
import type { HostOptions } from '#tests/e2e/app.ts';
import { findChromium, findHeadlessShell } from '#tests/support/find-chromium.ts';

const BUILT = '**/built-*.spec.ts';
/** What a browser's own window does with keys, and pictures that were taken in one. */
const WINDOW = '**/kiosk{,-closed}.spec.ts';
const isRoot = process.getuid?.() === 0;

const chromium = findChromium();
const shell = findHeadlessShell() ?? chromium;
const launched = (executablePath: string | null) => ({
	...(executablePath === null ? {} : { executablePath }),
	// Without a locale Chromium gives no file a name that has an umlaut.
	env: { ...(process.env as Record<string, string>), LANG: process.env.LANG ?? 'C.UTF-8' },
	args: [
		...(isRoot ? ['--no-sandbox'] : []),
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	],
});

/** The same specs run in Chromium on the browser host and in Electron; `tests/e2e/app.ts` starts either. */
export default defineConfig<HostOptions>({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	globalSetup: './tests/e2e/host-bundle.ts',
	// Much of a spec is waiting for keys to be derived and for the page to settle; two at once take half the time on two cores.
	workers: 2,
	// A machine that is shared can make any screen late once. What passes only when tried again is named at the end.
	retries: process.env.CI === 'true' ? 1 : 0,
	forbidOnly: process.env.CI === 'true',
	// Long ways through many screens, each with axe: a guard against hanging, not a measure.
	timeout: 300_000,
	expect: { timeout: 30_000 },
	reporter: [
		['list'],
		...(process.env.KONTOR_E2E_REPORT ? [['json', { outputFile: process.env.KONTOR_E2E_REPORT }] as const] : []),
	],
	use: {
		// What is not there is not waited for until the test is over.
		actionTimeout: 60_000,
		locale: 'de-DE',
		timezoneId: 'Europe/Berlin',
		// Nobody can fetch it from CI, and recording takes time.
		trace: process.env.CI === 'true' ? 'off' : 'retain-on-failure',
	},
	projects: [
		{
			name: 'browser',
			testIgnore: [BUILT, WINDOW],
			use: { host: 'browser', launchOptions: launched(shell) },
		},
		{ name: 'window', testMatch: WINDOW, use: { host: 'browser', launchOptions: launched(chromium) } },
		{ name: 'electron', testIgnore: BUILT, use: { host: 'electron', launchOptions: launched(shell) } },
		// The bundles themselves, without any screen.
		{ name: 'built', testMatch: BUILT },
	],
});
