import type { Vault } from '#shared/features/members/model.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import type { DeviceId, KioskId, SiteId } from '#shared/kernel/ids.ts';
import type { SigningKeys } from '../vaults/crypto.ts';
import type { EpochKeys } from '../vaults/grants.ts';
import { epochName, type LedgerState } from '../vaults/ledger-state.ts';
import type { ShareTarget } from './target.ts';

/** What publishing, pulling and snapshots work with. */
export interface ShareContext {
	readonly target: ShareTarget;
	readonly site: SiteId;
	readonly device: { readonly id: DeviceId; readonly keys: SigningKeys };
	readonly epochKeys: EpochKeys;
	readonly clock: Clock;
	readonly random: Random;
	/** The newest verified state. */
	ledger(): LedgerState;
	/** Something to show: which feed or file, and what is wrong with it. Work on other feeds goes on. */
	alarm(problem: ShareProblem, device: DeviceId | KioskId | null, file: string | null): void;
}

export function currentEpoch(context: ShareContext, vault: Vault): { number: number; key: Uint8Array } | null {
	const number = context.ledger().epochs.get(vault) ?? 0;
	const key = context.epochKeys.get(epochName(vault, number));
	return key ? { number, key } : null;
}

/** Somebody lost the right to read this vault and still has its key: nothing leaves before there is a new one. */
export function awaitsNewKey(context: ShareContext, vault: Vault): boolean {
	return context.ledger().stale.has(vault);
}
