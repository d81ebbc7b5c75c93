import type { DeviceId } from '#shared/kernel/ids.ts';
import { DeviceId as DeviceIdSchema } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';
import { MAX_AHEAD_MS, timeOf } from '../records/hybrid-clock.ts';
import type { Change } from '../records/store.ts';
import { hash, toHex } from '../vaults/crypto.ts';
import { epochName } from '../vaults/ledger-state.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import type { ShareContext } from './context.ts';
import { feedFolder, feedsFolder, parseSequenceName, sequenceName } from './layout.ts';
import { readSegment } from './segments.ts';
import { TEMPORARY } from './target.ts';

/**
 * Other devices' feeds are read from where we stopped. Each feed stands for itself: a gap waits, and what is damaged,
 * forged, forked or rolled back raises an alarm that names device and file and stops that feed only (design 4).
 */
export interface PullOptions {
	/** When building a vault anew, the own feed is read like any other. */
	readonly includeOwn: boolean;
	onProgress?(applied: number): void;
	/** Checked between segments. */
	isCancelled?(): boolean;
}

/** Segments are applied together up to this many changes: one commit instead of many. */
const CHANGES_PER_COMMIT = 2000;

/** Gives how many changes were new here. Throws TargetError when the share fails in between. */
export async function pullVault(vault: OpenVault, context: ShareContext, options: PullOptions): Promise<number> {
	let applied = 0;
	for (const name of await context.target.list(feedsFolder(context.site, vault.name))) {
		const device = DeviceIdSchema.safeParse(name);
		const isOwn = device.success && device.data === context.device.id;
		const known = device.success && context.ledger().devices.get(device.data);
		// What it has to say is heard once somebody has approved it.
		if (known && known.approvedAt === null && known.removed === null) continue;
		if (device.success && known && (options.includeOwn || !isOwn)) {
			applied += await pullFeed(vault, device.data, context, {
				...options,
				onProgress: (count) => options.onProgress?.(applied + count),
			});
		} else if (!isOwn && !name.startsWith(TEMPORARY)) {
			context.alarm('tampered', null, `${feedsFolder(context.site, vault.name)}/${name}`);
		}
	}
	return applied;
}

interface Position {
	seq: number;
	hash: Uint8Array;
}

async function pullFeed(vault: OpenVault, device: DeviceId, context: ShareContext, options: PullOptions): Promise<number> {
	const folder = feedFolder(context.site, vault.name, device);
	const names = sequencesOf(await context.target.list(folder));
	const position = feedPosition(vault.file, device);
	if (!isStillThere(names, position)) {
		// A feed that is gone altogether was tidied away; one that ends earlier is an older copy.
		const problem = names.size === 0 ? 'files_missing' : 'rolled_back';
		context.alarm(problem, device, `${folder}/${sequenceName(position.seq, position.hash)}`);
		return 0;
	}
	let applied = 0;
	let batch: Change[] = [];
	const at: Position = { ...position };
	const removed = context.ledger().devices.get(device)?.removed;
	const last = removed ? (removed.heads.get(vault.name)?.seq ?? 0) : Number.POSITIVE_INFINITY;
	const flush = (): boolean => {
		if (at.seq === position.seq) return true;
		try {
			vault.store.applyRemote(batch, () => notePosition(vault.file, device, at, batch));
		} catch {
			// Signed, decrypted and well-formed, and yet not applicable: a broken writer. Its feed waits, nothing is half-applied.
			context.alarm('tampered', device, folder);
			return false;
		}
		applied += batch.length;
		position.seq = at.seq;
		batch = [];
		options.onProgress?.(applied);
		return true;
	};
	for (;;) {
		if (options.isCancelled?.()) break;
		const next = names.get(at.seq + 1);
		if (!next) break;
		const path = `${folder}/${next[0]}`;
		if (at.seq >= last) {
			// Written after its removal.
			context.alarm('removed_device', device, path);
			break;
		}
		if (next.length > 1) {
			context.alarm('tampered', device, path);
			break;
		}
		const read = await readNext(vault, device, context, path, at);
		if (!read) break;
		batch.push(...read.changes);
		at.seq += 1;
		at.hash = read.hash;
		if (batch.length >= CHANGES_PER_COMMIT && !flush()) return applied;
	}
	flush();
	return applied;
}

async function readNext(
	vault: OpenVault,
	device: DeviceId,
	context: ShareContext,
	path: string,
	at: Position,
): Promise<{ changes: Change[]; hash: Uint8Array } | null> {
	const bytes = await context.target.read(path);
	if (!bytes) return null;
	const named = parseSequenceName(path.slice(path.lastIndexOf('/') + 1));
	const devicePublic = context.ledger().devices.get(device)?.signPublic;
	const head = context.ledger().devices.get(device)?.removed?.heads.get(vault.name);
	const isOtherThanRemoved = head?.seq === at.seq + 1 && named?.hashStart !== toHex(head.hashStart);
	if (!named || !devicePublic || isOtherThanRemoved || !toHex(hash(bytes)).startsWith(named.hashStart)) {
		context.alarm('tampered', device, path);
		return null;
	}
	const place = { site: context.site, vault: vault.name, device, seq: at.seq + 1, prev: at.hash };
	const segment = readSegment(bytes, place, devicePublic, (epoch) => context.epochKeys.get(epochName(vault.name, epoch)));
	if (!segment.ok) {
		// A key that has not been granted to us yet is waited for; everything else is somebody's doing.
		if (segment.error !== 'no_key') context.alarm(segment.error === 'newer' ? 'newer' : 'tampered', device, path);
		return null;
	}
	const horizon = context.clock.now() + MAX_AHEAD_MS;
	if (segment.value.changes.some((change) => timeOf(change.hlc) > horizon)) {
		context.alarm('clock', device, path);
		return null;
	}
	return segment.value;
}

/** Names by sequence number; more than one for a number is a fork. Names of other shapes are passed over. */
function sequencesOf(names: readonly string[]): Map<number, string[]> {
	const found = new Map<number, string[]>();
	for (const name of names) {
		const parsed = parseSequenceName(name);
		if (parsed) found.set(parsed.seq, [...(found.get(parsed.seq) ?? []), name]);
	}
	return found;
}

function isStillThere(names: ReadonlyMap<number, string[]>, position: Position): boolean {
	if (position.seq === 0) return true;
	return names.get(position.seq)?.includes(sequenceName(position.seq, position.hash)) ?? false;
}

function feedPosition(file: SqliteFile, device: DeviceId): Position {
	const row = file.prepare<[string], { seq: number; hash: Buffer }>('SELECT seq, hash FROM feed WHERE device = ?').get(device);
	return row ? { seq: row.seq, hash: new Uint8Array(row.hash) } : { seq: 0, hash: new Uint8Array(32) };
}

function notePosition(file: SqliteFile, device: DeviceId, { seq, hash: head }: Position, changes: readonly Change[]): void {
	const latest = changes.reduce((latest, change) => Math.max(latest, timeOf(change.hlc)), 0);
	file
		.prepare(
			`INSERT INTO feed (device, seq, hash, last_change_at) VALUES (?, ?, ?, ?)
			 ON CONFLICT (device) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, last_change_at = max(last_change_at, excluded.last_change_at)`,
		)
		.run(device, seq, head, latest);
}
