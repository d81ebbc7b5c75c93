import { expect, it } from 'vitest';
import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { EMPTY_ITEM, type ItemFields } from '#shared/features/inventory/model.ts';
import type { DeskStep, LineBack } from '#shared/features/lending/model.ts';
import { type Damage, type DamageStage, MAX_MANUAL_BYTES } from '#shared/features/maintenance/model.ts';
import type { DamageId, ItemId, LoanLineId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { joinSite, newSite, office, refusalOf, sync } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { foundedBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** Damage and manuals on real encrypted files: where a case comes from, what it does to its item, how it travels. */

const TODAY = '2026-03-09' as LocalDate;
const STEP: DeskStep = { borrowerId: null, out: [], back: [], depositInCents: 0, issuedOn: null, reason: null };
const SORT = { by: 'foundOn', descending: false } as const;
const ALL = { text: '', filter: 'all', itemId: null, loanId: null, sort: SORT, offset: 0, limit: 100 } as const;

const item = async (pc: TestBackend, fields: Partial<ItemFields> = {}) =>
	await pc.client.inventory.create({ ...EMPTY_ITEM, name: 'Bohrmaschine', number: null, ...fields });

async function lent(pc: TestBackend, itemId: ItemId, accessories: string[] = []) {
	const { id: borrowerId } = await pc.client.borrowers.create({ ...EMPTY_BORROWER, firstName: 'Ada', lastName: 'Yılmaz' });
	const out = [{ itemId, kitId: null, accessories, condition: null, inHouse: false, dueOn: null }];
	const { loans } = await pc.client.lending.complete({ ...STEP, borrowerId, out });
	const [loan] = loans;
	if (!loan) throw new Error('nothing was lent');
	return { borrowerId, loanId: loan.id, loanNumber: loan.number, lineId: loan.lines[0] as LoanLineId };
}

const back = (pc: TestBackend, lineId: LoanLineId, more: Partial<LineBack>) =>
	pc.client.lending.complete({
		...STEP,
		back: [{ lineId, accessories: [], condition: null, damage: null, ...more }],
	});

const report = async (pc: TestBackend, itemId: ItemId, more: Partial<Damage> = {}): Promise<DamageId> => {
	const found = { kind: 'broken' as const, description: 'Kabel lose', unusable: true, foundOn: TODAY };
	return (await pc.client.maintenance.report({ itemId, lineId: null, accessories: [], ...found, ...more })).id;
};
const stage = (pc: TestBackend, id: DamageId, to: DamageStage, list: { drop?: string[]; putBack?: string[] } = {}) =>
	pc.client.maintenance.setStage({ id, stage: to, drop: [], putBack: [], ...list });
const stateOf = async (pc: TestBackend, id: ItemId) => {
	const { state, stateReason, stateDamageId } = (await pc.client.inventory.get({ id })).item;
	return { state, stateReason, stateDamageId };
};
const obstaclesOf = async (pc: TestBackend, number: string) => {
	const answer = await pc.client.lending.scan({ text: number, borrowerId: null, onDesk: [], inHouse: false, issuedOn: null });
	return answer.kind === 'item' ? answer.items[0]?.obstacles.map(({ code }) => code) : answer.kind;
};

it('ties what is missing at the desk to the loan it was missing from, and lets go of it when the step is undone', async () => {
	const pc = await foundedBackend();
	const drill = await item(pc, { accessories: ['Koffer', 'Akku'] });
	const { lineId, loanId, loanNumber, borrowerId } = await lent(pc, drill.id, ['Koffer', 'Akku']);
	const returned = await back(pc, lineId, { accessories: ['Koffer'] });
	const { rows } = await pc.client.maintenance.list(ALL);
	expect(rows).toMatchObject([
		{
			...{ id: returned.damages[0], kind: 'accessory', accessories: ['Akku'], unusable: false, stage: 'found', foundOn: TODAY },
			...{ itemNumber: drill.number, itemName: 'Bohrmaschine', loanId, lineId, loanNumber },
			borrower: { id: borrowerId, name: 'Ada Yılmaz' },
		},
	]);
	expect((await stateOf(pc, drill.id)).state).toBe('active');
	expect(await pc.client.maintenance.list({ ...ALL, loanId })).toMatchObject({ total: 1 });

	await pc.client.lending.undo(returned);
	expect(await pc.client.maintenance.list(ALL)).toEqual({ rows: [], total: 0 });
	expect(await obstaclesOf(pc, drill.number)).toBe('out');

	// Once somebody has worked on the case, the step cannot be taken back any more.
	const again = await back(pc, lineId, { accessories: [] });
	const id = again.damages[0] as DamageId;
	await pc.client.maintenance.update({ id, changes: { description: 'Akku und Koffer fehlen' } });
	expect((await refusalOf(pc.client.lending.undo(again))).code).toBe('TOO_LATE');
});

it('does not lend what is unusable until it is fixed, and only then', async () => {
	const pc = await foundedBackend();
	const drill = await item(pc);
	const { lineId } = await lent(pc, drill.id);
	const returned = await back(pc, lineId, { damage: { description: 'Schalter klemmt', unusable: true } });
	const id = returned.damages[0] as DamageId;
	expect(await stateOf(pc, drill.id)).toEqual({ state: 'maintenance', stateReason: 'Schalter klemmt', stateDamageId: id });
	expect(await obstaclesOf(pc, drill.number)).toEqual(['maintenance']);
	const second = await report(pc, drill.id);
	for (const next of ['parts', 'repairing', 'fixed'] as const) await stage(pc, id, next);
	expect(await pc.client.maintenance.get({ id })).toMatchObject({ damage: { stage: 'fixed', closedOn: TODAY } });
	expect(await stateOf(pc, drill.id)).toEqual({ state: 'maintenance', stateReason: 'Kabel lose', stateDamageId: second });
	await stage(pc, second, 'fixed');
	expect(await stateOf(pc, drill.id)).toEqual({ state: 'active', stateReason: null, stateDamageId: null });
	expect(await obstaclesOf(pc, drill.number)).toEqual([]);
	// Undone: broken again.
	await stage(pc, second, 'repairing');
	expect(await pc.client.maintenance.get({ id: second })).toMatchObject({ damage: { closedOn: null } });
	expect(await obstaclesOf(pc, drill.number)).toEqual(['maintenance']);
	expect((await pc.client.records.history({ table: 'damage', id: id as never })).flatMap(({ fields }) => fields)).toContainEqual({
		...{ field: 'stage', before: 'parts', after: 'repairing' },
	});
});

it('leaves alone what somebody has set by hand, and believes them', async () => {
	const pc = await foundedBackend();
	const drill = await item(pc);
	const id = await report(pc, drill.id);
	await pc.client.inventory.setState({ id: drill.id, state: 'missing', reason: 'Seit Montag weg' });
	await stage(pc, id, 'fixed');
	expect(await stateOf(pc, drill.id)).toMatchObject({ state: 'missing', stateReason: 'Seit Montag weg' });
	await stage(pc, id, 'found');
	// Turned up again, and still broken.
	await pc.client.inventory.setState({ id: drill.id, state: 'active', reason: null });
	expect(await stateOf(pc, drill.id)).toMatchObject({ state: 'maintenance', stateDamageId: id });
	// Whoever makes it active out of maintenance says that it can be used.
	await pc.client.inventory.setState({ id: drill.id, state: 'active', reason: null });
	expect(await stateOf(pc, drill.id)).toMatchObject({ state: 'active' });
	expect(await pc.client.maintenance.get({ id })).toMatchObject({ damage: { unusable: false, stage: 'found' } });
	await pc.client.inventory.setState({ id: drill.id, state: 'maintenance', reason: 'Kabel lose' });
	await stage(pc, id, 'fixed');
	expect(await stateOf(pc, drill.id)).toMatchObject({ state: 'maintenance', stateDamageId: null });
});

it('retires the item with what is given up, and brings both back as they were', async () => {
	const pc = await foundedBackend();
	const drill = await item(pc);
	const id = await report(pc, drill.id, { unusable: false, description: 'Getriebe gebrochen' });
	await stage(pc, id, 'retired');
	expect(await stateOf(pc, drill.id)).toEqual({ state: 'retired', stateReason: 'Getriebe gebrochen', stateDamageId: id });
	await stage(pc, id, 'found');
	expect(await stateOf(pc, drill.id)).toEqual({ state: 'active', stateReason: null, stateDamageId: null });
	await pc.client.inventory.setState({ id: drill.id, state: 'missing', reason: 'Weg' });
	await stage(pc, id, 'retired');
	await stage(pc, id, 'parts');
	expect(await stateOf(pc, drill.id)).toMatchObject({ state: 'missing', stateReason: 'Weg' });
	await stage(pc, id, 'retired');
	await pc.client.inventory.setState({ id: drill.id, state: 'active', reason: null });
	await pc.client.maintenance.remove({ id });
	expect(await stateOf(pc, drill.id)).toMatchObject({ state: 'active' });
});

it('takes a lost accessory off the checklist when it is given up, and puts it back when that is undone', async () => {
	const pc = await foundedBackend();
	const drill = await item(pc, { accessories: ['Koffer', 'Akku', 'Akku'] });
	const id = await report(pc, drill.id, { kind: 'accessory', unusable: false, accessories: ['Akku', 'Lampe'] });
	expect(await pc.client.maintenance.get({ id })).toMatchObject({ onChecklist: ['Akku'], itemIsThere: true });
	const accessories = async () => (await pc.client.inventory.get({ id: drill.id })).item.accessories;
	await stage(pc, id, 'retired', { drop: ['Akku'] });
	expect(await accessories()).toEqual(['Koffer', 'Akku']);
	expect(await stateOf(pc, drill.id)).toMatchObject({ state: 'active' });
	await stage(pc, id, 'found', { putBack: ['Akku'] });
	expect((await accessories()).sort()).toEqual(['Akku', 'Akku', 'Koffer']);
	await stage(pc, id, 'fixed');
	expect(await pc.client.maintenance.list({ ...ALL, filter: 'open' })).toMatchObject({ total: 0 });
});

it('asks borrowers for what they are to pay until they have paid, and nobody for what was found in the house', async () => {
	const pc = await foundedBackend();
	const drill = await item(pc);
	const { lineId, borrowerId } = await lent(pc, drill.id);
	const returned = await back(pc, lineId, { damage: { description: 'Gehäuse gesprungen', unusable: false } });
	const id = returned.damages[0] as DamageId;
	const inHouse = await report(pc, drill.id);
	for (const one of [id, inHouse])
		await pc.client.maintenance.update({ id: one, changes: { costCents: 2500, chargedCents: 1500 } });
	expect((await pc.client.maintenance.get({ id: inHouse })).damage).toMatchObject({ costCents: 2500, chargedCents: null });
	expect((await pc.client.lending.accounts()).find(({ borrower }) => borrower.id === borrowerId)).toMatchObject({
		chargedCents: 1500,
	});
	expect(await pc.client.maintenance.list({ ...ALL, filter: 'unpaid' })).toMatchObject({ total: 1, rows: [{ id }] });
	// The repair is done, the money still owed.
	await stage(pc, id, 'fixed');
	expect(await pc.client.maintenance.list({ ...ALL, filter: 'unpaid' })).toMatchObject({ total: 1 });
	await pc.client.maintenance.update({ id, changes: { paidOn: TODAY } });
	expect((await pc.client.lending.accounts()).some(({ chargedCents }) => chargedCents > 0)).toBe(false);
	const { text, fileName } = await pc.client.maintenance.exportCsv({ ...ALL, text: 'yilmaz' });
	expect(fileName).toBe('Schadensfälle 2026-03-09.csv');
	expect(text.trim().split('\r\n')).toHaveLength(2);
	expect(text).toContain('Gehäuse gesprungen');
	expect(text).toContain('15,00');
});

it('refuses what cannot be: items that are not there, lines of others, days to come', async () => {
	const pc = await foundedBackend();
	const [drill, saw] = [await item(pc), await item(pc, { name: 'Säge' })];
	const { lineId } = await lent(pc, drill.id);
	const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;
	expect(await codeOf(report(pc, saw.id, { lineId }))).toBe('NOT_FOUND');
	expect(await codeOf(report(pc, drill.id, { foundOn: '2026-03-10' as LocalDate }))).toBe('IMPOSSIBLE_DATE');
	const id = await report(pc, drill.id, { lineId });
	expect((await pc.client.maintenance.get({ id })).damage.borrower).not.toBeNull();
	expect(await codeOf(pc.client.maintenance.update({ id, changes: { foundOn: '2027-01-01' as LocalDate } }))).toBe(
		'IMPOSSIBLE_DATE',
	);
	await pc.client.inventory.remove({ id: drill.id });
	expect(await codeOf(report(pc, drill.id))).toBe('NOT_FOUND');
	// The case stays, by the name the item had; its stages go on.
	await stage(pc, id, 'retired');
	expect(await pc.client.maintenance.get({ id })).toMatchObject({ itemIsThere: false, damage: { itemName: 'Bohrmaschine' } });
	await pc.client.maintenance.remove({ id });
	expect(await codeOf(stage(pc, id, 'fixed'))).toBe('NOT_FOUND');
	await pc.client.maintenance.restore({ id });
	expect(await pc.client.maintenance.list({ ...ALL, text: 'kabel' })).toMatchObject({ total: 1 });
});

/** Bytes that deflate cannot make smaller, with the head of a PDF. */
function pdfOf(bytes: number): string {
	const random = seededRandom(5).bytes(bytes);
	random.set(Buffer.from('%PDF-1.7'));
	return Buffer.from(random).toString('base64');
}

it('keeps the largest manual there may be, and it reaches a second PC whole', async () => {
	const place = office();
	const a = await place.pc('Tresen');
	await newSite(a);
	await a.client.share.connect({ folder: place.share });
	const b = await place.pc('Büro oben');
	await joinSite(b, place.share);
	const { id: itemId } = await item(a);
	expect(await a.client.maintenance.manualFacts({ itemId })).toBeNull();
	expect((await refusalOf(a.client.maintenance.manual({ itemId }))).code).toBe('NOT_FOUND');
	const pdf = pdfOf(MAX_MANUAL_BYTES);
	await a.client.maintenance.setManual({ itemId, pdf });
	expect(await a.client.maintenance.manualFacts({ itemId })).toMatchObject({ bytes: MAX_MANUAL_BYTES });
	await sync(a);
	await sync(b);
	expect((await b.client.maintenance.manual({ itemId })).pdf === pdf).toBe(true);
	await b.client.maintenance.setManual({ itemId, pdf: null });
	await sync(b);
	await sync(a);
	expect(await a.client.maintenance.manualFacts({ itemId })).toBeNull();

	const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;
	expect(await codeOf(a.client.maintenance.setManual({ itemId, pdf: pdfOf(MAX_MANUAL_BYTES + 4) }))).toBe('BAD_REQUEST');
	const noPdf = Buffer.from('PK\x03\x04 doch kein PDF').toString('base64');
	expect(await codeOf(a.client.maintenance.setManual({ itemId, pdf: noPdf }))).toBe('BAD_REQUEST');
}, 60_000);

it('keeps what two PCs wrote into one case while apart, and puts its item right afterwards', async () => {
	const place = office();
	const a = await place.pc('Tresen');
	await newSite(a);
	await a.client.share.connect({ folder: place.share });
	const b = await place.pc('Büro oben');
	await joinSite(b, place.share);
	const drill = await item(a);
	const first = await report(a, drill.id, { description: 'Kabel lose' });
	await a.client.maintenance.update({ id: first, changes: { notes: 'Zange holen.' } });
	await sync(a);
	await sync(b);

	const base = { notes: 'Zange holen.' };
	await a.client.maintenance.update({ id: first, changes: { notes: 'Zange holen. Kabel bestellt.' }, base });
	await stage(a, first, 'parts');
	await b.client.maintenance.update({ id: first, changes: { notes: 'Donnerstag: Zange holen.', costCents: 900 }, base });
	const second = await report(b, drill.id, { description: 'Schalter klemmt' });
	for (const pc of [a, b, a]) await sync(pc);
	for (const pc of [a, b]) {
		const { damage } = await pc.client.maintenance.get({ id: first });
		expect(damage).toMatchObject({ stage: 'parts', costCents: 900, notes: 'Donnerstag: Zange holen. Kabel bestellt.' });
	}

	// Each fixes the one that the other leaves open: both are fixed, and nothing keeps the item any more.
	await stage(a, first, 'fixed');
	await stage(b, second, 'fixed');
	for (const pc of [a, b, a, b]) await sync(pc);
	for (const pc of [a, b]) expect(await stateOf(pc, drill.id)).toMatchObject({ state: 'active' });

	// One says that all is well while the other finds something new.
	await stage(a, first, 'repairing');
	await sync(a);
	await sync(b);
	await stage(a, first, 'fixed');
	await report(b, drill.id, { description: 'Stecker fehlt' });
	for (const pc of [a, b, a, b]) await sync(pc);
	for (const pc of [a, b])
		expect(await stateOf(pc, drill.id)).toMatchObject({ state: 'maintenance', stateReason: 'Stecker fehlt' });
}, 60_000);
