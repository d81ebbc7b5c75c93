import { z } from 'zod';
import { Vault } from '#shared/features/members/model.ts';
import { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { toHex } from '../vaults/crypto.ts';
import { type Envelope, readEnvelope, writeEnvelope } from '../vaults/envelope.ts';
import { isOfNewerVersion } from '../vaults/ledger-facts.ts';
import type { ShareContext } from './context.ts';
import type { Position } from './feed-position.ts';
import { feedFolder, floorName, floorsOf } from './layout.ts';
import { readNamed } from './read-named.ts';

/**
 * Where a feed begins since its older segments were compacted away. Signed, so that it can be told from a share that
 * was tidied or put back: the feed's own device says it, or, when that was removed, any approved one.
 */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const FloorHeader = z.strictObject({
	type: z.literal('floor'),
	v: z.literal(1),
	site: SiteId,
	vault: Vault,
	device: DeviceId,
	/** The last segment that is gone, and its hash. */
	seq: z.int().min(1),
	hash: bytes,
	by: DeviceId,
	at: z.number(),
});

export interface Floor extends Position {
	/** Below the share. */
	readonly path: string;
}

export function writeFloor(
	context: ShareContext,
	vault: Vault,
	device: DeviceId,
	{ seq, hash }: Position,
): { path: string; bytes: Uint8Array } {
	const place = { site: context.site, vault, device, seq, hash };
	const header = { type: 'floor', v: 1, ...place, by: context.device.id, at: context.clock.now() };
	const file = writeEnvelope(header, () => new Uint8Array(), context.device.keys.secretKey);
	return { path: `${feedFolder(context.site, vault, device)}/${floorName(seq, file.hash)}`, bytes: file.bytes };
}

/**
 * The highest one that counts, of those in the feed's folder. One that was forged, or says more than it may, is an alarm
 * that names feed and file, and the feed is judged as if it were not there.
 */
export async function readFloor(
	context: ShareContext,
	vault: Vault,
	device: DeviceId,
	names: readonly string[],
): Promise<Floor | null> {
	const folder = feedFolder(context.site, vault, device);
	for (const file of floorsOf(names)) {
		const read = await readNamed(context.target, folder, file);
		// Replaced by a higher one since the folder was listed.
		if (read === null) continue;
		const path = `${folder}/${file.listed}`;
		const envelope = read === 'damaged' ? null : readEnvelope(read);
		const position = envelope?.ok ? verified(context, vault, device, envelope.value) : null;
		if (position?.seq === file.seq) return { ...position, path };
		const signPublic = context.ledger().devices.get(device)?.signPublic;
		const isNewer = envelope?.ok && signPublic && isOfNewerVersion(envelope.value, signPublic);
		context.alarm(isNewer ? 'newer' : 'tampered', device, path);
	}
	return null;
}

function verified(context: ShareContext, vault: Vault, device: DeviceId, envelope: Envelope): Position | null {
	const header = FloorHeader.safeParse(envelope.header);
	if (!header.success || envelope.body.length > 0) return null;
	const { site, vault: inVault, device: ofDevice, seq, hash, by, at } = header.data;
	if (site !== context.site || inVault !== vault || ofDevice !== device) return null;
	const feed = context.ledger().devices.get(device);
	const signer = context.ledger().devices.get(by);
	if (!feed || !signer || signer.approvedAt === null || !envelope.isSignedBy(signer.signPublic)) return null;
	if (by !== device && (!feed.removed || (signer.removed !== null && at > signer.removed.at))) return null;
	if (!feed.removed) return { seq, hash };
	// Of a removed device nothing counts beyond where its feed was said to end.
	const head = feed.removed.heads.get(vault);
	if (!head || seq > head.seq) return null;
	return seq === head.seq && !toHex(hash).startsWith(toHex(head.hashStart)) ? null : { seq, hash };
}
