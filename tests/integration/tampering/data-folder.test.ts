import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isIntact, OpenError } from '#main/database/open.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { newFileKey, readKeyFile, writeKeyFile } from '#main/vaults/key-files.ts';
import { openVault } from '#main/vaults/open-vault.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { KINDS, migrationsOfAll, smallOffice } from '#tests/support/small-office.ts';
import { tamper } from '#tests/support/tampering.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { foundedBackend, PASSPHRASE, testBackend } from '#tests/support/test-backend.ts';
import { contentsOf } from '#tests/support/vault-contents.ts';

const TRIES = campaign(40, 400);

describe('a data folder that somebody changes', () => {
	it(`notices ${TRIES} changes of a key file, and keys in places that are not theirs`, async () => {
		await cryptoReady;
		const random = seededRandom(printedSeed('tampering with key files'));
		const ids = fakeIds();
		const path = join(temporaryFolder(), 'counselling.key');
		const place = { site: ids.next() as SiteId, device: ids.next() as DeviceId, vault: 'counselling', what: 'file' } as const;
		const keys = new Map([
			['counselling:1', random.bytes(32)],
			['office:1', random.bytes(32)],
		]);
		const secret = newFileKey(random);
		writeKeyFile(path, place, secret, 1, keys, random);
		expect(readKeyFile(path, place, keys)).toEqual(secret);
		const good = readFileSync(path);
		for (let n = 0; n < TRIES; n++) {
			const { how, bytes } = tamper(good, random);
			writeFileSync(path, bytes);
			expect(['damaged', 'no_key'], how).toContain(readKeyFile(path, place, keys));
		}
		writeFileSync(path, good);
		for (const other of [{ site: ids.next() as SiteId }, { device: ids.next() as DeviceId }, { what: 'device' as const }])
			expect(readKeyFile(path, { ...place, ...other }, keys)).toBe('damaged');
		expect(readKeyFile(path, { ...place, vault: 'office' }, keys)).toBe('damaged');
		expect(readKeyFile(path, { ...place, vault: 'workshop' }, keys)).toBe('no_key');
		expect(readKeyFile(`${path}.gone`, place, keys)).toBe('missing');
	});

	it(`notices ${TRIES} changes of a vault file, wherever they are`, async () => {
		const seed = printedSeed('tampering with a vault file');
		const random = seededRandom(seed);
		const office = await smallOffice(seed);
		const device = office.device();
		for (let n = 0; n < 200; n++) device.addPerson({ lastName: `Name${n}`, remarks: 'Text '.repeat(n) });
		const vault = device.vault('counselling');
		const expected = contentsOf(vault.file);
		const fileKey = vault.fileKey();
		vault.close();
		const path = device.folder.vaultPath('counselling');
		const good = readFileSync(path);
		const open = () =>
			openVault(
				'counselling',
				path,
				fileKey,
				device.id,
				{ migrations: migrationsOfAll(), kinds: KINDS, clock: fakeClock(), random, onCommit() {} },
				false,
			);
		for (let n = 0; n < TRIES; n++) {
			const { how, bytes } = tamper(good, random);
			// SQLite counts in pages and never looks at what follows the last one.
			if (how === 'longer') continue;
			writeFileSync(path, bytes);
			let verdict = 'opened';
			try {
				const opened = open();
				verdict = isIntact(opened.file) ? 'intact' : 'damaged';
				opened.close();
			} catch (error) {
				verdict = error instanceof OpenError ? 'damaged' : `threw ${(error as { code?: string }).code ?? String(error)}`;
			}
			// SQLCipher's pages end with a few bytes that mean nothing: what is read must then be what was written.
			if (verdict === 'intact') {
				const opened = open();
				expect(contentsOf(opened.file), how).toBe(expected);
				opened.close();
			} else
				expect(['damaged', 'threw SQLITE_CORRUPT', 'threw SQLITE_NOTADB', 'threw SQLITE_IOERR_SHORT_READ'], how).toContain(
					verdict,
				);
			for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
		}
		writeFileSync(path, good);
		open().close();
		for (const bytes of [new Uint8Array(), Buffer.from('SQLite format 3\0 and something')]) {
			writeFileSync(path, bytes);
			expect(open).toThrow(OpenError);
		}
		rmSync(path);
		expect(open).toThrow(OpenError);
	});

	it('names the damaged file at sign-in, and says nothing else', async () => {
		const { backend, client, dataDir } = await foundedBackend();
		await client.people.create({ ...EMPTY_PERSON, lastName: 'Öztürk' });
		await backend.lock();
		const signIn = () => client.members.signIn({ signInName: 'erika', passphrase: PASSPHRASE });
		for (const file of ['vaults/counselling.db', 'vaults/office.key', 'device.key', 'vaults/workshop.db', 'device.json']) {
			const path = join(dataDir, file);
			const good = readFileSync(path);
			const bad = Uint8Array.from(good);
			bad[20] = (bad[20] ?? 0) ^ 1;
			writeFileSync(path, file === 'device.json' ? good.subarray(0, 30) : bad);
			await expect(signIn(), file).rejects.toMatchObject({ code: 'DAMAGED', data: { file } });
			writeFileSync(path, good);
		}
		await signIn();
	});

	it('notices a ledger that was put back, cut, or spoilt', async () => {
		const { backend, client, dataDir } = await foundedBackend();
		const ledger = join(dataDir, 'ledger');
		cpSync(ledger, `${ledger}-old`, { recursive: true });
		await client.members.changePassphrase({ current: PASSPHRASE, next: 'eine ganz neue Passphrase' });
		await backend.lock();
		const signIn = (passphrase: string) => client.members.signIn({ signInName: 'erika', passphrase });
		const [first = '', second = ''] = readdirSync(ledger);
		const good = readFileSync(join(ledger, second));
		rmSync(join(ledger, second));
		// The old passphrase opens the old ledger's keys, but the vault remembers how far the ledger went.
		await expect(signIn(PASSPHRASE)).rejects.toMatchObject({ code: 'DAMAGED', data: { file: 'ledger' } });
		writeFileSync(join(ledger, second), good);
		await expect(signIn(PASSPHRASE)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
		const spoilt = Uint8Array.from(good);
		spoilt[good.length - 70] = (spoilt[good.length - 70] ?? 0) ^ 4;
		writeFileSync(join(ledger, second), spoilt);
		await expect(signIn('eine ganz neue Passphrase')).rejects.toMatchObject({ code: 'DAMAGED', data: { file: 'ledger' } });
		writeFileSync(join(ledger, second), good);
		copyFileSync(join(ledger, first), join(ledger, first.replace('0000000001', '0000000003')));
		await expect(signIn('eine ganz neue Passphrase')).rejects.toMatchObject({ code: 'DAMAGED' });
		rmSync(join(ledger, first.replace('0000000001', '0000000003')));
		await signIn('eine ganz neue Passphrase');
	});

	it('does not open one device’s vaults on another', async () => {
		const left = await foundedBackend({ seed: 1 });
		const right = await foundedBackend({ seed: 2 });
		for (const each of [left, right]) await each.backend.lock();
		cpSync(join(left.dataDir, 'vaults'), join(right.dataDir, 'vaults'), { recursive: true });
		const again = await testBackend({ dataDir: right.dataDir, seed: 3 });
		await expect(again.client.members.signIn({ signInName: 'erika', passphrase: PASSPHRASE })).rejects.toMatchObject({
			code: 'DAMAGED',
		});
	});
});
