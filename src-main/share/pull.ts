import { DeviceId } from '#shared/kernel/ids.ts';
import { MAX_AHEAD_MS, timeOf } from '../records/hybrid-clock.ts';
import type { Change } from '../records/store.ts';
import { equalBytes, toHex } from '../vaults/crypto.ts';
import { epochName } from '../vaults/ledger-state.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { applyInSlices } from './apply-in-slices.ts';
import { catchUp, type Gap, gapsOfLostFeeds } from './catch-up.ts';
import type { ShareContext } from './context.ts';
import { feedPosition, feedPositions, notePosition, type Position } from './feed-position.ts';
import { type Floor, readFloor } from './floors.ts';
import { feedFolder, feedsFolder, floorsOf, type SequenceFile, sequenceName, sequencesOf } from './layout.ts';
import { readNamed } from './read-named.ts';
import { refillMemory } from './refill.ts';
import { readSegment } from './segments.ts';
import { TEMPORARY } from './target.ts';
import type { WorkStep } from './work-in-sight.ts';

/**
 * Other devices' feeds are read from where we stopped. Each feed stands for itself: a gap waits, and what is damaged,
 * forged, forked or rolled back raises an alarm that names device and file and stops that feed only (design 4). What was
 * compacted away before we got to it, comes from a snapshot.
 */
export interface PullOptions {
	/** When building a vault anew, the own feed is read like any other. */
	readonly includeOwn: boolean;
	onProgress?(applied: number): void;
	onStep?(step: WorkStep): void;
	/** Checked between segments. */
	isCancelled?(): boolean;
	/** Called now and then while there is much to apply: what waits here must not wait for all of it. */
	between?(): Promise<void>;
	/** Paths of floors that were looked at and count: each is read once. Left out, all are looked at. */
	readonly checkedFloors?: Set<string>;
}

/** Whoever has much to catch up with reads so much at once: what belongs to one record is then merged in one go. */
const CHANGES_PER_TURN = 4000;

/** Gives how many changes were new here. Throws TargetError when the share fails in between. */
export async function pullVault(vault: OpenVault, here: ShareContext, options: PullOptions): Promise<number> {
	const context = sayingOnce(here);
	let applied = 0;
	const onward = () => ({ ...options, onProgress: (count: number) => options.onProgress?.(applied + count) });
	const gaps: Gap[] = [];
	const feeds = await context.target.list(feedsFolder(context.site, vault.name));
	const isRefilled = refillMemory(vault.settings).any();
	// A feed that was read before and is gone with its folder is missed, unless its device has yet to give it again.
	const read = isRefilled ? [] : feedPositions(vault.file).map(([device]) => device);
	for (const name of new Set([...feeds, ...read])) {
		const device = DeviceId.safeParse(name);
		const isOwn = device.success && device.data === context.device.id;
		const known = device.success && context.ledger().devices.get(device.data);
		// What it has to say is heard once somebody has approved it.
		if (known && known.approvedAt === null && known.removed === null) continue;
		if (device.success && known && (options.includeOwn || !isOwn)) {
			applied += await pullFeed(vault, device.data, context, onward(), gaps);
		} else if (!isOwn && !name.startsWith(TEMPORARY)) {
			context.alarm('tampered', null, `${feedsFolder(context.site, vault.name)}/${name}`);
		}
	}
	const lost = isRefilled ? await gapsOfLostFeeds(vault, context, new Set(feeds)) : [];
	if (gaps.length + lost.length === 0) return applied;
	applied += await catchUp(vault, context, [...gaps, ...lost], onward());
	for (const { device } of gaps) applied += await pullFeed(vault, device, context, onward(), []);
	return applied;
}

/** A floor may be looked at for several reasons. */
function sayingOnce(context: ShareContext): ShareContext {
	const said = new Set<string>();
	return {
		...context,
		alarm(problem, device, file) {
			const text = JSON.stringify([problem, device, file]);
			if (!said.has(text)) context.alarm(problem, device, file);
			said.add(text);
		},
	};
}

/** What was compacted away before it was read here is added to `gaps`. */
async function pullFeed(
	vault: OpenVault,
	device: DeviceId,
	context: ShareContext,
	options: PullOptions,
	gaps: Gap[],
): Promise<number> {
	const folder = feedFolder(context.site, vault.name, device);
	const names = await context.target.list(folder);
	const files = sequencesOf(names);
	await checkFloors(vault, device, context, names, options.checkedFloors ?? new Set());
	let position = feedPosition(vault.file, device);
	const start = await whereItGoesOn(vault, device, context, names, position);
	if (start === 'stopped') return 0;
	if (start) {
		gaps.push({ device, floor: start });
		return 0;
	}
	let applied = 0;
	let batch: Change[] = [];
	let at = position;
	const removed = context.ledger().devices.get(device)?.removed;
	const last = removed ? (removed.heads.get(vault.name)?.seq ?? 0) : Number.POSITIVE_INFINITY;
	const flush = async (): Promise<boolean> => {
		if (at.seq === position.seq) return true;
		const latest = batch.reduce((latest, change) => Math.max(latest, timeOf(change.hlc)), 0);
		try {
			await applyInSlices(
				vault,
				batch,
				() => notePosition(vault.file, device, at, latest),
				(count) => {
					applied += count;
					options.onProgress?.(applied);
				},
			);
		} catch (error) {
			if (!vault.file.open) throw error;
			// Signed, decrypted and well-formed, and yet not applicable: a broken writer. Its feed waits.
			context.alarm('tampered', device, folder);
			return false;
		}
		position = at;
		batch = [];
		return true;
	};
	const [before, total] = [position.seq, [...files.keys()].filter((seq) => seq > position.seq).length];
	for (;;) {
		if (options.isCancelled?.()) break;
		const [next, ...others] = files.get(at.seq + 1) ?? [];
		if (!next) break;
		const path = `${folder}/${next.listed}`;
		if (at.seq >= last) {
			// Written after its removal.
			context.alarm('removed_device', device, path);
			break;
		}
		if (others.length > 0) {
			context.alarm('tampered', device, path);
			break;
		}
		const read = await readNext(vault, device, context, folder, next, at);
		if (!read) break;
		batch.push(...read.changes);
		at = { seq: at.seq + 1, hash: read.hash };
		options.onStep?.({ what: 'feed', device, done: at.seq - before, total });
		if (batch.length < CHANGES_PER_TURN) continue;
		if (!(await flush())) return applied;
		await options.between?.();
	}
	if (!options.isCancelled?.()) await flush();
	return applied;
}

/** Whoever has read the feed needs none of them, and is to notice all the same that somebody has put one there. */
async function checkFloors(
	vault: OpenVault,
	device: DeviceId,
	context: ShareContext,
	names: readonly string[],
	checked: Set<string>,
): Promise<void> {
	const folder = feedFolder(context.site, vault.name, device);
	for (const { listed } of floorsOf(names)) {
		const path = `${folder}/${listed}`;
		if (!checked.has(path) && (await readFloor(context, vault.name, device, [listed]))) checked.add(path);
	}
}

/**
 * Null when the feed can be read on from `position`. A floor when it begins only after that: the rest comes from a
 * snapshot. Otherwise the feed has gone back, which is an alarm, or its listing is old, and it waits.
 */
async function whereItGoesOn(
	vault: OpenVault,
	device: DeviceId,
	context: ShareContext,
	names: readonly string[],
	position: Position,
): Promise<Floor | 'stopped' | null> {
	const files = sequencesOf(names);
	const isListed =
		position.seq === 0 || files.get(position.seq)?.some(({ hashStart }) => toHex(position.hash).startsWith(hashStart)) === true;
	const hasNext = files.has(position.seq + 1);
	const [highest] = floorsOf(names);
	if (isListed && (hasNext || !highest || highest.seq <= position.seq)) return null;
	const folder = feedFolder(context.site, vault.name, device);
	const floor = highest ? await readFloor(context, vault.name, device, names) : null;
	if (floor && floor.seq > position.seq) return hasNext ? null : floor;
	if (floor && floor.seq === position.seq && equalBytes(floor.hash, position.hash)) return null;
	if (isListed) return null;
	// A folder that looked empty is looked at once more: what was compacted away cannot be asked for by its name.
	if (names.length === 0 && (await context.target.list(folder)).length > 0) return 'stopped';
	const path = `${folder}/${sequenceName(position.seq, position.hash)}`;
	// Some servers go on giving a listing that they remember: then the file itself is there.
	if (floor?.seq === position.seq || (await context.target.read(path)) === null) {
		// A feed that is gone altogether was tidied away; one that ends earlier is an older copy.
		context.alarm(names.length === 0 ? 'files_missing' : 'rolled_back', device, path);
	}
	return 'stopped';
}

async function readNext(
	vault: OpenVault,
	device: DeviceId,
	context: ShareContext,
	folder: string,
	file: SequenceFile,
	at: Position,
): Promise<{ changes: Change[]; hash: Uint8Array } | null> {
	const bytes = await readNamed(context.target, folder, file);
	if (!bytes) return null;
	const path = `${folder}/${file.listed}`;
	const devicePublic = context.ledger().devices.get(device)?.signPublic;
	const head = context.ledger().devices.get(device)?.removed?.heads.get(vault.name);
	const isOtherThanRemoved = head?.seq === file.seq && file.hashStart !== toHex(head.hashStart);
	if (bytes === 'damaged' || !devicePublic || isOtherThanRemoved) {
		context.alarm('tampered', device, path);
		return null;
	}
	const place = { site: context.site, vault: vault.name, device, seq: file.seq, prev: at.hash };
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
