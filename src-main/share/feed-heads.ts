import { VAULTS } from '#shared/features/members/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import type { Fact } from '../vaults/ledger-facts.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import type { Session } from '../vaults/session.ts';
import { feedFolder, parseSequenceName } from './layout.ts';
import type { ShareSync } from './sync.ts';
import type { ShareTarget } from './target.ts';

type Heads = Extract<Fact, { fact: 'device_removed' }>['heads'];

/**
 * Where a device's feeds end on the share now, so that everybody agrees what it wrote before it was removed; nothing
 * without a share. Names say enough, so this needs no vault's key. A feed is followed without a gap and without a fork
 * from what was verified here or from its first segment: a file far ahead, put there to keep a place for later, does not
 * count. Throws TargetError.
 */
export async function feedHeads(session: Session, sync: ShareSync, device: DeviceId): Promise<Heads> {
	if (!sync.hasShare()) return [];
	const { target, site } = sync.context();
	const heads: Heads = [];
	for (const name of VAULTS) {
		const vault = session.vault(name);
		const head = await followFeed(target, feedFolder(site, name, device), vault && verifiedHead(vault, device));
		if (head) heads.push([name, head.seq, head.hashStart]);
	}
	return heads;
}

interface Head {
	readonly seq: number;
	/** Its first 16 bytes. */
	readonly hashStart: Uint8Array;
}

async function followFeed(target: ShareTarget, folder: string, from: Head | undefined): Promise<Head | undefined> {
	const names = (await target.list(folder)).flatMap((name) => parseSequenceName(name) ?? []);
	const bySeq = Map.groupBy(names, ({ seq }) => seq);
	let head = from;
	for (;;) {
		const [next, ...others] = bySeq.get((head?.seq ?? 0) + 1) ?? [];
		if (!next || others.length > 0) return head;
		head = { seq: next.seq, hashStart: new Uint8Array(Buffer.from(next.hashStart, 'hex')) };
	}
}

function verifiedHead({ file }: OpenVault, device: DeviceId): Head | undefined {
	const row = file.prepare<[string], { seq: number; hash: Buffer }>('SELECT seq, hash FROM feed WHERE device = ?').get(device);
	return row && { seq: row.seq, hashStart: new Uint8Array(row.hash.subarray(0, 16)) };
}
