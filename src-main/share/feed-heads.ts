import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import type { Fact } from '../vaults/ledger-facts.ts';
import type { Session } from '../vaults/session.ts';
import { readAcks } from './acks.ts';
import type { ShareContext } from './context.ts';
import { feedPosition, type Position, START } from './feed-position.ts';
import { type Floor, readFloor } from './floors.ts';
import { feedFolder, sequencesOf } from './layout.ts';
import type { ShareSync } from './sync.ts';

type Heads = Extract<Fact, { fact: 'device_removed' }>['heads'];

/**
 * Where a device's feeds end on the share now, so that everybody agrees what it wrote before it was removed; nothing
 * without a share. Names say enough, so this needs no vault's key. A feed is followed without a gap and without a fork
 * from what was verified here, from its floor or from its first segment: a file far ahead, put there to keep a place for
 * later, does not count. Throws TargetError.
 */
export async function feedHeads(session: Session, sync: ShareSync, device: DeviceId): Promise<Heads> {
	if (!sync.hasShare()) return [];
	const context = sync.context();
	const heads: Heads = [];
	for (const name of VAULTS) {
		const vault = session.vault(name);
		const head = await followFeed(context, name, device, vault ? feedPosition(vault.file, device) : START);
		if (head) heads.push([name, head.seq, head.hashStart]);
	}
	return heads;
}

async function followFeed(context: ShareContext, vault: Vault, device: DeviceId, from: Position) {
	const names = await context.target.list(feedFolder(context.site, vault, device));
	const bySeq = sequencesOf(names);
	const floor = await readFloor(context, vault, device, names);
	const start = floor && floor.seq > from.seq && (await isReadByOthers(context, vault, device, floor)) ? floor : from;
	let head = start.seq === 0 ? undefined : { seq: start.seq, hashStart: start.hash.slice(0, 16) };
	for (;;) {
		const [next, ...others] = bySeq.get((head?.seq ?? 0) + 1) ?? [];
		if (!next || others.length > 0) return head;
		head = { seq: next.seq, hashStart: new Uint8Array(Buffer.from(next.hashStart, 'hex')) };
	}
}

/** Whoever is about to be removed could say of the own feed that it begins far ahead. */
async function isReadByOthers(context: ShareContext, vault: Vault, device: DeviceId, floor: Floor): Promise<boolean> {
	const acks = await readAcks(vault, context);
	return acks.some((ack) => ack.device !== device && (ack.feeds.get(device)?.seq ?? 0) >= floor.seq);
}
