import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { type Backend, createBackend } from '#main/backend.ts';
import { createLog } from '#main/platform/log.ts';
import { openTarget } from '#main/share/open-target.ts';
import type { ShareTarget } from '#main/share/target.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import type { Contract } from '#shared/contract.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { fakeIds } from './fake-ids.ts';
import { type ManualSchedule, manualSchedule } from './manual-schedule.ts';
import { MIGRATIONS } from './migrations-folder.ts';
import { seededRandom } from './seeded-random.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * The real backend on a real folder with real encryption, in this process, with time, ids and randomness in the test's
 * hands. Several of them with one clock and one share folder are an office; each needs a seed of its own.
 */
export interface TestBackend {
	readonly backend: Backend;
	readonly client: ContractRouterClient<Contract>;
	readonly clock: FakeClock;
	readonly dataDir: string;
	/** What was logged, one JSON text a line. */
	readonly log: readonly string[];
	/** Moves the clock on and starts the share's work that is due by then. */
	tick(ms: number): void;
	/** Lets the share work until the condition holds; a second passes on the clock with each try. */
	settle(what: string, condition: () => boolean | Promise<boolean>): Promise<void>;
}

export interface TestBackendOptions {
	/** Different for each backend of a test: ids and keys come from it. */
	readonly seed?: number;
	/** A fresh temporary folder when left out. */
	readonly dataDir?: string;
	readonly clock?: FakeClock;
	readonly stopwatch?: () => number;
	readonly targetFor?: (folder: string) => ShareTarget;
}

/** Disposed of when the test is over. */
export async function testBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
	const { seed = 1, clock = fakeClock(), dataDir = join(temporaryFolder(), 'Büro Daten') } = options;
	mkdirSync(dataDir, { recursive: true });
	const random = seededRandom(seed);
	const schedule: ManualSchedule = manualSchedule(clock);
	const log: string[] = [];
	const backend = await createBackend({
		dataDir,
		appVersion: '0.0.0',
		migrationsDir: MIGRATIONS,
		host: { kind: 'browser', chooseFolder: async () => null },
		clock,
		ids: fakeIds(seed),
		random,
		log: createLog((line) => void log.push(line), clock.now),
		cost: FLOOR_COST,
		targetFor: options.targetFor ?? ((place) => openTarget(place, random, async () => {})),
		stopwatch: options.stopwatch ?? (() => performance.now()),
		schedule,
	});
	onTestFinished(() => backend.dispose());
	return {
		backend,
		client: createRouterClient(backend.router, { context: {} }) as ContractRouterClient<Contract>,
		clock,
		dataDir,
		log,
		tick: schedule.tick,
		async settle(what, condition) {
			for (let tries = 0; !(await condition()); tries++) {
				if (tries > 2000) throw new Error(`waited in vain for: ${what}`);
				schedule.tick(1000);
				await new Promise<void>((resolve) => setTimeout(resolve, 5));
			}
		},
	};
}

export const PASSPHRASE = 'rote Lampe am Kanal 7';

/** A site with one counsellor who also administers, signed in, with a confirmed start. */
export async function foundedBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
	const made = await testBackend(options);
	await made.client.site.create({
		name: 'Kontaktcafé Süd',
		organisation: 'Nachbarschaft e. V.',
		deviceName: 'Büro links',
		memberName: 'Erika Beispiel',
		signInName: 'erika',
		roles: ['counsellor', 'administrator'],
		passphrase: PASSPHRASE,
	});
	return made;
}
