import { dirname } from 'node:path';
import type { Vault } from '#shared/features/members/model.ts';
import { workOnFile } from '../database/work-on-file.ts';
import { makeFolder } from '../platform/files.ts';
import { wipe } from '../vaults/crypto.ts';
import { newFileKey } from '../vaults/key-files.ts';
import { type OpenVault, openVault, type VaultDeps } from '../vaults/open-vault.ts';
import type { ShareContext } from './context.ts';
import { snapshotsFolder } from './layout.ts';
import { pullVault } from './pull.ts';
import { fetchSnapshot, type Manifest, snapshotNames } from './snapshots.ts';

/**
 * Builds a vault's file from the share alone: the newest snapshot that holds what it promises, then every feed after
 * it. For a new PC and for a damaged file.
 */
export type RebuildProgress = (step: 'snapshot' | 'changes', done: number, total: number) => void;

/** Gives the key of the new file, closed again at `path`; the caller wraps and then wipes it. */
export async function rebuildVault(
	vault: Vault,
	path: string,
	context: ShareContext,
	deps: VaultDeps,
	onProgress: RebuildProgress,
	isCancelled: () => boolean,
): Promise<Uint8Array> {
	const fileKey = newFileKey(context.random);
	makeFolder(dirname(path));
	const manifest = await restoreNewestSnapshot(vault, path, fileKey, context, onProgress);
	const opened = openVault(vault, path, fileKey, context.device.id, deps, manifest === null);
	try {
		if (manifest) noteFeeds(opened, manifest);
		await pullVault(opened, context, {
			includeOwn: true,
			isCancelled,
			onProgress: (applied) => onProgress('changes', applied, 0),
		});
		continueOwnFeed(opened, context);
		// Vaults of this device have no open write-ahead log when they are moved into place.
		opened.file.pragma('wal_checkpoint(TRUNCATE)');
	} finally {
		opened.close();
	}
	return fileKey;
}

async function restoreNewestSnapshot(
	vault: Vault,
	path: string,
	fileKey: Uint8Array,
	context: ShareContext,
	onProgress: RebuildProgress,
): Promise<Manifest | null> {
	for (const name of await snapshotNames(vault, context)) {
		const fetched = await fetchSnapshot(vault, name, context, path, (done, total) => onProgress('snapshot', done, total));
		if (!fetched.ok) {
			// One that was never finished has no manifest and is nobody's fault; the one before it serves as well.
			if (fetched.error !== 'missing')
				context.alarm(fetched.error === 'newer' ? 'newer' : 'tampered', null, `${snapshotsFolder(context.site, vault)}/${name}`);
			continue;
		}
		const { manifest, fileKey: snapshotKey } = fetched.value;
		await workOnFile({ what: 'rekey', path, from: snapshotKey, to: fileKey }).finally(() => wipe(snapshotKey));
		return manifest;
	}
	return null;
}

/** The copy knew its own feeds as its device saw them; for us that device is one of the others. */
function noteFeeds(vault: OpenVault, manifest: Manifest): void {
	vault.file.transaction(() => {
		const insert = vault.file.prepare('INSERT OR REPLACE INTO feed (device, seq, hash, last_change_at) VALUES (?, ?, ?, ?)');
		for (const [device, seq, hash] of manifest.feeds) insert.run(device, seq, hash, manifest.takenAt);
	})();
}

/** When this device has written before (a repair), its feed goes on where it ended. */
function continueOwnFeed(vault: OpenVault, context: ShareContext): void {
	vault.file.transaction(() => {
		vault.file
			.prepare(
				'INSERT OR REPLACE INTO outgoing (seq, hash, sent, changes, bytes) SELECT seq, hash, 1, 0, NULL FROM feed WHERE device = ?',
			)
			.run(context.device.id);
		vault.file.prepare('DELETE FROM feed WHERE device = ?').run(context.device.id);
	})();
}
