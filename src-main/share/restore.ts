import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';
import { wipe } from '../vaults/crypto.ts';
import { type OpenVault, openVault, type VaultDeps } from '../vaults/open-vault.ts';
import type { ShareContext } from './context.ts';
import { ShareRefused } from './problem.ts';
import { type RebuildProgress, rebuildVault } from './rebuild.ts';

/**
 * Builds a vault from the share alone beside the one in use, hands it to `work`, and removes it again: for restore drills
 * and for looking at another moment. It is encrypted under a key that is nowhere but in memory.
 */
export async function withScratchCopy<T>(
	vault: Vault,
	folder: string,
	context: ShareContext,
	deps: VaultDeps,
	{ onProgress, isCancelled }: { onProgress: RebuildProgress; isCancelled: () => boolean },
	work: (copy: OpenVault, passedOver: readonly string[]) => Promise<T>,
): Promise<T> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const quiet: VaultDeps = { ...deps, onCommit() {} };
	const passedOver: string[] = [];
	const broken: { problem: ShareProblem; file: string | null }[] = [];
	const watching: ShareContext = {
		...context,
		alarm(problem, _device, file) {
			// A damaged snapshot is passed over for an older one; a feed that cannot be read on leaves something out.
			if (file?.includes('/snapshots/')) passedOver.push(file);
			else broken.push({ problem, file });
		},
	};
	const path = join(folder, 'copy.db');
	try {
		const fileKey = await rebuildVault(vault, path, watching, quiet, onProgress, isCancelled);
		try {
			const [first] = broken;
			if (first) throw new ShareRefused(first.problem, first.file);
			const copy = openVault(vault, path, fileKey, context.device.id, quiet, false);
			try {
				return await work(copy, passedOver);
			} finally {
				copy.close();
			}
		} finally {
			wipe(fileKey);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
