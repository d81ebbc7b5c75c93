import { z } from 'zod';
import { Vault } from '#shared/features/members/model.ts';
import { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { equalBytes } from '../vaults/crypto.ts';
import { encodeCbor, readEnvelope, writeEnvelope } from '../vaults/envelope.ts';
import { isOfNewerVersion } from '../vaults/ledger-facts.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import type { ShareContext } from './context.ts';
import { feedPositions, type Position } from './feed-position.ts';
import { ackFolder, acksFolder, sequenceName, sequencesOf } from './layout.ts';
import { publishedHead } from './publish.ts';
import { readNamed } from './read-named.ts';

/**
 * How far each device has read each feed, in files that only it writes: a new number each time, the older ones of its
 * own are removed. Compaction waits for them, and the page of devices tells from them who is up to date.
 */
export interface Ack {
	readonly device: DeviceId;
	readonly seq: number;
	/** Below the share. */
	readonly path: string;
	/** By its own clock, ms UTC. */
	readonly at: number;
	readonly feeds: ReadonlyMap<DeviceId, Position>;
}

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const AckHeader = z.strictObject({
	type: z.literal('ack'),
	v: z.literal(1),
	site: SiteId,
	vault: Vault,
	device: DeviceId,
	seq: z.int().min(1),
	at: z.number(),
	feeds: z.array(z.tuple([DeviceId, z.int().min(1), bytes])),
});
type Feeds = z.infer<typeof AckHeader>['feeds'];

const HOUR_MS = 60 * 60 * 1000;
/** Without news a device still says that it is there. */
const HEARTBEAT_MS = 24 * HOUR_MS;

/** What this device said last, so that it does not say it again and again. */
const Said = z.object({ seq: z.int(), at: z.number(), feeds: z.string() });

/** Says how far this device is, when that is due. */
export async function acknowledge(vault: OpenVault, context: ShareContext): Promise<void> {
	const feeds = ownPositions(vault, context.device.id);
	if (feeds.length === 0) return;
	const now = context.clock.now();
	const news = Buffer.from(encodeCbor(feeds)).toString('base64');
	const said = Said.safeParse(JSON.parse(vault.settings.get('acknowledged') ?? 'null')).data;
	const since = said ? Math.abs(now - said.at) : Number.POSITIVE_INFINITY;
	if (since < (said?.feeds === news ? HEARTBEAT_MS : HOUR_MS)) return;
	const folder = ackFolder(context.site, vault.name, context.device.id);
	const before = [...sequencesOf(await context.target.list(folder)).values()].flat();
	const seq = Math.max(said?.seq ?? 0, ...before.map((file) => file.seq)) + 1;
	const header = { type: 'ack', v: 1, site: context.site, vault: vault.name, device: context.device.id, seq, at: now, feeds };
	const file = writeEnvelope(header, () => new Uint8Array(), context.device.keys.secretKey);
	await context.target.writeNew(`${folder}/${sequenceName(seq, file.hash)}`, file.bytes);
	vault.settings.set('acknowledged', JSON.stringify({ seq, at: now, feeds: news }));
	for (const old of before) await context.target.remove(`${folder}/${old.listed}`);
}

/** The share has lost it: it is said again with the next exchange, under a higher number. */
export function forgetAcknowledged({ settings }: OpenVault): void {
	const said = Said.safeParse(JSON.parse(settings.get('acknowledged') ?? 'null')).data;
	if (said) settings.set('acknowledged', JSON.stringify({ ...said, at: 0, feeds: '' }));
}

function ownPositions(vault: OpenVault, own: DeviceId): Feeds {
	const feeds = feedPositions(vault.file).map(([device, { seq, hash }]): Feeds[number] => [device, seq, hash]);
	const head = publishedHead(vault.file);
	return head ? [...feeds, [own, head.seq, new Uint8Array(head.hash)]] : feeds;
}

/** The newest of each device of the site; what was forged or damaged is an alarm and counts as not said. */
export async function readAcks(vault: Vault, context: ShareContext): Promise<Ack[]> {
	const acks: Ack[] = [];
	for (const name of await context.target.list(acksFolder(context.site, vault))) {
		const device = DeviceId.safeParse(name);
		if (!device.success || !context.ledger().devices.has(device.data)) continue;
		const ack = await newestAck(vault, device.data, context);
		if (ack) acks.push(ack);
	}
	return acks;
}

async function newestAck(vault: Vault, device: DeviceId, context: ShareContext): Promise<Ack | null> {
	const folder = ackFolder(context.site, vault, device);
	const files = [...sequencesOf(await context.target.list(folder)).values()].flat();
	for (const file of files.sort((a, b) => b.seq - a.seq)) {
		const read = await readNamed(context.target, folder, file);
		if (read === null) continue;
		const envelope = read === 'damaged' ? null : readEnvelope(read);
		const header = envelope?.ok ? AckHeader.safeParse(envelope.value.header) : null;
		const signPublic = context.ledger().devices.get(device)?.signPublic;
		if (envelope?.ok && header?.success && signPublic && envelope.value.isSignedBy(signPublic)) {
			const { site, vault: inVault, device: by, seq, at, feeds } = header.data;
			if (site === context.site && inVault === vault && by === device && seq === file.seq) {
				// A device says one thing under each number.
				const other = files.find((other) => other.seq === seq && other.hashStart !== file.hashStart);
				if (other) context.alarm('tampered', device, `${folder}/${other.listed}`);
				return {
					device,
					seq,
					path: `${folder}/${file.listed}`,
					at,
					feeds: new Map(feeds.map(([feed, seq, hash]) => [feed, { seq, hash }])),
				};
			}
		}
		const isNewer = envelope?.ok && signPublic && isOfNewerVersion(envelope.value, signPublic);
		context.alarm(isNewer ? 'newer' : 'tampered', device, `${folder}/${file.listed}`);
	}
	return null;
}

const Heard = z.record(DeviceId, z.object({ seq: z.int(), path: z.string(), at: z.number() }));

/**
 * Has somebody said more before than can be read now? Then their newest word was taken away, or an older one was put in
 * its place, which is an alarm. What can be read now is remembered; who was last heard before `since` is not missed.
 */
export async function compareWithBefore(
	vault: OpenVault,
	acks: readonly Ack[],
	context: ShareContext,
	since: number,
): Promise<void> {
	const heard = Heard.safeParse(JSON.parse(vault.settings.get('acks_heard') ?? '{}')).data ?? {};
	const now = new Map(acks.map((ack) => [ack.device, ack]));
	const next = { ...heard };
	for (const [device, ack] of now)
		if (ack.seq >= (heard[device]?.seq ?? 0)) next[device] = { seq: ack.seq, path: ack.path, at: ack.at };
	for (const [name, before] of Object.entries(heard)) {
		const device = name as DeviceId;
		const found = now.get(device);
		if (device === context.device.id || !before || before.at < since || (found && found.seq >= before.seq)) continue;
		if (context.ledger().devices.get(device)?.removed) continue;
		// A listing may be an old one, or say that a folder is empty which is not: both are asked once more.
		const again = await newestAck(vault.name, device, context);
		if ((again && again.seq >= before.seq) || (await context.target.read(before.path)) !== null) continue;
		context.alarm(found ? 'rolled_back' : 'files_missing', device, found?.path ?? before.path);
	}
	const text = JSON.stringify(next);
	if (text !== JSON.stringify(heard)) vault.settings.set('acks_heard', text);
}

/** The lowest of several; null when two of them tell different histories. */
export function lowest(positions: readonly Position[]): Position | null {
	const [first, ...others] = [...positions].sort((a, b) => a.seq - b.seq);
	if (!first) return null;
	return others.every(({ seq, hash }) => seq > first.seq || equalBytes(hash, first.hash)) ? first : null;
}
