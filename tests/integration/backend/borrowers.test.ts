import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BorrowerFields, EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { EMPTY_ITEM } from '#shared/features/inventory/model.ts';
import type { BorrowerId, ItemId } from '#shared/kernel/ids.ts';
import { campaign } from '#tests/support/campaign.ts';
import { joinSite, newSite, office, refusalOf, sync } from '#tests/support/office.ts';
import { foundedBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** Borrowers on real encrypted files: numbers, duplicates, blocking, removal, search and what two PCs do at once. */

const make = (pc: TestBackend, fields: Partial<BorrowerFields> = {}) =>
	pc.client.borrowers.create({ ...EMPTY_BORROWER, firstName: 'Ayşe', lastName: 'Öztürk', ...fields });

const ALL = { text: '', filter: 'all', sort: { by: 'number', descending: false }, offset: 0, limit: 500 } as const;
const LOOK = { id: null, firstName: 'Ayse', lastName: 'OEZTUERK', postcode: null, phone: null, email: null };

async function lend(pc: TestBackend, borrowerId: BorrowerId, itemIds: readonly ItemId[]) {
	const out = itemIds.map((itemId) => ({
		...{ itemId, kitId: null, accessories: [], condition: null, inHouse: false, dueOn: null },
	}));
	return pc.client.lending.complete({ borrowerId, out, back: [], depositInCents: 0, issuedOn: null, reason: 'Probe' });
}

it('finds whom somebody could be already, by folded name and what can be compared', async () => {
	const pc = await foundedBackend();
	const ayse = await make(pc, { postcode: '40880', phone: '+492102123456' });
	const found = async (more: object) => (await pc.client.borrowers.duplicates({ ...LOOK, ...more })).map(({ id }) => id);
	expect(await found({})).toEqual([ayse.id]);
	expect(await found({ postcode: '40880' })).toEqual([ayse.id]);
	expect(await found({ postcode: '10115' })).toEqual([]);
	expect(await found({ postcode: '10115', phone: '+492102123456' })).toEqual([ayse.id]);
	expect(await found({ email: 'ayse@example.org' })).toEqual([ayse.id]);
	expect(await found({ id: ayse.id })).toEqual([]);
	expect(await found({ firstName: 'Fatma' })).toEqual([]);
	expect(await found({ firstName: null, lastName: ' ' })).toEqual([]);
	await pc.client.borrowers.remove({ id: ayse.id });
	expect(await found({})).toEqual([]);
});

it('finds them however the name is spelled', async () => {
	const pc = await foundedBackend();
	/** Spellings that are the same name, each in the letters that another office would use. */
	const Letter = fc.constantFrom(
		['ö', 'oe', 'Ö'],
		['ü', 'ue', 'UE'],
		['ß', 'ss', 'ẞ'],
		['ş', 's', 'Ş'],
		['é', 'e', 'É'],
		['ı', 'i', 'I'],
	);
	const Name = fc.array(Letter, { minLength: 2, maxLength: 8 });
	const Variants = fc.tuple(Name, fc.array(fc.nat(2), { minLength: 16, maxLength: 16 }));
	// Letters apart from each other: in `oee` nobody can tell which two are an `ö`.
	const spelled = (name: readonly (readonly string[])[], choice: readonly number[], shift: number) =>
		name.map((letter, at) => letter[((choice[at] ?? 0) + shift) % letter.length]).join('k');
	await fc.assert(
		fc.asyncProperty(Variants, async ([name, choice]) => {
			const { id } = await make(pc, { firstName: null, lastName: spelled(name, choice, 0) });
			const rows = await pc.client.borrowers.duplicates({ ...LOOK, firstName: null, lastName: spelled(name, choice, 1) });
			expect(rows.map((row) => row.id)).toContain(id);
		}),
		{ numRuns: campaign(25, 120) },
	);
});

it('blocks and lifts it, keeps who has something, and brings back who was removed', async () => {
	const pc = await foundedBackend();
	const { id } = await make(pc);
	await pc.client.borrowers.block({ id, reason: 'Gibt nichts zurück' });
	expect(await pc.client.borrowers.list({ ...ALL, filter: 'blocked' })).toMatchObject({ total: 1 });
	expect(await pc.client.borrowers.get({ id })).toMatchObject({ blockedReason: 'Gibt nichts zurück' });
	await pc.client.borrowers.block({ id, reason: null });
	expect((await pc.client.borrowers.list({ ...ALL, filter: 'blocked' })).total).toBe(0);

	const item = await pc.client.inventory.create({ ...EMPTY_ITEM, name: 'Säge', number: null });
	const { loans } = await lend(pc, id, [item.id]);
	expect(await refusalOf(pc.client.borrowers.remove({ id }))).toMatchObject({ code: 'HAS_LOANS', data: { lines: 1 } });
	const [lineId] = loans[0]?.lines ?? [];
	if (!lineId) throw new Error('nothing was lent');
	const back = [{ lineId, accessories: [], condition: null, damage: null }];
	await pc.client.lending.complete({ borrowerId: null, out: [], back, depositInCents: 0, issuedOn: null, reason: null });
	await pc.client.borrowers.remove({ id });
	expect((await refusalOf(pc.client.borrowers.get({ id }))).code).toBe('NOT_FOUND');
	// Their old loan still tells who it was.
	expect(await pc.client.lending.loan({ id: loans[0]?.id as never })).toMatchObject({ borrowerName: 'Ayşe Öztürk' });
	await pc.client.borrowers.restore({ id });
	expect(await pc.client.borrowers.get({ id })).toMatchObject({ lastName: 'Öztürk' });
	for (const call of ['block', 'update', 'remove', 'restore'] as const) {
		const nobody = '0198c0de-0000-7000-8000-00000000dead' as BorrowerId;
		const input = { id: nobody, reason: null, changes: {} };
		expect((await refusalOf(pc.client.borrowers[call](input))).code, call).toBe('NOT_FOUND');
	}
});

it('is found by Ctrl+K: by name, by card, and with the loan by its number', async () => {
	const pc = await foundedBackend();
	// Somebody who only lives in a street of that name comes after whoever is called so.
	await make(pc, { firstName: 'Kurt', lastName: 'Adam', street: 'Öztürkstraße 1' });
	const { id, number } = await make(pc, { street: 'Hauptstraße 3', postcode: '40880', city: 'Ratingen' });
	expect(number).toBe('E-00002');
	const hit = { kind: 'borrower', id, title: 'Ayşe Öztürk', subtitle: 'E-00002 · Hauptstraße 3 · 40880 Ratingen' };
	const found = (text: string) => pc.client.search.query({ text });
	expect((await found('ozturk')).map(({ title }) => title)).toEqual(['Ayşe Öztürk', 'Kurt Adam']);
	expect(await found('aysa')).toEqual([]);
	for (const text of ['E-00002', 'KONTOR-KARTE:E-00002', 'KONTORßKARTEÖEß00002', 'e2'])
		expect(await found(text), text).toEqual([hit]);

	const items = [];
	for (const name of ['Säge', 'Hobel', 'Feile', 'Zange'])
		items.push((await pc.client.inventory.create({ ...EMPTY_ITEM, name, number: null })).id);
	const { loans } = await lend(pc, id, items);
	const loan = { kind: 'loan', id: loans[0]?.id, title: 'L-00001 Ayşe Öztürk', subtitle: '09.03.2026 · Säge, Hobel, Feile …' };
	for (const text of ['L-00001', 'l-1', 'L 00001'])
		expect(
			(await found(text)).filter(({ kind }) => kind === 'loan'),
			text,
		).toEqual([loan]);
	// A letter alone means no loan.
	expect((await found('l')).filter(({ kind }) => kind === 'loan')).toEqual([]);
});

it('a number given by two PCs while apart stays with the older borrower, and both know each other’s', async () => {
	const town = office();
	const desk = await town.pc('Tresen');
	await newSite(desk);
	await desk.client.share.connect({ folder: town.share });
	const other = await town.pc('Werkstatt');
	await sync(desk);
	await joinSite(other, town.share);
	const first = await make(desk);
	const second = await make(other);
	expect(first.number).toBe(second.number);
	// Ids rise with time: the smaller one is the older one.
	const [older, younger] = [first.id, second.id].sort();
	await sync(desk);
	await sync(other);
	await sync(desk);
	for (const { client, settle } of [desk, other]) {
		await settle('two numbers', async () => {
			const { rows } = await client.borrowers.list(ALL);
			return rows.length === 2 && new Set(rows.map(({ number }) => number)).size === 2;
		});
		const { rows } = await client.borrowers.list(ALL);
		expect(rows.map(({ id, number }) => [id, number])).toEqual([
			[older, 'E-00001'],
			[younger, 'E-00002'],
		]);
		expect((await client.search.query({ text: 'E-00002' })).map(({ id }) => id)).toEqual([younger]);
	}
}, 120_000);
