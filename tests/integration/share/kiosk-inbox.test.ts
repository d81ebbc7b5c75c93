import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sequenceName } from '#main/share/layout.ts';
import { signInHead, writeSignIn } from '#main/share/sign-in-file.ts';
import { hash, KEY_BYTES, signingKeysFrom } from '#main/vaults/crypto.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { currentInbox } from '#main/vaults/ledger-state.ts';
import { type KioskOffice, kioskOffice, leaving, said, TODAY } from '#tests/support/kiosk-office.ts';
import { joinSite, signIn, sync } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** A kiosk that has said three things and was then switched off, and an office PC that was locked meanwhile. */
async function afterThree(before: (office: TestBackend, about: KioskOffice) => Promise<unknown> = async () => {}) {
	const about = await kioskOffice();
	const { around, pc, offerId } = about;
	await sync(pc);
	const office = await around.pc('Büro');
	await joinSite(office, around.share);
	await before(office, about);
	await office.client.members.lock();
	await pc.client.kiosk.enter();
	const kiosk = readKiosk(pc);
	const inbox = join(around.share, `kontor-${kiosk.site}`, 'vaults', 'workshop', 'inbox', kiosk.kiosk);
	for (const name of ['Anna', 'Berta', 'Carla']) await pc.client.kiosk.signIn(said(offerId, { by: 'name', name }));
	await pc.settle('all three to be sent', async () => names(inbox).length === 3);
	await pc.backend.dispose();
	return { ...about, office, inbox, kiosk };
}

const names = (folder: string) => {
	try {
		return readdirSync(folder)
			.filter((name) => /^\d/.test(name))
			.sort();
	} catch {
		return [];
	}
};
const readKiosk = (pc: TestBackend) => JSON.parse(readFileSync(join(pc.dataDir, 'kiosk', 'kiosk.json'), 'utf8'));
const whoCame = async (office: TestBackend) => (await office.client.signIns.ofDay({ day: TODAY })).map(({ name }) => name).sort();

async function alarmed(office: TestBackend, problem: string, file?: string): Promise<void> {
	const find = async () =>
		(await office.client.share.status()).alarms.find(
			(alarm) => alarm.problem === problem && (file === undefined || alarm.file?.endsWith(file) === true),
		);
	await office.settle(`alarm ${problem}`, async () => (await find()) !== undefined);
	expect((await find())?.device).toBe('Kiosk am Eingang');
}

/** A file under its own name, as somebody who knows the format would put it there. */
function put(folder: string, bytes: Uint8Array, seq = signInHead(bytes)?.seq ?? 0): string {
	const name = sequenceName(seq, hash(bytes));
	writeFileSync(join(folder, name), bytes);
	return name;
}

function forge(
	pc: TestBackend,
	kiosk: { site: never; kiosk: never },
	seq: number,
	prev: Uint8Array,
	key?: Uint8Array,
): Uint8Array {
	const ledger = readLedger(dataFolder(pc.dataDir).readLedger());
	const inbox = ledger.ok ? currentInbox(ledger.value) : null;
	if (!inbox) throw new Error('no inbox');
	const head = { ...kiosk, seq, prev, at: pc.clock.now(), heard: 0, entry: crypto.randomUUID() };
	const keys = signingKeysFrom(key ?? seededRandom(77).bytes(KEY_BYTES));
	return writeSignIn(
		{ site: head.site, kiosk: head.kiosk, seq, prev, at: head.at, heard: 0, entry: head.entry },
		inbox,
		{ direction: 'in', session: null, visitor: { by: 'name', name: 'Falsch' }, language: 'de', ageBand: null, sex: null },
		keys.secretKey,
	).bytes;
}
const hashOf = (folder: string, at: number) => hash(new Uint8Array(readFileSync(join(folder, names(folder)[at] ?? ''))));

describe('an inbox on the share', () => {
	it('is opened in its order, and what was taken in leaves the share', async () => {
		const { around, office, inbox } = await afterThree();
		await signIn(office);
		await office.settle('all three', async () => (await whoCame(office)).length === 3);
		expect(await whoCame(office)).toEqual(['Anna', 'Berta', 'Carla']);
		await office.settle('a receipt', async () => readdirSync(inbox).some((name) => name.startsWith('taken-0000000003-')));
		await sync(office);
		const kiosk = await around.pc('Tresen');
		await kiosk.settle('the files to leave', async () => names(inbox).length === 0);
		await kiosk.client.kiosk.signIn(said(null, { by: 'name', name: 'Doris' }));
		await office.settle('the fourth', async () => {
			kiosk.tick(0);
			return (await whoCame(office)).length === 4;
		});
	}, 60_000);

	it('refuses what somebody else signed, and takes the right one of that number all the same', async () => {
		const { pc, office, inbox, kiosk } = await afterThree();
		const forged = put(inbox, forge(pc, { site: kiosk.site as never, kiosk: kiosk.kiosk as never }, 1, new Uint8Array(32)));
		await signIn(office);
		await alarmed(office, 'tampered', forged);
		await office.settle('the three', async () => (await whoCame(office)).length === 3);
	}, 60_000);

	it('names what was re-ordered, replayed or put under another kiosk, and believes none of it', async () => {
		const { office, inbox } = await afterThree();
		const [first = '', second = '', third = ''] = names(inbox);
		// The second under the number of the third, the first again as a fourth.
		rmSync(join(inbox, third));
		const swapped = put(inbox, new Uint8Array(readFileSync(join(inbox, second))), 3);
		put(inbox, new Uint8Array(readFileSync(join(inbox, first))), 4);
		const stranger = join(inbox, '..', '01900000-0000-7000-8000-000000000009');
		mkdirSync(stranger);
		copyFileSync(join(inbox, first), join(stranger, first));
		await signIn(office);
		await alarmed(office, 'tampered', swapped);
		const { alarms } = await office.client.share.status();
		expect(alarms.some(({ file }) => file?.endsWith(basename(stranger)) === true)).toBe(true);
		expect(await whoCame(office)).toEqual(['Anna', 'Berta']);
	}, 60_000);

	it('stops where a kiosk has said two different things under one number', async () => {
		const { pc, office, inbox, kiosk } = await afterThree();
		const key = new Uint8Array(readFileSync(join(pc.dataDir, 'kiosk', 'key')));
		const prev = hashOf(inbox, 1);
		put(inbox, forge(pc, { site: kiosk.site as never, kiosk: kiosk.kiosk as never }, 3, prev, key));
		await signIn(office);
		await alarmed(office, 'tampered');
		expect(await whoCame(office)).toEqual(['Anna', 'Berta']);
	}, 60_000);

	it('a file with a byte changed or a gap stops it, and it goes on when the kiosk has put it right', async () => {
		const { around, office, inbox } = await afterThree();
		const [, second = ''] = names(inbox);
		renameSync(join(inbox, second), join(inbox, '..', '..', 'weg'));
		await signIn(office);
		await office.settle('the first', async () => (await whoCame(office)).length === 1);
		const kiosk = await around.pc('Tresen');
		await office.settle('the others', async () => {
			kiosk.tick(0);
			return (await whoCame(office)).length === 3;
		});
	}, 60_000);

	it('hears nothing that a removed kiosk says', async () => {
		const { pc, office, inbox, kiosk } = await afterThree();
		await signIn(office);
		await office.settle('all three', async () => (await whoCame(office)).length === 3);
		const [{ id } = { id: '' as never }] = await office.client.kiosk.list();
		await office.client.kiosk.remove({ id });
		const key = new Uint8Array(readFileSync(join(pc.dataDir, 'kiosk', 'key')));
		const head = readHead(pc, inbox);
		put(inbox, forge(pc, { site: kiosk.site as never, kiosk: kiosk.kiosk as never }, 4, head, key));
		await alarmed(office, 'removed_device');
		expect(await whoCame(office)).toEqual(['Anna', 'Berta', 'Carla']);
	}, 60_000);

	it('opened by two PCs at once, it is written once', async () => {
		const { around, office } = await afterThree();
		const third = await around.pc('Beratung');
		await joinSite(third, around.share);
		await signIn(office);
		await office.settle('all on both', async () => {
			third.tick(0);
			return (await whoCame(office)).length === 3 && (await whoCame(third)).length === 3;
		});
		await sync(office);
		await sync(third);
		expect(await whoCame(office)).toEqual(['Anna', 'Berta', 'Carla']);
		expect(await whoCame(third)).toEqual(['Anna', 'Berta', 'Carla']);
		const { offerId } = (await office.client.signIns.ofDay({ day: TODAY }))[0]?.session ?? {};
		if (!offerId) throw new Error('no session');
		expect((await third.client.attendance.ofSession({ offerId, ruleDay: TODAY })).present).toHaveLength(3);
	}, 60_000);

	it('what was sealed before new keys of the workshop is opened after them, and what is sealed then under the new ones', async () => {
		const { around, office, inbox } = await afterThree(async (office) => {
			const others = (await office.client.devices.list()).filter(({ isThis }) => !isThis);
			expect(others.map(({ name }) => name)).toEqual(['Tresen']);
		});
		await office.client.members.signIn(leaving);
		const [device] = (await office.client.devices.list()).filter(({ isThis }) => !isThis);
		if (!device) throw new Error('no other device');
		// The PC goes, and with it the keys of what it could read. As a kiosk it never read anything, and still counts.
		await office.client.devices.remove({ id: device.id });
		await office.settle('all three', async () => (await whoCame(office)).length === 3);
		const kiosk = await around.pc('Tresen');
		await kiosk.settle('the files to leave', async () => names(inbox).length === 0);
		await kiosk.client.kiosk.signIn(said(null, { by: 'name', name: 'Doris' }));
		await office.settle('the fourth', async () => {
			kiosk.tick(0);
			return (await whoCame(office)).length === 4;
		});
		expect(epochsOf(kiosk)).toBe(2);
	}, 60_000);
});

function epochsOf(pc: TestBackend): number {
	const ledger = readLedger(dataFolder(pc.dataDir).readLedger());
	return (ledger.ok && currentInbox(ledger.value)?.epoch) || 0;
}

function readHead(pc: TestBackend, inbox: string): Uint8Array {
	try {
		return new Uint8Array(Buffer.from(JSON.parse(readFileSync(join(pc.dataDir, 'kiosk', 'head'), 'utf8')).hash, 'hex'));
	} catch {
		return hashOf(inbox, 2);
	}
}
