import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '#main/hosts/launch/build.ts';
import { findChromium } from '#tests/support/find-chromium.ts';
import { type Outcome, playwrightOutcome, sum, vitestOutcome } from '#tests/support/outcome.ts';

/**
 * `npm test`: gets a browser, builds, runs vitest and then Playwright, and says in words what was skipped and why.
 * `npm test -- --only=unit|integration|e2e` runs a part; further words select test files by name.
 */
const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const PARTS = ['unit', 'integration', 'e2e'];
if (values.only !== undefined && !PARTS.includes(values.only)) {
	console.error(`--only takes one of: ${PARTS.join(', ')}`);
	process.exit(2);
}
const wants = (part: string) => values.only === undefined || values.only === part;
const reports = mkdtempSync(join(tmpdir(), 'kontor-tests-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

if (wants('e2e')) {
	if ((await obtainChromium()) === null) {
		console.error(`
No browser for the end-to-end tests. Please install one of Chromium, Google Chrome or Microsoft Edge
(Debian/Ubuntu: "apt-get install chromium"), or set KONTOR_CHROMIUM to its path.
Without one: npm test -- --only=unit, npm test -- --only=integration

Für die Oberflächentests fehlt ein Browser. Bitte Chromium, Google Chrome oder Microsoft Edge installieren
(Debian/Ubuntu: „apt-get install chromium“) oder in KONTOR_CHROMIUM den Pfad angeben.
`);
		process.exit(1);
	}
	if (!(await ensureBuilt(root))) {
		console.error('The build failed.');
		process.exit(1);
	}
}

const outcomes: Outcome[] = [];
if (wants('unit') || wants('integration')) outcomes.push(runVitest(['unit', 'integration'].filter(wants)));
if (wants('e2e')) outcomes.push(runPlaywright());
report(sum(outcomes));

function runVitest(projects: string[]): Outcome {
	const file = join(reports, 'vitest.json');
	process.env.KONTOR_VITEST_REPORT = file;
	const status = run(
		['vitest', 'vitest.mjs'],
		['run', '--passWithNoTests', ...projects.map((name) => `--project=${name}`), ...positionals],
	);
	return vitestOutcome(readReport(file), status);
}

function runPlaywright(): Outcome {
	const file = join(reports, 'playwright.json');
	process.env.KONTOR_E2E_REPORT = file;
	const status = run(
		['@playwright', 'test', 'cli.js'],
		['test', ...(positionals.length > 0 ? ['--pass-with-no-tests'] : []), ...positionals],
	);
	return playwrightOutcome(readReport(file), status);
}

function run(script: string[], args: string[]): number {
	return (
		spawnSync(process.execPath, [join(root, 'node_modules', ...script), ...args], { cwd: root, stdio: 'inherit' }).status ?? 1
	);
}

function readReport(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}

function report({ passed, failed, shaky, skipped }: Outcome): void {
	console.log('');
	const byReason = Map.groupBy(skipped, ({ reason }) => reason);
	if (byReason.size === 0) console.log('Nothing was skipped.');
	for (const [reason, tests] of byReason) {
		console.log(`Skipped (${tests.length}): ${reason}`);
		for (const { name } of tests) console.log(`  - ${name}`);
	}
	if (shaky.length > 0) console.log('\nPassed only at the second attempt:');
	for (const { name, reason } of shaky) console.log(`  - ${name}: ${reason}`);
	// Here too: of a long run only the end may be left.
	if (failed.length > 0) console.log('\nFailed:');
	for (const { name, reason } of failed) console.log(`  - ${name}: ${reason}`);
	console.log('');
	console.log(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped`);
	process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0;
}

/** An installed browser, else Playwright's, else Debian's package when root; null when none of these works. */
async function obtainChromium(): Promise<string | null> {
	const found = findChromium();
	if (found !== null || process.env.KONTOR_CHROMIUM) return found;
	console.error('No browser found; trying “playwright install chromium” …');
	attempt(process.execPath, [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], 300_000);
	const installed = findChromium();
	if (installed !== null || process.platform !== 'linux' || process.getuid?.() !== 0) return installed;
	console.error('That did not work; trying Debian’s package …');
	attempt('apt-get', ['update'], 300_000);
	attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 900_000);
	return findChromium();
}

function attempt(command: string, args: string[], timeout: number): void {
	try {
		execFileSync(command, args, { timeout, stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
	} catch {
		// What counts is whether a browser is there afterwards.
	}
}
