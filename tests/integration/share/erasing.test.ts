import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { removeDatabase } from '#main/database/open.ts';
import { remainingOf, stockOf, traceOf } from '#main/share/copies.ts';
import { feedFolder, feedsFolder, parseSnapshotName } from '#main/share/layout.ts';
import { fetchSnapshot, removeSnapshot, snapshotNames } from '#main/share/snapshots.ts';
import { snapshotsToRemove } from '#main/share/thinning.ts';
import { decrypt } from '#main/vaults/crypto.ts';
import { readEnvelope } from '#main/vaults/envelope.ts';
import type { Trace } from '#shared/features/privacy/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { memoryTarget } from '#tests/support/memory-target.ts';
import { plainPages } from '#tests/support/plain-pages.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { type SimulatedDevice, type SimulatedSite, simulatedSite, tablesOf, V } from '#tests/support/simulated-site.ts';
import { thingKind } from '#tests/support/tiny-vault.ts';

/** What was erased leaves the share when the segments and snapshots go that were written before; and what is said of it is true. */

const CANARY = 'zitronenfalter';
const DAY = 24 * 60 * 60 * 1000;

it('is gone from feeds at compaction and from snapshots at expiry, as it was said, however late a device comes back', {
	timeout: 120_000,
}, async () => {
	const site = await simulatedSite(7, 3);
	const random = seededRandom(7);
	const [one, two, away] = site.round(memoryTarget(), random, [0, 0, 0]) as [SimulatedDevice, SimulatedDevice, SimulatedDevice];
	const devices = [one, two, away];
	const thing = site.ids.next();
	one.vault().store.insert(thingKind, thing, { name: CANARY, remarks: `${CANARY} war da` }, one.author);
	one.vault().store.insert(thingKind, site.ids.next(), { name: 'bleibt' }, one.author);
	for (const device of devices) await day(device);
	await one.snapshot();
	expect(await canaries(site, one)).toEqual({ segments: 1, snapshots: 1 });

	site.clock.advance(DAY);
	// Written there, and not sent for two months.
	away.vault().store.update(thingKind, thing, { place: `${CANARY} am Fluss` }, away.author);
	two.vault().store.update(thingKind, thing, { place: `${CANARY} in Köln` }, two.author);
	await day(two);
	two.vault().store.erase(thingKind, thing, two.author);
	const trace = traceOf(two.vault(), two.id);
	const at = site.clock.now();

	const stocks = async () => remainingOf(trace, at, await stockOf(V, feedsIn(trace), one.context), one.context);
	for (let n = 0; n < 60; n++) {
		site.clock.advance(DAY);
		for (const device of [one, two]) await day(device);
		if (n % 5 === 0) await one.snapshot();
		if (n === 40) {
			const left = await stocks();
			expect(left.isGone).toBe(false);
			expect([...left.waitingFor.keys()]).toEqual([away.id]);
			expect((await canaries(site, one)).segments).toBe(1);
		}
	}
	// An old snapshot, an older vault: back to what it knew, with its own edit.
	await away.pull();
	await away.publish();
	for (const device of devices) await day(device);
	for (const device of devices) expect(await canariesIn(device)).toBe(0);
	const [first, ...others] = devices.map(tablesOf);
	for (const other of others) expect(other).toBe(first);
	for (let n = 0; n < 3; n++) {
		site.clock.advance(DAY);
		for (const device of devices) await day(device);
	}
	const compacted = await stocks();
	expect(compacted.isGone).toBe(true);
	expect(compacted.waitingFor.size).toBe(0);
	expect((await canaries(site, one)).segments).toBe(0);
	const until = compacted.until ?? 0;
	expect(compacted.snapshots.length).toBeGreaterThan(0);
	expect((await canaries(site, one)).snapshots).toBe(compacted.snapshots.length);

	// A new PC that begins with the oldest snapshot there is never sees it either.
	const late = site.device(2, away.context.target, random, 0);
	await late.pull();
	expect(await canariesIn(late)).toBe(0);

	while (site.clock.now() < until) {
		site.clock.advance(20 * DAY);
		await one.snapshot();
		await thin(one);
	}
	expect(await canaries(site, one)).toEqual({ segments: 0, snapshots: 0 });
	expect(await stocks()).toMatchObject({ isGone: true, snapshots: [], until: null });
	site.close();
});

const feedsIn = ({ feeds }: Trace): DeviceId[] => feeds.map(([device]) => device);

async function day(device: SimulatedDevice): Promise<void> {
	await device.publish();
	await device.pull();
	device.vault().scrub();
	await device.acknowledge();
	await device.compact();
}

async function thin(device: SimulatedDevice): Promise<void> {
	const now = device.clock.now();
	const all = (await snapshotNames(V, device.context)).flatMap((name) => {
		const parsed = parseSnapshotName(name);
		return parsed ? [{ name, ...parsed, isVerified: true }] : [];
	});
	for (const name of snapshotsToRemove(all, { now, until: now }, device.id)) await removeSnapshot(V, name, device.context);
}

/** How many files of the share hold it, decrypted with all keys there are. */
async function canaries(site: SimulatedSite, device: SimulatedDevice): Promise<{ segments: number; snapshots: number }> {
	const { context } = device;
	let segments = 0;
	for (const feed of await context.target.list(feedsFolder(context.site, V))) {
		const folder = feedFolder(context.site, V, feed as DeviceId);
		for (const name of await context.target.list(folder)) {
			const envelope = readEnvelope((await context.target.read(`${folder}/${name}`)) ?? new Uint8Array());
			if (!envelope.ok || (envelope.value.header as { type?: string }).type !== 'segment') continue;
			for (const key of site.founded.epochKeys.values()) {
				const packed = decrypt(key, envelope.value.headerBytes, envelope.value.body);
				if (packed && Buffer.from(inflateRawSync(packed)).toString('latin1').includes(CANARY)) segments += 1;
			}
		}
	}
	let snapshots = 0;
	for (const name of await snapshotNames(V, context)) {
		const scratch = `${device.path}.look`;
		const fetched = await fetchSnapshot(V, name, context, scratch, () => {});
		if (!fetched.ok) throw new Error(fetched.error);
		if (plainPages(scratch, fetched.value.fileKey).toString('latin1').includes(CANARY)) snapshots += 1;
		removeDatabase(scratch);
	}
	return { segments, snapshots };
}

async function canariesIn({ vault, path, fileKey }: SimulatedDevice): Promise<number> {
	vault().file.pragma('wal_checkpoint(TRUNCATE)');
	return plainPages(path, fileKey).toString('latin1').toLowerCase().split(CANARY).length - 1;
}
