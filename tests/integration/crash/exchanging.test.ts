import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isIntact } from '#main/database/open.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { feedFolder, floorsOf, sequencesOf } from '#main/share/layout.ts';
import { seedOf } from '#main/vaults/crypto.ts';
import { keyOf } from '#main/vaults/grants.ts';
import { bundled } from '#tests/support/bundled.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import type { ExchangerPlan } from '#tests/support/crash-exchanger.ts';
import { runAndKill } from '#tests/support/killed-process.ts';
import { memoryFolder } from '#tests/support/memory-folder.ts';
import { MIGRATIONS } from '#tests/support/migrations-folder.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { editSomething, simulatedSite, tablesOf, V } from '#tests/support/simulated-site.ts';

const KILLS = campaign(12, 480);
const DAY = 24 * 60 * 60 * 1000;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

it(`loses nothing and forks nothing in ${KILLS} kills while writing, publishing, pulling, backing up and compacting`, {
	timeout: KILLS * 10_000,
}, async () => {
	const exchanger = await bundled(join(import.meta.dirname, '../../support/crash-exchanger.ts'));
	const seed = printedSeed('crash while exchanging');
	const random = seededRandom(seed);
	const site = await simulatedSite(5, 3);
	const share = join(memoryFolder(), 'Freigabe Ä');
	mkdirSync(share);
	const target = folderTarget(share, random, async () => {});
	const [partner, first] = [site.device(1, target, random), site.device(0, target, random)];
	const { id, author, fileKey, context } = first;
	let folder = first.keep();
	first.close();
	const planPath = join(memoryFolder(), 'plan.json');
	const wrote = new Set<string>();
	const killedIn = new Map<string, number>();
	let compacted = 0;
	let checks = 0;
	for (let kill = 0; kill < KILLS; kill++) {
		const plan: ExchangerPlan = {
			path: join(folder, 'office.db'),
			share,
			fileKey: base64(fileKey),
			site: context.site,
			device: id,
			member: author,
			deviceSeed: base64(seedOf(context.device.keys)),
			epochKey: base64(keyOf(site.founded.epochKeys, V, 1)),
			ledger: site.entries.map((entry) => base64(entry.bytes)),
			migrations: MIGRATIONS,
			now: site.clock.now(),
		};
		writeFileSync(planPath, JSON.stringify(plan));
		const lines = await runAndKill(exchanger, [planPath, String(seed + kill)], {
			after: 'ready',
			delayMs: 5 + random.below(150),
			lines: 1 + random.below(120),
		});
		for (const line of lines) {
			const [what, about = '', count = ''] = line.split(' ');
			if (what === 'wrote') wrote.add(about);
			if (what === 'now') site.clock.set(Number(about));
			if (line.startsWith('end compact')) compacted += Number(count);
		}
		const last = lines.at(-1) ?? '';
		const during = last.startsWith('begin ') ? last.slice(6) : 'write';
		killedIn.set(during, (killedIn.get(during) ?? 0) + 1);
		// It may have gone on for a round that it did not get to tell about.
		site.clock.advance(5 * DAY);
		// Now and then the next process goes on alone, with whatever the killed one left.
		if (random.below(3) === 0 && kill < KILLS - 1) continue;

		checks += 1;
		const why = `KONTOR_SEED=${seed}, kill ${kill} (${during})`;
		const writer = site.device(0, target, random, 0, folder);
		expect(isIntact(writer.vault().file), why).toBe(true);
		editSomething(partner, site, random);
		for (const device of [partner, writer, partner]) {
			await device.publish();
			await device.pull();
			await device.acknowledge();
		}
		expect([...writer.takeAlarms(), ...partner.takeAlarms()], why).toEqual([]);
		if (tablesOf(partner) !== tablesOf(writer)) expect(tablesOf(partner), why).toBe(tablesOf(writer));
		// The partner may also have erased one of them.
		const known = "SELECT id FROM thing UNION SELECT record_id FROM change WHERE kind = 'erase'";
		const things = new Set(writer.vault().file.prepare<[], string>(known).pluck().all() as string[]);
		expect(
			[...wrote].filter((thing) => !things.has(thing)),
			why,
		).toEqual([]);
		const names = await target.list(feedFolder(context.site, V, id));
		const floor = floorsOf(names)[0]?.seq ?? 0;
		const segments = [...sequencesOf(names)].filter(([seq]) => seq > floor);
		expect(
			segments.map(([seq, files]) => [seq, files.length]),
			why,
		).toEqual(segments.map((_segment, at) => [floor + at + 1, 1]));
		if (checks % 8 === 0) {
			// From the share alone.
			const newcomer = site.device(2, target, random);
			await newcomer.pull();
			const alarms = newcomer.takeAlarms();
			expect(alarms, why).toEqual([]);
			if (tablesOf(newcomer) !== tablesOf(writer)) expect(tablesOf(newcomer), why).toBe(tablesOf(writer));
			newcomer.close();
		}
		folder = writer.keep();
		writer.close();
	}
	site.close();
	const table = [...killedIn].map(([what, times]) => `${what} ${times}`).join(', ');
	console.log(`${KILLS} kills during: ${table}; ${wrote.size} acknowledged things, ${compacted} segments compacted, none lost`);
	if (KILLS >= 100) {
		expect(compacted).toBeGreaterThan(0);
		for (const what of ['publish', 'pull', 'snapshot', 'compact', 'write'])
			expect(killedIn.get(what) ?? 0, table).toBeGreaterThan(0);
	}
});
