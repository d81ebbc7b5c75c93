import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '#tests/support/find-chromium.ts';
import { MEMBER } from './bench-backend.ts';
import { percentile } from './measure.ts';
import { type Line, ms } from './report.ts';

/** Frames while the list of all case files is scrolled, in a real Chromium with the built screen. */

const ROOT = join(import.meta.dirname, '../..');
/** So many frames of a wheel that is turned without a pause, a good window further every second. */
const FRAMES = 300;
const STEP = 40;
/** A frame of 60 a second takes 16.7 ms; one that takes twice as long is seen. */
const SEEN_MS = 34;

interface Scrolled {
	readonly deltas: number[];
	/** Frames in which a row that was in sight had no words yet. */
	readonly blank: number;
}

/** `dataDir`: of a site that MEMBER works in, with nobody on it now. */
export async function listFrames(dataDir: string, cases: number): Promise<Line[]> {
	const what = `case list: scrolling ${cases} files, frames`;
	const none = { compared: '', ratio: '', target: 'no blank frame' };
	const executablePath = findChromium();
	const missing = !existsSync(join(ROOT, 'out/renderer/index.html')) ? 'out/renderer (npm run build)' : 'a Chromium';
	if (executablePath === null || missing !== 'a Chromium')
		return [{ what, ...none, measured: `${missing} is missing`, met: null }];
	const { child, url } = await startHost(dataDir);
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await page.goto(url);
		await page.getByLabel('Passwort', { exact: true }).fill(MEMBER.passphrase);
		await page.getByRole('button', { name: 'Anmelden' }).click();
		await page.getByRole('link', { name: 'Fallakten' }).click();
		await page.getByRole('row').nth(5).waitFor();
		const { deltas, blank } = await scroll(page);
		const late = deltas.filter((delta) => delta > SEEN_MS).length;
		return [
			{
				...{ what, ...none },
				measured: `p50 ${ms(percentile(deltas, 50))}, p95 ${ms(percentile(deltas, 95))}, ${late} of ${deltas.length} late, ${blank} blank`,
				met: blank === 0,
			},
		];
	} finally {
		await browser.close();
		const exited = once(child, 'exit');
		child.kill('SIGTERM');
		await exited;
	}
}

async function startHost(dataDir: string) {
	const main = join(ROOT, 'src-main/hosts/browser/main.ts');
	const args = ['--disable-warning=ExperimentalWarning', main, '--no-open', `--data-dir=${dataDir}`];
	const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
	for await (const line of createInterface({ input: child.stdout })) {
		const url = /^KONTOR_URL=(\S+)$/.exec(line)?.[1];
		if (url !== undefined) return { child, url };
	}
	throw new Error('Kontor ended before it was ready');
}

const scroll = (page: Page): Promise<Scrolled> =>
	page.evaluate(
		async ({ frames, step }) => {
			const grid = document.querySelector('[role="grid"]');
			if (!grid) throw new Error('no list');
			const { top, bottom } = grid.getBoundingClientRect();
			const isBlank = () =>
				[...grid.querySelectorAll('[role="row"]')].some((row) => {
					const box = row.getBoundingClientRect();
					return box.bottom > top && box.top < bottom && row.textContent === '';
				});
			const deltas: number[] = [];
			let blank = 0;
			let before = await new Promise(requestAnimationFrame);
			for (let frame = 0; frame < frames; frame++) {
				grid.scrollTop += step;
				const now = await new Promise(requestAnimationFrame);
				deltas.push(now - before);
				before = now;
				if (isBlank()) blank++;
			}
			return { deltas, blank };
		},
		{ frames: FRAMES, step: STEP },
	);
