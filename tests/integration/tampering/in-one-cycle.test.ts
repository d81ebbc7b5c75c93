import { expect, it, onTestFinished } from 'vitest';
import { writeFloor } from '#main/share/floors.ts';
import { ackFolder, feedFolder, floorName, floorsOf, ledgerFolder, sequenceName, sequencesOf } from '#main/share/layout.ts';
import { writeSegment } from '#main/share/segments.ts';
import { hash } from '#main/vaults/crypto.ts';
import { writeEnvelope } from '#main/vaults/envelope.ts';
import { keyOf } from '#main/vaults/grants.ts';
import { entryFileName } from '#main/vaults/ledger.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { type MemoryTarget, memoryTarget } from '#tests/support/memory-target.ts';
import { type SeededRandom, seededRandom } from '#tests/support/seeded-random.ts';
import { editSomething, type SimulatedDevice, type SimulatedSite, simulatedSite, V } from '#tests/support/simulated-site.ts';
import { syncOf } from '#tests/support/syncing-device.ts';
import { tamper } from '#tests/support/tampering.ts';

/**
 * Somebody changes one thing on the share. The whole exchange of another PC runs once: then its status must name the
 * device and the file, and everything else must have arrived.
 */
const TRIES = { segment: campaign(40, 1500), floor: campaign(36, 1350), ack: campaign(32, 1200), ledger: campaign(10, 400) };
const DAY = 24 * 60 * 60 * 1000;

interface Lab {
	readonly site: SimulatedSite;
	readonly target: MemoryTarget;
	/** Everything that ever lay there. */
	readonly ever: ReadonlyMap<string, Uint8Array>;
	readonly devices: readonly [writer: SimulatedDevice, other: SimulatedDevice, reader: SimulatedDevice];
}

/** The first two have written, everybody has read and said so, twice segments were let go; then there is something new. */
async function lab(seed: number): Promise<Lab> {
	const site = await simulatedSite(seed, 3);
	onTestFinished(() => site.close());
	const [target, random, ever] = [memoryTarget(), seededRandom(seed), new Map<string, Uint8Array>()];
	const devices = site.round(target, random, [0, 0, 0]) as unknown as Lab['devices'];
	const [writer, other, reader] = devices;
	const note = () => {
		for (const [path, bytes] of target.files) ever.set(path, bytes);
	};
	const write = async (segments: number) => {
		for (let n = 0; n < segments; n++) {
			for (const device of [writer, other]) {
				editSomething(device, site, random);
				await device.publish();
			}
		}
		note();
	};
	const exchange = async () => {
		for (const device of devices) {
			await device.pull();
			await device.acknowledge();
			await device.compact();
			note();
		}
	};
	for (const entry of site.entries) target.put(`${ledgerFolder(site.ledger().site)}/${entryFileName(entry)}`, entry.bytes);
	for (let round = 0; round < 2; round++) {
		await write(4);
		await exchange();
		await writer.snapshot();
		site.clock.advance(36 * DAY);
		await exchange();
	}
	await writer.snapshot();
	const bugs: string[] = [];
	await syncOf(reader, site, target, bugs).cycle();
	expect(bugs).toEqual([]);
	await write(2);
	await exchange();
	await write(4);
	return { site, target, ever, devices };
}

/** Does it, and says what must be found: one of these problems, whose, and where (any file of the device when null). */
type Attack = () => {
	readonly problems: readonly ShareProblem[];
	readonly device: DeviceId | null;
	readonly file: string | null;
};
type Attacks = Readonly<Record<string, Attack>>;

function attacksOn({ site, target, ever, devices }: Lab, there: Lab, random: SeededRandom) {
	const { site: siteId } = site.ledger();
	const [writer, other, reader] = devices;
	const folder = feedFolder(siteId, V, writer.id);
	const namesIn = (at: string) =>
		[...target.files.keys()].filter((path) => path.startsWith(`${at}/`)).map((path) => path.slice(at.length + 1));
	const bytesAt = (path: string) => target.files.get(path) as Uint8Array;
	const segmentsOf = (device: DeviceId, at = target, of = siteId) =>
		[...at.files].filter(([path]) => path.startsWith(`${feedFolder(of, V, device)}/00`)).sort(([a], [b]) => (a < b ? -1 : 1));
	const readUpTo = (device: DeviceId) =>
		reader.vault().file.prepare<[string], number>('SELECT seq FROM feed WHERE device = ?').pluck().get(device) as number;
	const isNew = ([path]: [string, Uint8Array]) => Number(path.slice(-43, -33)) > readUpTo(writer.id);
	const tampered = (file: string, device: DeviceId | null = writer.id) => ({ problems: ['tampered'] as const, device, file });
	const missing = (file: string) => ({ problems: ['files_missing', 'rolled_back'] as const, device: writer.id, file });
	/** In the place of `path`, or beside it. */
	const instead = (path: string | null, name: string, bytes: Uint8Array) => {
		if (path) void target.remove(path);
		target.put(name, bytes);
		return tampered(name);
	};
	const numbered = (path: string) => Number(/(\d{10})-[0-9a-f]{32}$/.exec(path)?.[1]);
	const epoch = { number: 1, key: keyOf(site.founded.epochKeys, V, 1) };

	const pickSegment = () => random.pick(segmentsOf(writer.id).filter(isNew).slice(0, -1));
	const forgedSegment = (bytes: Uint8Array) => {
		const [path] = pickSegment();
		return instead(path, `${folder}/${sequenceName(numbered(path), hash(bytes))}`, bytes);
	};
	const segment: Attacks = {
		'changed under its name'() {
			const [path, bytes] = pickSegment();
			target.put(path, tamper(bytes, random).bytes);
			return tampered(path);
		},
		'changed under a name that fits': () => forgedSegment(tamper(pickSegment()[1], random).bytes),
		'another of the feed'() {
			const [path] = pickSegment();
			const [, bytes] = random.pick(segmentsOf(writer.id).filter(([other]) => other !== path));
			return instead(path, `${folder}/${sequenceName(numbered(path), hash(bytes))}`, bytes);
		},
		'of another device': () => forgedSegment(random.pick(segmentsOf(other.id))[1]),
		'of another site': () =>
			forgedSegment(random.pick(segmentsOf(there.devices[0].id, there.target, there.site.ledger().site))[1]),
		'of another vault'() {
			const place = {
				site: siteId,
				vault: 'workshop',
				device: writer.id,
				seq: numbered(pickSegment()[0]),
				prev: random.bytes(32),
			} as const;
			return forgedSegment(writeSegment(place, [], epoch, writer.context.device.keys.secretKey, random).bytes);
		},
		'two of one number'() {
			const [path] = pickSegment();
			const bytes = tamper(bytesAt(path), random).bytes;
			target.put(`${folder}/${sequenceName(numbered(path), hash(bytes))}`, bytes);
			return { problems: ['tampered'], device: writer.id, file: null };
		},
		deleted() {
			void target.remove(pickSegment()[0]);
			return missing(folder);
		},
		'rolled back'() {
			for (const [path] of segmentsOf(writer.id)) if (numbered(path) >= readUpTo(writer.id)) void target.remove(path);
			return { problems: ['rolled_back'], device: writer.id, file: null };
		},
		'all deleted'() {
			void target.remove(folder);
			return { problems: ['files_missing'], device: writer.id, file: null };
		},
	};

	const floorPath = () => `${folder}/${floorsOf(namesIn(folder))[0]?.listed}`;
	/** Sometimes the right one stays. */
	const forgedFloor = (bytes: Uint8Array, seq = numbered(floorPath())) =>
		instead(random.below(2) === 0 ? floorPath() : null, `${folder}/${floorName(seq, hash(bytes))}`, bytes);
	const someFloor = (context = writer.context, vault: typeof V | 'workshop' = V, device = writer.id) =>
		writeFloor(context, vault, device, { seq: 1 + random.below(12), hash: random.bytes(32) }).bytes;
	const floor: Attacks = {
		'changed under its name'() {
			target.put(floorPath(), tamper(bytesAt(floorPath()), random).bytes);
			return tampered(floorPath());
		},
		'changed under a name that fits': () => forgedFloor(tamper(bytesAt(floorPath()), random).bytes),
		'of another device': () => forgedFloor(someFloor(other.context, V, other.id)),
		'by another device': () => forgedFloor(someFloor(other.context)),
		'of another vault': () => forgedFloor(someFloor(writer.context, 'workshop')),
		'of another site': () => forgedFloor(someFloor(there.devices[0].context, V, there.devices[0].id)),
		'under another number': () => forgedFloor(bytesAt(floorPath()), numbered(floorPath()) + 1 + random.below(20)),
		'rolled back'() {
			const [path, bytes] = [...ever].find(([path]) => path.startsWith(`${folder}/floor-`) && path !== floorPath()) ?? [];
			if (!path || !bytes) throw new Error('there was one floor only');
			void target.remove(floorPath());
			target.put(path, bytes);
			return missing(folder);
		},
		deleted() {
			void target.remove(floorPath());
			return missing(folder);
		},
	};

	const acks = ackFolder(siteId, V, writer.id);
	const ackPath = () => `${acks}/${sequencesOf(namesIn(acks)).values().next().value?.[0]?.listed}`;
	const forgedAck = (bytes: Uint8Array, seq = numbered(ackPath()) + random.below(3)) =>
		instead(random.below(2) === 0 ? ackPath() : null, `${acks}/${sequenceName(seq, hash(bytes))}`, bytes);
	const someAck = ({ context }: SimulatedDevice, vault: string, seq: number) => {
		const feeds = [[other.id, 3, random.bytes(32)]];
		const header = { type: 'ack', v: 1, site: context.site, vault, device: context.device.id, seq, at: site.clock.now(), feeds };
		return writeEnvelope(header, () => new Uint8Array(), context.device.keys.secretKey).bytes;
	};
	const nextAck = () => numbered(ackPath()) + 1;
	const ack: Attacks = {
		'changed under its name'() {
			target.put(ackPath(), tamper(bytesAt(ackPath()), random).bytes);
			return tampered(ackPath());
		},
		'changed under a name that fits': () => forgedAck(tamper(bytesAt(ackPath()), random).bytes),
		'of another device': () => forgedAck(someAck(other, V, nextAck()), nextAck()),
		'of another vault': () => forgedAck(someAck(writer, 'workshop', nextAck()), nextAck()),
		'of another site': () => forgedAck(someAck(there.devices[0], V, nextAck()), nextAck()),
		'under another number': () => forgedAck(bytesAt(ackPath()), nextAck() + random.below(20)),
		'rolled back'() {
			const [path, bytes] = random.pick(
				[...ever].filter(([path]) => path.startsWith(`${acks}/`) && numbered(path) < numbered(ackPath())),
			);
			void target.remove(ackPath());
			target.put(path, bytes);
			return { problems: ['rolled_back'], device: writer.id, file: path };
		},
		deleted() {
			const path = ackPath();
			void target.remove(path);
			return { problems: ['files_missing'], device: writer.id, file: path };
		},
	};

	const ledgerPlace = ledgerFolder(siteId);
	const entries = () => site.entries.map((entry) => `${ledgerPlace}/${entryFileName(entry)}`);
	const forgedEntry = (bytes: Uint8Array) => {
		const path = random.pick(entries());
		const name = `${ledgerPlace}/${sequenceName(numbered(path), hash(bytes))}`;
		instead(path, name, bytes);
		return tampered(name, null);
	};
	const ledger: Attacks = {
		'changed under a name that fits': () => forgedEntry(tamper(bytesAt(random.pick(entries())), random).bytes),
		'another of the ledger'() {
			const [path, from] = [entries()[0] ?? '', random.pick(entries().slice(1))];
			const name = `${ledgerPlace}/${sequenceName(1, hash(bytesAt(from)))}`;
			instead(path, name, bytesAt(from));
			return tampered(name, null);
		},
		'of another site': () => forgedEntry(random.pick(there.site.entries).bytes),
		'rolled back'() {
			const path = entries().at(-1) ?? '';
			void target.remove(path);
			return { problems: ['rolled_back'], device: null, file: path };
		},
		deleted() {
			const path = random.pick(entries());
			void target.remove(path);
			return { problems: ['rolled_back', 'tampered'], device: null, file: path };
		},
	};
	return { segment, floor, ack, ledger };
}

for (const [what, tries] of Object.entries(TRIES)) {
	it(`names the device and the file in one cycle: ${tries} times a ${what}`, { timeout: 900_000 }, async () => {
		const seed = printedSeed(`tampering with a ${what}`);
		const random = seededRandom(seed);
		const [here, there] = [await lab(seed), await lab(seed + 1)];
		const { site, target, devices } = here;
		const [writer, other, reader] = devices;
		const attacks = Object.entries(attacksOn(here, there, random)[what as keyof typeof TRIES]);
		const headOf = (device: SimulatedDevice) =>
			device.vault().file.prepare<[], number>('SELECT max(seq) FROM outgoing').pluck().get();
		const heads = [writer, other].map(headOf);
		const { file } = reader.vault();
		const read = (device: SimulatedDevice) =>
			file.prepare<[string], number>('SELECT seq FROM feed WHERE device = ?').pluck().get(device.id);
		const putBack = target.save();
		file.exec('BEGIN');
		const counts = new Map<string, number>();
		const cycle = async () => {
			const bugs: string[] = [];
			const sync = syncOf(reader, site, target, bugs);
			await sync.cycle();
			expect(bugs).toEqual([]);
			return sync.status();
		};
		file.exec('SAVEPOINT untouched');
		expect(await cycle(), 'all is well').toMatchObject({ alarms: [], problem: null });
		expect([writer, other].map(read)).toEqual(heads);
		file.exec('ROLLBACK TO untouched');
		putBack();
		for (let n = 0; n < tries; n++) {
			const [kind, attack] = attacks[n % attacks.length] as (typeof attacks)[number];
			counts.set(kind, (counts.get(kind) ?? 0) + 1);
			const expected = attack();
			const why = `${kind}, KONTOR_SEED=${seed}, ${n}`;
			const { alarms, problem } = await cycle();
			const name = expected.device && `Gerät ${devices.findIndex(({ id }) => id === expected.device) + 1}`;
			const found = alarms.filter((alarm) => expected.problems.includes(alarm.problem) && alarm.device === name);
			const isNamed = found.some((alarm) => expected.file === null || alarm.file === expected.file);
			if (!isNamed) expect({ alarms, problem }, `${why}: ${JSON.stringify(expected)}`).toBe('named');
			expect(
				alarms.filter(({ device }) => device !== name),
				`${why}: nobody else is blamed`,
			).toEqual([]);
			// While the ledger is in doubt, nothing is believed that was signed under it.
			if (what !== 'ledger') expect(read(other), why).toBe(heads[1]);
			if (what === 'ack') expect(read(writer), why).toBe(heads[0]);
			file.exec('ROLLBACK TO untouched');
			putBack();
		}
		expect(await cycle(), 'all is well again').toMatchObject({ alarms: [], problem: null });
		file.exec('ROLLBACK');
		console.log(`${what}: ${[...counts].map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
	});
}
