import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Vault } from '#shared/features/members/model.ts';
import { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { wholePath } from '../database/file-work.ts';
import { FILE_KEY_BYTES, removeDatabase } from '../database/open.ts';
import { workOnFile } from '../database/work-on-file.ts';
import { LOCAL_TABLES } from '../records/tables.ts';
import { decrypt, encrypt, equalBytes, hash, joinBytes, wipe } from '../vaults/crypto.ts';
import { decodeCbor, type Envelope, encodeCbor, readEnvelope, writeEnvelope } from '../vaults/envelope.ts';
import { newFileKey } from '../vaults/key-files.ts';
import { type DeviceState, epochName } from '../vaults/ledger-state.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { currentEpoch, type ShareContext } from './context.ts';
import { parseSnapshotName, snapshotName, snapshotsFolder } from './layout.ts';
import { outgoingHead } from './publish.ts';

/**
 * A snapshot (Sicherung): a full copy of a vault's file under a key of its own, in numbered parts, with a signed
 * manifest that names every part's hash and how far each feed is contained. The manifest is written last: without it
 * a snapshot does not exist.
 */
const PART_BYTES = 8 * 1024 * 1024;
const MANIFEST = 'manifest';
const partName = (at: number): string => `part-${String(at).padStart(5, '0')}`;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const Manifest = z.strictObject({
	type: z.literal('snapshot'),
	v: z.literal(1),
	site: SiteId,
	vault: Vault,
	device: DeviceId,
	takenAt: z.number(),
	epoch: z.int().min(1),
	size: z.int().min(1),
	parts: z.array(bytes).min(1).max(1000),
	feeds: z.array(z.tuple([DeviceId, z.int().min(1), bytes])),
});
export type Manifest = z.infer<typeof Manifest>;

/** How many rows each table had, so that a copy that opens can be told from one that is whole. */
const RowCounts = z.record(z.string().max(60), z.int().min(0));
type RowCounts = z.infer<typeof RowCounts>;

export interface OpenedManifest {
	readonly manifest: Manifest;
	/** The caller wipes it. */
	readonly fileKey: Uint8Array;
	readonly rows: RowCounts;
}

export type SnapshotRefusal =
	| 'missing'
	| 'malformed'
	| 'newer'
	| 'unknown_device'
	| 'removed_device'
	| 'bad_signature'
	| 'misplaced'
	| 'no_key'
	| 'part_damaged'
	| 'not_intact';
/** After every part; the next one waits for it. */
export type OnPart = (done: number, total: number) => void | Promise<void>;

/** Takes a snapshot and gives its name. `scratch` is a path in the data folder; what lies there is encrypted and removed. */
export async function takeSnapshot(vault: OpenVault, context: ShareContext, scratch: string, onPart: OnPart): Promise<string> {
	const takenAt = await freeMoment(vault.name, context);
	const name = snapshotName(takenAt, context.device.id);
	const fileKey = newFileKey(context.random);
	try {
		// When its key is replaced meanwhile, the copy is of no use.
		const copied = (await copyForShare(vault, context, scratch)) ?? (await copyForShare(vault, context, scratch));
		if (!copied) throw new Error('the vault was closed');
		const { epoch, feeds, own } = copied;
		const rows = await workOnFile({ what: 'strip', path: scratch, from: own, to: fileKey, tables: LOCAL_TABLES }, () =>
			onPart(0, partsIn(scratch)),
		).finally(() => wipe(own));
		const folder = `${snapshotsFolder(context.site, vault.name)}/${name}`;
		const { size, parts } = await sendParts(scratch, folder, context, onPart);
		const header: Manifest = {
			type: 'snapshot',
			v: 1,
			site: context.site,
			vault: vault.name,
			device: context.device.id,
			takenAt,
			epoch: epoch.number,
			size,
			parts,
			feeds,
		};
		const manifest = writeEnvelope(
			header,
			(headerBytes) => encrypt(epoch.key, headerBytes, joinBytes(fileKey, encodeCbor(rows)), context.random),
			context.device.keys.secretKey,
		);
		await context.target.writeNew(`${folder}/${MANIFEST}`, manifest.bytes);
		return name;
	} finally {
		wipe(fileKey);
		removeScratch(scratch);
	}
}

/** Names count in seconds: two snapshots in one second, or one cut off by a crash and begun again, must not share a folder. */
async function freeMoment(vault: Vault, context: ShareContext): Promise<number> {
	const taken = new Set(await context.target.list(snapshotsFolder(context.site, vault)));
	let at = context.clock.now();
	while (taken.has(snapshotName(at, context.device.id))) at += 1000;
	return at;
}

/** Fetches a snapshot into `path`, still under its own key, and checks every byte of it. */
export async function fetchSnapshot(
	vault: Vault,
	name: string,
	context: ShareContext,
	path: string,
	onPart: OnPart,
): Promise<Result<OpenedManifest, SnapshotRefusal>> {
	const folder = `${snapshotsFolder(context.site, vault)}/${name}`;
	const read = await readManifest(vault, name, context);
	if (!read.ok) return read;
	const { manifest, fileKey } = read.value;
	removeDatabase(path);
	if (await fetchParts(manifest, folder, context, path, onPart)) return read;
	// Half a copy must not be taken for a vault's file later.
	removeDatabase(path);
	wipe(fileKey);
	return err('part_damaged');
}

async function fetchParts(
	manifest: Manifest,
	folder: string,
	context: ShareContext,
	path: string,
	onPart: OnPart,
): Promise<boolean> {
	const file = await open(path, 'wx', 0o600);
	try {
		for (const [at, expected] of manifest.parts.entries()) {
			const part = await readPart(`${folder}/${partName(at)}`, expected, context);
			if (!part) return false;
			await file.writeFile(part);
			await onPart(at + 1, manifest.parts.length);
		}
		await file.sync();
		return true;
	} finally {
		await file.close();
	}
}

/** A busy server may give half of a file, or none: only what is wrong twice is taken for damaged. */
async function readPart(path: string, expected: Uint8Array, { target }: ShareContext): Promise<Uint8Array | null> {
	for (let attempt = 0; attempt < 2; attempt++) {
		const part = await target.read(path);
		if (part && equalBytes(hash(part), expected)) return part;
	}
	return null;
}

/** Opens and checks a snapshot for real, in a scratch file. */
export async function verifySnapshot(
	vault: Vault,
	name: string,
	context: ShareContext,
	scratch: string,
	onPart: OnPart,
): Promise<SnapshotRefusal | null> {
	try {
		const fetched = await fetchSnapshot(vault, name, context, scratch, onPart);
		if (!fetched.ok) return fetched.error;
		const { manifest, fileKey, rows } = fetched.value;
		const { length } = manifest.parts;
		const there = await workOnFile({ what: 'check', path: scratch, key: fileKey }, () => onPart(length, length)).finally(() =>
			wipe(fileKey),
		);
		return there && isDeepStrictEqual(there, rows) ? null : 'not_intact';
	} finally {
		removeDatabase(scratch);
	}
}

/** Without the vault's key: the manifest's signature, and every part by its hash. */
export async function checkParts(vault: Vault, name: string, context: ShareContext): Promise<SnapshotRefusal | null> {
	const read = await readSignedManifest(vault, name, context);
	if (!read.ok) return read.error;
	for (const [at, expected] of read.value.manifest.parts.entries()) {
		const part = await context.target.read(`${snapshotsFolder(context.site, vault)}/${name}/${partName(at)}`);
		if (!part || !equalBytes(hash(part), expected)) return 'part_damaged';
	}
	return null;
}

/** Names of complete-looking snapshots of a vault, newest first. */
export async function snapshotNames(vault: Vault, context: ShareContext): Promise<string[]> {
	const names = await context.target.list(snapshotsFolder(context.site, vault));
	return names.filter((name) => parseSnapshotName(name) !== null).reverse();
}

/** What everybody who has the ledger can tell of it. */
export async function readSignedManifest(
	vault: Vault,
	name: string,
	context: ShareContext,
): Promise<Result<{ manifest: Manifest; envelope: Envelope }, SnapshotRefusal>> {
	const file = await context.target.read(`${snapshotsFolder(context.site, vault)}/${name}/${MANIFEST}`);
	if (!file) return err('missing');
	const envelope = readEnvelope(file);
	if (!envelope.ok) return err('malformed');
	const parsed = Manifest.safeParse(envelope.value.header);
	if (!parsed.success) return err('malformed');
	const manifest = parsed.data;
	const device = context.ledger().devices.get(manifest.device);
	if (!device) return err('unknown_device');
	if (!envelope.value.isSignedBy(device.signPublic)) return err('bad_signature');
	const named = parseSnapshotName(name);
	const isInPlace = manifest.site === context.site && manifest.vault === vault && named?.device === manifest.device;
	if (!isInPlace || snapshotName(manifest.takenAt, manifest.device) !== name) return err('misplaced');
	if (isAfterRemoval(device, manifest)) return err('removed_device');
	return ok({ manifest, envelope: envelope.value });
}

export async function readManifest(
	vault: Vault,
	name: string,
	context: ShareContext,
): Promise<Result<OpenedManifest, SnapshotRefusal>> {
	const read = await readSignedManifest(vault, name, context);
	if (!read.ok) return read;
	const { manifest, envelope } = read.value;
	const key = context.epochKeys.get(epochName(vault, manifest.epoch));
	if (!key) return err('no_key');
	const body = decrypt(key, envelope.headerBytes, envelope.body);
	const rows = body && rowsIn(body.subarray(FILE_KEY_BYTES));
	return body && rows ? ok({ manifest, fileKey: body.slice(0, FILE_KEY_BYTES), rows }) : err('malformed');
}

function rowsIn(bytes: Uint8Array): RowCounts | null {
	try {
		return RowCounts.parse(decodeCbor(bytes));
	} catch {
		return null;
	}
}

/** The manifest goes first: what is cut off in between is a snapshot that does not exist. */
export async function removeSnapshot(vault: Vault, name: string, context: ShareContext): Promise<void> {
	const folder = `${snapshotsFolder(context.site, vault)}/${name}`;
	await context.target.remove(`${folder}/${MANIFEST}`);
	await context.target.remove(folder);
}

/** Taken by a device after it was removed, or holding what it wrote after that. */
function isAfterRemoval({ device, removed }: DeviceState, manifest: Manifest): boolean {
	if (!removed) return false;
	const own = manifest.feeds.find(([feed]) => feed === device);
	return manifest.takenAt > removed.at || (own !== undefined && own[1] > (removed.heads.get(manifest.vault)?.seq ?? 0));
}

/** All of it: what was cut off leaves logs of its own key behind, which would be read into the next copy. */
function removeScratch(path: string): void {
	removeDatabase(path);
	removeDatabase(wholePath(path));
}

/** The vault's file as it is, under its own key, and what counted at that moment. The caller wipes the key. */
async function copyForShare(vault: OpenVault, context: ShareContext, path: string) {
	removeScratch(path);
	return vault.copyTo(path, () => {
		// What is written under a later key is in no copy under this one.
		const epoch = currentEpoch(context, vault.name);
		if (!epoch) throw new Error('epoch key is not open');
		return { epoch, feeds: feedPositions(vault, context.device.id), own: vault.fileKey() };
	});
}

const partsIn = (path: string): number => Math.ceil((statSync(path, { throwIfNoEntry: false })?.size ?? 0) / PART_BYTES);

function feedPositions(vault: OpenVault, own: DeviceId): Manifest['feeds'] {
	const others = vault.file
		.prepare<[], { device: DeviceId; seq: number; hash: Buffer }>('SELECT device, seq, hash FROM feed')
		.all()
		.map((row): Manifest['feeds'][number] => [row.device, row.seq, new Uint8Array(row.hash)]);
	const head = outgoingHead(vault.file);
	return head.seq > 0 ? [...others, [own, head.seq, new Uint8Array(head.hash)]] : others;
}

async function sendParts(
	path: string,
	folder: string,
	context: ShareContext,
	onPart: OnPart,
): Promise<{ size: number; parts: Uint8Array[] }> {
	const file = await open(path, 'r');
	try {
		const { size } = await file.stat();
		const total = Math.ceil(size / PART_BYTES);
		const parts: Uint8Array[] = [];
		for (let at = 0; at < total; at++) {
			const part = new Uint8Array(Math.min(PART_BYTES, size - at * PART_BYTES));
			await file.read(part, 0, part.length, at * PART_BYTES);
			await context.target.writeNew(`${folder}/${partName(at)}`, part);
			parts.push(hash(part));
			await onPart(at + 1, total);
		}
		return { size, parts };
	} finally {
		await file.close();
	}
}
