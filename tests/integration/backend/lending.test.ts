import { expect, it } from 'vitest';
import type { ItemFields } from '#shared/features/inventory/model.ts';
import type { ScanAnswer } from '#shared/features/lending/model.ts';
import type { BorrowerId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import { coming, EMPTY_STEP, EVERY_LOAN, going, newBorrower, newItem } from '#tests/support/lending-steps.ts';
import { refusalOf } from '#tests/support/office.ts';
import { foundedBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** The lending desk on real encrypted files: what goes out, what comes back, and what is refused. */

const STEP = EMPTY_STEP;
const item = (pc: TestBackend, fields: Partial<ItemFields> = {}) => newItem(pc.client, fields);
const borrower = (pc: TestBackend, lastName?: string) => newBorrower(pc.client, lastName);

const scan = (pc: TestBackend, text: string, borrowerId: BorrowerId | null = null): Promise<ScanAnswer> =>
	pc.client.lending.scan({ text, borrowerId, onDesk: [], inHouse: false, issuedOn: null });

it('lends what is scanned, takes it back, and knows both afterwards', async () => {
	const pc = await foundedBackend();
	const drill = await item(pc, { accessories: ['Koffer', 'Akku'], depositCents: 2000 });
	const ada = await borrower(pc);
	expect(await scan(pc, `KONTOR-KARTE:${ada.number}`)).toMatchObject({ kind: 'borrower', borrower: { id: ada.id, out: 0 } });
	expect(await scan(pc, drill.number.toLowerCase())).toMatchObject({ kind: 'item', items: [{ id: drill.id, obstacles: [] }] });

	const out = [going(drill.id, { accessories: ['Koffer', 'Akku'] })];
	const lent = await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out, depositInCents: 2000 });
	const [loan] = lent.loans;
	expect(loan).toMatchObject({ number: 'L-00001', kind: 'take_home' });
	expect(
		await pc.client.borrowers.list({
			text: 'ada',
			filter: 'lending',
			sort: { by: 'name', descending: false },
			offset: 0,
			limit: 10,
		}),
	).toMatchObject({ total: 1, rows: [{ out: 1, overdue: 0 }] });

	const again = await scan(pc, drill.number);
	expect(again).toMatchObject({
		kind: 'out',
		lines: [{ itemId: drill.id, borrower: { name: 'Ada Yılmaz' }, depositHeldCents: 2000 }],
	});
	const line = again.kind === 'out' ? again.lines[0] : undefined;
	const back = [coming(line?.id as LoanLineId, { accessories: ['Koffer'], condition: 'gut' })];
	const returned = await pc.client.lending.complete({ ...STEP, back });
	expect(returned).toMatchObject({ loans: [], returned: [{ closesLoan: true, depositHeldCents: 2000 }] });
	expect(returned.damages).toHaveLength(1);

	const loanId = loan?.id as LoanId;
	await pc.client.lending.deposit({ loanId, what: 'returned', cents: 2000 });
	expect((await refusalOf(pc.client.lending.deposit({ loanId, what: 'returned', cents: 1 }))).code).toBe('TOO_MUCH');
	expect(await pc.client.lending.loan({ id: loanId })).toMatchObject({
		...{ openLines: 0, lines: 1, depositHeldCents: 0 },
		lineList: [{ accessoriesIn: ['Koffer'], outcome: 'returned' }],
		deposits: [
			{ what: 'paid', receipt: 'L-00001/1' },
			{ what: 'returned', cents: -2000, receipt: 'L-00001/2' },
		],
	});
	expect(await pc.client.lending.ofItem({ id: drill.id, limit: 5 })).toMatchObject([
		{ missing: ['Akku'], borrower: { id: ada.id } },
	]);
});

it('takes a step back while nothing has happened since, and not later', async () => {
	const pc = await foundedBackend();
	const [saw, ada] = [await item(pc), await borrower(pc)];
	const first = await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out: [going(saw.id)], depositInCents: 500 });
	await pc.client.lending.undo(first);
	expect(await scan(pc, saw.number)).toMatchObject({ kind: 'item' });
	expect((await refusalOf(pc.client.lending.undo(first))).code).toBe('TOO_LATE');

	const lent = await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out: [going(saw.id)] });
	const lineId = lent.loans[0]?.lines[0] as LoanLineId;
	const back = await pc.client.lending.complete({
		...STEP,
		back: [coming(lineId, { damage: { description: 'Kabel lose', unusable: true } })],
	});
	expect(await scan(pc, saw.number)).toMatchObject({ items: [{ obstacles: [{ code: 'maintenance' }] }] });
	expect((await refusalOf(pc.client.lending.undo(lent))).code).toBe('TOO_LATE');
	await pc.client.lending.undo(back);
	expect(await scan(pc, saw.number)).toMatchObject({ kind: 'out' });
	await pc.client.lending.undo(lent);
	expect(await scan(pc, saw.number)).toMatchObject({ kind: 'item', items: [{ obstacles: [] }] });
});

it('lends a kit with its parts, and takes parts back one by one', async () => {
	const pc = await foundedBackend();
	const [pump, levers] = [await item(pc, { name: 'Pumpe' }), await item(pc, { name: 'Reifenheber' })];
	const kit = await item(pc, { name: 'Flickset', parts: [pump.id, levers.id] });
	const ada = await borrower(pc);
	const out = [going(kit.id), going(pump.id, { kitId: kit.id }), going(levers.id, { kitId: kit.id })];
	const { loans } = await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out });
	expect(loans[0]?.lines).toHaveLength(3);
	expect(await scan(pc, kit.number)).toMatchObject({ kind: 'out', lines: [{}, {}, {}] });
	const onlyPump = await scan(pc, pump.number);
	expect(onlyPump).toMatchObject({ kind: 'out', lines: [{ itemId: pump.id }] });
	const pumpLine = onlyPump.kind === 'out' ? onlyPump.lines[0]?.id : undefined;
	const { returned } = await pc.client.lending.complete({ ...STEP, back: [coming(pumpLine as LoanLineId)] });
	expect(returned).toMatchObject([{ closesLoan: false }]);
	expect(await scan(pc, pump.number)).toMatchObject({
		kind: 'item',
		items: [{ obstacles: [{ code: 'kit_out', weight: 'asks' }] }],
	});
	expect(await scan(pc, kit.number)).toMatchObject({ kind: 'out', lines: [{ itemId: kit.id }, { itemId: levers.id }] });
});

it('refuses with everything that stands against it, and has done nothing then', async () => {
	const pc = await foundedBackend();
	const iron = await item(pc, { inHouseOnly: true, testedUntil: '2020-01-31' as never });
	const ada = await borrower(pc);
	await pc.client.borrowers.block({ id: ada.id, reason: 'Anhänger fehlt' });
	const refused = await refusalOf(
		pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out: [going(iron.id)], reason: 'trotzdem' }),
	);
	expect(refused.code).toBe('REFUSED');
	expect((await pc.client.lending.loans(EVERY_LOAN)).total).toBe(0);
	expect((await refusalOf(pc.client.lending.complete({ ...STEP, out: [going(iron.id)] }))).code).toBe('NO_BORROWER');
});

it('does not take back a return after somebody else has had the item', async () => {
	const pc = await foundedBackend();
	const [saw, ada] = [await item(pc), await borrower(pc)];
	const step = async (more: object) => {
		pc.clock.advance(1000);
		return await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, ...more });
	};
	const out = { out: [going(saw.id)] };
	const back = async (lent: Awaited<ReturnType<typeof step>>) =>
		await step({ back: [coming(lent.loans[0]?.lines[0] as LoanLineId)] });
	const returned = await back(await step(out));
	const returnedAgain = await back(await step(out));
	expect((await refusalOf(pc.client.lending.undo(returned))).code).toBe('TOO_LATE');
	await pc.client.lending.undo(returnedAgain);
});

it('puts the condition of an item back to what it was before it came back', async () => {
	const pc = await foundedBackend();
	const [saw, ada] = [await item(pc, { condition: 'neu' }), await borrower(pc)];
	const condition = async () => (await pc.client.inventory.get({ id: saw.id })).item.condition;
	const { loans } = await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out: [going(saw.id, { condition: 'gut' })] });
	await pc.client.inventory.update({ id: saw.id, changes: { condition: 'geölt' } });
	pc.clock.advance(1000);
	const back = [coming(loans[0]?.lines[0] as LoanLineId, { condition: 'stumpf' })];
	const returned = await pc.client.lending.complete({ ...STEP, back });
	expect(await condition()).toBe('stumpf');
	await pc.client.lending.undo(returned);
	expect(await condition()).toBe('geölt');
});

it('takes a whole kit along, whatever of it was named, and all of it for as long', async () => {
	const pc = await foundedBackend();
	const [pump, levers] = [await item(pc, { accessories: ['Adapter'] }), await item(pc, { loanDays: 1 })];
	const kit = await item(pc, { parts: [pump.id, levers.id], loanDays: 9 });
	const ada = await borrower(pc);
	const { loans } = await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out: [going(levers.id), going(kit.id)] });
	const { lineList } = await pc.client.lending.loan({ id: loans[0]?.id as LoanId });
	// Nine days from a Monday are a Wednesday.
	expect(lineList.map(({ itemId, kitId, dueOn, accessoriesOut }) => [itemId, kitId, dueOn, accessoriesOut])).toEqual(
		expect.arrayContaining([
			[kit.id, null, '2026-03-18', []],
			[pump.id, kit.id, '2026-03-18', ['Adapter']],
			[levers.id, kit.id, '2026-03-18', []],
		]),
	);
	// One item with her, and not three.
	expect((await pc.client.borrowers.list({ ...BORROWERS, text: ada.number })).rows).toMatchObject([{ out: 1 }]);
});

it('takes back what was removed from the inventory, and goes on naming it', async () => {
	const pc = await foundedBackend();
	const [saw, ada] = [await item(pc, { name: 'Stichsäge' }), await borrower(pc)];
	const { loans } = await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out: [going(saw.id)] });
	await pc.client.inventory.remove({ id: saw.id });
	expect(await scan(pc, saw.number)).toMatchObject({ kind: 'out', lines: [{ itemName: 'Stichsäge' }] });
	await pc.client.lending.complete({ ...STEP, back: [coming(loans[0]?.lines[0] as LoanLineId, { condition: 'gut' })] });
	expect(await scan(pc, saw.number)).toMatchObject({ kind: 'unknown', looksLike: 'item' });
	expect((await pc.client.lending.loans(EVERY_LOAN)).rows).toMatchObject([{ items: ['Stichsäge'], openLines: 0 }]);
});

it('lends nothing to whoever was removed or blocked, and takes back from both', async () => {
	const pc = await foundedBackend();
	const [saw, drill, ada] = [await item(pc), await item(pc), await borrower(pc)];
	const { loans } = await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out: [going(saw.id)] });
	await pc.client.borrowers.block({ id: ada.id, reason: 'zweimal nicht gekommen' });
	const out = [going(drill.id)];
	const refused = await refusalOf(pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out, reason: 'Ausnahme' }));
	expect(refused).toMatchObject({
		code: 'REFUSED',
		data: { obstacles: expect.arrayContaining([expect.objectContaining({ code: 'blocked' })]) },
	});
	await pc.client.lending.complete({ ...STEP, back: [coming(loans[0]?.lines[0] as LoanLineId)] });
	await pc.client.borrowers.block({ id: ada.id, reason: null });
	await pc.client.borrowers.remove({ id: ada.id });
	expect((await refusalOf(pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out }))).code).toBe('NO_BORROWER');
	expect(await scan(pc, ada.number)).toMatchObject({ kind: 'unknown', looksLike: 'card', code: ada.number });
});

it('says while scanning that somebody would have too much, and keeps a reason only where one was asked for', async () => {
	const pc = await foundedBackend();
	const [saw, drill] = [await item(pc), await item(pc)];
	const ada = await newBorrower(pc.client, 'Yılmaz', 1);
	const at = { borrowerId: ada.id, inHouse: false, issuedOn: null };
	expect(await pc.client.lending.scan({ ...at, text: saw.number, onDesk: [] })).toMatchObject({ items: [{ obstacles: [] }] });
	const second = await pc.client.lending.scan({ ...at, text: drill.number, onDesk: [saw.id] });
	expect(second).toMatchObject({ items: [{ obstacles: [{ code: 'limit', detail: '1', weight: 'asks' }] }] });
	const reasonOf = async (ids: (typeof saw.id)[]) => {
		const out = ids.map((id) => going(id));
		const { loans } = await pc.client.lending.complete({ ...STEP, borrowerId: ada.id, out, reason: 'Umzug' });
		return (await pc.client.lending.loan({ id: loans[0]?.id as LoanId })).reason;
	};
	expect(await reasonOf([saw.id])).toBeNull();
	expect(await reasonOf([drill.id])).toBe('Umzug');
});

it('finds loans by any words of their numbers, borrowers and items', async () => {
	const pc = await foundedBackend();
	const [saw, drill] = [await item(pc, { name: 'Stichsäge' }), await item(pc, { name: 'Bohrhammer' })];
	const [ada, bea] = [await borrower(pc, 'Müller'), await borrower(pc, 'Öztürk')];
	for (const [who, what] of [
		[ada, saw],
		[bea, drill],
	] as const)
		await pc.client.lending.complete({ ...STEP, borrowerId: who.id, out: [going(what.id)] });
	const found = async (text: string) =>
		(await pc.client.lending.loans({ ...EVERY_LOAN, text })).rows.map(({ items }) => items[0]);
	expect(await found('muell')).toEqual(['Stichsäge']);
	expect(await found('bohr oztu')).toEqual(['Bohrhammer']);
	expect(await found('bohr müller')).toEqual([]);
	expect(await found('L-00002')).toEqual(['Bohrhammer']);
	expect(await found('ada')).toHaveLength(2);
	expect(await found(drill.number)).toEqual(['Bohrhammer']);
});

const BORROWERS = { text: '', filter: 'all', sort: { by: 'name', descending: false }, offset: 0, limit: 10 } as const;
