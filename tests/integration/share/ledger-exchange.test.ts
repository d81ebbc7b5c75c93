import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderTarget } from '#main/share/folder-target.ts';
import { ledgerFolder } from '#main/share/layout.ts';
import { entryFileName, readLedger } from '#main/vaults/ledger.ts';
import { entriesOnShare, ledgerHolder } from '#tests/support/ledger-holder.ts';
import { smallOffice } from '#tests/support/small-office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { foundedBackend, PASSPHRASE, testBackend } from '#tests/support/test-backend.ts';

describe('exchanging the ledger', () => {
	it('publishes what is new here and takes what is new there', async () => {
		const office = await smallOffice();
		const [left, right] = [ledgerHolder(office), ledgerHolder(office)];
		await left.exchange();
		left.add('one');
		left.add('two');
		expect((await left.exchange())?.seq).toBe(3);
		expect((await right.exchange())?.seq).toBe(3);
		expect(right.wrapped()).toBe('two');
		expect([...left.alarms, ...right.alarms]).toEqual([]);
	});

	it('signs again what was written while another device was faster: both changes are in force on both', async () => {
		const office = await smallOffice();
		const [left, right] = [ledgerHolder(office), ledgerHolder(office)];
		await left.exchange();
		await right.exchange();
		left.add('left');
		right.add('right one');
		right.add('right two');
		await left.exchange();
		expect((await right.exchange())?.seq).toBe(4);
		await right.exchange();
		await left.exchange();
		expect(left.state().hash).toEqual(right.state().hash);
		expect(left.wrapped()).toBe('right two');
		expect(entriesOnShare(office)).toHaveLength(4);
		expect(right.rewinds, 'told before the files change').toEqual([1]);
		expect([...left.alarms, ...right.alarms]).toEqual([]);
	});

	it('lets one of two that look at the same moment have the number; the other comes after it', async () => {
		const office = await smallOffice();
		const [left, right] = [ledgerHolder(office), ledgerHolder(office)];
		await left.exchange();
		await right.exchange();
		left.add('left');
		right.add('right');
		await Promise.all([left.exchange(), right.exchange()]);
		for (let n = 0; n < 3; n++) for (const each of [left, right]) expect(await each.exchange()).not.toBeNull();
		expect(entriesOnShare(office)).toHaveLength(3);
		expect(left.state().hash).toEqual(right.state().hash);
		expect([...left.alarms, ...right.alarms]).toEqual([]);
	});

	it('waits for a device that took a number and was cut off, but not for ever', async () => {
		const office = await smallOffice();
		const [left, right] = [ledgerHolder(office), ledgerHolder(office)];
		await left.exchange();
		await right.exchange();
		const entry = left.add('cut off');
		const target = folderTarget(office.share, office.random, async () => {});
		await target.claim(`${ledgerFolder(office.site)}/claim-0000000002`, entryFileName(entry));
		right.add('waiting');
		for (let n = 0; n < 20; n++) await right.exchange();
		expect(entriesOnShare(office)).toHaveLength(1);
		for (let n = 0; n < 120; n++) await right.exchange();
		expect(entriesOnShare(office)).toHaveLength(2);
		// Back again, it finds its number used and comes after.
		expect((await left.exchange())?.seq).toBe(3);
		await left.exchange();
		await right.exchange();
		expect(left.state().hash).toEqual(right.state().hash);
		expect([...left.alarms, ...right.alarms]).toEqual([]);
	});

	it('goes on with its own claim after a crash', async () => {
		const office = await smallOffice();
		const left = ledgerHolder(office);
		await left.exchange();
		const entry = left.add('mine');
		const target = folderTarget(office.share, office.random, async () => {});
		await target.claim(`${ledgerFolder(office.site)}/claim-0000000002`, entryFileName(entry));
		expect((await left.exchange())?.seq).toBe(2);
		expect(entriesOnShare(office)).toHaveLength(2);
	});

	it('calls two different histories a fork and chooses neither', async () => {
		const office = await smallOffice();
		const left = ledgerHolder(office);
		const other = ledgerHolder(office);
		await left.exchange();
		left.add('published');
		await left.exchange();
		const forged = other.add('another');
		const folder = join(office.share, ...ledgerFolder(office.site).split('/'));
		const stolen = join(other.folder.path, 'ledger', entryFileName(forged));
		copyFileSync(stolen, join(folder, entryFileName(forged)));
		expect(await left.exchange()).toBeNull();
		expect(left.alarms).toEqual([['tampered', `${ledgerFolder(office.site)}/${entryFileName(forged)}`]]);
		expect(left.wrapped()).toBe('published');
	});

	it('notices entries that are gone, and the whole ledger gone', async () => {
		const office = await smallOffice();
		const left = ledgerHolder(office);
		left.add('one');
		await left.exchange();
		const folder = join(office.share, ...ledgerFolder(office.site).split('/'));
		rmSync(join(folder, entriesOnShare(office)[1] ?? ''));
		expect(await left.exchange()).toBeNull();
		expect(left.alarms).toMatchObject([['rolled_back', expect.stringContaining('0000000002-')]]);
		expect(entriesOnShare(office), 'nothing is put back by guessing').toHaveLength(1);
	});

	it('takes no entry of somebody who may not write it, or whose name does not fit', async () => {
		const office = await smallOffice();
		const [left, right] = [ledgerHolder(office), ledgerHolder(office)];
		await left.exchange();
		await right.exchange();
		const entry = left.add('one');
		await left.exchange();
		const folder = join(office.share, ...ledgerFolder(office.site).split('/'));
		const renamed = entryFileName(entry).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
		copyFileSync(join(folder, entryFileName(entry)), join(folder, renamed));
		rmSync(join(folder, entryFileName(entry)));
		expect(await right.exchange()).toBeNull();
		expect(right.alarms).toEqual([['tampered', `${ledgerFolder(office.site)}/${renamed}`]]);
	});

	it('leaves a ledger that can be read wherever replacing it is cut off', async () => {
		const office = await smallOffice();
		const base = ledgerHolder(office);
		const other = ledgerHolder(office);
		for (const text of ['a', 'b', 'c']) base.add(text);
		for (const text of ['x', 'y', 'z', 'w']) other.add(text);
		const files = new Map(
			other.folder.readLedger().map((bytes, at) => [readdirSync(join(other.folder.path, 'ledger'))[at] ?? '', bytes]),
		);
		// Iterating stops at step k, as if the process had been killed there.
		for (let k = 0; k <= files.size; k++) {
			const cut = ledgerHolder(office);
			for (const text of ['a', 'b', 'c']) cut.add(text);
			const killed = new Map([...files].slice(0, k));
			const stopping = { has: (name: string) => files.has(name), [Symbol.iterator]: () => killed[Symbol.iterator]() };
			cut.folder.writeLedger(stopping as ReadonlyMap<string, Uint8Array>);
			expect(readLedger(cut.folder.readLedger()).ok, `cut off after ${k} files`).toBe(true);
		}
	});
});

it('two devices change the passphrase while apart: the later one counts on both', { timeout: 120_000 }, async () => {
	const share = join(temporaryFolder(), 'Freigabe Ä');
	mkdirSync(share);
	const left = await foundedBackend({ seed: 1 });
	await left.client.share.connect({ folder: share });
	const right = await testBackend({ seed: 2, clock: left.clock });
	const [site] = (await right.client.share.inspect({ folder: share })).sites;
	if (!site) throw new Error('no site on the share');
	const from = { folder: share, siteId: site.siteId, signInName: 'erika', passphrase: PASSPHRASE, deviceName: 'Büro rechts' };
	for await (const _step of await right.client.site.join(from));
	await left.client.members.changePassphrase({ current: PASSPHRASE, next: 'von links geändert' });
	await right.client.members.changePassphrase({ current: PASSPHRASE, next: 'von rechts geändert' });
	const entries = (office: typeof left) => readdirSync(join(office.dataDir, 'ledger')).filter((name) => !name.endsWith('.tmp'));
	await left.settle('one ledger everywhere', async () => {
		right.tick(1000);
		return entries(left).length === 4 && entries(left).join() === entries(right).join();
	});
	for (const office of [left, right]) {
		expect((await office.client.share.status()).alarms).toEqual([]);
		await office.backend.lock();
		const accepted = [];
		for (const passphrase of ['von links geändert', 'von rechts geändert']) {
			const signedIn = await office.client.members.signIn({ signInName: 'erika', passphrase }).catch(() => null);
			if (signedIn) accepted.push(passphrase);
			await office.backend.lock();
		}
		expect(accepted).toHaveLength(1);
	}
});
