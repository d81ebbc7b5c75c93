import type { Trace } from '#shared/features/privacy/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { wipe } from '../vaults/crypto.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import { type Ack, readAcks } from './acks.ts';
import { isWaitedFor, SEGMENTS_KEPT_MS } from './compact.ts';
import type { ShareContext } from './context.ts';
import { feedPositions } from './feed-position.ts';
import { feedFolder, parseSnapshotName, sequencesOf } from './layout.ts';
import { outgoingHead, segmentsWaiting } from './publish.ts';
import { readManifest, snapshotNames } from './snapshots.ts';
import { EXPIRY_MS } from './thinning.ts';

/**
 * Where on the share what was erased still lies, and until when: nothing is rewritten there, it goes when the segments
 * and snapshots go that were written before.
 */
const DAY_MS = 24 * 60 * 60 * 1000;

/** To be kept with the fact that something was erased: told just after it was, in the same transaction. */
export function traceOf(vault: OpenVault, own: DeviceId): Trace {
	const head = outgoingHead(vault.file).seq;
	const feeds = feedPositions(vault.file).map(([device, { seq }]): Trace['feeds'][number] => [device, seq]);
	return {
		vault: vault.name,
		feeds: head > 0 ? [...feeds, [own, head]] : feeds,
		by: own,
		from: head + segmentsWaiting(vault.file, own),
	};
}

export interface Stock {
	/** By feed, how many of its first segments are gone. */
	readonly gone: ReadonlyMap<DeviceId, number>;
	readonly acks: readonly Ack[];
	readonly snapshots: readonly {
		readonly takenAt: number;
		readonly by: DeviceId;
		readonly feeds: ReadonlyMap<DeviceId, number>;
	}[];
}

/** What lies on the share of a vault now. Throws TargetError. */
export async function stockOf(vault: Trace['vault'], feeds: Iterable<DeviceId>, context: ShareContext): Promise<Stock> {
	const gone = new Map<DeviceId, number>();
	for (const device of feeds) {
		const numbers = sequencesOf(await context.target.list(feedFolder(context.site, vault, device))).keys();
		gone.set(device, Math.min(...numbers) - 1);
	}
	const snapshots: Stock['snapshots'][number][] = [];
	for (const name of await snapshotNames(vault, context)) {
		const parsed = parseSnapshotName(name);
		const read = await readManifest(vault, name, context);
		if (read.ok) wipe(read.value.fileKey);
		if (!parsed) continue;
		// One that cannot be read counts as holding everything that was written before it.
		const known = read.ok ? read.value.manifest.feeds.map(([device, seq]): [DeviceId, number] => [device, seq]) : [];
		snapshots.push({ takenAt: parsed.takenAt, by: parsed.device, feeds: new Map(known) });
	}
	return { gone, acks: await readAcks(vault, context), snapshots };
}

export interface Remaining {
	readonly isGone: boolean;
	/** ms UTC */
	readonly expectedAt: number;
	readonly waitingFor: ReadonlyMap<DeviceId, number | null>;
	/** When the snapshots were taken that still hold it, ms UTC. */
	readonly snapshots: readonly number[];
	/** When the last of them is removed at the latest; null where none is left. */
	readonly until: number | null;
}

/** `at`: when it was erased, ms UTC. */
export function remainingOf({ feeds, by, from }: Trace, at: number, stock: Stock, context: ShareContext): Remaining {
	const waitingFor = new Map<DeviceId, number | null>();
	let isGone = true;
	for (const [feed, seq] of feeds) {
		if ((stock.gone.get(feed) ?? 0) >= seq) continue;
		isGone = false;
		const lastAt = (device: DeviceId) => stock.acks.find((ack) => ack.device === device)?.at ?? null;
		const behind = stock.acks.filter(
			(ack) => ack.device !== feed && isWaitedFor(ack, context) && (ack.feeds.get(feed)?.seq ?? 0) < seq,
		);
		for (const { device } of behind) waitingFor.set(device, lastAt(device));
		// Only its own device lets go of a feed, unless that was removed.
		const isOut = feed !== context.device.id && (lastAt(feed) ?? 0) < context.clock.now() - 2 * DAY_MS;
		if (isOut && context.ledger().devices.get(feed)?.removed === null) waitingFor.set(feed, lastAt(feed));
	}
	const holding = stock.snapshots
		.filter((one) => (one.feeds.get(by) ?? 0) < from && !(one.by === by && one.takenAt > at))
		.map(({ takenAt }) => takenAt);
	return {
		isGone,
		expectedAt: at + SEGMENTS_KEPT_MS + DAY_MS,
		waitingFor,
		snapshots: holding,
		until: holding.length === 0 ? null : Math.max(...holding) + EXPIRY_MS + DAY_MS,
	};
}
