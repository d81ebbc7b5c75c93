import { ledgerFolder } from '../../share/layout.ts';
import type { ShareTarget } from '../../share/target.ts';
import { equalBytes, hash } from '../../vaults/crypto.ts';
import { entryFileName, readLedger } from '../../vaults/ledger.ts';
import type { LedgerState } from '../../vaults/ledger-state.ts';

/** A ledger and its files by name, in order. */
export interface LedgerWithFiles {
	readonly state: LedgerState;
	readonly files: Map<string, Uint8Array>;
}

/**
 * The share's ledger, or this device's own when that goes on where the share's ends: entries made here while the share
 * was away (a changed passphrase, say) must survive a repair.
 */
export function withOwnEntries(share: LedgerWithFiles, own: readonly Uint8Array[]): LedgerWithFiles {
	const known = [...share.files.values()];
	const continues = own.length > known.length && known.every((bytes, at) => equalBytes(bytes, own[at] ?? new Uint8Array()));
	const read = continues ? readLedger(own) : null;
	if (!read?.ok || read.value.site !== share.state.site) return share;
	const files = own.map((bytes, at): [string, Uint8Array] => [
		entryFileName({ header: { seq: at + 1 }, hash: hash(bytes) }),
		bytes,
	]);
	return { state: read.value, files: new Map(files) };
}

/** Brings them to the share, so that what is written there next stands on something. */
export async function publishOwnEntries(
	target: ShareTarget,
	{ state, files }: LedgerWithFiles,
	share: LedgerWithFiles,
): Promise<void> {
	for (const [name, bytes] of files) {
		if (!share.files.has(name)) await target.writeNew(`${ledgerFolder(state.site)}/${name}`, bytes);
	}
}
