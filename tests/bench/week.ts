import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Appointment } from '#shared/features/appointments/model.ts';
import { findChromium } from '#tests/support/find-chromium.ts';
import { percentile } from './measure.ts';
import { type Line, ms, ratioLine } from './report.ts';
import { inventedWeek } from './week/invented-week.ts';

/** A week with 500 appointments in a real browser: from its data being there until it is painted and answers to a key. */
const ENTRIES = 500;
const TARGET_MS = 100;
const ROUNDS = 15;

export async function fullWeek(folder: string): Promise<Line[]> {
	const line = { what: `a week with ${ENTRIES} entries: painted and answering to a key`, compared: '', ratio: '' };
	const target = `≤ ${TARGET_MS} ms`;
	const executablePath = findChromium();
	if (executablePath === null) return [{ ...line, target, measured: 'no Chromium on this machine', met: null }];
	const outDir = join(folder, 'week');
	await build({
		...{ root: join(import.meta.dirname, 'week'), configFile: false, logLevel: 'error', plugins: [react()], mode: 'production' },
		define: { 'process.env.NODE_ENV': '"production"' },
		build: {
			...{ outDir, emptyOutDir: true, minify: true },
			lib: { entry: 'page.tsx', formats: ['iife'], name: 'week', fileName: () => 'page.js', cssFileName: 'page' },
		},
	});
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await page.setContent('<!doctype html><html lang="de"><body></body></html>');
		await page.addStyleTag({ content: readFileSync(join(outDir, 'page.css'), 'utf8') });
		await page.addScriptTag({ content: readFileSync(join(outDir, 'page.js'), 'utf8') });
		const times = { week: [] as number[], table: [] as number[] };
		const entries = inventedWeek(ENTRIES);
		for (let round = 0; round <= ROUNDS; round++) {
			for (const what of round % 2 === 0 ? (['week', 'table'] as const) : (['table', 'week'] as const)) {
				const took = await page.evaluate(
					([shown, data]) =>
						(window as unknown as { timed(what: string, data: readonly Appointment[]): Promise<number> }).timed(shown, data),
					[what, entries] as const,
				);
				// The first of each warms up.
				if (round > 0) times[what].push(took);
			}
		}
		const [median, p95] = [percentile(times.week, 50), percentile(times.week, 95)];
		return [
			{ ...line, target, measured: `p50 ${ms(median)}, p95 ${ms(p95)}`, met: p95 <= TARGET_MS },
			ratioLine(
				`the same against a plain table`,
				{ ours: median, theirs: percentile(times.table, 50) },
				'the same 500 rows',
				null,
			),
		];
	} finally {
		await browser.close();
	}
}
