import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { type Backend, createBackend } from '#main/backend.ts';
import { createLog } from '#main/platform/log.ts';
import { openTarget } from '#main/share/open-target.ts';
import type { ShareTarget } from '#main/share/target.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import type { Contract } from '#shared/contract.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { fakeIds } from './fake-ids.ts';
import { manualSchedule } from './manual-schedule.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * The real backend on a real folder with real encryption, in this process, with time, ids and randomness in the caller's
 * hands. Nothing here belongs to a test runner. Whoever makes it disposes of it.
 */
export interface PlainBackend {
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

export interface PlainBackendOptions {
	/** Is there already. */
	readonly dataDir: string;
	/** Of all vaults. */
	readonly migrationsDir: string;
	/** Different for each backend of a test: ids and keys come from it. */
	readonly seed: number;
	readonly clock?: FakeClock | undefined;
	readonly stopwatch?: (() => number) | undefined;
	readonly targetFor?: ((folder: string) => ShareTarget) | undefined;
}

export async function plainBackend(options: PlainBackendOptions): Promise<PlainBackend> {
	const { dataDir, migrationsDir, seed, clock = fakeClock() } = options;
	const random = seededRandom(seed);
	const schedule = manualSchedule(clock);
	const log: string[] = [];
	const backend = await createBackend({
		dataDir,
		appVersion: '0.0.0',
		migrationsDir,
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
