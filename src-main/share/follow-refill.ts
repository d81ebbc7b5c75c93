import { join } from 'node:path';
import type { Clock } from '#shared/kernel/environment.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { openVaultOf, type Session } from '../vaults/session.ts';
import type { BlobExchange } from './blobs.ts';
import { awaitsNewKey, currentEpoch, type ShareContext } from './context.ts';
import type { DailySnapshots } from './daily-snapshots.ts';
import { isGoodSnapshot } from './feed-care.ts';
import { isRefill, refillMemory, refillVault, writeRefill } from './refill.ts';

/** A session's part in filling a lost share again. Throws TargetError, and ShareRefused where the share spoils what it is given. */
export interface Refiller {
	/** `beside`: the names beside the ledger. False: nothing may be written in this vault, an alarm says why. */
	follow(vault: OpenVault, here: ShareContext, beside: readonly string[], onPart: OnPart): Promise<boolean>;
	/**
	 * Begins one: everything that is open here, and the file that the others go by; the ledger is still missing then. False
	 * after an alarm; cut off or cancelled before the end it is begun anew.
	 */
	begin(
		here: ShareContext,
		onPart: (vault: OpenVault, ...part: Parameters<OnPart>) => void,
		isCancelled: () => boolean,
	): Promise<boolean>;
}

type OnPart = (done: number, total: number) => void;

export function refillerOf(
	session: Session,
	folder: DataFolder,
	clock: Clock,
	{ snapshots, blobs }: { snapshots: DailySnapshots; blobs: BlobExchange },
): Refiller {
	const office = openVaultOf(session, 'office');
	/** Filled here, and not yet followed. */
	const begun = new Set<OpenVault>();
	const scratch = join(folder.path, 'vaults', 'refill.scratch');

	function fill(vault: OpenVault, here: ShareContext, onPart: OnPart): Promise<boolean> {
		blobs.forget();
		return refillVault(vault, here, {
			scratch,
			isGood: (name) => isGoodSnapshot(vault.name, name, here, snapshots, scratch, async () => {}),
			noteVerified: (name) => snapshots.noteVerified(vault.name, name),
			onPart,
		});
	}

	/** What was verified lies nowhere any more; for a day nobody needs to be told that there is nothing yet. */
	function forgetVerified(vault: OpenVault): void {
		office.file.prepare('DELETE FROM local_setting WHERE key LIKE ?').run(`verified:${vault.name}/%`);
		office.settings.set('connected_at', String(clock.now()));
	}

	return {
		async follow(vault, here, beside, onPart) {
			const memory = refillMemory(vault.settings);
			const fresh = memory.fresh(beside);
			if (fresh.length === 0 || awaitsNewKey(here, vault.name) || !(await isRefill(fresh, here))) return true;
			// Ours were opened a moment ago.
			if (!begun.delete(vault)) forgetVerified(vault);
			if (!(await fill(vault, here, onPart))) return false;
			memory.keep(beside);
			return true;
		},
		async begin(here, onPart, isCancelled) {
			for (const vault of session.vaults.values()) {
				if (isCancelled()) return true;
				if (awaitsNewKey(here, vault.name) || currentEpoch(here, vault.name) === null) continue;
				forgetVerified(vault);
				if (!(await fill(vault, here, (done, total) => onPart(vault, done, total)))) return false;
				begun.add(vault);
			}
			if (!isCancelled()) await writeRefill(here);
			return true;
		},
	};
}
