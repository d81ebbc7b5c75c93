import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { type Browser, test as base, _electron as electron, expect, type Page } from '@playwright/test';
import { findElectron } from '#main/hosts/launch/electron-runtime.ts';
import { offset, shiftDate } from './clock.ts';

/**
 * Starts Kontor for a spec, on a data folder of its own whose path has a space and an umlaut. `startKontor` may be
 * called several times in one test: each is another PC. Everything started is stopped, and every folder made is removed.
 */
export interface Kontor {
	readonly page: Page;
	readonly dataDir: string;
	/** Ends it as a person would, and waits until it has let go of its files. */
	stop(): Promise<void>;
	/** Ends it as a power cut would. */
	kill(): Promise<void>;
}

export interface StartOptions {
	/** The invented office, ready to sign in. */
	readonly sample?: boolean;
	/** A folder to start on a copy of. */
	readonly copyOf?: string;
	/** A folder to start on again; default: a new one. */
	readonly dataDir?: string;
}

export interface HostOptions {
	host: 'browser' | 'electron';
}

interface Fixtures {
	startKontor: (options?: StartOptions) => Promise<Kontor>;
	/** An empty folder that stands for the network drive; removed afterwards. */
	shareFolder: string;
}

interface WorkerFixtures {
	/** A data folder with the invented office, made once and copied for each that starts with it: its keys cost seconds. */
	sampleFolder: () => Promise<string>;
}

const MOST_CLOSING_MS = 20_000;

const root = resolve(import.meta.dirname, '../..');

export const test = base.extend<Fixtures & HostOptions, WorkerFixtures>({
	host: ['browser', { option: true }],

	sampleFolder: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern
		async ({}, use) => {
			let made: Promise<string> | null = null;
			await use(() => {
				made ??= makeSampleFolder();
				return made;
			});
			if (made !== null) await rm(await made, { recursive: true, force: true });
		},
		{ scope: 'worker' },
	],

	startKontor: async ({ host, browser, sampleFolder }, use, testInfo) => {
		const electronPath = host === 'electron' ? await findElectron(root) : null;
		testInfo.skip(host === 'electron' && electronPath === null, 'Electron’s runtime is not installed on this machine');
		const started: Kontor[] = [];
		const folders: string[] = [];
		const problems: string[] = [];
		await use(async ({ sample = false, copyOf, dataDir } = {}) => {
			const folder = dataDir ?? (await temporaryFolder('Kontor Büro '));
			if (dataDir === undefined) {
				folders.push(folder);
				const from = sample ? await sampleFolder() : copyOf;
				if (from !== undefined) await cp(from, folder, { recursive: true });
			}
			const args = [`--data-dir=${folder}`];
			const kontor =
				electronPath === null
					? await startInBrowser(browser, folder, args, problems)
					: await startInElectron(electronPath, folder, args, problems);
			started.push(kontor);
			return kontor;
		});
		for (const kontor of started) await kontor.stop();
		for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
		expect(problems, 'uncaught errors and policy violations of the page').toEqual([]);
	},

	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern
	shareFolder: async ({}, use) => {
		const folder = await temporaryFolder('Netzlaufwerk für Büro ');
		await use(folder);
		await rm(folder, { recursive: true, force: true, maxRetries: 10 });
	},
});
export { expect };

const temporaryFolder = (name: string) => mkdtemp(join(tmpdir(), name));

async function startInBrowser(browser: Browser, dataDir: string, args: string[], problems: string[]): Promise<Kontor> {
	const { process: child, url } = await spawnBrowserHost(args);
	const context = await browser.newContext();
	await context.addInitScript(shiftDate, offset());
	const page = await context.newPage();
	collectProblems(page, problems);
	await page.goto(url);
	const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
		// Chromium was once seen never to answer; the worker ends it anyway, and a test is not about that.
		await Promise.race([context.close(), setTimeout(MOST_CLOSING_MS, undefined, { ref: false })]);
		if (child.exitCode !== null || child.signalCode !== null) return;
		const exited = once(child, 'exit');
		child.kill(signal);
		await exited;
	};
	return { page, dataDir, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

async function startInElectron(executablePath: string, dataDir: string, args: string[], problems: string[]): Promise<Kontor> {
	const app = await electron.launch({ executablePath, args: [root, ...args] });
	const page = await app.firstWindow();
	collectProblems(page, problems);
	const kill = async () => {
		const exited = once(app.process(), 'exit');
		if (app.process().kill('SIGKILL')) await exited;
	};
	return { page, dataDir, stop: () => app.close(), kill };
}

async function makeSampleFolder(): Promise<string> {
	const folder = await temporaryFolder('Kontor Beispiel ');
	const { process: child } = await spawnBrowserHost([`--data-dir=${folder}`, '--sample']);
	const exited = once(child, 'exit');
	child.kill('SIGTERM');
	await exited;
	return folder;
}

/** Waits for the printed link. @throws with what it printed on standard error when it ends before that */
export async function spawnBrowserHost(args: readonly string[]): Promise<{ process: ChildProcess; url: string }> {
	const main = process.env.KONTOR_E2E_HOST as string;
	// Started for every test: what was compiled once is kept.
	const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') };
	const clock = `data:text/javascript,${encodeURIComponent(`(${shiftDate})(${offset()})`)}`;
	const child = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', '--import', clock, main, '--no-open', ...args],
		{
			cwd: root,
			env,
		},
	);
	let errors = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		errors += text;
	});
	for await (const line of createInterface({ input: child.stdout })) {
		const url = /^KONTOR_URL=(http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+)$/.exec(line)?.[1];
		if (url !== undefined) return { process: child, url };
	}
	throw new Error(`Kontor ended before it was ready:\n${errors}`);
}

function collectProblems(page: Page, problems: string[]): void {
	page.on('pageerror', (error) => problems.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error' && message.text().includes('Content Security Policy')) problems.push(message.text());
	});
}
