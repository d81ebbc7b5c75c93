import { describe, expect, it, onTestFinished } from 'vitest';
import { catchUp } from '#main/share/catch-up.ts';
import { writeFloor } from '#main/share/floors.ts';
import { feedFolder, floorsOf, sequenceName, sequencesOf, snapshotsFolder } from '#main/share/layout.ts';
import { outgoingHead, publishedHead } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import { verifyShare } from '#main/share/verify.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { type MemoryTarget, memoryTarget } from '#tests/support/memory-target.ts';
import { type SeededRandom, seededRandom } from '#tests/support/seeded-random.ts';
import {
	editSomething,
	type SimulatedDevice,
	type SimulatedSite,
	simulatedSite,
	tablesOf,
	V,
} from '#tests/support/simulated-site.ts';
import { thingKind } from '#tests/support/tiny-vault.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

interface Lab {
	readonly site: SimulatedSite;
	readonly target: MemoryTarget;
	readonly random: SeededRandom;
	/** The first is the writer whose feed is looked at. */
	readonly devices: [SimulatedDevice, SimulatedDevice, SimulatedDevice];
}

async function lab(): Promise<Lab> {
	const site = await simulatedSite(3, 4);
	onTestFinished(() => site.close());
	const target = memoryTarget();
	const random = seededRandom(3);
	const devices = site.round(target, random, [0, 0, 0]) as Lab['devices'];
	return { site, target, random, devices };
}

const insert = ({ vault, author }: SimulatedDevice, { site }: Lab, name = 'Bohrmaschine') => {
	const id = site.ids.next();
	vault().store.insert(thingKind, id, { name }, author);
	return id;
};

/** One exchange as a signed-in device has it, without a daily snapshot. */
async function exchange(device: SimulatedDevice): Promise<number> {
	await device.publish();
	await device.pull();
	await device.acknowledge();
	return device.compact();
}

/** The writer publishes so many segments, everybody reads them, and a snapshot holds them. */
async function written(lab: Lab, segments: number): Promise<void> {
	const [writer] = lab.devices;
	for (let n = 0; n < segments; n++) {
		insert(writer, lab);
		await writer.publish();
	}
	for (const device of lab.devices) await exchange(device);
	await writer.snapshot();
}

const namesOf = ({ target, site }: Lab, { id }: SimulatedDevice) => target.list(feedFolder(site.ledger().site, V, id));
const segmentsOf = async (lab: Lab, device: SimulatedDevice) => [...sequencesOf(await namesOf(lab, device)).keys()];
const has = ({ vault }: SimulatedDevice, id: string) =>
	vault().file.prepare('SELECT count(*) FROM thing WHERE id = ?').pluck().get(id) === 1;

describe('compaction', () => {
	it('lets segments go once a snapshot of 35 days ago holds them and everybody has read them, not before', async () => {
		const here = await lab();
		const [writer, reader, lazy] = here.devices;
		await written(here, 5);
		expect(await segmentsOf(here, writer)).toEqual([1, 2, 3, 4, 5]);
		here.site.clock.advance(34 * DAY);
		expect(await exchange(writer), 'any moment of 35 days can be restored').toBe(0);
		insert(writer, here);
		await exchange(writer);
		here.site.clock.advance(2 * DAY);
		expect(await exchange(writer)).toBe(5);
		expect(await segmentsOf(here, writer)).toEqual([6]);
		expect(floorsOf(await namesOf(here, writer))).toMatchObject([{ seq: 5 }]);
		// Everybody goes on as if nothing had happened, and so do checks of the whole share.
		for (const device of here.devices) {
			await exchange(device);
			expect(device.takeAlarms()).toEqual([]);
		}
		expect(tablesOf(reader)).toBe(tablesOf(writer));
		expect(tablesOf(lazy)).toBe(tablesOf(writer));
		await verifyShare(
			reader.context,
			[V],
			`${reader.path}.verify`,
			() => {},
			() => false,
		);
		// The ledger is not on this share.
		expect(reader.takeAlarms().filter(({ device }) => device !== null)).toEqual([]);
	});

	it('waits for a device that has not read it, and no longer than 90 days', async () => {
		const here = await lab();
		const [writer, reader, lazy] = here.devices;
		insert(writer, here);
		for (const device of here.devices) await exchange(device);
		insert(writer, here);
		await exchange(writer);
		await exchange(reader);
		await writer.snapshot();
		here.site.clock.advance(40 * DAY);
		await exchange(reader);
		expect(await exchange(writer), 'the lazy one has read the first only').toBe(1);
		here.site.clock.advance(40 * DAY);
		await exchange(reader);
		expect(await exchange(writer)).toBe(0);
		here.site.clock.advance(11 * DAY);
		await exchange(reader);
		expect(await exchange(writer), 'silent for 91 days').toBe(1);
		expect(await segmentsOf(here, writer)).toEqual([]);
		expect(await lazy.pull(), 'catches up').toBeGreaterThan(0);
		expect(lazy.takeAlarms()).toEqual([]);
		expect(tablesOf(lazy)).toBe(tablesOf(writer));
	});

	it('brings an old PC back after 100 days: it has everything, and what it had not sent arrives', async () => {
		const here = await lab();
		const [writer, reader, lazy] = here.devices;
		await written(here, 3);
		const unsent = insert(lazy, here, 'Stichsäge');
		lazy.vault().store.update(thingKind, unsent, { remarks: 'liegt im Keller' }, lazy.author);
		for (let week = 0; week < 15; week++) {
			here.site.clock.advance(7 * DAY);
			insert(writer, here, `Woche ${week}`);
			await exchange(reader);
			await exchange(writer);
			await writer.snapshot();
		}
		expect(Math.min(...(await segmentsOf(here, writer)))).toBeGreaterThan(4);
		lazy.restart();
		let told = 0;
		await lazy.publish();
		await pullVault(lazy.vault(), lazy.context, { includeOwn: false, onProgress: (applied) => (told = applied) });
		expect(told).toBeGreaterThan(0);
		expect(lazy.takeAlarms()).toEqual([]);
		await exchange(writer);
		expect(has(writer, unsent)).toBe(true);
		await exchange(lazy);
		expect(tablesOf(lazy)).toBe(tablesOf(writer));
		const changes = lazy.vault().file.prepare('SELECT count(*), count(segment) FROM change WHERE device = ?').raw().get(lazy.id);
		expect(changes, 'all of its own, sent').toEqual([2, 2]);
	});

	it('can be cancelled while it catches up, and goes on later', async () => {
		const here = await lab();
		const [writer, , lazy] = here.devices;
		await written(here, 2);
		const floor = { ...outgoingHead(writer.vault().file), path: 'floor' };
		const newcomer = here.site.device(3, here.target, here.random);
		await catchUp(newcomer.vault(), newcomer.context, [{ device: writer.id, floor }], {
			includeOwn: false,
			isCancelled: () => true,
		});
		expect(newcomer.vault().file.prepare('SELECT count(*) FROM feed').pluck().get()).toBe(0);
		expect(newcomer.takeAlarms()).toEqual([]);
		await newcomer.pull();
		expect(tablesOf(newcomer)).toBe(tablesOf(lazy));
	});

	it('refuses a floor that was forged, borrowed or damaged, and names the feed', async () => {
		const here = await lab();
		const [writer, reader] = here.devices;
		await written(here, 3);
		const folder = feedFolder(here.site.ledger().site, V, writer.id);
		const segments = [...sequencesOf(await namesOf(here, writer)).values()].flat();
		const head = outgoingHead(writer.vault().file);
		const newcomer = here.site.device(3, here.target, here.random);
		const good = writeFloor(writer.context, V, writer.id, head);
		const spoilt = good.bytes.slice();
		spoilt[spoilt.length - 70] = (spoilt[spoilt.length - 70] ?? 0) ^ 1;
		const forgeries = {
			'of another device': writeFloor(reader.context, V, writer.id, head),
			'of another feed': { ...writeFloor(reader.context, V, reader.id, head) },
			damaged: { path: good.path, bytes: spoilt },
		};
		for (const [what, { path, bytes }] of Object.entries(forgeries)) {
			const name = path.slice(path.lastIndexOf('/') + 1);
			await here.target.writeNew(`${folder}/${name}`, bytes);
			for (const { listed } of segments) await here.target.remove(`${folder}/${listed}`);
			await newcomer.pull();
			expect(newcomer.takeAlarms(), what).toEqual([{ problem: 'tampered', device: writer.id, file: `${folder}/${name}` }]);
			await reader.pull();
			const gone = `${folder}/${sequenceName(head.seq, head.hash)}`;
			expect(reader.takeAlarms(), what).toEqual([
				{ problem: 'tampered', device: writer.id, file: `${folder}/${name}` },
				{ problem: 'rolled_back', device: writer.id, file: gone },
			]);
			await here.target.remove(`${folder}/${name}`);
			// The writer gives again what was taken away.
			await writer.publish();
			expect(writer.takeAlarms()).toEqual([]);
			expect(await segmentsOf(here, writer), what).toEqual([1, 2, 3]);
		}
	});

	it('takes an honest floor that no snapshot covers for what it is to a newcomer: a share that was tidied', async () => {
		const here = await lab();
		const [writer, reader] = here.devices;
		await written(here, 3);
		here.site.clock.advance(36 * DAY);
		await exchange(writer);
		await here.target.remove(snapshotsFolder(here.site.ledger().site, V));
		const newcomer = here.site.device(3, here.target, here.random);
		await newcomer.pull();
		expect(newcomer.takeAlarms()).toMatchObject([{ problem: 'rolled_back', device: writer.id }]);
		// Whoever has read it all needs no snapshot; and the next one brings the newcomer in.
		await reader.pull();
		expect(reader.takeAlarms()).toEqual([]);
		await reader.snapshot();
		await newcomer.pull();
		expect(newcomer.takeAlarms()).toEqual([]);
		expect(tablesOf(newcomer)).toBe(tablesOf(writer));
	});

	it('goes on after it was cut off between floor and removal, and puts its floor back', async () => {
		const here = await lab();
		const [writer, reader] = here.devices;
		await written(here, 4);
		here.site.clock.advance(36 * DAY);
		const remove = here.target.remove;
		let left = 2;
		here.target.remove = async (path) => {
			if (path.includes('/feeds/')) left -= 1;
			if (left < 0) throw new Error('cut off');
			return remove(path);
		};
		await expect(exchange(writer)).rejects.toThrow('cut off');
		here.target.remove = remove;
		await reader.pull();
		expect(reader.takeAlarms()).toEqual([]);
		expect(await segmentsOf(here, writer)).toEqual([3, 4]);
		writer.restart();
		await exchange(writer);
		expect(await segmentsOf(here, writer)).toEqual([]);
		const [floor] = floorsOf(await namesOf(here, writer));
		await here.target.remove(`${feedFolder(here.site.ledger().site, V, writer.id)}/${floor?.listed}`);
		await writer.publish();
		expect(floorsOf(await namesOf(here, writer))).toEqual([floor]);
		insert(writer, here);
		await writer.publish();
		await reader.pull();
		expect([...writer.takeAlarms(), ...reader.takeAlarms()]).toEqual([]);
		expect(tablesOf(reader)).toBe(tablesOf(writer));
	});

	it('sees to the feed of a device that was removed', async () => {
		const here = await lab();
		const [writer, reader, other] = here.devices;
		await written(here, 3);
		const head = publishedHead(writer.vault().file);
		if (!head) throw new Error('nothing was published');
		here.site.say({
			fact: 'device_removed',
			device: writer.id,
			heads: [[V, head.seq, new Uint8Array(head.hash.subarray(0, 16))]],
		});
		here.site.clock.advance(36 * DAY);
		// It stays silent, and does not count any more.
		await other.acknowledge();
		await reader.acknowledge();
		expect(await reader.compact()).toBe(3);
		expect(await other.compact(), 'nothing left to do').toBe(0);
		for (const device of [reader, other]) {
			await device.pull();
			expect(device.takeAlarms()).toEqual([]);
		}
		const newcomer = here.site.device(3, here.target, here.random);
		await newcomer.pull();
		expect(newcomer.takeAlarms()).toEqual([]);
		expect(tablesOf(newcomer)).toBe(tablesOf(reader));
		// What it says about its own feed after that, beyond its end, does not count.
		const beyond = writeFloor(writer.context, V, writer.id, { seq: 9, hash: new Uint8Array(32) });
		await here.target.writeNew(beyond.path, beyond.bytes);
		const late = here.site.device(3, here.target, here.random);
		await late.pull();
		const said = late.takeAlarms();
		expect(said).toContainEqual({ problem: 'tampered', device: writer.id, file: beyond.path });
		expect(new Set(said.map(({ file }) => file))).toEqual(new Set([beyond.path]));
		expect(tablesOf(late)).toBe(tablesOf(reader));
	});
});

const SCHEDULES = campaign(3, 8);

it(`never loses a change in ${SCHEDULES} random half-years with compaction and lazy devices`, {
	timeout: 300_000 + SCHEDULES * 10_000,
}, async () => {
	const seed = printedSeed('compaction');
	const site = await simulatedSite(4, 5);
	let removed = 0;
	let caughtUp = 0;
	for (let schedule = 0; schedule < SCHEDULES; schedule++) {
		const random = seededRandom(seed + schedule);
		const why = `KONTOR_SEED=${seed + schedule}`;
		const target = memoryTarget();
		const devices = site.round(target, random, [0, -20 * HOUR, 11 * HOUR, 3 * HOUR]);
		for (let day = 0; day < 180; day += 1 + random.below(6)) {
			site.clock.advance((1 + random.below(6)) * DAY);
			for (const [at, device] of devices.entries()) {
				// The last one is switched on a few times a year, and changes things while it is off the network, too.
				const isAway = at === 3 && random.below(12) > 0;
				if (random.below(isAway ? 6 : 2) === 0) editSomething(device, site, random);
				if (isAway || random.below(4) === 0) continue;
				await device.publish();
				const before = feedsOf(device);
				await device.pull();
				await device.acknowledge();
				if (random.below(3) === 0) await device.snapshot();
				if (random.below(2) === 0) removed += await device.compact();
				if (before > 0 && at === 3) caughtUp += 1;
				if (random.below(10) === 0) device.restart();
				expect(device.takeAlarms(), why).toEqual([]);
			}
		}
		site.clock.advance(5 * DAY);
		for (let round = 0; round < 2; round++) {
			for (const device of devices) {
				await device.publish();
				await device.pull();
			}
		}
		const tables = devices.map(tablesOf);
		for (const [at, other] of tables.entries()) if (other !== tables[0]) expect(other, `${why}: device ${at}`).toBe(tables[0]);
		await devices[0]?.snapshot();
		const newcomer = site.device(4, target, random);
		await newcomer.pull();
		expect(
			[...devices, newcomer].flatMap((device) => device.takeAlarms()),
			why,
		).toEqual([]);
		if (tablesOf(newcomer) !== tables[0]) expect(tablesOf(newcomer), `${why}: from the share alone`).toBe(tables[0]);
	}
	site.close();
	console.log(`${SCHEDULES} half-years: ${removed} segments compacted, the lazy device came ${caughtUp} times`);
	expect(removed).toBeGreaterThan(SCHEDULES);
});

const feedsOf = ({ vault }: SimulatedDevice) => vault().file.prepare('SELECT count(*) FROM feed').pluck().get() as number;
