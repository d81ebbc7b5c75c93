import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { openEncrypted, removeDatabase, type SqliteFile } from '../database/open.ts';
import { workOnFile } from '../database/work-on-file.ts';
import type { Change } from '../records/store.ts';
import { wipe } from '../vaults/crypto.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { applyInSlices } from './apply-in-slices.ts';
import type { ShareContext } from './context.ts';
import { feedPosition, notePosition } from './feed-position.ts';
import type { Floor } from './floors.ts';
import { snapshotsFolder } from './layout.ts';
import { fetchSnapshot, type Manifest, readManifest, snapshotNames } from './snapshots.ts';
import type { WorkStep } from './work-in-sight.ts';

/**
 * A device that was away for so long that its part of a feed has been compacted away gets the missing changes from a
 * snapshot. A snapshot holds every change there was, so it is merged like a feed: what is known is passed over, and what
 * this device wrote itself and has not sent yet stays as it is and leaves later.
 */
export interface Gap {
	readonly device: DeviceId;
	/** Where the feed begins now. */
	readonly floor: Floor;
}

interface CatchUpOptions {
	readonly includeOwn: boolean;
	onProgress?(applied: number): void;
	onStep?(step: WorkStep): void;
	isCancelled?(): boolean;
	between?(): Promise<void>;
}

const CHANGES_PER_TURN = 4000;

/** Snapshots that were found to hold nothing new of such feeds. */
const lookedAt = new WeakMap<OpenVault, Set<string>>();

/**
 * Feeds that a refilled share does not have, because their device is gone or has not come back yet, and that a snapshot
 * contains further than they were read here: somebody else had read more of them.
 */
export async function gapsOfLostFeeds(vault: OpenVault, context: ShareContext, onShare: ReadonlySet<string>): Promise<Gap[]> {
	const looked = lookedAt.get(vault) ?? new Set();
	lookedAt.set(vault, looked);
	const gaps = new Map<DeviceId, Gap>();
	for (const name of await snapshotNames(vault.name, context)) {
		if (looked.has(name)) continue;
		const read = await readManifest(vault.name, name, context);
		if (!read.ok) continue;
		wipe(read.value.fileKey);
		const lost = read.value.manifest.feeds.filter(([device, seq]) => {
			const known = context.ledger().devices.get(device);
			const last = known?.removed ? (known.removed.heads.get(vault.name)?.seq ?? 0) : Number.POSITIVE_INFINITY;
			const counts = known !== undefined && known.approvedAt !== null && device !== context.device.id && seq <= last;
			return counts && !onShare.has(device) && seq > feedPosition(vault.file, device).seq;
		});
		if (lost.length === 0) looked.add(name);
		for (const [device, seq, hash] of lost) {
			const path = `${snapshotsFolder(context.site, vault.name)}/${name}`;
			if (seq > (gaps.get(device)?.floor.seq ?? 0)) gaps.set(device, { device, floor: { seq, hash, path } });
		}
	}
	return [...gaps.values()];
}

/** Gives how many changes were looked through. A gap that no snapshot closes is an alarm: the share was tidied. */
export async function catchUp(
	vault: OpenVault,
	context: ShareContext,
	gaps: readonly Gap[],
	options: CatchUpOptions,
): Promise<number> {
	const open = new Map(gaps.map((gap) => [gap.device, gap]));
	let applied = 0;
	let isUnreadable = false;
	for (const name of await snapshotNames(vault.name, context)) {
		const read = await readManifest(vault.name, name, context);
		if (!read.ok) {
			if (read.error === 'no_key' || read.error === 'newer') isUnreadable = true;
			continue;
		}
		wipe(read.value.fileKey);
		const closed = [...open.values()].filter((gap) => closes(read.value.manifest, gap));
		if (closed.length === 0) continue;
		const merged = await fetchAndMerge(vault, context, name, {
			...options,
			onProgress: (count) => options.onProgress?.(applied + count),
		});
		if (options.isCancelled?.()) return applied + (merged ?? 0);
		if (merged === null) continue;
		applied += merged;
		for (const { device } of closed) open.delete(device);
		if (open.size === 0) return applied;
	}
	if (!isUnreadable) for (const { device, floor } of open.values()) context.alarm('rolled_back', device, floor.path);
	return applied;
}

async function fetchAndMerge(
	vault: OpenVault,
	context: ShareContext,
	name: string,
	options: CatchUpOptions,
): Promise<number | null> {
	const scratch = `${vault.file.name}.catch-up`;
	try {
		const fetched = await fetchSnapshot(vault.name, name, context, scratch, (done, total) => {
			if (options.isCancelled?.()) throw new Cancelled();
			options.onStep?.({ what: 'snapshot', device: null, done, total });
		});
		if (!fetched.ok) return null;
		const { fileKey, manifest } = fetched.value;
		const isWhole = (await workOnFile({ what: 'check', path: scratch, key: fileKey })) !== null;
		const copy = isWhole ? openEncrypted(scratch, fileKey) : null;
		wipe(fileKey);
		if (!copy) return null;
		try {
			return await mergeSnapshot(vault, context, copy, manifest, options);
		} finally {
			copy.close();
		}
	} catch (error) {
		if (error instanceof Cancelled) return null;
		throw error;
	} finally {
		removeDatabase(scratch);
	}
}

class Cancelled extends Error {}

function closes({ feeds }: Manifest, { device, floor }: Gap): boolean {
	return feeds.some(([feed, seq]) => feed === device && seq >= floor.seq);
}

/** Null when the copy cannot be used after all. */
async function mergeSnapshot(
	vault: OpenVault,
	context: ShareContext,
	copy: SqliteFile,
	manifest: Manifest,
	options: CatchUpOptions,
): Promise<number | null> {
	let applied = 0;
	let last = 0;
	const total = copy.prepare('SELECT count(*) FROM change').pluck().get() as number;
	for (;;) {
		const { changes, position } = changesAfter(copy, last);
		if (options.isCancelled?.()) return applied;
		if (changes.length === 0) break;
		await applyInSlices(
			vault,
			changes,
			() => {},
			(count) => {
				applied += count;
				options.onProgress?.(applied);
			},
		);
		last = position;
		options.onStep?.({ what: 'changes', device: null, done: applied, total });
		await options.between?.();
	}
	vault.file.transaction(() => {
		for (const [device, seq, hash] of manifest.feeds) {
			if (device === context.device.id && !options.includeOwn) continue;
			if (seq > feedPosition(vault.file, device).seq) notePosition(vault.file, device, { seq, hash }, manifest.takenAt);
		}
	})();
	return applied;
}

function changesAfter(copy: SqliteFile, after: number): { changes: Change[]; position: number } {
	const rows = copy
		.prepare<
			[number, number],
			{
				position: number;
				device: DeviceId;
				hlc: string;
				member: MemberId;
				table_name: string;
				record_id: string;
				kind: Change['kind'];
				payload: Buffer;
			}
		>(
			'SELECT position, device, hlc, member, table_name, record_id, kind, payload FROM change WHERE position > ? ORDER BY position LIMIT ?',
		)
		.all(after, CHANGES_PER_TURN);
	const changes = rows.map(
		({ device, hlc, member, kind, payload, ...row }): Change => ({
			device,
			hlc,
			member,
			kind,
			tableName: row.table_name,
			recordId: row.record_id,
			payload: new Uint8Array(payload),
		}),
	);
	return { changes, position: rows.at(-1)?.position ?? after };
}
