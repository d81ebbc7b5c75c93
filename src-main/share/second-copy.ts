import { z } from 'zod';
import { VAULTS } from '#shared/features/members/model.ts';
import { DeviceId, type SiteId } from '#shared/kernel/ids.ts';
import { isBlobName, isBlobOf } from '../vaults/blob.ts';
import { equalBytes, hash, toHex } from '../vaults/crypto.ts';
import { readEnvelope } from '../vaults/envelope.ts';
import { blobsFolder, feedFolder, feedsFolder, ledgerFolder, parseSnapshotName, snapshotsFolder } from './layout.ts';
import { type ShareTarget, TargetError } from './target.ts';

/**
 * A second copy (Zweitkopie): everything of a site from its share to another folder in the same form, so that a PC can
 * join from there. Only what is missing is copied, nothing is ever deleted or written over there, and every file is
 * looked at on both sides: what is damaged is not passed on. It needs no keys.
 */
export interface CopiedSite {
	readonly copied: number;
	/** Paths, on either side, of files that are not what their names say. */
	readonly damaged: string[];
}

export interface CopyProgress {
	report(step: string, done: number, total: number): void;
	isCancelled(): boolean;
}

interface Wanted {
	readonly path: string;
	isWhole(bytes: Uint8Array): boolean | Promise<boolean>;
}

export async function copySite(from: ShareTarget, to: ShareTarget, site: SiteId, work: CopyProgress): Promise<CopiedSite> {
	const damaged = new Set<string>();
	let copied = 0;
	// The ledger first: without it nobody can tell what the rest is. A manifest after its parts, as always.
	for (const [step, list] of [
		['ledger', () => ledgerFiles(from, site)],
		['feeds', () => feedFiles(from, site)],
		['blobs', () => blobFiles(from, site)],
		['snapshots', () => snapshotFiles(from, site, damaged)],
	] as const) {
		const files = await list();
		for (const [at, file] of files.entries()) {
			if (work.isCancelled()) return { copied, damaged: [...damaged] };
			work.report(`copy_${step}`, at, files.length);
			const there = await to.read(file.path);
			if (there) {
				if (!(await file.isWhole(there))) damaged.add(file.path);
				continue;
			}
			const bytes = await from.read(file.path);
			// Thinned or compacted on the share a moment ago.
			if (!bytes) continue;
			if (!(await file.isWhole(bytes))) damaged.add(file.path);
			else {
				await writeNew(to, file.path, bytes, damaged);
				copied += 1;
			}
		}
	}
	return { copied, damaged: [...damaged] };
}

async function writeNew(to: ShareTarget, path: string, bytes: Uint8Array, damaged: Set<string>): Promise<void> {
	try {
		await to.writeNew(path, bytes);
	} catch (error) {
		if (!(error instanceof TargetError) || (error.problem !== 'conflict' && error.problem !== 'unreliable')) throw error;
		damaged.add(path);
	}
}

/** Segments, ledger entries, and what else is numbered and named by its hash, as floors are. */
const NUMBERED = /^(?:floor-|refill-)?\d{10}-([0-9a-f]{32})$/;

const numbered = (folder: string, names: readonly string[]): Wanted[] =>
	names.flatMap((name) => {
		const hashStart = NUMBERED.exec(name)?.[1];
		if (hashStart === undefined) return [];
		return [{ path: `${folder}/${name}`, isWhole: (bytes: Uint8Array) => toHex(hash(bytes)).startsWith(hashStart) }];
	});

async function ledgerFiles(from: ShareTarget, site: SiteId): Promise<Wanted[]> {
	return numbered(ledgerFolder(site), await from.list(ledgerFolder(site)));
}

async function feedFiles(from: ShareTarget, site: SiteId): Promise<Wanted[]> {
	const files: Wanted[] = [];
	for (const vault of VAULTS) {
		for (const name of await from.list(feedsFolder(site, vault))) {
			const device = DeviceId.safeParse(name);
			if (!device.success) continue;
			const folder = feedFolder(site, vault, device.data);
			files.push(...numbered(folder, await from.list(folder)));
		}
	}
	return files;
}

async function blobFiles(from: ShareTarget, site: SiteId): Promise<Wanted[]> {
	const files: Wanted[] = [];
	for (const vault of VAULTS) {
		for (const name of (await from.list(blobsFolder(site, vault))).filter(isBlobName))
			files.push({ path: `${blobsFolder(site, vault)}/${name}`, isWhole: (bytes) => isBlobOf(name, bytes) });
	}
	return files;
}

const Parts = z.object({ parts: z.array(z.custom<Uint8Array>((value) => value instanceof Uint8Array)) });

async function snapshotFiles(from: ShareTarget, site: SiteId, damaged: Set<string>): Promise<Wanted[]> {
	const files: Wanted[] = [];
	for (const vault of VAULTS) {
		for (const name of await from.list(snapshotsFolder(site, vault))) {
			if (!parseSnapshotName(name)) continue;
			const folder = `${snapshotsFolder(site, vault)}/${name}`;
			const manifest = await from.read(`${folder}/manifest`);
			// Not finished, or just being removed.
			if (!manifest) continue;
			const envelope = readEnvelope(manifest);
			const header = envelope.ok ? Parts.safeParse(envelope.value.header) : null;
			if (!header?.success) {
				damaged.add(`${folder}/manifest`);
				continue;
			}
			for (const [at, expected] of header.data.parts.entries()) {
				const path = `${folder}/part-${String(at).padStart(5, '0')}`;
				files.push({ path, isWhole: (bytes) => equalBytes(hash(bytes), expected) });
			}
			files.push({ path: `${folder}/manifest`, isWhole: (bytes) => equalBytes(bytes, manifest) });
		}
	}
	return files;
}
