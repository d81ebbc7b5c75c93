import { expect, it } from 'vitest';
import { createBlobExchange } from '#main/share/blobs.ts';
import { ackFolder, blobsFolder, feedFolder, ledgerFolder, snapshotsFolder } from '#main/share/layout.ts';
import { copySite } from '#main/share/second-copy.ts';
import { verifyShare } from '#main/share/verify.ts';
import { sealBlob } from '#main/vaults/blob.ts';
import { entryFileName } from '#main/vaults/ledger.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { memoryTarget } from '#tests/support/memory-target.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { editSomething, simulatedSite, V } from '#tests/support/simulated-site.ts';
import { tamper } from '#tests/support/tampering.ts';

/**
 * What no PC has to read again is looked at when somebody checks the share (on demand, in drills), copies it, or needs it:
 * every changed file is named then.
 */
const TRIES = { verify: campaign(30, 1000), blobs: campaign(40, 1750), copy: campaign(40, 1750) };
const DAY = 24 * 60 * 60 * 1000;

/** Two devices, of which one has let segments go; two snapshots, three blobs. */
async function publishedSite(seed: number) {
	const site = await simulatedSite(seed, 2);
	const [target, random] = [memoryTarget(), seededRandom(seed)];
	const [writer, reader] = site.round(target, random, [0, 0]);
	if (!writer || !reader) throw new Error('two devices');
	const id = site.ledger().site;
	for (const entry of site.entries) target.put(`${ledgerFolder(id)}/${entryFileName(entry)}`, entry.bytes);
	for (let round = 0; round < 2; round++) {
		for (let n = 0; n < 3; n++) {
			editSomething(writer, site, random);
			await writer.publish();
		}
		for (const device of [writer, reader]) {
			await device.pull();
			await device.acknowledge();
			await device.compact();
		}
		await writer.snapshot();
		site.clock.advance(round === 0 ? 36 * DAY : 0);
	}
	await writer.compact();
	const blobs = new Map<string, { bytes: Uint8Array; size: number }>();
	for (const size of [100, 3000, 20_000]) {
		const place = { site: id, vault: V, size };
		const { name, bytes } = await sealBlob(place as never, random.bytes(32), random.bytes(size), random);
		blobs.set(name, { bytes, size });
		target.put(`${blobsFolder(id, V)}/${name}`, bytes);
	}
	return { site, id, target, writer, reader, blobs };
}

const counted = (counts: Map<string, number>, what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);
const tableOf = (counts: Map<string, number>) => [...counts].map(([what, times]) => `${what} ${times}`).join(', ');

it(`names what was changed when the share is checked: ${TRIES.verify}`, { timeout: 900_000 }, async () => {
	const seed = printedSeed('tampering with what lies on the share');
	const random = seededRandom(seed);
	const { site, id, target, writer, reader } = await publishedSite(seed);
	const there = await publishedSite(seed + 1);
	const places = {
		ledger: ledgerFolder(id),
		segment: `${feedFolder(id, V, writer.id)}/00`,
		floor: `${feedFolder(id, V, writer.id)}/floor-`,
		ack: ackFolder(id, V, writer.id),
		snapshot: snapshotsFolder(id, V),
	};
	const scratch = `${reader.path}.verify`;
	const check = async () => {
		await verifyShare(
			reader.context,
			[V],
			scratch,
			() => {},
			() => false,
		);
		return reader.takeAlarms();
	};
	expect(await check()).toEqual([]);
	const putBack = target.save();
	const counts = new Map<string, number>();
	const kinds = Object.entries(places);
	for (let n = 0; n < TRIES.verify; n++) {
		const [what, place] = kinds[n % kinds.length] as [string, string];
		const files = [...target.files].filter(([path]) => path.startsWith(place));
		const [path, bytes] = random.pick(files);
		const elsewhere = [...there.target.files].filter(([other]) => other.split('/').length === path.split('/').length);
		const [how, next] = random.pick<() => [string, Uint8Array]>([
			() => ['changed', tamper(bytes, random).bytes],
			() => ['changed', tamper(bytes, random).bytes],
			() => ['of another site', random.pick(elsewhere.filter(([, other]) => !Buffer.from(other).equals(bytes)))[1]],
			() => ['another of here', random.pick([...target.files].filter(([, other]) => !Buffer.from(other).equals(bytes)))[1]],
		])();
		target.put(path, next);
		counted(counts, `${what} ${how}`);
		const alarms = await check();
		// A snapshot is named as a whole.
		const file = what === 'snapshot' ? path.split('/').slice(0, -1).join('/') : path;
		const device = what === 'ledger' ? null : writer.id;
		const isNamed = alarms.some((alarm) => alarm.file === file && alarm.device === device);
		if (!isNamed) expect(alarms, `KONTOR_SEED=${seed}, ${n}: ${what} ${how} ${path}`).toBe('named');
		putBack();
	}
	expect(await check(), 'all is well again').toEqual([]);
	site.close();
	there.site.close();
	console.log(tableOf(counts));
});

it(`names blobs that are not what they were, and brings the others: ${TRIES.blobs}`, { timeout: 900_000 }, async () => {
	const seed = printedSeed('tampering with blobs');
	const random = seededRandom(seed);
	const { site, id, target, reader, blobs } = await publishedSite(seed);
	const needed = [...blobs].map(([name, { size }]) => ({ name, size }));
	const putBack = target.save();
	const counts = new Map<string, number>();
	for (let n = 0; n < TRIES.blobs; n++) {
		const [name, { bytes }] = random.pick([...blobs]);
		const path = `${blobsFolder(id, V)}/${name}`;
		const other = random.pick([...blobs].filter(([one]) => one !== name))[1].bytes;
		const [how, next] = random.pick<() => [string, Uint8Array]>([
			() => ['changed', tamper(bytes, random).bytes],
			() => ['changed', tamper(bytes, random).bytes],
			() => ['another blob', other],
			() => ['something else', random.bytes(bytes.length)],
		])();
		counted(counts, how);
		target.put(path, next);
		const here = new Map<string, Uint8Array>();
		const files = {
			has: (one: string) => here.has(one),
			write: async (one: string, content: Uint8Array) => void here.set(one, content),
			read: async (one: string) => here.get(one) ?? null,
			readPart: async () => null,
			distrust() {},
			tidy() {},
			remove() {},
		};
		const of = { vault: V, needed: () => needed, expired: () => [] } as const;
		const exchange = createBlobExchange({ files, clock: site.clock, blobs: () => of, onFetched() {} });
		await exchange.exchange(reader.context, { maySend: true, confirm: async () => {}, isCancelled: () => false });
		expect(reader.takeAlarms(), `KONTOR_SEED=${seed}, ${n}: ${how}`).toEqual([{ problem: 'tampered', device: null, file: path }]);
		expect([...here.keys()].sort()).toEqual([...blobs.keys()].filter((one) => one !== name).sort());
		putBack();
	}
	site.close();
	console.log(`blobs: ${tableOf(counts)}`);
});

it(`names what is damaged in a second copy, and passes nothing damaged on: ${TRIES.copy}`, { timeout: 900_000 }, async () => {
	const seed = printedSeed('tampering with a second copy');
	const random = seededRandom(seed);
	const { site, id, target } = await publishedSite(seed);
	const copy = memoryTarget();
	const work = { report() {}, isCancelled: () => false };
	expect((await copySite(target, copy, id, work)).damaged).toEqual([]);
	const copied = [...copy.files];
	const [wellThere, wellHere] = [copy.save(), target.save()];
	const counts = new Map<string, number>();
	for (let n = 0; n < TRIES.copy; n++) {
		const [path, bytes] = random.pick(copied);
		const isHere = random.below(2) === 0;
		const side = isHere ? target : copy;
		// A manifest that reads otherwise is that of another snapshot: what tells is its signature, when it is opened.
		const isManifest = path.endsWith('/manifest');
		const [how, next] = random.pick<() => [string, Uint8Array]>([
			() => ['changed', isManifest ? bytes.subarray(0, random.below(bytes.length >> 1)) : tamper(bytes, random).bytes],
			() => ['another file', random.pick(copied.filter(([, other]) => !Buffer.from(other).equals(bytes)))[1]],
			() => ['emptied', new Uint8Array()],
		])();
		if (isHere) await copy.remove(path);
		side.put(path, next);
		const { damaged } = await copySite(target, copy, id, work);
		const why = `KONTOR_SEED=${seed}, ${n}: ${how} ${path} ${isHere ? 'on the share' : 'in the copy'}`;
		if (isManifest && isHere) expect(damaged.length, why).toBeGreaterThanOrEqual(how === 'another file' ? 0 : 1);
		else expect(damaged, why).toContain(path);
		counted(counts, `${isHere ? 'on the share' : 'in the copy'} ${how}`);
		wellThere();
		wellHere();
	}
	site.close();
	console.log(`second copy: ${tableOf(counts)}`);
});
