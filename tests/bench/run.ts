import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { availabilityOfMany } from './availability.ts';
import { backupOfChanges } from './backup.ts';
import { thickCaseFile } from './case-file.ts';
import { catchUp } from './catch-up.ts';
import { firstLoad } from './first-load.ts';
import { freeSlotSearch } from './free-slots.ts';
import { kioskSignIns } from './kiosk.ts';
import { latency } from './latency.ts';
import { lendingDesk } from './lending-desk.ts';
import { lendingLists } from './lending-lists.ts';
import { lentBackend } from './lent-backend.ts';
import { offersOfAYear } from './offers.ts';
import { peopleStore } from './people-store.ts';
import { rawStore } from './raw-store.ts';
import { type Line, printTable } from './report.ts';
import { stocktakeScans } from './stocktake.ts';
import { fullWeek } from './week.ts';
import { wholeBackend } from './whole-backend.ts';

/**
 * `npm run bench`: speed and size as ratios to plain SQLite and against the targets, measured side by side in one run.
 * `npm run bench -- lending`: only the parts with these names.
 */
const PARTS: Record<string, (folder: string) => Line[] | Promise<Line[]>> = {
	raw: rawStore,
	backend: wholeBackend,
	people: peopleStore,
	cases: thickCaseFile,
	async lending(folder) {
		const lent = await lentBackend(folder);
		const lines = [...(await lendingDesk(lent)), ...(await lendingLists(lent)), ...(await stocktakeScans(lent))];
		await lent.dispose();
		return lines;
	},
	availability: availabilityOfMany,
	offers: offersOfAYear,
	slots: freeSlotSearch,
	week: fullWeek,
	kiosk: kioskSignIns,
	backup: backupOfChanges,
	'catch-up': catchUp,
	latency,
	load: () => [firstLoad()],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}`);
await cryptoReady;
const folder = mkdtempSync(join(tmpdir(), 'kontor bench ü '));
const started = performance.now();
try {
	console.log(`Node ${process.versions.node}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the start\n`);
	const lines: Line[] = [];
	for (const [name, part] of Object.entries(PARTS))
		if (wanted.length === 0 || wanted.includes(name)) lines.push(...(await part(folder)));
	printTable(lines);
	console.log(`Took ${Math.round((performance.now() - started) / 1000)} s, load ${loadavg()[0]?.toFixed(1)} at the end.`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
