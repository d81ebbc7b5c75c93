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
	/** Throws TargetError. */
	tend(here: ShareContext): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export function feedCareOf(session: Session, folder: DataFolder, snapshots: DailySnapshots): FeedCare {
	const dueAt = new Map<Vault, number>();
	const scratch = join(folder.path, 'vaults', 'compaction.scratch');

	async function isGood(vault: Vault, name: string, here: ShareContext): Promise<boolean> {
		if (snapshots.verifiedAt(vault, name) !== null) return true;
		const refusal = await verifySnapshot(vault, name, here, scratch, () => {});
		if (refusal === null) snapshots.noteVerified(vault, name);
		return refusal === null;
	}

	return {
		async tend(here) {
			const now = here.clock.now();
			for (const vault of session.vaults.values()) {
				await acknowledge(vault, here);
				if (now < (dueAt.get(vault.name) ?? 0)) continue;
				// A share that fails is not asked for all of it again in each cycle.
				dueAt.set(vault.name, now + HOUR_MS);
				await compactVault(vault, here, (name) => isGood(vault.name, name, here));
				dueAt.set(vault.name, now + DAY_MS);
			}
		},
	};
}
