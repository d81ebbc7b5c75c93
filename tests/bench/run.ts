import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { firstLoad } from './first-load.ts';
import { peopleStore } from './people-store.ts';
import { rawStore } from './raw-store.ts';
import { printTable } from './report.ts';
import { wholeBackend } from './whole-backend.ts';

/** `npm run bench`: speed and size as ratios to plain SQLite and against the targets, measured side by side in one run. */
await cryptoReady;
const folder = mkdtempSync(join(tmpdir(), 'kontor bench ü '));
const started = performance.now();
try {
	console.log(`Node ${process.versions.node}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the start\n`);
	const lines = [...rawStore(folder), ...(await wholeBackend(folder)), ...(await peopleStore(folder)), firstLoad()];
	printTable(lines);
	console.log(`Took ${Math.round((performance.now() - started) / 1000)} s, load ${loadavg()[0]?.toFixed(1)} at the end.`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
