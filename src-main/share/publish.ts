import { z } from 'zod';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';
import { ERASED_IN_SEGMENT } from '../records/erasing.ts';
import type { Change } from '../records/store.ts';
import { toHex } from '../vaults/crypto.ts';
import { readEnvelope } from '../vaults/envelope.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { awaitsNewKey, currentEpoch, type ShareContext } from './context.ts';
import { readFloor } from './floors.ts';
import { feedFolder, floorsOf, sequenceName, sequencesOf } from './layout.ts';
import { segmentEpoch, writeSegment } from './segments.ts';

/**
 * Own changes leave as segments. A segment's bytes are fixed in the same transaction that marks its changes, before
 * anything is written to the share: a crash in between repeats the same file under the same name, so a feed can never
 * fork by accident.
 */
const CHANGES_PER_SEGMENT = 1000;
const BYTES_PER_SEGMENT = 1024 * 1024;
/** So far back the share may be put and is still brought up to date again by its devices. */
const SENT_SEGMENTS_KEPT = 200;

export interface OutgoingHead {
	readonly seq: number;
	readonly hash: Uint8Array;
}

export function countWaiting(file: SqliteFile, device: DeviceId): number {
	const notCut = file.prepare(`SELECT count(*) FROM ${WAITING}`).pluck().get(device) as number;
	const notSent = file.prepare('SELECT coalesce(sum(changes), 0) FROM outgoing WHERE NOT sent').pluck().get() as number;
	return notCut + notSent;
}

/** Of its own accord SQLite goes through all changes of the device instead: it is asked for this each second. */
const WAITING = 'change INDEXED BY change_waiting WHERE segment IS NULL AND device = ?';

/** The last segment of the own feed, whether or not the share has it yet; seq 0 before the first. */
export function outgoingHead(file: SqliteFile): OutgoingHead {
	const row = file.prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM outgoing ORDER BY seq DESC LIMIT 1').get();
	return row ? { seq: row.seq, hash: row.hash } : { seq: 0, hash: new Uint8Array(32) };
}

/** How many segments will be made of what was not cut yet. */
export function segmentsWaiting(file: SqliteFile, device: DeviceId): number {
	const sizes = file
		.prepare<[string], number>('SELECT length(payload) FROM change WHERE segment IS NULL AND device = ? ORDER BY position')
		.pluck()
		.all(device) as number[];
	let segments = 0;
	let [changes, bytes] = [0, 0];
	for (const size of sizes) {
		if (changes === 0) segments += 1;
		[changes, bytes] = isFull(changes + 1, bytes + size) ? [0, 0] : [changes + 1, bytes + size];
	}
	return segments;
}

const isFull = (changes: number, bytes: number): boolean => changes >= CHANGES_PER_SEGMENT || bytes >= BYTES_PER_SEGMENT;

/** The last segment known to have arrived. */
export function publishedHead(file: SqliteFile): OutgoingHead | null {
	const row = file
		.prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM outgoing WHERE sent ORDER BY seq DESC LIMIT 1')
		.get();
	return row ?? null;
}

/**
 * Sends everything that waits in one vault. Throws TargetError when the share does not take it; nothing is lost then.
 * `confirm` is asked after each file, before it counts as sent; it throws when the file went into some other folder.
 */
export async function publishVault(
	vault: OpenVault,
	context: ShareContext,
	confirm = async (): Promise<void> => {},
): Promise<void> {
	if (awaitsNewKey(context, vault.name)) return;
	const folder = feedFolder(context.site, vault.name, context.device.id);
	const names = await context.target.list(folder);
	if (!(await isOwnFeedOurs(vault, context, folder, names))) return;
	await takeBack(vault, context);
	do {
		for (const segment of unsent(vault, context)) {
			await context.target.writeNew(segment.path, segment.bytes);
			await confirm();
			vault.file.transaction(() => {
				vault.file.prepare('UPDATE outgoing SET sent = 1 WHERE seq = ?').run(segment.seq);
				vault.file.prepare('DELETE FROM outgoing WHERE sent AND seq <= ?').run(segment.seq - SENT_SEGMENTS_KEPT);
			})();
		}
	} while (cutSegment(vault, context));
}

/**
 * Has the share forgotten what it had confirmed to us, or does it know more of us than we do? The latter happens when
 * the data folder was put back to an older state: going on from there would fork the feed, so nothing is published.
 */
async function isOwnFeedOurs(
	vault: OpenVault,
	context: ShareContext,
	folder: string,
	names: readonly string[],
): Promise<boolean> {
	const ownFloor = await giveFloorAgain(vault, context, names);
	const sent = publishedHead(vault.file);
	if (sent && !(await giveAgain(vault, context, folder, names, ownFloor))) {
		// Going on would leave a hole that nobody could ever read across.
		context.alarm('rolled_back', context.device.id, `${folder}/${sequenceName(sent.seq, sent.hash)}`);
		return false;
	}
	const { seq } = outgoingHead(vault.file);
	if ((floorsOf(names)[0]?.seq ?? 0) > seq) {
		const floor = await readFloor(context, vault.name, context.device.id, names);
		if (floor && floor.seq > seq) {
			context.alarm('rolled_back', context.device.id, floor.path);
			return false;
		}
	}
	for (const { listed } of sequencesOf(names).get(seq + 1) ?? []) {
		const bytes = await context.target.read(`${folder}/${listed}`);
		const envelope = bytes && readEnvelope(bytes);
		if (!envelope?.ok || !envelope.value.isSignedBy(context.device.keys.publicKey)) continue;
		context.alarm('rolled_back', context.device.id, `${folder}/${listed}`);
		return false;
	}
	return true;
}

const OwnFloor = z.object({ seq: z.int(), path: z.string(), bytes: z.string() });

/** The segments below it are gone for good: without it the share would look tidied. Gives its number, 0 for none. */
async function giveFloorAgain(vault: OpenVault, context: ShareContext, names: readonly string[]): Promise<number> {
	const own = OwnFloor.safeParse(JSON.parse(vault.settings.get('floor') ?? 'null')).data;
	if (!own) return 0;
	const isThere = floorsOf(names).some(({ listed }) => own.path.endsWith(`/${listed.toLowerCase()}`));
	if (!isThere) await context.target.writeNew(own.path, new Uint8Array(Buffer.from(own.bytes, 'base64')));
	return own.seq;
}

/** Sends again what the share had confirmed and lost. False when too much is gone to close the gap from here. */
async function giveAgain(
	vault: OpenVault,
	context: ShareContext,
	folder: string,
	names: readonly string[],
	ownFloor: number,
): Promise<boolean> {
	const kept = vault.file
		.prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM outgoing WHERE sent ORDER BY seq')
		.all();
	const there = sequencesOf(names);
	const isListed = ({ seq, hash }: OutgoingHead) =>
		there.get(seq)?.some(({ hashStart }) => toHex(hash).startsWith(hashStart)) ?? false;
	const missing = kept.filter((segment) => !isListed(segment));
	if (missing.length === 0) return true;
	const onShare = await readFloor(context, vault.name, context.device.id, names);
	const floor = Math.max(ownFloor, onShare?.seq ?? 0);
	const lost = missing.filter(({ seq }) => seq > floor);
	const [first] = lost;
	if (!first) return true;
	if (first.seq > floor + 1 && !there.has(first.seq - 1)) return false;
	const bytesOf = vault.file.prepare<[number], Buffer | null>('SELECT bytes FROM outgoing WHERE seq = ?').pluck();
	for (const { seq, hash } of lost) {
		const path = `${folder}/${sequenceName(seq, hash)}`;
		const bytes = bytesOf.get(seq) as Buffer | null | undefined;
		if (bytes) await context.target.writeNew(path, new Uint8Array(bytes));
		else if ((await context.target.read(path)) === null) return false;
	}
	return true;
}

/**
 * Segments that were cut under a key which has been replaced since, and that never left: they are cut again under the new
 * one, so that nobody who lost the right to read gets to see what was written after that. So are those that hold changes
 * of a record that was erased meanwhile, now without them.
 */
async function takeBack(vault: OpenVault, context: ShareContext): Promise<void> {
	const epoch = currentEpoch(context, vault.name);
	if (!epoch) return;
	const waiting = unsent(vault, context);
	const erased = firstErased(vault);
	const isOld = ({ seq, bytes }: UnsentSegment) => seq >= erased || segmentEpoch(bytes) < epoch.number;
	const firstOld = waiting.findIndex(isOld);
	if (firstOld < 0) return vault.settings.set(ERASED_IN_SEGMENT, null);
	// What stands on the share already stays as it is, or the feed would fork; and so does all that comes before it. The
	// files themselves are asked for: a listing may be old.
	let arrived = 0;
	for (const { seq, path } of waiting.slice(firstOld)) if ((await context.target.read(path)) !== null) arrived = seq;
	const old = waiting.find((segment) => segment.seq > arrived && isOld(segment));
	vault.file.transaction(() => {
		vault.settings.set(ERASED_IN_SEGMENT, null);
		if (!old) return;
		vault.file.prepare('UPDATE change SET segment = NULL WHERE segment >= ? AND device = ?').run(old.seq, context.device.id);
		vault.file.prepare('DELETE FROM outgoing WHERE seq >= ?').run(old.seq);
	})();
}

/** Cuts everything that waits and gives all unsent segments, ready to be written without any key. */
export function finishSegments(vault: OpenVault, context: ShareContext): UnsentSegment[] {
	if (awaitsNewKey(context, vault.name)) return [];
	while (cutSegment(vault, context));
	// What holds changes of an erased record waits for the next session, which cuts it again.
	return unsent(vault, context).filter(({ seq }) => seq < firstErased(vault));
}

const firstErased = ({ settings }: OpenVault): number => Number(settings.get(ERASED_IN_SEGMENT) ?? Number.POSITIVE_INFINITY);

export interface UnsentSegment {
	readonly seq: number;
	readonly path: string;
	readonly bytes: Uint8Array;
}

function unsent(vault: OpenVault, context: ShareContext): UnsentSegment[] {
	const folder = feedFolder(context.site, vault.name, context.device.id);
	return vault.file
		.prepare<[], { seq: number; hash: Buffer; bytes: Buffer }>(
			'SELECT seq, hash, bytes FROM outgoing WHERE NOT sent ORDER BY seq',
		)
		.all()
		.map(({ seq, hash, bytes }) => ({ seq, path: `${folder}/${sequenceName(seq, hash)}`, bytes: new Uint8Array(bytes) }));
}

/** True when there was something to cut. */
function cutSegment(vault: OpenVault, context: ShareContext): boolean {
	const epoch = currentEpoch(context, vault.name);
	if (!epoch) return false;
	return vault.file
		.transaction(() => {
			const changes = waitingChanges(vault.file, context.device.id);
			if (changes.length === 0) return false;
			const head = outgoingHead(vault.file);
			const seq = head.seq + 1;
			const place = { site: context.site, vault: vault.name, device: context.device.id, seq, prev: new Uint8Array(head.hash) };
			const segment = writeSegment(place, changes, epoch, context.device.keys.secretKey, context.random);
			vault.file
				.prepare('INSERT INTO outgoing (seq, hash, sent, changes, bytes) VALUES (?, ?, 0, ?, ?)')
				.run(seq, segment.hash, changes.length, segment.bytes);
			const mark = vault.file.prepare('UPDATE change SET segment = ? WHERE device = ? AND hlc = ?');
			for (const change of changes) mark.run(seq, change.device, change.hlc);
			return true;
		})
		.immediate();
}

function waitingChanges(file: SqliteFile, device: DeviceId): Change[] {
	const rows = file.prepare<
		[string],
		{ hlc: string; member: MemberId; table_name: string; record_id: string; kind: Change['kind']; payload: Buffer }
	>(`SELECT hlc, member, table_name, record_id, kind, payload FROM ${WAITING} ORDER BY position`);
	const changes: Change[] = [];
	let size = 0;
	for (const row of rows.iterate(device)) {
		const { hlc, member, kind } = row;
		changes.push({
			device,
			hlc,
			member,
			kind,
			tableName: row.table_name,
			recordId: row.record_id,
			payload: new Uint8Array(row.payload),
		});
		size += row.payload.length;
		if (isFull(changes.length, size)) break;
	}
	return changes;
}
