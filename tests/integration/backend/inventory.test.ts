import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMPTY_ITEM, type ItemFields } from '#shared/features/inventory/model.ts';
import type { ItemId, RecordId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { newSiteOfAdministrator, OWN, welcome } from '#tests/support/newcomer.ts';
import { caseOf, drain, joinSite, newSite, office, person, refusalOf, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const ALL = {
	text: '',
	filter: 'current',
	category: null,
	location: null,
	sort: { by: 'number', descending: false },
	offset: 0,
	limit: 500,
} as const;
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');
const LIST = readFileSync(join(import.meta.dirname, '../../fixtures/Werkzeugliste_2026.csv')).toString('base64');
const file = { content: LIST, encoding: null, separator: null, mapping: null };

const item = (name: string, fields: Partial<ItemFields> = {}, number: string | null = null) => ({
	...EMPTY_ITEM,
	...fields,
	name,
	number,
});

async function desk(): Promise<TestBackend> {
	const pc = await office().pc('Tresen');
	await newSite(pc);
	return pc;
}

const numbersOf = async ({ client }: TestBackend, list: object = {}) =>
	(await client.inventory.list({ ...ALL, ...list })).rows.map(({ number }) => number);

it('gives numbers on, and none twice', async () => {
	const { client } = await desk();
	expect((await client.inventory.create(item('Hammer'))).number).toBe('INV-0001');
	const saw = await client.inventory.create(item('Säge', {}, ' wz-0217 '));
	expect(saw.number).toBe('WZ-0217');
	await client.inventory.create(item('Zange', {}, 'WZ-0003'));
	expect(await client.inventory.nextNumber()).toEqual({ number: 'WZ-0218' });
	const taken = { code: 'NUMBER_TAKEN', defined: true, data: { id: saw.id, name: 'Säge' } };
	expect(await refusalOf(client.inventory.create(item('Feile', {}, 'Wz-0217')))).toEqual(taken);
	const { id } = await client.inventory.create(item('Feile'));
	expect(await refusalOf(client.inventory.update({ id, changes: { number: 'wz-0217' } }))).toEqual(taken);
	await client.inventory.update({ id: saw.id, changes: { number: 'WZ-0217', location: 'Keller' } });
	// A removed item's label may still stick somewhere; typed on purpose, its number is free.
	await client.inventory.remove({ id });
	expect(await client.inventory.nextNumber()).toEqual({ number: 'WZ-0219' });
	await client.inventory.create(item('Raspel', {}, 'WZ-0218'));
	await client.inventory.restore({ id });
	expect((await client.inventory.doubles()).map(({ number, items }) => [number, items.length])).toEqual([['WZ-0218', 2]]);
	await client.inventory.update({ id, changes: { remarks: 'neues Etikett fehlt', number: 'WZ-0218' } });
	await client.inventory.update({ id, changes: { number: 'WZ-0219' } });
	expect(await client.inventory.doubles()).toEqual([]);
});

it('finds an item by its label, however it comes', async () => {
	const { client } = await desk();
	const { id } = await client.inventory.create(item('Säge', {}, 'WZ-0217'));
	for (const number of ['WZ-0217', ' wz-0217\n', 'KONTOR-ITEM:WZ-0217'])
		expect(await client.inventory.find({ number })).toMatchObject({ id, name: 'Säge' });
	for (const number of ['WZ-0218', '', 'KONTOR-CARD:WZ-0217', '\u0000'])
		expect((await refusalOf(client.inventory.find({ number }))).code).toBe('NOT_FOUND');
});

it('lists, filters and sorts; equals stand in the order of their numbers', async () => {
	const pc = await desk();
	const { client } = pc;
	const soon = '2026-03-20' as LocalDate;
	await client.inventory.create(item('Öse', { category: 'Nähen', testedUntil: soon }, 'A-10'));
	await client.inventory.create(item('Oese', { category: 'Nähen', location: 'Keller' }, 'A-9'));
	const kit = await client.inventory.create(item('Zange', { maker: 'Knipex' }, 'A-1'));
	expect(await numbersOf(pc)).toEqual(['A-1', 'A-9', 'A-10']);
	expect(await numbersOf(pc, { sort: { by: 'name', descending: false } })).toEqual(['A-9', 'A-10', 'A-1']);
	expect(await numbersOf(pc, { sort: { by: 'category', descending: true } })).toEqual(['A-9', 'A-10', 'A-1']);
	expect(await numbersOf(pc, { sort: { by: 'testedUntil', descending: false } })).toEqual(['A-10', 'A-1', 'A-9']);
	expect(await numbersOf(pc, { text: 'knip zan' })).toEqual(['A-1']);
	expect(await numbersOf(pc, { text: '10' })).toEqual(['A-10']);
	expect(await numbersOf(pc, { category: 'Nähen', location: 'Keller' })).toEqual(['A-9']);
	expect(await client.inventory.list({ ...ALL, offset: 1, limit: 1 })).toMatchObject({ rows: [{ number: 'A-9' }], total: 3 });
	expect(await numbersOf(pc, { filter: 'test_due' })).toEqual(localDay(pc) >= '2026-02-18' ? ['A-10'] : []);
	await client.inventory.setState({ id: kit.id, state: 'retired', reason: 'Griff gebrochen' });
	expect(await numbersOf(pc)).toEqual(['A-9', 'A-10']);
	expect(await numbersOf(pc, { filter: 'retired' })).toEqual(['A-1']);
	expect(await client.inventory.words()).toEqual({ categories: ['Nähen'], locations: ['Keller'], makers: ['Knipex'] });
});

const localDay = ({ clock }: TestBackend) => new Date(clock.now()).toISOString().slice(0, 10);

it('keeps kits flat: an item is in one, and none is in another', async () => {
	const { client } = await desk();
	const hammer = await client.inventory.create(item('Hammer'));
	const saw = await client.inventory.create(item('Säge'));
	const kit = await client.inventory.create(item('Set', { parts: [hammer.id, saw.id, saw.id] }));
	expect(await client.inventory.get({ id: kit.id })).toMatchObject({
		item: { parts: [hammer.id, saw.id] },
		parts: [{ name: 'Hammer' }, { name: 'Säge' }],
		kit: null,
		photo: null,
	});
	expect((await client.inventory.get({ id: saw.id })).kit).toMatchObject({ id: kit.id, isKit: true });
	const refused = (number: string, name: string) => ({ code: 'PART_REFUSED', defined: true, data: { number, name } });
	expect(await refusalOf(client.inventory.create(item('Zweites', { parts: [saw.id] })))).toEqual(refused('INV-0002', 'Säge'));
	expect(await refusalOf(client.inventory.create(item('Zweites', { parts: [kit.id] })))).toEqual(refused('INV-0003', 'Set'));
	expect(await refusalOf(client.inventory.update({ id: kit.id, changes: { parts: [kit.id] } }))).toEqual(
		refused('INV-0003', 'Set'),
	);
	const file = await client.inventory.create(item('Feile'));
	expect(await refusalOf(client.inventory.update({ id: saw.id, changes: { parts: [file.id] } }))).toEqual(
		refused('INV-0002', 'Säge'),
	);
	const nobody = '01890000-0000-7000-8000-000000000000' as ItemId;
	expect(await refusalOf(client.inventory.create(item('Zweites', { parts: [nobody] })))).toEqual(refused('', ''));
	await client.inventory.update({ id: kit.id, changes: { parts: [hammer.id, file.id] } });
	await client.inventory.create(item('Zweites', { parts: [saw.id] }));
	expect((await client.inventory.list({ ...ALL, filter: 'kits' })).total).toBe(2);
});

it('states need a reason, tests are recorded for all or none, photos are photos; the history tells it', async () => {
	const { client } = await desk();
	const { id } = await client.inventory.create(item('Säge'));
	const other = await client.inventory.create(item('Feile'));
	expect((await refusalOf(client.inventory.setState({ id, state: 'missing', reason: null }))).code).toBe('BAD_REQUEST');
	await client.inventory.setState({ id, state: 'maintenance', reason: 'Sägeblatt stumpf' });
	await client.inventory.setState({ id, state: 'active', reason: null });

	const testedUntil = '2027-08-31' as LocalDate;
	const nobody = '01890000-0000-7000-8000-000000000000' as ItemId;
	expect((await refusalOf(client.inventory.recordTests({ ids: [id, nobody], testedUntil }))).code).toBe('NOT_FOUND');
	expect((await client.inventory.get({ id })).item.testedUntil).toBeNull();
	await client.inventory.recordTests({ ids: [id, other.id], testedUntil });
	expect((await client.inventory.get({ id: other.id })).item.testedUntil).toBe(testedUntil);

	const svg = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
	expect((await refusalOf(client.inventory.setPhoto({ id, photo: svg }))).code).toBe('BAD_REQUEST');
	await client.inventory.setPhoto({ id, photo: JPEG });
	expect((await client.inventory.get({ id })).photo).toBe(JPEG);
	expect((await client.inventory.list(ALL)).rows.map(({ hasPhoto }) => hasPhoto)).toEqual([true, false]);
	await client.inventory.setPhoto({ id, photo: null });
	expect((await client.inventory.get({ id })).photo).toBeNull();

	const history = await client.records.history({ table: 'item', id: id as string as RecordId });
	expect(history.map(({ member }) => member)).toEqual(Array(4).fill('Anna Müller'));
	expect(history[1]?.fields).toEqual([
		{ field: 'state', before: 'active', after: 'maintenance' },
		{ field: 'stateReason', before: null, after: 'Sägeblatt stumpf' },
	]);
	expect(history[3]?.fields).toEqual([{ field: 'testedUntil', before: null, after: testedUntil }]);
});

it('two PCs that give a number while apart both keep it, and both say so', async () => {
	const place = office();
	const left = await place.pc('Links');
	await newSite(left);
	await left.client.inventory.create(item('Hammer', {}, 'WZ-0001'));
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = await place.pc('Rechts');
	await joinSite(right, place.share);
	expect(await right.client.inventory.nextNumber()).toEqual({ number: 'WZ-0002' });
	const saw = await left.client.inventory.create(item('Säge'));
	const rasp = await right.client.inventory.create(item('Raspel'));
	expect([saw.number, rasp.number]).toEqual(['WZ-0002', 'WZ-0002']);
	await left.client.inventory.setPhoto({ id: saw.id, photo: JPEG });
	for (const pc of [left, right, left, right]) await sync(pc);
	for (const { client } of [left, right]) {
		expect(await client.inventory.doubles()).toMatchObject([
			{ number: 'WZ-0002', items: expect.arrayContaining([expect.objectContaining({ name: 'Säge' })]) },
		]);
		expect((await client.inventory.list(ALL)).total).toBe(3);
		expect((await client.inventory.get({ id: saw.id })).photo).toBe(JPEG);
		expect(await client.inventory.nextNumber()).toEqual({ number: 'WZ-0003' });
	}
}, 60_000);

it('imports the tool list once, in whole groups, and writes what can be read back', async () => {
	const pc = await desk();
	const { client } = pc;
	const { rows: previewed } = await client.inventory.previewImport(file);
	expect(previewed).toHaveLength(180);
	expect((await client.inventory.list(ALL)).total).toBe(0);

	const cut = await client.inventory.runImport({ ...file, decisions: [] });
	await cut.next();
	await cut.return(undefined);
	expect((await client.inventory.list(ALL)).total).toBe(100);

	const decisions = [{ line: previewed.at(-1)?.line ?? 0, decision: 'skip' as const }];
	expect((await drain(client.inventory.runImport({ ...file, decisions })))?.report).toEqual({
		created: 79,
		filled: 0,
		skipped: 1,
		unchanged: 100,
	});
	expect((await drain(client.inventory.runImport({ ...file, decisions: [] })))?.report).toMatchObject({ created: 1 });
	const again = await drain(client.inventory.runImport({ ...file, decisions: [] }));
	expect(again?.report).toEqual({ created: 0, filled: 0, skipped: 0, unchanged: 180 });
	const { total, rows } = await client.inventory.list(ALL);
	expect([total, new Set(rows.map(({ number }) => number)).size, rows.at(-1)?.number]).toEqual([180, 180, 'WZ-0186']);
	expect(await numbersOf(pc, { filter: 'maintenance', limit: 1 })).toEqual(['WZ-0001']);
	expect(await client.inventory.doubles()).toEqual([]);

	const { text, fileName } = await client.inventory.exportCsv({ ...ALL, category: 'Nähmaschine' });
	expect(fileName).toMatch(/^Inventar \d{4}-\d\d-\d\d\.csv$/);
	expect(text).toContain('\r\nWZ-0023;Nähmaschine;Pfaff;select 4.2;Nähmaschine;;Schrank 3;gut;in Gebrauch;;;1099,00;');
	const exported = { ...file, content: Buffer.from(text).toString('base64') };
	const preview = await client.inventory.previewImport(exported);
	expect(preview.rows).toHaveLength(37);
	expect(preview.rows.filter(({ known }) => !known)).toEqual([]);
	expect(preview.rows.flatMap(({ issues }) => issues)).toEqual([]);
}, 60_000);

it('a volunteer finds items and never people; a counsellor finds both', async () => {
	const town = office();
	const carl = await town.pc('Verwaltung');
	await newSiteOfAdministrator(carl, town.share);
	const { pc: volunteer } = await welcome(town, carl, 'Vera', ['volunteer']);
	const vera = volunteer.client;
	const { pc: counsellor } = await welcome(town, carl, 'Anna', ['counsellor']);
	const anna = counsellor.client;
	await counsellor.settle(
		'the case files',
		async () => (await anna.site.status()).session?.vaults.includes('counselling') ?? false,
	);

	const member = (await anna.site.status()).session?.member.id;
	const { id: personId } = await anna.people.create(person({ lastName: 'Zange' }));
	const { id: caseId } = await anna.cases.open({ ...caseOf(member as never, { concern: 'Zange verloren' }), personId });
	const { id } = await anna.inventory.create(item('Zange', { maker: 'Knipex', location: 'Keller' }, 'WZ-0001'));
	await anna.inventory.create(item('Rohrzange', {}, 'WZ-0002'));
	const hit = { kind: 'item', id, title: 'Zange', subtitle: 'WZ-0001 · Knipex · Keller' };
	expect((await anna.search.query({ text: 'zang' })).map(({ kind }) => kind)).toEqual(['person', 'case_file', 'item']);
	expect((await anna.search.query({ text: 'KONTOR-ITEM:wz-0001' })).filter(({ kind }) => kind === 'item')).toEqual([hit]);

	// On the counsellor's own PC too, where the case files lie on the disk.
	await sync(counsellor);
	await anna.members.signIn({ signInName: 'vera', passphrase: OWN });
	for (const client of [anna, vera]) {
		if (client === vera) await volunteer.settle('the item', async () => (await vera.inventory.list(ALL)).total === 2);
		expect(await client.search.query({ text: 'zang' })).toEqual([hit]);
		expect((await client.records.history({ table: 'item', id: id as string as RecordId })).length).toBe(1);
		for (const table of ['person', 'case_file', 'contact', 'todo'] as const) {
			const wanted = (table === 'person' ? personId : caseId) as string as RecordId;
			expect(await refusalOf(client.records.history({ table, id: wanted }))).toMatchObject({ code: 'NO_ACCESS', defined: true });
		}
		for (const key of ['person:new', `contact:${caseId}`, 'items:new'])
			for (const call of [
				client.records.draft({ key }),
				client.records.saveDraft({ key, text: 'x' }),
				client.records.discardDraft({ key }),
			])
				expect((await refusalOf(call)).code).toBe('NO_ACCESS');
		await client.records.saveDraft({ key: 'item:new', text: 'halb fertig' });
		expect(await client.records.draft({ key: 'item:new' })).toBe('halb fertig');
		await client.records.discardDraft({ key: 'item:new' });
	}
}, 120_000);
