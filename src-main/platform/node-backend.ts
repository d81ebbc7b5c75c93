import { type Backend, createBackend, type HostServices } from '../backend.ts';
import { openTarget } from '../share/open-target.ts';
import { DEFAULT_COST } from '../vaults/passphrase-key.ts';
import { systemClock, systemIds, systemRandom } from './environment.ts';
import { createLog } from './log.ts';
import { staySmall } from './memory.ts';

/** The backend with the real world around it: what both hosts start. */
export interface NodeBackendOptions {
	readonly dataDir: string;
	readonly appVersion: string;
	readonly migrationsDir: string;
	readonly host: HostServices;
}

export function createNodeBackend(options: NodeBackendOptions): Promise<Backend> {
	staySmall();
	const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
	return createBackend({
		...options,
		clock: systemClock,
		ids: systemIds,
		random: systemRandom,
		log: createLog((line) => process.stderr.write(`${line}\n`), systemClock.now),
		cost: DEFAULT_COST,
		targetFor: (place) => openTarget(place, systemRandom, pause),
		stopwatch: () => performance.now(),
		schedule: {
			every(ms, work) {
				const timer = setInterval(work, ms);
				return () => clearInterval(timer);
			},
			after: (ms, work) => void setTimeout(work, ms),
		},
	});
}
