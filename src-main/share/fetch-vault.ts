import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import { syncFile, syncFolder } from '../platform/files.ts';
import { wipe } from '../vaults/crypto.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import { newFileKey, writeKeyFile } from '../vaults/key-files.ts';
import { openVault, type VaultDeps } from '../vaults/open-vault.ts';
import { filesOf } from '../vaults/rotate.ts';
import type { Session } from '../vaults/session.ts';
import type { ShareContext } from './context.ts';
import { rebuildVault } from './rebuild.ts';

/**
 * Brings a vault to a device that does not have it yet: somebody signs in who may read it, or has just been given its
 * key. It is built beside its place; cut off before the end, it is begun anew.
 */
export async function fetchVault(
	{ session, folder, vault }: { session: Session; folder: DataFolder; vault: Vault },
	context: ShareContext | null,
	deps: VaultDeps,
	isCancelled: () => boolean,
): Promise<void> {
	for (const file of filesOf(folder, vault)) rmSync(file, { force: true });
	const path = folder.vaultPath(vault);
	const building = `${path}.next`;
	const fileKey = context
		? await rebuildVault(vault, building, context, deps, () => {}, isCancelled)
		: createEmpty(vault, building, session, deps);
	try {
		if (isCancelled()) return;
		const epoch = session.ledger.epochs.get(vault) ?? 0;
		const place = { site: session.site, device: session.device.id, vault, what: 'file' } as const;
		writeKeyFile(`${folder.vaultKeyPath(vault)}.next`, place, fileKey, epoch, session.epochKeys, deps.random);
		syncFile(building);
		renameSync(building, path);
		// The key file must not get there before the file.
		syncFolder(dirname(path));
		renameSync(`${folder.vaultKeyPath(vault)}.next`, folder.vaultKeyPath(vault));
	} finally {
		wipe(fileKey);
	}
}

function createEmpty(vault: Vault, path: string, session: Session, deps: VaultDeps): Uint8Array {
	const fileKey = newFileKey(deps.random);
	openVault(vault, path, fileKey, session.device.id, deps, true).close();
	return fileKey;
}
