import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { writeEnvelope } from '#main/vaults/envelope.ts';
import { entryFileName, readLedger } from '#main/vaults/ledger.ts';
import { unlockMember } from '#main/vaults/sign-in.ts';
import { filesBelow } from '#tests/support/files-below.ts';
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
	SIGN_IN_NAME,
	signIn,
	sync,
} from '#tests/support/office.ts';
import { PASSPHRASE, type TestBackend } from '#tests/support/test-backend.ts';

/** Damaged, missing and too-new files: named, refused, and built anew from the share. */

async function siteOnShare(place: Office): Promise<TestBackend> {
	const pc = await place.pc('Tresen');
	await newSite(pc);
	await pc.client.share.connect({ folder: place.share });
	await pc.client.people.create(person());
	await sync(pc);
	return pc;
}

/** `at`: so far into the file, of one. */
const flip = (path: string, at = 0.5): void => flipByte(path, Math.floor(readFileSync(path).length * at));
/** A vault's first page is read when it is opened, and is 4,096 bytes long. */
const flipFirstPage = (path: string): void => flipByte(path, 1000);

function flipByte(path: string, index: number): void {
	const bytes = readFileSync(path);
	bytes[index] = (bytes[index] ?? 0) ^ 0x10;
	writeFileSync(path, bytes);
}

const repair = ({ client }: TestBackend, folder: string, passphrase = PASSPHRASE) =>
	drain(client.site.repair({ folder, signInName: SIGN_IN_NAME, passphrase }));

const ledgerFile = (pc: TestBackend) => {
	const [name] = filesBelow(join(pc.dataDir, 'ledger'));
	return `ledger/${name}`;
};

describe('a damaged data folder', () => {
	it.each([
		[
			'a vault file overwritten',
			'vaults/counselling.db',
			'vaults/counselling.db',
			(path: string) => writeFileSync(path, 'SQLite format 3'),
		],
		['a vault file gone', 'vaults/office.db', 'vaults/office.db', (path: string) => rmSync(path)],
		['first page of a vault file changed', 'vaults/workshop.db', 'vaults/workshop.db', flipFirstPage],
		['a key file gone', 'vaults/counselling.key', 'vaults/counselling.key', (path: string) => rmSync(path)],
		['a key file changed', 'vaults/counselling.key', 'vaults/counselling.key', (path: string) => flip(path, 0.9)],
		['the device key gone', 'device.key', 'device.key', (path: string) => rmSync(path)],
		['the ledger changed', 'ledger', 'ledger', (path: string) => flip(path)],
	])('%s: named, and repaired from the share', async (_what, path, named, damage) => {
		const place = office();
		const pc = await siteOnShare(place);
		await pc.client.members.lock();
		damage(join(pc.dataDir, path === 'ledger' ? ledgerFile(pc) : path));
		expect(await refusalOf(signIn(pc))).toMatchObject({ code: 'DAMAGED', defined: true, data: { file: named } });
		expect((await pc.client.site.status()).session).toBeNull();
		expect(await refusalOf(repair(pc, place.share, 'falsch'))).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		await repair(pc, place.share);
		expect((await pc.client.people.list(EVERYBODY)).total).toBe(1);
		await pc.client.people.create(person({ firstName: 'Danach' }));
		await sync(pc);
		await pc.client.members.lock();
		await signIn(pc);
		const other = await place.pc('Büro oben');
		await joinSite(other, place.share);
		expect((await other.client.people.list(EVERYBODY)).total).toBe(2);
		await drain(other.client.share.verify());
	});

	it('keeps a passphrase that was changed while the share was away', async () => {
		const place = office();
		const pc = await siteOnShare(place);
		await pc.client.members.changePassphrase({ current: PASSPHRASE, next: 'drei Möwen auf dem Dach' });
		await pc.client.members.lock();
		// The entry never reached the share.
		const onShare = filesBelow(place.share).filter((path) => path.includes('ledger'));
		const newest = onShare.filter((path) => /0000000002-/.test(path));
		for (const path of newest) rmSync(join(place.share, path));
		rmSync(join(pc.dataDir, 'vaults', 'workshop.db'));
		await repair(pc, place.share, 'drei Möwen auf dem Dach');
		await pc.client.members.lock();
		await signIn(pc, 'drei Möwen auf dem Dach');
	});

	it('keeps the damaged vault with its key beside the new one', async () => {
		const place = office();
		const pc = await siteOnShare(place);
		await pc.client.members.lock();
		const key = readFileSync(join(pc.dataDir, 'vaults', 'counselling.key'));
		flipFirstPage(join(pc.dataDir, 'vaults', 'counselling.db'));
		const damaged = readFileSync(join(pc.dataDir, 'vaults', 'counselling.db'));
		await repair(pc, place.share);
		const kept = filesBelow(join(pc.dataDir, 'vaults')).filter((name) => name.includes('.damaged-'));
		expect(kept.map((name) => readFileSync(join(pc.dataDir, 'vaults', name)))).toEqual(expect.arrayContaining([damaged, key]));
	});

	it('is no reason to touch anything when the share is not there or holds another site', async () => {
		const place = office();
		const pc = await siteOnShare(place);
		await pc.client.members.lock();
		flipFirstPage(join(pc.dataDir, 'vaults', 'counselling.db'));
		const before = filesBelow(pc.dataDir).map((path) => [path, readFileSync(join(pc.dataDir, path))]);
		expect(await refusalOf(repair(pc, join(place.root, 'weg')))).toMatchObject({
			code: 'SHARE',
			data: { problem: 'unreachable' },
		});
		expect(await refusalOf(repair(pc, place.root))).toMatchObject({ code: 'SHARE', data: { problem: 'wrong_folder' } });
		expect(filesBelow(pc.dataDir).map((path) => [path, readFileSync(join(pc.dataDir, path))])).toEqual(before);
	});
});

describe('verifying the share', () => {
	it('finds one changed byte in any file and names it', async () => {
		const place = office();
		const pc = await siteOnShare(place);
		await drain(pc.client.share.backUpNow());
		await drain(pc.client.share.verify());
		// Claims only keep two PCs from writing one ledger entry at once; nothing is ever believed because of them.
		const files = filesBelow(place.share).filter((file) => !/ledger.claim-\d+/.test(file));
		expect(files.length).toBeGreaterThan(8);
		for (const file of files) {
			const whole = readFileSync(join(place.share, file));
			flip(join(place.share, file));
			const refusal = await refusalOf(drain(pc.client.share.verify()));
			expect(refusal, file).toMatchObject({ code: 'SHARE', data: { problem: 'tampered' } });
			// A snapshot is named by its folder: no part of it is of use without the others.
			const named = String((refusal.data as { file: string }).file);
			expect(file.startsWith(named), `${named} names ${file}`).toBe(true);
			writeFileSync(join(place.share, file), whole);
		}
		await drain(pc.client.share.verify());
	});
});

describe('a newer Kontor', () => {
	it('is recognised by its ledger entry, on the share and in the data folder', async () => {
		const place = office();
		const pc = await siteOnShare(place);
		const folder = dataFolder(pc.dataDir);
		const ledger = readLedger(folder.readLedger());
		if (!ledger.ok) throw new Error('ledger does not verify');
		const unlocked = await unlockMember(ledger.value, SIGN_IN_NAME, PASSPHRASE);
		if (!unlocked) throw new Error('passphrase does not open the member');
		const { site, seq, hash } = ledger.value;
		const header = {
			type: 'ledger',
			v: 2,
			site,
			seq: seq + 1,
			prev: hash,
			at: place.clock.now(),
			signer: unlocked.member,
			whatever: 'new',
		};
		const entry = writeEnvelope(header, () => new Uint8Array(), unlocked.keys.signing.secretKey);
		const name = entryFileName({ header: { seq: seq + 1 }, hash: entry.hash });

		writeFileSync(join(place.share, `kontor-${site}`, 'ledger', name), entry.bytes);
		place.clock.advance(HOUR);
		await pc.settle('newer entry noticed', async () => (await pc.client.share.status()).alarms.length > 0);
		expect(await pc.client.share.status()).toMatchObject({
			state: 'attention',
			alarms: [{ problem: 'newer', file: expect.stringContaining(name) }],
		});
		const other = await place.pc('Büro oben');
		expect(await refusalOf(joinSite(other, place.share))).toMatchObject({ code: 'SHARE', data: { problem: 'newer' } });
		expect(filesBelow(other.dataDir)).toEqual([]);

		await pc.client.members.lock();
		writeFileSync(join(pc.dataDir, 'ledger', name), entry.bytes);
		expect(await refusalOf(signIn(pc))).toMatchObject({ code: 'NEWER', data: { file: 'ledger' } });
	});
});
