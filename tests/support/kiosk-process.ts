import { randomUUID } from 'node:crypto';
import { writeHeapSnapshot } from 'node:v8';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { createBackend } from '#main/backend.ts';
import { systemClock, systemIds, systemRandom } from '#main/platform/environment.ts';
import { createLog } from '#main/platform/log.ts';
import { openTarget } from '#main/share/open-target.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import type { Contract } from '#shared/contract.ts';
import { createCanaries } from './canary.ts';
import { MIGRATIONS } from './migrations-folder.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * A kiosk as a process of its own, on a data folder that is one: people sign in, and then its heap is written to a file.
 * What they are called follows from the seed, so that nobody has to tell it. Then it holds on to the name of one more, and
 * its heap is written again.
 *
 *   node kiosk-process.ts <data folder> <seed> <how many> <heap snapshot> <heap snapshot with a name in it>
 */
const [dataDir = '', seed = '', count = '', snapshot = '', planted = ''] = process.argv.slice(2);
const backend = await createBackend({
	dataDir,
	appVersion: '0.0.0',
	migrationsDir: MIGRATIONS,
	host: { kind: 'browser', chooseFolder: async () => null },
	clock: systemClock,
	ids: systemIds,
	random: systemRandom,
	log: createLog(() => {}, systemClock.now),
	cost: FLOOR_COST,
	targetFor: (place) => openTarget(place, systemRandom, async () => {}),
	stopwatch: () => performance.now(),
	schedule: { every: () => () => {}, after: () => {} },
});

async function people(): Promise<void> {
	const canaries = createCanaries(seededRandom(Number(seed)));
	const client = createRouterClient(backend.router, { context: {} }) as ContractRouterClient<Contract>;
	for (let person = 0; person < Number(count); person++) {
		const name = `${canaries.next()} ${canaries.next()}`;
		const about = { language: 'de', ageBand: null, sex: null } as const;
		await client.kiosk.signIn({ entry: randomUUID(), session: null, visitor: { by: 'name', name }, ...about });
		await client.kiosk.signOut({ entry: randomUUID(), visitor: { by: 'name', name }, language: 'de' });
	}
}

await people();
// What nobody holds any more is collected before it is written.
writeHeapSnapshot(snapshot);
const held = createCanaries(seededRandom(Number(seed))).next();
writeHeapSnapshot(planted);
await backend.dispose();
process.stdout.write(`done, ${held.length}\n`);
