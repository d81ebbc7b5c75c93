import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isIntact, openEncrypted, rekeyCopy } from '#main/database/open.ts';
import { personKind } from '#main/features/people/records.ts';
import { historyOf } from '#main/records/history.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { openGrants } from '#main/vaults/grants.ts';
import { deviceKeysFrom, epochOfKeyFile, newFileKey, readKeyFile, writeKeyFile } from '#main/vaults/key-files.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { rotateStaleFiles } from '#main/vaults/rotate.ts';
import { openVaultOf, type Session } from '#main/vaults/session.ts';
import { unlockMember } from '#main/vaults/sign-in.ts';
import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { drain, EVERYBODY, newSite, office, person, refusalOf, SIGN_IN_NAME, signIn, sync } from '#tests/support/office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { PASSPHRASE } from '#tests/support/test-backend.ts';
import { addPerson, counselling, everything, fill, leftIn, newDevice, open, random, rotate } from '#tests/support/to-rotate.ts';

const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);

function opensWith(path: string, fileKey: Uint8Array): boolean {
	// A copy: the original is held by the session, and what is asked here is only about its bytes.
	const copy = join(temporaryFolder(), 'copy.db');
	copyFileSync(path, copy);
	try {
		openEncrypted(copy, fileKey).close();
		return true;
	} catch {
		return false;
	}
}

describe('files of an older epoch', () => {
	it('get new keys and keep everything else', async () => {
		const device = await newDevice();
		const session = open(device, 1);
		const person = fill(device, session);
		const { folder } = device;
		const place = (vault: Vault, what: 'file' | 'device' = 'file') =>
			({ site: session.site, device: session.device.id, vault, what }) as const;
		const before = everything(session);
		const history = historyOf(counselling(session).file, personKind, person);
		const oldKeys = new Map(VAULTS.map((vault) => [vault, openVaultOf(session, vault).fileKey()]));
		const seed = readKeyFile(folder.deviceKeyPath, place('office', 'device'), device.keysUpTo(1));
		expect(rotate(session, device)).toEqual([]);
		device.goTo(session, 2);
		expect(rotate(session, device)).toEqual([...VAULTS]);
		expect(rotate(session, device)).toEqual([]);
		expect(leftIn(device)).toEqual([]);

		const onlyNew = new Map([...device.keysUpTo(2)].filter(([name]) => name.endsWith(':2')));
		// The number in the file is no more than a claim: an old key does not become the new one by being called so.
		const disguised = new Map([...device.keysUpTo(1)].map(([name, key]) => [name.replace(':1', ':2'), key]));
		for (const vault of VAULTS) {
			const [path, keyPath] = [folder.vaultPath(vault), folder.vaultKeyPath(vault)];
			expect(epochOfKeyFile(keyPath)).toBe(2);
			expect(readKeyFile(keyPath, place(vault), device.keysUpTo(1))).toBe('no_key');
			expect(readKeyFile(keyPath, place(vault), disguised)).toBe('damaged');
			const newKey = readKeyFile(keyPath, place(vault), onlyNew);
			expect(newKey).toEqual(openVaultOf(session, vault).fileKey());
			expect(opensWith(path, newKey as Uint8Array)).toBe(true);
			expect(opensWith(path, oldKeys.get(vault) ?? new Uint8Array())).toBe(false);
			expect(isIntact(openVaultOf(session, vault).file)).toBe(true);
		}
		expect(epochOfKeyFile(folder.deviceKeyPath)).toBe(2);
		expect(readKeyFile(folder.deviceKeyPath, place('office', 'device'), device.keysUpTo(1))).toBe('no_key');
		expect(readKeyFile(folder.deviceKeyPath, place('office', 'device'), onlyNew)).toEqual(seed);
		expect(deviceKeysFrom(seed as Uint8Array)).toEqual(session.device.keys);

		const check = (now: Session) => {
			expect(everything(now)).toEqual(before);
			expect(historyOf(counselling(now).file, personKind, person)).toEqual(history);
			expect(counselling(now).store.search.find('ozturk0q', ['person'], 5)).toEqual([{ tableName: 'person', recordId: person }]);
		};
		check(session);
		session.end();
		check(open(device, 2));
	});

	it('are caught up with over several epochs at once, right after signing in', async () => {
		const device = await newDevice();
		const first = open(device, 1);
		fill(device, first);
		const before = everything(first);
		first.end();
		const session = open(device, 4);
		expect(rotate(session, device)).toEqual([...VAULTS]);
		expect(VAULTS.map((vault) => epochOfKeyFile(device.folder.vaultKeyPath(vault)))).toEqual([4, 4, 4]);
		expect(everything(session)).toEqual(before);
	});

	it('are left alone while the new key has not been granted to us, and one by one', async () => {
		const device = await newDevice();
		const session = open(device, 1);
		const key = counselling(session).fileKey();
		session.ledger = { ...session.ledger, epochs: new Map(VAULTS.map((vault) => [vault, 2])) };
		expect(rotate(session, device)).toEqual([]);
		expect(counselling(session).fileKey()).toEqual(key);
		session.epochKeys.set('workshop:2', random.bytes(32));
		expect(rotate(session, device)).toEqual(['workshop']);
		expect(epochOfKeyFile(device.folder.deviceKeyPath)).toBe(1);
	});
});

describe('whoever holds an open vault while its file is replaced', () => {
	it('goes on reading and writing, and the log of the old file is gone', async () => {
		const device = await newDevice();
		const session = open(device, 1);
		const vault = counselling(session);
		addPerson(device, session, 'Vorher');
		const { store: oldStore, file: oldFile } = vault;
		const lastBefore = vault.file.prepare('SELECT max(hlc) FROM change').pluck().get() as string;
		for (const epoch of [2, 3]) {
			device.goTo(session, epoch);
			rotate(session, device);
			await Promise.resolve();
			addPerson(device, session, `Danach${epoch}`);
		}
		vault.settings.set('import:x', '1');
		vault.drafts.put(device.member, 'case:2', random.bytes(10), 7);
		expect(vault.settings.get('import:x')).toBe('1');
		expect(vault.drafts.get(device.member, 'case:2')).toHaveLength(10);
		expect(vault.store.search.find('danach', ['person'], 9)).toHaveLength(2);
		expect(vault.reader.select().from(personKind.table).all()).toHaveLength(3);
		const hlcs = vault.file.prepare<[], string>('SELECT hlc FROM change ORDER BY position').pluck().all() as string[];
		expect(hlcs).toEqual([...hlcs].sort());
		expect(hlcs[0]).toBe(lastBefore);
		// What was open before is closed for good: nobody writes into a file that is no longer there.
		expect(oldFile.open).toBe(false);
		expect(() => oldStore.remove(personKind, 'x', device.member)).toThrow();
		const number = vault.settings.get('writer');
		session.end();
		const again = open(device, 3);
		expect(counselling(again).settings.get('writer')).toBe(number);
		expect(counselling(again).store.search.find('danach', ['person'], 9)).toHaveLength(2);
	});

	it('is not interrupted in the middle of a transaction', async () => {
		const device = await newDevice();
		const session = open(device, 1);
		device.goTo(session, 2);
		counselling(session).store.atomically(() => {
			addPerson(device, session, 'Mittendrin');
			expect(() => rotate(session, device)).toThrow();
		});
		expect(leftIn(device)).toEqual([]);
		expect(VAULTS.map((vault) => epochOfKeyFile(device.folder.vaultKeyPath(vault)))).toEqual([2, 2, 1]);
		expect(rotate(session, device)).toEqual(['counselling']);
		expect(counselling(session).store.search.find('mittendrin', ['person'], 9)).toHaveLength(1);
	});

	it('finds both keys zeroed afterwards', async () => {
		const device = await newDevice();
		const session = open(device, 1);
		const drawn: Uint8Array[] = [];
		device.goTo(session, 2);
		const watched = {
			bytes(length: number) {
				const bytes = random.bytes(length);
				if (length === 48) drawn.push(bytes);
				return bytes;
			},
		};
		rotateStaleFiles(session, device.folder, watched);
		expect(drawn).toHaveLength(3);
		expect(drawn.filter((bytes) => !isZero(bytes))).toEqual([]);
		expect([...session.vaults.values()].filter((vault) => isZero(vault.fileKey()))).toEqual([]);
		const vaults = [...session.vaults.values()];
		session.end();
		expect(vaults.filter((vault) => !isZero(vault.fileKey()) || vault.file.open)).toEqual([]);
	});
});

it('a half-rotated file is sound for the repair, and is set aside with all its keys when it is not', async () => {
	const place = office();
	const pc = await place.pc('Tresen');
	await newSite(pc);
	await pc.client.share.connect({ folder: place.share });
	await pc.client.people.create(person());
	await sync(pc);
	await pc.client.members.lock();
	const folder = dataFolder(pc.dataDir);
	const ledger = readLedger(folder.readLedger());
	const device = folder.readDevice();
	if (!ledger.ok || device === null || device === 'damaged') throw new Error('no site');
	const member = await unlockMember(ledger.value, SIGN_IN_NAME, PASSPHRASE);
	if (!member) throw new Error('no member');
	const keys = openGrants(ledger.value, member.member, member.keys.sealing);
	const halfRotate = (vault: 'counselling' | 'workshop') => {
		const filePlace = { site: device.site, device: device.device, vault, what: 'file' } as const;
		const newKey = newFileKey(random);
		rekeyCopy(folder.vaultPath(vault), readKeyFile(folder.vaultKeyPath(vault), filePlace, keys) as Uint8Array, newKey);
		writeKeyFile(`${folder.vaultKeyPath(vault)}.next`, filePlace, newKey, 1, keys, random);
	};
	halfRotate('counselling');
	halfRotate('workshop');
	writeFileSync(folder.vaultPath('workshop'), 'nothing that anybody could open');
	expect(await refusalOf(signIn(pc))).toMatchObject({ code: 'DAMAGED', data: { file: 'vaults/workshop.db' } });
	await drain(pc.client.site.repair({ folder: place.share, signInName: SIGN_IN_NAME, passphrase: PASSPHRASE }));
	expect((await pc.client.people.list(EVERYBODY)).total).toBe(1);
	const aside = filesBelow(pc.dataDir).filter((name) => name.includes('.damaged-'));
	expect(aside.map((name) => name.replace(/^.*vaults.|-\d+$/g, '')).sort()).toEqual([
		'workshop.db.damaged',
		'workshop.key.damaged',
		'workshop.key.next.damaged',
	]);
	await pc.client.members.lock();
	await signIn(pc);
});
