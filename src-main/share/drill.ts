import type { Vault } from '#shared/features/members/model.ts';
import type { DrilledVault, DrillProblem } from '#shared/features/share/care-model.ts';
import type { OpenVault, VaultDeps } from '../vaults/open-vault.ts';
import { compareVaults, feedPositions } from './compare.ts';
import type { ShareContext } from './context.ts';
import { blobsFolder } from './layout.ts';
import { ShareRefused } from './problem.ts';
import { withScratchCopy } from './restore.ts';

/**
 * A restore drill (Wiederherstellungs-Probe): a vault is built from the share as on an empty PC, beside the one in use,
 * compared with it table by table, and thrown away. A backup that was never restored is a hope.
 */
export interface DrillWork {
	readonly vault: OpenVault;
	readonly folder: string;
	/** Names of the contents that its records need. */
	readonly blobs: readonly string[];
	report(step: string, done: number, total: number): void;
	isCancelled(): boolean;
}

/** Throws TargetError when the share fails; what is wrong with its contents is the result. */
export async function drillVault(
	{ vault, folder, blobs, report, isCancelled }: DrillWork,
	context: ShareContext,
	deps: VaultDeps,
): Promise<DrilledVault> {
	const own = context.device.id;
	const before = feedPositions(vault, own);
	const { name } = vault;
	const onProgress = (step: 'snapshot' | 'changes', done: number, total: number) =>
		report(`${name}.${step === 'snapshot' ? 'restore' : 'feeds'}`, done, total);
	const missing = await missingBlobs(name, blobs, context);
	const result = (rows: number, problem: DrillProblem | null): DrilledVault => ({
		vault: name,
		rows,
		blobs: blobs.length - missing,
		problem: problem ?? (missing > 0 ? 'blobs' : null),
	});
	try {
		return await withScratchCopy(name, folder, context, deps, { onProgress, isCancelled }, async (copy, passedOver) => {
			const there = feedPositions(copy, own);
			if (!isCancelled() && Object.entries(before).some(([device, seq]) => (there[device] ?? 0) < seq))
				return result(0, 'missing_changes');
			const compared = await compareVaults(copy, vault, own, deps.kinds, {
				onRows: (rows) => report(`${name}.compare`, rows, 0),
				isCancelled,
			});
			if (compared.different !== null) return result(compared.rows, 'different');
			return result(compared.rows, passedOver.length > 0 ? 'snapshot' : null);
		});
	} catch (error) {
		if (error instanceof ShareRefused) return result(0, 'unreadable');
		throw error;
	}
}

async function missingBlobs(vault: Vault, blobs: readonly string[], context: ShareContext): Promise<number> {
	if (blobs.length === 0) return 0;
	const there = new Set(await context.target.list(blobsFolder(context.site, vault)));
	return blobs.filter((name) => !there.has(name)).length;
}
