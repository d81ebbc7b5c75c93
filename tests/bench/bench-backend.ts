import type { ContractRouterClient } from '@orpc/contract';
import { type Backend, createBackend } from '#main/backend.ts';
import { systemClock, systemIds, systemRandom } from '#main/platform/environment.ts';
import { createLog } from '#main/platform/log.ts';
import { openTarget } from '#main/share/open-target.ts';
import { DEFAULT_COST } from '#main/vaults/passphrase-key.ts';
import type { Contract } from '#shared/contract.ts';
import { MIGRATIONS } from './stores.ts';

/** The whole backend as it is on a PC, with the real cost of a passphrase. */

export const MEMBER = { signInName: 'anna', passphrase: 'Messlatte Stoppuhr Ziellinie' };

/** `onPoll` hears what the share's rhythm would call. */
export function benchBackend(dataDir: string, onPoll: (work: () => void) => void = () => {}): Promise<Backend> {
	return createBackend({
		dataDir,
		appVersion: 'bench',
		migrationsDir: MIGRATIONS,
		host: { kind: 'browser', chooseFolder: async () => null },
		clock: systemClock,
		ids: systemIds,
		random: systemRandom,
		log: createLog((line) => console.error(line), systemClock.now),
		cost: DEFAULT_COST,
		targetFor: (place) => openTarget(place, systemRandom, (pause) => new Promise((resolve) => setTimeout(resolve, pause))),
		stopwatch: () => performance.now(),
		schedule: {
			every(_ms, work) {
				onPoll(work);
				return () => {};
			},
			after: () => {},
		},
	});
}

export async function foundSite(client: ContractRouterClient<Contract>): Promise<void> {
	await client.site.create({
		name: 'Bench',
		organisation: 'Bench',
		deviceName: 'PC',
		memberName: 'Anna',
		roles: ['counsellor'],
		...MEMBER,
	});
}
