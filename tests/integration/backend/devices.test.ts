import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '#main/platform/environment.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import type { ShareTarget } from '#main/share/target.ts';
import type { Device } from '#shared/features/devices/model.ts';
import type { JoinProgress } from '#shared/features/site/model.ts';
import type { SiteId } from '#shared/kernel/ids.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { carryOn } from '#tests/support/newcomer.ts';
import {
	EVERYBODY,
	HOUR,
	joinSite,
	newSite,
	type Office,
	office,
	onlySite,
	person,
	refusalOf,
	signIn,
	sync,
} from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** PCs ask to be let in, are compared, named, and taken out again. */

const START = 'Startwort für den ersten Tag';
const OWN = 'drei Möwen auf dem Dach';

async function siteWithVolunteer(place: Office) {
	const admin = await place.pc('Tresen');
	await newSite(admin);
	await admin.client.members.add({ name: 'Vera Wolf', signInName: 'vera', roles: ['volunteer'], startPassphrase: START });
	await admin.client.share.connect({ folder: place.share });
	return { admin, siteId: await onlySite(admin, place.share) };
}

/** A volunteer's PC on its way in. */
async function startJoining(pc: TestBackend, folder: string, siteId: SiteId) {
	const stream = await pc.client.site.join({ folder, siteId, signInName: 'vera', passphrase: START, deviceName: 'Werkstatt' });
	let shown: string | null = null;
	const ended = (async () => {
		for await (const { fingerprint } of stream as AsyncIterable<JoinProgress>) shown = fingerprint ?? shown;
	})();
	ended.catch(() => {});
	await pc.settle('the code on screen', () => shown !== null);
	return { ended, fingerprint: shown ?? '', cancel: () => stream.return?.(undefined) };
}

async function deviceNamed({ client }: TestBackend, name: string): Promise<Device | undefined> {
	return (await client.devices.list()).find((device) => device.name === name && device.state !== 'removed');
}

/** As the administrator's PC sees it, once it has heard of it. */
async function waitingDevice(admin: TestBackend): Promise<Device> {
	await admin.settle('a waiting device', async () => (await deviceNamed(admin, 'Werkstatt'))?.state === 'waiting');
	const device = await deviceNamed(admin, 'Werkstatt');
	if (!device) throw new Error('the waiting device is gone');
	return device;
}

describe('a device that joins', () => {
	it('waits until an administrator has compared its code, and then goes on by itself', async () => {
		const place = office();
		const { admin, siteId } = await siteWithVolunteer(place);
		const pc = await place.pc('Werkstatt');
		const joining = await startJoining(pc, place.share, siteId);
		const waiting = await waitingDevice(admin);
		expect(waiting).toMatchObject({
			fingerprint: joining.fingerprint,
			addedBy: 'Vera Wolf',
			isThis: false,
			appVersion: null,
			lastSeenAt: null,
			vaults: [],
		});
		const other = `${joining.fingerprint.slice(0, -1)}${joining.fingerprint.endsWith('0') ? '1' : '0'}`;
		expect(await refusalOf(admin.client.devices.approve({ id: waiting.id, fingerprint: other }))).toMatchObject({
			code: 'OTHER_FINGERPRINT',
			defined: true,
		});
		expect((await pc.client.site.status()).state).toBe('empty');
		await admin.client.devices.approve({ id: waiting.id, fingerprint: joining.fingerprint });
		// A second click changes nothing more.
		await admin.client.devices.approve({ id: waiting.id, fingerprint: joining.fingerprint });
		await carryOn(pc, joining.ended);
		await pc.client.members.changePassphrase({ current: START, next: OWN });
		expect((await pc.client.site.status()).session).toMatchObject({ deviceApproved: true, vaults: ['office', 'workshop'] });
		await pc.settle('its own word', async () => (await deviceNamed(pc, 'Werkstatt'))?.appVersion === '0.0.0');
		await sync(pc);
		await sync(admin);
		expect(await admin.client.devices.list()).toMatchObject([
			{ name: 'Tresen', isThis: true, state: 'approved', appVersion: '0.0.0', vaults: ['office', 'workshop', 'counselling'] },
			{ name: 'Werkstatt', isThis: false, state: 'approved', appVersion: '0.0.0', vaults: ['office', 'workshop'] },
		]);
		const seen = (await deviceNamed(admin, 'Werkstatt'))?.lastSeenAt ?? 0;
		expect(seen % HOUR).toBe(0);
		expect(place.clock.now() - seen).toBeLessThan(HOUR);
	});

	it('is turned away, leaves nothing behind there, and may ask again', async () => {
		const place = office();
		const { admin, siteId } = await siteWithVolunteer(place);
		const pc = await place.pc('Werkstatt');
		const joining = await startJoining(pc, place.share, siteId);
		const waiting = await waitingDevice(admin);
		await admin.client.devices.remove({ id: waiting.id });
		expect(await refusalOf(carryOn(pc, joining.ended))).toMatchObject({ code: 'TURNED_AWAY' });
		expect(filesBelow(pc.dataDir)).toEqual([]);
		expect(await refusalOf(admin.client.devices.approve({ id: waiting.id, fingerprint: waiting.fingerprint }))).toMatchObject({
			code: 'NOT_FOUND',
		});
		const again = await startJoining(pc, place.share, siteId);
		expect(again.fingerprint).not.toBe(joining.fingerprint);
		const next = await waitingDevice(admin);
		await admin.client.devices.approve({ id: next.id, fingerprint: again.fingerprint });
		await carryOn(pc, again.ended);
	});

	it('withdraws its request when joining is cancelled', async () => {
		const place = office();
		const { admin, siteId } = await siteWithVolunteer(place);
		const pc = await place.pc('Werkstatt');
		const joining = await startJoining(pc, place.share, siteId);
		await waitingDevice(admin);
		await carryOn(pc, joining.cancel() ?? Promise.resolve());
		expect(filesBelow(pc.dataDir)).toEqual([]);
		await admin.settle('the request to be withdrawn', async () => (await deviceNamed(admin, 'Werkstatt')) === undefined);
	});

	it('goes on waiting when the share is away for a while', async () => {
		const place = office();
		const { admin, siteId } = await siteWithVolunteer(place);
		const pc = await place.pc('Werkstatt');
		const joining = await startJoining(pc, place.share, siteId);
		const waiting = await waitingDevice(admin);
		renameSync(place.share, `${place.share} weg`);
		for (let second = 0; second < 5; second++) {
			pc.tick(1000);
			await new Promise<void>((resolve) => setTimeout(resolve, 20));
		}
		renameSync(`${place.share} weg`, place.share);
		await admin.client.devices.approve({ id: waiting.id, fingerprint: joining.fingerprint });
		await carryOn(pc, joining.ended);
	});

	it('needs nobody else when an administrator brings it in', async () => {
		const place = office();
		const { admin } = await siteWithVolunteer(place);
		const pc = await place.pc('Büro oben');
		await joinSite(pc, place.share);
		await sync(admin);
		expect(await deviceNamed(admin, 'Büro oben')).toMatchObject({ state: 'approved', addedBy: 'Anna Müller' });
	});
});

/** A PC that hears nothing more of the ledger once it is cut off: a stolen one that goes on writing to the share. */
function deafTo(): { targetFor(folder: string): ShareTarget; cutOff(): void; listen(): void } {
	let isDeaf = false;
	const heard = new Map<string, string[]>();
	return {
		targetFor(folder) {
			const target = folderTarget(folder, systemRandom, async () => {});
			return {
				...target,
				async list(path) {
					const known = heard.get(path);
					if (isDeaf && known) return known;
					const names = await target.list(path);
					if (path.endsWith('/ledger')) heard.set(path, names);
					return names;
				},
			};
		},
		cutOff() {
			isDeaf = true;
		},
		listen() {
			isDeaf = false;
		},
	};
}

const lastNames = async ({ client }: TestBackend) => (await client.people.list(EVERYBODY)).rows.map(({ lastName }) => lastName);

describe('a removed device', () => {
	it('keeps what it wrote before; what it writes after is refused by all others with its name', async () => {
		const place = office();
		const { admin } = await siteWithVolunteer(place);
		const wires = deafTo();
		const stolen = await place.pc('Büro oben', { targetFor: wires.targetFor });
		await joinSite(stolen, place.share);
		const third = await place.pc('Büro unten');
		await joinSite(third, place.share);
		await sync(admin);
		await admin.client.people.create(person({ lastName: 'Alt' }));
		await stolen.client.people.create(person({ lastName: 'Vorher' }));
		await sync(stolen);
		wires.cutOff();
		await sync(admin);
		const feed = filesBelow(place.share).filter((path) => path.includes('counselling/feeds'));
		const id = (await stolen.client.site.status()).session?.deviceId;
		if (!id) throw new Error('nobody is signed in');
		await admin.client.devices.rename({ id, name: 'Notebook' });
		// A place kept for later must not make what is written into it count.
		const own = feed.filter((path) => path.includes(id));
		writeFileSync(join(place.share, join(own[0] ?? '', '..'), `0000009999-${'a'.repeat(32)}`), 'später');
		await admin.client.devices.remove({ id });
		expect(await refusalOf(admin.client.devices.remove({ id }))).toMatchObject({ code: 'NOT_FOUND' });
		await sync(admin);
		await sync(third);
		expect(await lastNames(third)).toContain('Vorher');

		await stolen.client.people.create(person({ lastName: 'Nachher' }));
		await stolen.settle('to have written on', async () => (await stolen.client.share.status()).waitingChanges === 0);
		for (const pc of [admin, third]) {
			await pc.settle('the alarm', async () => (await pc.client.share.status()).alarms.length > 0);
			const { alarms } = await pc.client.share.status();
			for (const alarm of alarms) expect(alarm).toMatchObject({ problem: 'removed_device', device: 'Notebook' });
			const names = (await lastNames(pc)).join();
			expect(names).toContain('Vorher');
			expect(names).not.toContain('Nachher');
		}
		// Somebody who joins later agrees.
		const late = await place.pc('Neu');
		await joinSite(late, place.share);
		const names = (await lastNames(late)).join();
		expect(names).toContain('Vorher');
		expect(names).not.toContain('Nachher');

		// It hears of it: what it still had to say stays there.
		const ofIt = () => filesBelow(place.share).filter((path) => path.includes(id));
		const before = ofIt();
		wires.listen();
		await stolen.client.people.create(person({ lastName: 'Zuletzt' }));
		await stolen.settle('to hear of it', async () => (await stolen.client.site.status()).state === 'locked');
		expect((await stolen.client.site.status()).ended).toBe('device_removed');
		expect(await refusalOf(signIn(stolen))).toMatchObject({ code: 'REMOVED', data: { what: 'device' } });
		stolen.tick(HOUR);
		expect(ofIt()).toEqual(before);
	});

	it('is never the one that is sat at, and may be another one without any share', async () => {
		const place = office();
		const pc = await place.pc('Tresen');
		await newSite(pc);
		const [own] = await pc.client.devices.list();
		if (!own) throw new Error('no device');
		expect(await refusalOf(pc.client.devices.remove({ id: own.id }))).toMatchObject({ code: 'THIS_DEVICE', defined: true });
		expect(await pc.client.devices.list()).toMatchObject([{ state: 'approved', isThis: true }]);
	});
});

describe('the list of devices', () => {
	it('carries new names to the others', async () => {
		const place = office();
		const { admin } = await siteWithVolunteer(place);
		const pc = await place.pc('Büro oben');
		await joinSite(pc, place.share);
		const device = await deviceNamed(pc, 'Büro oben');
		if (!device) throw new Error('not in its own list');
		await sync(admin);
		await admin.client.devices.rename({ id: device.id, name: '  Dachzimmer ' });
		await sync(pc);
		expect((await pc.client.site.status()).session?.deviceName).toBe('Dachzimmer');
	});

	it('is written once an hour and no more', async () => {
		const place = office();
		const pc = await place.pc('Tresen');
		await newSite(pc);
		const own = async () => (await pc.client.devices.list())[0];
		const written = async () => (await pc.client.share.status()).waitingChanges;
		pc.tick(2000);
		const first = await own();
		expect(first).toMatchObject({ appVersion: '0.0.0', vaults: ['office', 'workshop', 'counselling'] });
		const before = await written();
		place.clock.set(Math.ceil(place.clock.now() / HOUR) * HOUR);
		for (let minute = 0; minute < 59; minute++) pc.tick(HOUR / 60);
		expect(await written()).toBe(before + 1);
		expect((await own())?.lastSeenAt).toBe((first?.lastSeenAt ?? 0) + HOUR);
	});
});
