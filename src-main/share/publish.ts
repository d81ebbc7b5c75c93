import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';
import type { Change } from '../records/store.ts';
import { readEnvelope } from '../vaults/envelope.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { awaitsNewKey, currentEpoch, type ShareContext } from './context.ts';
import { feedFolder, parseSequenceName, sequenceName } from './layout.ts';
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
	const notCut = file.prepare('SELECT count(*) FROM change WHERE segment IS NULL AND device = ?').pluck().get(device) as number;
	const notSent = file
		.prepare('SELECT count(*) FROM change WHERE segment IN (SELECT seq FROM outgoing WHERE NOT sent) AND device = ?')
		.pluck()
		.get(device) as number;
	return notCut + notSent;
}

/** The last segment of the own feed, whether or not the share has it yet; seq 0 before the first. */
export function outgoingHead(file: SqliteFile): OutgoingHead {
	const row = file.prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM outgoing ORDER BY seq DESC LIMIT 1').get();
	return row ? { seq: row.seq, hash: row.hash } : { seq: 0, hash: new Uint8Array(32) };
}

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
	takeBackOldEpoch(vault, context, names);
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
	const sent = publishedHead(vault.file);
	const sentName = sent && sequenceName(sent.seq, sent.hash);
	if (sentName && !(await giveAgain(vault, context, folder, names))) {
		// Going on would leave a hole that nobody could ever read across.
		context.alarm('rolled_back', context.device.id, `${folder}/${sentName}`);
		return false;
	}
	const { seq } = outgoingHead(vault.file);
	for (const name of names) {
		if (parseSequenceName(name)?.seq !== seq + 1) continue;
		const bytes = await context.target.read(`${folder}/${name}`);
		const envelope = bytes && readEnvelope(bytes);
		if (!envelope?.ok || !envelope.value.isSignedBy(context.device.keys.publicKey)) continue;
		context.alarm('rolled_back', context.device.id, `${folder}/${name}`);
		return false;
	}
	return true;
}

/** Sends again what the share had confirmed and lost. False when too much is gone to close the gap from here. */
async function giveAgain(vault: OpenVault, context: ShareContext, folder: string, names: readonly string[]): Promise<boolean> {
	const kept = vault.file
		.prepare<[], { seq: number; hash: Buffer; bytes: Buffer | null }>(
			'SELECT seq, hash, bytes FROM outgoing WHERE sent ORDER BY seq',
		)
		.all();
	const lost = kept.filter(({ seq, hash }) => !names.includes(sequenceName(seq, hash)));
	const [first] = lost;
	if (!first) return true;
	const isReachable = first.seq === 1 || names.some((name) => parseSequenceName(name)?.seq === first.seq - 1);
	if (!isReachable || lost.some(({ bytes }) => bytes === null)) return false;
	for (const { seq, hash, bytes } of lost) {
		if (bytes) await context.target.writeNew(`${folder}/${sequenceName(seq, hash)}`, new Uint8Array(bytes));
	}
	return true;
}

/**
 * Segments that were cut under a key which has been replaced since, and that never left: they are cut again under the new
 * one, so that nobody who lost the right to read gets to see what was written after that.
 */
function takeBackOldEpoch(vault: OpenVault, context: ShareContext, names: readonly string[]): void {
	const epoch = currentEpoch(context, vault.name);
	if (!epoch) return;
	const waiting = vault.file
		.prepare<[], { seq: number; hash: Buffer; bytes: Buffer }>(
			'SELECT seq, hash, bytes FROM outgoing WHERE NOT sent ORDER BY seq',
		)
		.all();
	// What stands on the share already stays as it is, or the feed would fork; and so does all that comes before it.
	const arrived = waiting.findLast(({ seq, hash }) => names.includes(sequenceName(seq, hash)))?.seq ?? 0;
	const old = waiting.find(({ seq, bytes }) => seq > arrived && segmentEpoch(bytes) < epoch.number);
	if (!old) return;
	vault.file.transaction(() => {
		vault.file.prepare('UPDATE change SET segment = NULL WHERE segment >= ? AND device = ?').run(old.seq, context.device.id);
		vault.file.prepare('DELETE FROM outgoing WHERE seq >= ?').run(old.seq);
	})();
}

/** Cuts everything that waits and gives all unsent segments, ready to be written without any key. */
export function finishSegments(vault: OpenVault, context: ShareContext): UnsentSegment[] {
	if (awaitsNewKey(context, vault.name)) return [];
	while (cutSegment(vault, context));
	return unsent(vault, context);
}

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
				.prepare('INSERT INTO outgoing (seq, hash, bytes, sent) VALUES (?, ?, ?, 0)')
				.run(seq, segment.hash, segment.bytes);
			const mark = vault.file.prepare('UPDATE change SET segment = ? WHERE device = ? AND hlc = ?');
			for (const change of changes) mark.run(seq, change.device, change.hlc);
			return true;
		})
		.immediate();
}

function waitingChanges(file: SqliteFile, device: DeviceId): Change[] {
	const rows = file.prepare<
		[string],
		{ hlc: string; member: MemberId; table_name: string; record_id: string; kind: 'merge' | 'append'; payload: Buffer }
	>(
		'SELECT hlc, member, table_name, record_id, kind, payload FROM change WHERE segment IS NULL AND device = ? ORDER BY position',
	);
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
		if (changes.length >= CHANGES_PER_SEGMENT || size >= BYTES_PER_SEGMENT) break;
	}
	return changes;
}
