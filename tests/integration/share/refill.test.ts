import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ledgerFolder, refillsOf } from '#main/share/layout.ts';
import { isRefill, refillMemory, refillVault, writeRefill } from '#main/share/refill.ts';
import { verifySnapshot } from '#main/share/snapshots.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { memoryTarget } from '#tests/support/memory-target.ts';
import {
	drain,
	EVERYBODY,
	HOUR,
	joinSite,
	newSite,
	type Office,
	office,
	person,
	refusalOf,
	signIn,
	sync,
} from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { editSomething, type SimulatedDevice, simulatedSite, tablesOf, V } from '#tests/support/simulated-site.ts';
import { readSite } from '#tests/support/spec-reader.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const status = ({ client }: TestBackend) => client.share.status();
const names = async ({ client }: TestBackend): Promise<(string | null)[]> =>
	(await client.people.list(EVERYBODY)).rows.map(({ firstName }) => firstName).sort();
const write = ({ client }: TestBackend, firstName: string) => client.people.create(person({ firstName }));
const left = (pc: TestBackend) => pc.settle('it to leave', async () => (await status(pc)).waitingChanges === 0);

interface Three {
	readonly place: Office;
	readonly anna: TestBackend;
	readonly berta: TestBackend;
	readonly clara: TestBackend;
	readonly kit: string;
}

/** Three PCs that know the same; from here on Clara's is switched off. */
async function threePcs(): Promise<Three> {
	const place = office();
	const anna = await place.pc('Tresen');
	const { groups } = await newSite(anna);
	await anna.client.share.connect({ folder: place.share });
	await sync(anna);
	const [berta, clara] = [await place.pc('Büro'), await place.pc('Keller')];
	await joinSite(berta, place.share);
	await drain(
		clara.client.site.join({
			folder: place.share,
			siteId: (await clara.client.share.inspect({ folder: place.share })).sites[0]?.siteId as never,
			signInName: 'Anna',
			passphrase: 'rote Lampe am Kanal 7',
			deviceName: 'Keller',
		}),
	);
	for (const pc of [anna, berta, clara]) {
		await write(pc, `vorher ${pc.dataDir.at(-1)}`);
		await left(pc);
	}
	await agree([anna, berta, clara]);
	return { place, anna, berta, clara, kit: groups.join(' ') };
}

/** All are well and have the same people. */
async function agree(pcs: readonly TestBackend[]): Promise<(string | null)[]> {
	const [first] = pcs;
	if (!first) throw new Error('nobody');
	await first.settle('all to be well and alike', async () => {
		for (const pc of pcs.slice(1)) pc.tick(1000);
		const all = await Promise.all(pcs.map(async (pc) => ({ ...(await status(pc)), names: (await names(pc)).join() })));
		return all.every(
			(one) => one.problem === null && one.waitingChanges === 0 && one.alarms.length === 0 && one.names === all[0]?.names,
		);
	});
	return names(first);
}

const lose = ({ place }: Three) => {
	rmSync(place.share, { recursive: true });
	mkdirSync(place.share);
};

const isLost = async (pc: TestBackend) => {
	const { problem, mayRefill } = await status(pc);
	return problem === 'wrong_folder' && mayRefill;
};

it('fills a share that is gone for good: whatever any PC knew is on every one again, also of one that was off all the time', async () => {
	const three = await threePcs();
	const { place, anna, berta, clara } = three;
	// What only Clara's PC and the share had; then it is switched off with something that had not left.
	await write(clara, 'nur auf dem Netzlaufwerk');
	await left(clara);
	await clara.client.members.lock();
	await write(berta, 'von Berta, Anna las es nie');
	await left(berta);
	const before = [...(await names(berta))];
	lose(three);
	await write(anna, 'währenddessen bei Anna');
	await write(berta, 'währenddessen bei Berta');
	for (const pc of [anna, berta]) await pc.settle('it to be noticed', () => isLost(pc));
	expect(
		filesBelow(place.share).filter((path) => path.includes('/ledger/')),
		'no site begins there by itself',
	).toEqual([]);

	const steps: string[] = [];
	for await (const { step } of await anna.client.share.refill({ folder: null })) steps.push(step);
	expect(new Set(steps)).toEqual(new Set(['office.snapshot', 'counselling.snapshot']));
	const both = await agree([anna, berta]);
	expect(both).toEqual(
		expect.arrayContaining(['währenddessen bei Anna', 'währenddessen bei Berta', 'von Berta, Anna las es nie', ...before]),
	);
	expect((await status(anna)).verifiedSnapshotAt).not.toBeNull();

	anna.tick(HOUR);
	await signIn(clara);
	await write(clara, 'wieder da');
	const all = await agree([anna, berta, clara]);
	expect(all).toEqual(expect.arrayContaining([...both, 'nur auf dem Netzlaufwerk', 'wieder da']));
	await drain(anna.client.share.verify());
	const read = await readSite(place.share, { kit: three.kit });
	expect(read.refills).toHaveLength(1);
	expect(read.snapshots.map(({ vault }) => vault)).toEqual(expect.arrayContaining(['counselling', 'office']));
	expect([...read.merged.values()].map(({ firstName }) => firstName)).toContain('wieder da');

	// A PC that is set up from the new share has all of it as well.
	const dora = await place.pc('Neu');
	await joinSite(dora, place.share);
	expect(await names(dora)).toEqual(all);
	await agree([anna, berta, clara, dora]);
	// That it was filled once is no excuse for being put back later.
	renameSync(place.share, `${place.share} neu`);
	mkdirSync(place.share);
	await anna.settle('the next loss', () => isLost(anna));
}, 300_000);

it('is filled by two PCs at once', async () => {
	const three = await threePcs();
	const { anna, berta, clara } = three;
	await clara.client.members.lock();
	lose(three);
	await write(anna, 'Anna');
	await write(berta, 'Berta');
	for (const pc of [anna, berta]) await pc.settle('it to be noticed', () => isLost(pc));
	await Promise.all([anna, berta].map((pc) => drain(pc.client.share.refill({ folder: null }))));
	expect(await agree([anna, berta])).toEqual(expect.arrayContaining(['Anna', 'Berta']));
	await signIn(clara);
	expect(await agree([anna, berta, clara])).toEqual(expect.arrayContaining(['Anna', 'Berta']));
	await drain(clara.client.share.verify());
}, 300_000);

it('moves to another folder when the old one died with its disk; cancelled, nothing has begun', async () => {
	const three = await threePcs();
	const { place, anna, berta, clara } = three;
	const folder = join(place.root, 'Neues Netzlaufwerk');
	mkdirSync(folder);
	rmSync(place.share, { recursive: true });
	expect(await refusalOf(anna.client.share.connect({ folder }))).toMatchObject({ data: { problem: 'wrong_folder' } });
	expect(await refusalOf(drain(anna.client.share.refill({ folder: join(place.root, 'nicht da') })))).toMatchObject({
		data: { problem: 'unreachable' },
	});
	const begun = (await anna.client.share.refill({ folder }))[Symbol.asyncIterator]();
	await begun.next();
	await begun.return?.(undefined);
	expect(filesBelow(folder).filter((path) => path.includes('ledger'))).toEqual([]);
	expect((await status(anna)).folder).toBe(place.share);
	await drain(anna.client.share.refill({ folder }));
	for (const pc of [berta, clara]) await pc.client.share.connect({ folder });
	await write(clara, 'im neuen');
	expect(await agree([anna, berta, clara])).toContain('im neuen');
}, 300_000);

it('is believed only when a device of the site has signed it, and once by each', async () => {
	const site = await simulatedSite(4, 3);
	onTestFinished(() => site.close());
	const target = memoryTarget();
	const [one, two] = site.round(target, seededRandom(4), [0, 0, 0]) as [SimulatedDevice, SimulatedDevice, SimulatedDevice];
	const folder = ledgerFolder(site.ledger().site);
	await writeRefill(one.context);
	const [mark] = refillsOf(await target.list(folder));
	if (!mark) throw new Error('no mark');
	expect(await isRefill([mark], two.context)).toBe(true);
	expect(two.takeAlarms()).toEqual([]);
	const memory = refillMemory(two.vault().settings);
	expect(memory.fresh([mark.listed])).toEqual([mark]);
	memory.keep([mark.listed]);
	expect(memory.fresh([mark.listed])).toEqual([]);
	const bytes = (await target.read(`${folder}/${mark.listed}`)) ?? new Uint8Array();
	const elsewhere = mark.listed.replace('refill-0000000001', 'refill-0000000002');
	await target.writeNew(`${folder}/${elsewhere}`, bytes);
	expect(await isRefill(refillsOf([elsewhere]), two.context), 'under another number').toBe(false);
	expect(two.takeAlarms()).toMatchObject([{ problem: 'tampered', file: `${folder}/${elsewhere}` }]);
	site.say({ fact: 'device_removed', device: one.id, heads: [] });
	expect(await isRefill([mark], two.context), 'said before it was removed').toBe(true);
	site.clock.advance(1);
	await target.remove(`${folder}/${mark.listed}`);
	await writeRefill(one.context);
	expect(await isRefill(refillsOf(await target.list(folder)), two.context), 'after that').toBe(false);
});

const ROUNDS = campaign(20, 60);

/** As in a cycle of a device that has seen the file beside the ledger. */
async function fill(device: SimulatedDevice): Promise<void> {
	const vault = device.vault();
	const scratch = `${device.path}.refill`;
	const isGood = async (name: string) => (await verifySnapshot(V, name, device.context, scratch, () => {})) === null;
	expect(await refillVault(vault, device.context, { scratch, isGood, noteVerified() {}, onPart() {} })).toBe(true);
	refillMemory(vault.settings).keep(['refill-0000000001-00000000000000000000000000000000']);
}

it(`loses nothing that anybody knew in ${ROUNDS} random losses, some of it known by one only`, async () => {
	const seed = printedSeed('refill');
	const site = await simulatedSite(5, 4);
	onTestFinished(() => site.close());
	for (let round = 0; round < ROUNDS; round++) {
		const random = seededRandom(seed + round);
		const target = memoryTarget();
		const devices = site.round(target, random, [0, 0, 0, 0]);
		const someDays = async (among: readonly SimulatedDevice[]) => {
			for (let step = 0; step < 30; step++) {
				const device = random.pick(among);
				editSomething(device, site, random);
				if (random.below(3) === 0) await device.publish();
				if (random.below(3) === 0) await device.pull();
				site.clock.advance(random.below(1000));
			}
		};
		await someDays(devices);
		// One of them dies with the share: what somebody has read of it is all there is.
		const dead = random.below(2) === 0 ? devices[3] : undefined;
		const known = new Set(devices.filter((one) => one !== dead).flatMap((one) => changesOf(one)));
		await target.remove(`kontor-${site.ledger().site}`);
		expect(target.files.size).toBe(0);
		for (const one of devices) one.takeAlarms();
		const alive = devices.filter((one) => one !== dead);
		// Each in its own time, some of them only after others have gone on working.
		for (const device of [...alive].sort(() => random.below(3) - 1)) {
			await fill(device);
			if (random.below(2) === 0) await fill(device);
			editSomething(device, site, random);
			known.add(changesOf(device).at(-1) ?? '');
			await device.publish();
			await device.pull();
		}
		for (let time = 0; time < 2; time++) {
			for (const device of alive) {
				await device.publish();
				await device.pull();
			}
		}
		for (const device of alive) {
			expect(device.takeAlarms(), `round ${round}`).toEqual([]);
			expect(tablesOf(device), `round ${round}`).toBe(tablesOf(alive[0] as SimulatedDevice));
			const there = new Set(changesOf(device));
			const erased = erasedOn(device);
			expect(
				[...known].filter((one) => !there.has(one) && !erased.has(one.split(' ')[1])),
				`round ${round}`,
			).toEqual([]);
		}
	}
}, 300_000);

/** Each with the record that it is of. */
const changesOf = ({ vault }: SimulatedDevice) =>
	vault().file.prepare("SELECT device || hlc || ' ' || record_id FROM change ORDER BY position").pluck().all() as string[];
const erasedOn = ({ vault }: SimulatedDevice) =>
	new Set(vault().file.prepare("SELECT record_id FROM change WHERE kind = 'erase'").pluck().all());
