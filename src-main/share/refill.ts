import { z } from 'zod';
import { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import type { LocalSettings } from '../records/local.ts';
import { equalBytes, wipe } from '../vaults/crypto.ts';
import { readEnvelope, writeEnvelope } from '../vaults/envelope.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { forgetAcknowledged } from './acks.ts';
import { raise } from './compact.ts';
import type { ShareContext } from './context.ts';
import { feedPositions, type Position } from './feed-position.ts';
import { readFloor } from './floors.ts';
import { feedFolder, ledgerFolder, refillName, refillsOf, type SequenceFile, sequencesOf, snapshotsFolder } from './layout.ts';
import { ShareRefused } from './problem.ts';
import { outgoingHead, publishedHead } from './publish.ts';
import { readNamed } from './read-named.ts';
import { type Manifest, readManifest, snapshotNames, takeSnapshot, verifySnapshot } from './snapshots.ts';

/**
 * A share that is gone for good is filled again by the devices. One begins, and says so in a signed file beside the
 * ledger; every other one that finds this file gives back what it has: its part of the ledger, where its own feed goes on,
 * and a snapshot where no other one holds all that it knows. See FORMAT.md.
 */
const RefillHeader = z.strictObject({
	type: z.literal('refill'),
	v: z.literal(1),
	site: SiteId,
	seq: z.int().min(1),
	/** Of whose share this is the new beginning. */
	by: DeviceId,
	at: z.number(),
});

/** Those that have been followed, in the settings of a vault. */
const Followed = z.array(z.string());

export interface RefillMemory {
	/** Not followed yet. */
	fresh(names: readonly string[]): SequenceFile[];
	keep(names: readonly string[]): void;
	/** There was one, ever. */
	any(): boolean;
}

const KEY = 'refills';

export function refillMemory(settings: LocalSettings): RefillMemory {
	const known = () => Followed.parse(JSON.parse(settings.get(KEY) ?? '[]'));
	return {
		fresh(names) {
			const followed = new Set(known());
			return refillsOf(names).filter(({ hashStart }) => !followed.has(hashStart));
		},
		keep(names) {
			const all = new Set([...known(), ...refillsOf(names).map(({ hashStart }) => hashStart)]);
			if (all.size > 0) settings.set(KEY, JSON.stringify([...all].sort()));
		},
		any: () => settings.get(KEY) !== null,
	};
}

export async function writeRefill(context: ShareContext): Promise<void> {
	const { site, device, clock, target } = context;
	const seq = (refillsOf(await target.list(ledgerFolder(site)))[0]?.seq ?? 0) + 1;
	const header = { type: 'refill', v: 1, site, seq, by: device.id, at: clock.now() };
	const file = writeEnvelope(header, () => new Uint8Array(), device.keys.secretKey);
	await target.writeNew(`${ledgerFolder(site)}/${refillName(seq, file.hash)}`, file.bytes);
}

/** Is one of these what a device of the site has signed? Of those that are not, the file is named. */
export async function isRefill(
	files: readonly SequenceFile[],
	context: Pick<ShareContext, 'target' | 'site' | 'ledger' | 'alarm'>,
) {
	let found = false;
	for (const file of files) {
		const bytes = await readNamed(context.target, ledgerFolder(context.site), file);
		if (bytes === null) continue;
		const envelope = bytes === 'damaged' ? null : readEnvelope(bytes);
		const header = envelope?.ok ? RefillHeader.safeParse(envelope.value.header) : null;
		const device = header?.success ? context.ledger().devices.get(header.data.by) : undefined;
		const counts = device && device.approvedAt !== null && (!device.removed || (header?.data?.at ?? 0) <= device.removed.at);
		const { site, seq } = header?.data ?? {};
		const isOurs = envelope?.ok && counts && envelope.value.isSignedBy(device.signPublic);
		if (isOurs && site === context.site && seq === file.seq) found = true;
		else context.alarm('tampered', header?.data?.by ?? null, `${ledgerFolder(context.site)}/${file.listed}`);
	}
	return found;
}

export interface RefillTools {
	/** What lies there is encrypted and removed. */
	readonly scratch: string;
	/** Really opens a snapshot, or knows that it has. */
	isGood(name: string): Promise<boolean>;
	noteVerified(name: string): void;
	onPart(done: number, total: number): void;
}

/**
 * Everything that this device knows of a vault can be had from the share afterwards. False after an alarm: others have
 * read more of the own feed than there is of it here, so the data folder was put back, and nothing may be written.
 */
export async function refillVault(vault: OpenVault, context: ShareContext, tools: RefillTools): Promise<boolean> {
	const own = context.device.id;
	const folder = feedFolder(context.site, vault.name, own);
	const names = await context.target.list(folder);
	const onShare = sequencesOf(names);
	const end = outgoingHead(vault.file);
	const sent = publishedHead(vault.file);
	const snapshots = await readManifests(vault, context);
	const ahead = Math.max(0, ...onShare.keys(), ...snapshots.map(({ manifest }) => positionIn(manifest, own)?.seq ?? 0));
	if (ahead > end.seq) {
		context.alarm('rolled_back', own, folder);
		return false;
	}
	const floor = await readFloor(context, vault.name, own, names);
	const isOwnWhole = !sent || isWhole(onShare, floor?.seq ?? 0, sent.seq);
	const torn = await tornFeeds(vault, context);
	if (sent && !isOwnWhole) torn.push([own, sent]);
	if (!(await isHeld(torn, snapshots, tools))) await takeGoodSnapshot(vault, context, tools);
	if (sent && !isOwnWhole) {
		await raise(vault, own, context, { seq: sent.seq, hash: new Uint8Array(sent.hash) });
	}
	forgetAcknowledged(vault);
	return true;
}

/** Feeds of others that cannot be read on the share as far as they were read here. */
async function tornFeeds(vault: OpenVault, context: ShareContext): Promise<[DeviceId, Position][]> {
	const torn: [DeviceId, Position][] = [];
	for (const [device, position] of feedPositions(vault.file)) {
		const names = await context.target.list(feedFolder(context.site, vault.name, device));
		const floor = await readFloor(context, vault.name, device, names);
		if (!isWhole(sequencesOf(names), floor?.seq ?? 0, position.seq)) torn.push([device, position]);
	}
	return torn;
}

interface NamedManifest {
	readonly name: string;
	readonly manifest: Manifest;
}

async function readManifests(vault: OpenVault, context: ShareContext): Promise<NamedManifest[]> {
	const found: NamedManifest[] = [];
	for (const name of await snapshotNames(vault.name, context)) {
		const read = await readManifest(vault.name, name, context);
		if (!read.ok) continue;
		wipe(read.value.fileKey);
		found.push({ name, manifest: read.value.manifest });
	}
	return found;
}

/** Is all of it in snapshots that open? */
async function isHeld(
	known: readonly (readonly [DeviceId, Position])[],
	snapshots: readonly NamedManifest[],
	{ isGood }: RefillTools,
): Promise<boolean> {
	let open = known;
	for (const { name, manifest } of snapshots) {
		if (open.length === 0) break;
		const left = open.filter(([device, { seq, hash }]) => {
			const there = positionIn(manifest, device);
			return !there || there.seq < seq || (there.seq === seq && !equalBytes(there.hash, new Uint8Array(hash)));
		});
		if (left.length < open.length && (await isGood(name))) open = left;
	}
	return open.length === 0;
}

function positionIn({ feeds }: Manifest, device: DeviceId): Position | null {
	const found = feeds.find(([feed]) => feed === device);
	return found ? { seq: found[1], hash: found[2] } : null;
}

async function takeGoodSnapshot(vault: OpenVault, context: ShareContext, tools: RefillTools): Promise<void> {
	const name = await takeSnapshot(vault, context, tools.scratch, (done, total) => tools.onPart(done, total * 2));
	const refusal = await verifySnapshot(vault.name, name, context, tools.scratch, (done, total) =>
		tools.onPart(total + done, total * 2),
	);
	if (refusal !== null) throw new ShareRefused('tampered', `${snapshotsFolder(context.site, vault.name)}/${name}`);
	tools.noteVerified(name);
}

function isWhole(onShare: ReadonlyMap<number, unknown>, after: number, to: number): boolean {
	for (let seq = after + 1; seq <= to; seq++) if (!onShare.has(seq)) return false;
	return true;
}
