import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import type { ShareContext } from '../../share/context.ts';
import { ledgerFromShare, publishEntry } from '../../share/exchange-ledger.ts';
import { beforeNextAttempt, LEDGER_ATTEMPTS } from '../../share/ledger-keeper.ts';
import { rebuildVault } from '../../share/rebuild.ts';
import { type ShareTarget, TargetError } from '../../share/target.ts';
import { wipe } from '../../vaults/crypto.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { extended } from '../../vaults/found-site.ts';
import type { EpochKeys } from '../../vaults/grants.ts';
import { newFileKey, writeKeyFile } from '../../vaults/key-files.ts';
import { entryFileName, writeEntry } from '../../vaults/ledger.ts';
import type { Fact, Grantee } from '../../vaults/ledger-facts.ts';
import { epochName, type LedgerState } from '../../vaults/ledger-state.ts';
import { openVault, type VaultDeps } from '../../vaults/open-vault.ts';
import type { LedgerWithFiles } from './own-entries.ts';

/** Puts a device's files in place: for a new site, or for a PC that joins one from the share. */

/** Encrypted, empty files of the vaults whose keys are at hand. */
export function createVaultFiles(folder: DataFolder, site: SiteId, device: DeviceId, keys: EpochKeys, deps: VaultDeps): void {
	for (const vault of VAULTS) {
		if (!keys.has(epochName(vault, 1))) continue;
		const fileKey = newFileKey(deps.random);
		writeKeyFile(folder.vaultKeyPath(vault), { site, device, vault, what: 'file' }, fileKey, 1, keys, deps.random);
		openVault(vault, folder.vaultPath(vault), fileKey, device, deps, true).close();
		wipe(fileKey);
	}
}

export function writeDeviceKey(
	folder: DataFolder,
	ledger: LedgerState,
	device: DeviceId,
	seed: Uint8Array,
	keys: EpochKeys,
	random: Random,
): void {
	const place = { site: ledger.site, device, vault: 'office', what: 'device' } as const;
	writeKeyFile(folder.deviceKeyPath, place, seed, ledger.epochs.get('office') ?? 1, keys, random);
}

/** Who signs an entry of the ledger. */
export interface Signer {
	readonly id: Grantee;
	readonly secretKey: Uint8Array;
}

/** Signs facts into the share's ledger, on top of whatever it says by now. Throws TargetError and ShareRefused. */
export async function announce(
	{ target, site }: { readonly target: ShareTarget; readonly site: SiteId },
	signer: Signer,
	clock: Clock,
	facts: (ledger: LedgerState) => Fact[],
): Promise<LedgerWithFiles> {
	for (let attempt = 1; attempt <= LEDGER_ATTEMPTS; attempt++) {
		const { state, files } = await ledgerFromShare(target, site);
		const entry = writeEntry(state, signer, clock.now(), facts(state));
		const next = extended(state, entry);
		if (await publishEntry(target, entry)) return { state: next, files: files.set(entryFileName(entry), entry.bytes) };
		await beforeNextAttempt(attempt);
	}
	throw new TargetError('unreachable');
}

/** For building vaults before there is a session. Alarms show up again in its first cycle, with all that explains them. */
export function buildingContext(
	target: ShareTarget,
	ledger: LedgerState,
	device: ShareContext['device'],
	epochKeys: EpochKeys,
	{ clock, random }: { clock: Clock; random: Random },
): ShareContext {
	return { target, site: ledger.site, device, epochKeys, clock, random, ledger: () => ledger, alarm: () => {} };
}

/** Fills the given vaults from the share. Throws TargetError, ShareRefused (tampering), Cancelled. */
export async function fillVaults(
	folder: DataFolder,
	vaults: readonly Vault[],
	context: ShareContext,
	deps: VaultDeps,
	report: (step: string, done: number, total: number) => void,
	isCancelled: () => boolean,
): Promise<void> {
	for (const vault of vaults) {
		const path = folder.vaultPath(vault);
		const fileKey = await rebuildVault(
			vault,
			path,
			context,
			deps,
			(step, done, total) => report(`${vault}.${step}`, done, total),
			isCancelled,
		);
		const epoch = context.ledger().epochs.get(vault) ?? 1;
		writeKeyFile(
			folder.vaultKeyPath(vault),
			{ site: context.site, device: context.device.id, vault, what: 'file' },
			fileKey,
			epoch,
			context.epochKeys,
			deps.random,
		);
		wipe(fileKey);
		if (isCancelled()) throw new Cancelled();
	}
}

export class Cancelled extends Error {}
