import { setImmediate as breathe } from 'node:timers/promises';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { isIntact, openEncrypted, removeDatabase, type SqliteFile } from '../database/open.ts';
import type { Change } from '../records/store.ts';
import { wipe } from '../vaults/crypto.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import type { ShareContext } from './context.ts';
import { feedPosition, notePosition } from './feed-position.ts';
import type { Floor } from './floors.ts';
import { fetchSnapshot, type Manifest, readManifest, snapshotNames } from './snapshots.ts';

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
	isCancelled?(): boolean;
}

const CHANGES_PER_COMMIT = 1000;

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
		if (merged === null) continue;
		applied += merged;
		for (const { device } of closed) open.delete(device);
		if (open.size === 0 || options.isCancelled?.()) return applied;
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
		const fetched = await fetchSnapshot(vault.name, name, context, scratch, () => {});
		if (!fetched.ok) return null;
		const copy = openCopy(scratch, fetched.value.fileKey);
		wipe(fetched.value.fileKey);
		if (!copy) return null;
		try {
			return await mergeSnapshot(vault, context, copy, fetched.value.manifest, options);
		} finally {
			copy.close();
		}
	} finally {
		removeDatabase(scratch);
	}
}

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
	for (;;) {
		const { changes, position } = changesAfter(copy, last);
		if (options.isCancelled?.()) return applied;
		if (changes.length === 0) break;
		vault.store.applyRemote(changes, () => {});
		applied += changes.length;
		last = position;
		options.onProgress?.(applied);
		await breathe();
	}
	vault.file.transaction(() => {
		for (const [device, seq, hash] of manifest.feeds) {
			if (device === context.device.id && !options.includeOwn) continue;
			if (seq > feedPosition(vault.file, device).seq) notePosition(vault.file, device, { seq, hash }, manifest.takenAt);
		}
	})();
	return applied;
}

/** Null when it does not open, or is not what it should be. */
function openCopy(path: string, fileKey: Uint8Array): SqliteFile | null {
	let copy: SqliteFile | null = null;
	try {
		copy = openEncrypted(path, fileKey);
		if (isIntact(copy)) return copy;
	} catch {
		// said below
	}
	copy?.close();
	return null;
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
		.all(after, CHANGES_PER_COMMIT);
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
