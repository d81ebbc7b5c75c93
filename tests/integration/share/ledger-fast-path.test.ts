import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ledgerFolder } from '#main/share/layout.ts';
import { writeEnvelope } from '#main/vaults/envelope.ts';
import { entryFileName, writeEntry } from '#main/vaults/ledger.ts';
import type { Fact } from '#main/vaults/ledger-facts.ts';
import { newMemberKeys } from '#main/vaults/member-keys.ts';
import type { MemberId, SiteId } from '#shared/kernel/ids.ts';
import { entriesOnShare, ledgerHolder } from '#tests/support/ledger-holder.ts';
import { type SmallOffice, smallOffice } from '#tests/support/small-office.ts';

describe('exchanging the ledger when nothing has changed here', () => {
	const place = (office: SmallOffice, name = '') => join(office.share, ...ledgerFolder(office.site).split('/'), name);

	/** Two devices that agree about three entries. */
	async function agreed() {
		const office = await smallOffice();
		const [left, right] = [ledgerHolder(office), ledgerHolder(office)];
		left.add('one');
		left.add('two');
		for (const each of [left, right, left, right]) await each.exchange();
		const forget = () => {
			for (const { read } of [left, right]) Object.assign(read, { own: 0, share: [] });
		};
		forget();
		return { office, left, right, forget };
	}

	it('reads none of its entries, and of the share only what is new', async () => {
		const { office, left, right, forget } = await agreed();
		for (let n = 0; n < 3; n++) expect((await right.exchange())?.seq).toBe(3);
		expect(right.read).toEqual({ own: 0, share: [] });
		const entry = left.add('three');
		await left.exchange();
		forget();
		expect((await right.exchange())?.seq).toBe(4);
		expect(right.read.own).toBe(0);
		expect(right.read.share).toEqual([entryFileName(entry)]);
		expect(right.wrapped()).toBe('three');
		expect(entriesOnShare(office)).toHaveLength(4);
		expect(right.alarms).toEqual([]);
	});

	it('notices all the same that entries are gone or exchanged, and forks anywhere', async () => {
		for (const seq of [1, 2, 3]) {
			const { office, left } = await agreed();
			const name = entriesOnShare(office)[seq - 1] ?? '';
			const bytes = readFileSync(place(office, name));
			rmSync(place(office, name));
			expect(await left.exchange()).toBeNull();
			expect(left.alarms).toEqual([['rolled_back', `${ledgerFolder(office.site)}/${name}`]]);
			const other = name.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
			writeFileSync(place(office, other), bytes);
			expect(await left.exchange(), 'another in its place').toBeNull();
			writeFileSync(place(office, name), bytes);
			expect(await left.exchange(), 'another beside it').toBeNull();
			const forked = ['tampered', `${ledgerFolder(office.site)}/${other}`];
			expect(left.alarms.slice(1)).toEqual([forked, forked]);
			rmSync(place(office, other));
			expect((await left.exchange())?.seq, 'all put right again').toBe(3);
			expect(left.wrapped()).toBe('two');
		}
	});

	it('takes nothing signed by a stranger, by nobody who may, from elsewhere, or of a newer program', async () => {
		const { office, left } = await agreed();
		const stranger = newMemberKeys(office.random).signing.secretKey;
		const author = { id: office.author, secretKey: office.founded.memberKeys.signing.secretKey };
		const fact: Fact = { fact: 'passphrase', member: office.author, wrapped: new Uint8Array(3) };
		const state = left.state();
		const good = writeEntry(state, author, 1, [fact]);
		const newer = writeEnvelope({ ...good.header, v: 2 }, () => new Uint8Array(), author.secretKey);
		const strange = [
			{ problem: 'tampered', entry: writeEntry(state, { ...author, secretKey: stranger }, 1, [fact]) },
			{ problem: 'tampered', entry: writeEntry(state, { ...author, id: office.nextId() as MemberId }, 1, [fact]) },
			{ problem: 'tampered', entry: writeEntry(state, author, 1, [{ fact: 'left', member: office.author }]) },
			{ problem: 'tampered', entry: writeEntry({ ...state, site: office.nextId() as SiteId }, author, 1, [fact]) },
			{ problem: 'tampered', entry: writeEntry({ ...state, hash: new Uint8Array(32) }, author, 1, [fact]) },
			{ problem: 'newer', entry: { ...good, ...newer } },
		];
		for (const { problem, entry } of strange) {
			const name = entryFileName(entry);
			writeFileSync(place(office, name), entry.bytes);
			expect(await left.exchange()).toBeNull();
			expect(left.alarms.splice(0)).toEqual([[problem, `${ledgerFolder(office.site)}/${name}`]]);
			expect(left.state().seq, 'nothing of it is kept').toBe(3);
			rmSync(place(office, name));
		}
		writeFileSync(place(office, entryFileName(good)), good.bytes);
		expect((await left.exchange())?.seq).toBe(4);
	});
});
