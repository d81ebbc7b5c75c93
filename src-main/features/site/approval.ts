import type { Clock } from '#shared/kernel/environment.ts';
import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { ledgerFromShare } from '../../share/exchange-ledger.ts';
import { type ShareTarget, TargetError } from '../../share/target.ts';
import { fingerprintOf } from '../../vaults/fingerprint.ts';
import { RECOVERY } from '../../vaults/ledger-facts.ts';
import type { ArrivalRefusal, Report } from './arrival.ts';
import { announce, Cancelled, type Signer } from './new-device.ts';
import type { LedgerWithFiles } from './own-entries.ts';

/** A device that asked to be let in, until an administrator has answered. */
export interface Waiting {
	readonly target: ShareTarget;
	readonly site: SiteId;
	readonly signer: Signer;
	readonly device: DeviceId;
	isCancelled(): boolean;
}

const LOOK_EVERY_MS = 1000;

/** Gives the ledger that approves it. Who cancels withdraws the request, as far as the share can be reached. */
export async function awaitApproval(
	waiting: Waiting,
	asked: LedgerWithFiles,
	report: Report,
	{ clock, wait }: { readonly clock: Clock; wait(ms: number): Promise<void> },
): Promise<Result<LedgerWithFiles, ArrivalRefusal>> {
	const { target, site, device, signer } = waiting;
	const fingerprint = fingerprintOf(site, device, asked.state.devices.get(device)?.signPublic ?? new Uint8Array());
	for (let newest = asked; ; newest = (await newestLedger(target, site)) ?? newest) {
		const { state } = newest;
		const known = state.devices.get(device);
		const left = signer.id === RECOVERY ? null : (state.members.get(signer.id)?.left ?? null);
		if (left !== null) return err({ kind: 'removed', what: 'member', at: left });
		if (!known || known.removed) return err({ kind: 'turned_away' });
		if (known.approvedAt !== null) return ok(newest);
		report({ step: 'approval', done: 0, total: 0, fingerprint });
		await wait(LOOK_EVERY_MS);
		if (waiting.isCancelled()) {
			await announce({ target, site }, signer, clock, () => [{ fact: 'device_removed', device, heads: [] }]);
			throw new Cancelled();
		}
	}
}

/** Null while the share does not answer: somebody may wait for an hour, and a network that is away for a moment ends nothing. */
async function newestLedger(target: ShareTarget, site: SiteId): Promise<LedgerWithFiles | null> {
	try {
		return await ledgerFromShare(target, site);
	} catch (error) {
		if (error instanceof TargetError && error.problem === 'unreachable') return null;
		throw error;
	}
}
