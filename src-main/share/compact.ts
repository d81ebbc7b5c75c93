import type { Vault } from '#shared/features/members/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';
import { timeOf } from '../records/hybrid-clock.ts';
import { toHex, wipe } from '../vaults/crypto.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { type Ack, compareWithBefore, lowest, readAcks } from './acks.ts';
import type { ShareContext } from './context.ts';
import { feedPosition, type Position, START } from './feed-position.ts';
import { type Floor, readFloor, writeFloor } from './floors.ts';
import { feedFolder, floorsOf, parseSnapshotName, sequencesOf } from './layout.ts';
import { publishedHead } from './publish.ts';
import { type Manifest, readManifest, snapshotNames } from './snapshots.ts';

/**
 * Compaction: segments leave the share when a verified snapshot holds them that is older than the time for which any
 * moment can be restored, and when every device that still counts has read them. Each device sees to its own feed, and
 * to those of devices that were removed. First a signed floor says where the feed begins from now on; then the segments
 * go. Cut off in between, it goes on next time. Whoever comes too late catches up from a snapshot.
 */
const DAY_MS = 24 * 60 * 60 * 1000;
/** As of any moment of this time a vault can be restored: snapshots that old are needed, and every segment since. */
export const SEGMENTS_KEPT_MS = 35 * DAY_MS;
/** A device that has said nothing for so long is not waited for. */
const SILENT_MS = 90 * DAY_MS;

/** Gives how many segments left. `isGood` really opens a snapshot, or knows that it has. Throws TargetError. */
export async function compactVault(
	vault: OpenVault,
	context: ShareContext,
	isGood: (name: string) => Promise<boolean>,
): Promise<number> {
	const feeds = [context.device.id, ...removedDevices(vault.name, context)];
	const base = await baseSnapshot(vault.name, context, isGood);
	const said = await readAcks(vault.name, context);
	await compareWithBefore(vault, said, context, context.clock.now() - SILENT_MS);
	const acks = said.filter((ack) => isWaitedFor(ack, context));
	let removed = 0;
	for (const feed of feeds) removed += await compactFeed(vault, feed, context, base, acks);
	return removed;
}

/** Of removed devices any approved one sees to it. */
function removedDevices(vault: Vault, context: ShareContext): DeviceId[] {
	const devices = [...context.ledger().devices];
	return devices.filter(([, { removed }]) => removed?.heads.has(vault)).map(([device]) => device);
}

export function isWaitedFor(ack: Ack, { ledger, clock }: ShareContext): boolean {
	const device = ledger().devices.get(ack.device);
	const counts = device !== undefined && device.approvedAt !== null && device.removed === null;
	return counts && ack.at > clock.now() - SILENT_MS;
}

/** The newest good one that is older than the time of which every moment is kept. */
async function baseSnapshot(
	vault: Vault,
	context: ShareContext,
	isGood: (name: string) => Promise<boolean>,
): Promise<Manifest | null> {
	for (const name of await snapshotNames(vault, context)) {
		const takenAt = parseSnapshotName(name)?.takenAt ?? Number.POSITIVE_INFINITY;
		if (takenAt > context.clock.now() - SEGMENTS_KEPT_MS) continue;
		const read = await readManifest(vault, name, context);
		if (!read.ok) continue;
		wipe(read.value.fileKey);
		if (await isGood(name)) return read.value.manifest;
	}
	return null;
}

async function compactFeed(
	vault: OpenVault,
	feed: DeviceId,
	context: ShareContext,
	base: Manifest | null,
	acks: readonly Ack[],
): Promise<number> {
	const folder = feedFolder(context.site, vault.name, feed);
	const names = await context.target.list(folder);
	const before = await readFloor(context, vault.name, feed, names);
	const wanted = base && wantedFloor(vault, feed, context, base, acks);
	const isHigher = wanted && wanted.seq > (before?.seq ?? 0) && isOnShare(names, wanted);
	const floor = isHigher ? await raise(vault, feed, context, wanted) : before;
	if (!floor) return 0;
	const old = [...sequencesOf(names).values()].flat().filter(({ seq }) => seq <= floor.seq);
	for (const { listed } of old) await context.target.remove(`${folder}/${listed}`);
	for (const { seq, listed } of floorsOf(names)) {
		if (seq < floor.seq) await context.target.remove(`${folder}/${listed}`);
	}
	return old.length;
}

function wantedFloor(
	vault: OpenVault,
	feed: DeviceId,
	context: ShareContext,
	base: Manifest,
	acks: readonly Ack[],
): Position | null {
	const isOwn = feed === context.device.id;
	const inBase = base.feeds.find(([device]) => device === feed);
	const ours = isOwn ? publishedHead(vault.file) : feedPosition(vault.file, feed);
	if (!inBase || !ours) return null;
	const read = acks.filter(({ device }) => device !== feed).map(({ feeds }) => feeds.get(feed) ?? START);
	const floor = lowest([{ seq: inBase[1], hash: inBase[2] }, { seq: ours.seq, hash: new Uint8Array(ours.hash) }, ...read]);
	if (!floor || floor.seq === 0) return null;
	// The snapshot's clock may have been wrong; for the own feed we know better.
	return isOwn && floor.seq >= firstOfKeptTime(vault.file, context) ? null : floor;
}

/** The first own segment with a change of the time that is kept. */
function firstOfKeptTime(file: SqliteFile, { clock, device }: ShareContext): number {
	const since = clock.now() - SEGMENTS_KEPT_MS;
	const rows = file.prepare<[string], { segment: number; hlc: string }>(
		'SELECT segment, max(hlc) AS hlc FROM change WHERE device = ? AND segment > 0 GROUP BY segment ORDER BY segment',
	);
	for (const { segment, hlc } of rows.all(device.id)) if (timeOf(hlc) > since) return segment;
	return Number.POSITIVE_INFINITY;
}

function isOnShare(names: readonly string[], { seq, hash }: Position): boolean {
	const files = sequencesOf(names).get(seq) ?? [];
	return files.length === 1 && toHex(hash).startsWith(files[0]?.hashStart ?? '-');
}

/** Says where a feed begins from now on, and keeps nothing of the own one that lies below. */
export async function raise(vault: OpenVault, feed: DeviceId, context: ShareContext, position: Position): Promise<Floor> {
	const { path, bytes } = writeFloor(context, vault.name, feed, position);
	await context.target.writeNew(path, bytes);
	if (feed === context.device.id) {
		// Sent segments are kept here to be given again; those that were let go are not. The head stays for chaining.
		vault.file
			.prepare('DELETE FROM outgoing WHERE sent AND seq <= ? AND seq < (SELECT max(seq) FROM outgoing)')
			.run(position.seq);
		vault.settings.set('floor', JSON.stringify({ seq: position.seq, path, bytes: Buffer.from(bytes).toString('base64') }));
	}
	return { ...position, path };
}
