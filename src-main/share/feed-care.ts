import { join } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import type { Session } from '../vaults/session.ts';
import { acknowledge } from './acks.ts';
import { compactVault } from './compact.ts';
import type { ShareContext } from './context.ts';
import type { DailySnapshots } from './daily-snapshots.ts';
import { verifySnapshot } from './snapshots.ts';

/** What keeps feeds short: each device says how far it has read, and once a day lets go what nobody needs any more. */
export interface FeedCare {
	/** `between`: as for daily snapshots. Throws TargetError. */
	tend(here: ShareContext, between: () => Promise<void>): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Opens it, unless that was done before. */
export async function isGoodSnapshot(
	vault: Vault,
	name: string,
	here: ShareContext,
	snapshots: Pick<DailySnapshots, 'verifiedAt' | 'noteVerified'>,
	scratch: string,
	between: () => Promise<void>,
): Promise<boolean> {
	if (snapshots.verifiedAt(vault, name) !== null) return true;
	const refusal = await verifySnapshot(vault, name, here, scratch, between);
	if (refusal === null) snapshots.noteVerified(vault, name);
	return refusal === null;
}

export function feedCareOf(session: Session, folder: DataFolder, snapshots: DailySnapshots): FeedCare {
	const dueAt = new Map<Vault, number>();
	/** What was wrong the last time: it is said until somebody has looked again. */
	const found = new Map<Vault, Parameters<ShareContext['alarm']>[]>();
	const scratch = join(folder.path, 'vaults', 'compaction.scratch');

	return {
		async tend(here, between) {
			const now = here.clock.now();
			for (const vault of session.vaults.values()) {
				await acknowledge(vault, here);
				if (now < (dueAt.get(vault.name) ?? 0)) {
					for (const alarm of found.get(vault.name) ?? []) here.alarm(...alarm);
					continue;
				}
				// A share that fails is not asked for all of it again in each cycle.
				dueAt.set(vault.name, now + HOUR_MS);
				const alarms: Parameters<ShareContext['alarm']>[] = [];
				found.set(vault.name, alarms);
				const noting: ShareContext = {
					...here,
					alarm(...alarm) {
						alarms.push(alarm);
						here.alarm(...alarm);
					},
				};
				const isGood = (name: string) => isGoodSnapshot(vault.name, name, noting, snapshots, scratch, between);
				await compactVault(vault, noting, isGood);
				if (alarms.length === 0) dueAt.set(vault.name, now + DAY_MS);
			}
		},
	};
}
