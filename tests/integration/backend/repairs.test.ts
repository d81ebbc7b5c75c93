import { describe, expect, it } from 'vitest';
import { repairOnSlip, SLIP_PREFIX } from '#shared/features/repairs/model.ts';
import { DEFAULT_WAIVER_ID } from '#shared/features/repairs/waiver.ts';
import type { ItemId, MemberId, RepairId } from '#shared/kernel/ids.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { newBorrower, newItem } from '#tests/support/lending-steps.ts';
import { HOUR, newSite, office, refusalOf, signIn } from '#tests/support/office.ts';
import { INTAKE } from '#tests/support/repair-intake.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const DAY = 24 * HOUR;

async function workshop(): Promise<TestBackend> {
	const pc = await office().pc('Werkstatt');
	await newSite(pc);
	return pc;
}

describe('intake', () => {
	it('gives out a number, counts the day, and names the waiver that was accepted', async () => {
		const { client } = await workshop();
		const waiver = await client.repairs.waiver();
		expect(waiver).toMatchObject({ id: DEFAULT_WAIVER_ID, since: null });
		const first = await client.repairs.enter({ ...INTAKE, waiverId: waiver.id });
		const second = await client.repairs.enter(INTAKE);
		expect([first.number, second.number]).toEqual(['A1', 'A2']);
		await client.repairs.remove({ id: second.id });
		expect((await client.repairs.enter(INTAKE)).number, 'the number of a removed one is not given out again').toBe('A3');
		await client.repairs.restore({ id: second.id });

		const { id: newer } = await client.repairs.saveWaiver({ text: 'Neuer Text.' });
		expect((await client.repairs.waiver()).id).toBe(newer);
		expect((await client.repairs.get({ id: first.id })).waiverId).toBe(waiver.id);
		expect((await client.repairs.waiverText({ id: waiver.id })).text).toBe(waiver.text);
		expect((await client.repairs.waivers()).map(({ id }) => id)).toEqual([newer, DEFAULT_WAIVER_ID]);
		expect(repairOnSlip(SLIP_PREFIX + first.id)).toBe(first.id);
	});

	it('takes in what is typed from paper later, and nothing of tomorrow', async () => {
		const { client, clock } = await workshop();
		const today = localDateOf(clock.now());
		const saturday = addDays(today, -2);
		expect((await client.repairs.enter({ ...INTAKE, day: saturday })).number).toBe('A1');
		expect((await client.repairs.enter({ ...INTAKE, day: saturday })).number).toBe('A2');
		expect((await client.repairs.enter(INTAKE)).number).toBe('A1');
		expect((await refusalOf(client.repairs.enter({ ...INTAKE, day: addDays(today, 1) }))).code).toBe('IMPOSSIBLE_DATE');
	});

	it('remembers words and what they meant, files nothing with power among what has none', async () => {
		const { client } = await workshop();
		await client.repairs.enter({ ...INTAKE, item: 'Hollandrad', category: 'Bicycle', power: 'none' });
		await client.repairs.enter({ ...INTAKE, item: 'hollandrad', category: 'Bicycle', power: 'none' });
		const { id } = await client.repairs.enter({ ...INTAKE, item: 'Mixer', category: 'Bicycle', power: 'mains' });
		expect((await client.repairs.get({ id })).category).toBeNull();
		const [most] = await client.repairs.itemWords();
		expect(most).toMatchObject({ category: 'Bicycle', power: 'none' });
	});
});

describe('the way of a repair', () => {
	it('is taken, moved, finished and taken back step by step', async () => {
		const { client } = await workshop();
		const { id } = await client.repairs.enter({ ...INTAKE, power: 'none', category: null });
		const stage = async () => (await client.repairs.get({ id })).stage;
		expect(await client.repairs.take({ id })).toEqual({ before: 'waiting' });
		const taken = await client.repairs.get({ id });
		expect(taken).toMatchObject({ stage: 'in_work', doneAt: null });
		expect(taken.helpers).toHaveLength(1);
		await client.repairs.leave({ id, before: 'waiting' });
		expect(await client.repairs.get({ id })).toMatchObject({ stage: 'waiting', helpers: [], takenAt: null });

		await client.repairs.take({ id });
		await client.repairs.move({ id, to: 'needs_parts', helpers: [] });
		expect((await refusalOf(client.repairs.move({ id, to: 'waiting', helpers: [] }))).code).toBe('NO_SUCH_STEP');
		expect(await client.repairs.take({ id })).toEqual({ before: 'needs_parts' });
		expect(await client.repairs.finish({ id, result: 'Fixed', barrier: null })).toEqual({ before: 'in_work' });
		expect(await client.repairs.get({ id })).toMatchObject({ stage: 'done', result: 'Fixed' });
		await client.repairs.move({ id, to: 'in_work', helpers: [] });
		expect(await client.repairs.get({ id })).toMatchObject({ stage: 'in_work', result: null, doneAt: null });

		const { helpers } = await client.repairs.move({ id, to: 'waiting', helpers: [] });
		expect(helpers).toHaveLength(1);
		expect((await client.repairs.get({ id })).helpers).toEqual([]);
		await client.repairs.move({ id, to: 'in_work', helpers });
		expect((await client.repairs.get({ id })).helpers.map((one) => one.id)).toEqual(helpers);
		expect(await stage()).toBe('in_work');
		expect((await refusalOf(client.repairs.finish({ id, result: 'End of life', barrier: null }))).code).toBe('BARRIER');
		await client.repairs.finish({ id, result: 'End of life', barrier: 'Item too worn out' });
		expect((await refusalOf(client.repairs.take({ id }))).code).toBe('NO_SUCH_STEP');
	});

	it('hands out no mains device as repaired before it has passed its test, whichever way somebody tries', async () => {
		const { client } = await workshop();
		const { id } = await client.repairs.enter(INTAKE);
		const fix = () => client.repairs.finish({ id, result: 'Fixed', barrier: null });
		expect((await refusalOf(fix())).code).toBe('UNTESTED');
		await client.repairs.test({ id, result: 'fail' });
		expect((await refusalOf(fix())).code).toBe('UNTESTED');
		await client.repairs.finish({ id, result: 'Repairable', barrier: null });
		expect((await refusalOf(fix())).code).toBe('UNTESTED');
		await client.repairs.test({ id, result: 'pass' });
		await fix();
		expect((await client.repairs.get({ id })).testedBy).not.toBe('');
		expect((await refusalOf(client.repairs.test({ id, result: 'fail' }))).code).toBe('UNTESTED');
		expect((await refusalOf(client.repairs.test({ id, result: null }))).code).toBe('UNTESTED');
		const bicycle = await client.repairs.enter({ ...INTAKE, power: 'none', category: 'Bicycle' });
		await client.repairs.finish({ id: bicycle.id, result: 'Fixed', barrier: null });
		expect((await refusalOf(client.repairs.update({ id: bicycle.id, changes: { power: 'mains' } }))).code).toBe('UNTESTED');
	});

	it('links visits both ways, and no visit to itself', async () => {
		const { client } = await workshop();
		const first = await client.repairs.enter(INTAKE);
		const second = await client.repairs.enter({ ...INTAKE, followUpOf: first.id });
		expect((await client.repairs.get({ id: first.id })).after.map(({ id }) => id)).toEqual([second.id]);
		expect((await client.repairs.get({ id: second.id })).before?.id).toBe(first.id);
		await client.repairs.update({ id: first.id, changes: { followUpOf: first.id } });
		expect((await client.repairs.get({ id: first.id })).before).toBeNull();
	});
});

describe('lists', () => {
	it('show what is open and what was done today on the board, and everything in the list and the CSV', async () => {
		const { client, clock } = await workshop();
		const today = localDateOf(clock.now());
		const old = await client.repairs.enter({ ...INTAKE, item: 'Radio', day: addDays(today, -7) });
		const done = await client.repairs.enter({ ...INTAKE, item: 'Jeans', power: 'none', category: 'Textile' });
		await client.repairs.finish({ id: done.id, result: 'Fixed', barrier: null });
		expect((await client.repairs.board()).map(({ item }) => item)).toEqual(['Radio', 'Jeans']);
		clock.advance(24 * 3_600_000);
		expect((await client.repairs.board()).map(({ id }) => id)).toEqual([old.id]);
		const listed = async (text: string, filter: 'all' | 'open' | 'fixed' | 'unpowered' = 'all') =>
			(
				await client.repairs.list({
					...{ text, filter, borrowerId: null, sort: { by: 'day', descending: true }, offset: 0, limit: 50 },
				})
			).rows.map(({ item }) => item);
		expect(await listed('')).toEqual(['Jeans', 'Radio']);
		expect(await listed('A1 rad')).toEqual(['Radio']);
		expect(await listed('', 'fixed')).toEqual(['Jeans']);
		expect(await listed('', 'open')).toEqual(['Radio']);
		const { text } = await client.repairs.exportCsv({
			...{ text: '', filter: 'all', borrowerId: null, sort: { by: 'item', descending: false } },
		});
		expect(text).toContain('Jeans');
		const hits = await client.search.query({ text: 'jeans' });
		expect(hits).toMatchObject([{ kind: 'repair', title: 'A1 Jeans' }]);
	});

	it('finds visitors by their card, and tells a borrower what they brought', async () => {
		const { client } = await workshop();
		const { id: borrowerId } = await newBorrower(client);
		const { id } = await client.repairs.enter({ ...INTAKE, borrowerId, visitorName: null });
		const repair = await client.repairs.get({ id });
		expect(repair.visitor).not.toBeNull();
		const found = await client.repairs.list({
			...{ text: repair.visitor ?? '', filter: 'all', borrowerId: null, sort: { by: 'day', descending: true } },
			...{ offset: 0, limit: 5 },
		});
		expect(found.rows.map((row) => row.id)).toEqual([id]);
	});
});

describe('who brought it', () => {
	const listing = (text: string) => ({
		...{ text, filter: 'all' as const, borrowerId: null, sort: { by: 'day' as const, descending: true }, offset: 0, limit: 5 },
	});

	it('is found together with what it was, also by their card', async () => {
		const { client } = await workshop();
		const { id: borrowerId } = await newBorrower(client);
		const named = await client.repairs.enter({ ...INTAKE, visitorName: 'Kofi Mensah' });
		const carded = await client.repairs.enter({ ...INTAKE, borrowerId });
		const { visitor } = await client.repairs.get({ id: carded.id });
		const found = async (text: string) => (await client.repairs.list(listing(text))).rows.map(({ id }) => id);
		expect(await found('wasserk mensah')).toEqual([named.id]);
		expect(await found(` ${visitor}  wasserk`)).toEqual([carded.id]);
		expect(await found('mensah toaster')).toEqual([]);
		expect(await client.search.query({ text: 'mensah' })).toMatchObject([{ kind: 'repair', id: named.id }]);
		expect((await client.repairs.list({ ...listing(''), borrowerId })).rows.map(({ id }) => id)).toEqual([carded.id]);
	});

	it('is erased by itself after the time that the site has set, and the repair goes on counting', async () => {
		const pc = await workshop();
		const { client, clock } = pc;
		await client.privacy.saveRules({ ...(await client.privacy.rules()), visitorMonths: 2 });
		const { id: borrowerId } = await newBorrower(client);
		const named = await client.repairs.enter({ ...INTAKE, visitorName: 'Kofi Mensah' });
		const carded = await client.repairs.enter({ ...INTAKE, borrowerId });
		clock.advance(33 * DAY);
		const later = await client.repairs.enter({ ...INTAKE, visitorName: 'Kofi Mensah' });
		clock.advance(33 * DAY);
		await client.members.lock();
		await signIn(pc);
		for (const { id } of [named, carded])
			expect(await client.repairs.get({ id })).toMatchObject({ visitor: null, borrowerId: null, item: INTAKE.item });
		expect(await client.repairs.get(later)).toMatchObject({ visitor: 'Kofi Mensah' });
		expect((await client.repairs.list(listing('mensah'))).rows.map(({ id }) => id)).toEqual([later.id]);
		// Whoever is gone stays gone.
		await client.repairs.update({ id: named.id, changes: { visitorName: 'Kofi Mensah' } });
		expect(await client.repairs.get(named)).toMatchObject({ visitor: null });
	});
});

describe('tools for a repair', () => {
	it('go out in the house and come back from the same page, and the desk sees them', async () => {
		const { client } = await workshop();
		const { id: borrowerId } = await newBorrower(client);
		const item = await newItem(client);
		const { id } = await client.repairs.enter(INTAKE);
		const lent = await client.repairs.lendTool({ id, itemId: item.id, borrowerId, reason: null });
		expect(lent.loans).toMatchObject([{ kind: 'in_house' }]);
		const [line] = await client.repairs.tools({ id });
		expect(line).toMatchObject({ itemId: item.id, returnedAt: null });
		expect(await client.lending.outItems()).toEqual([item.id]);
		const twice = await refusalOf(client.repairs.lendTool({ id, itemId: item.id, borrowerId, reason: null }));
		expect(twice.code).toBe('REFUSED');
		if (!line) throw new Error('no tool is out');
		const other = await client.repairs.enter(INTAKE);
		expect((await refusalOf(client.repairs.returnTool({ id: other.id, lineId: line.id }))).code).toBe('OUTDATED');
		const { returned } = await client.repairs.returnTool({ id, lineId: line.id });
		expect(await client.lending.outItems()).toEqual([]);
		await client.lending.undo({ loans: [], returned, damages: [], collected: [] });
		expect(await client.lending.outItems()).toEqual([item.id]);
		const gone = '019abcde-f012-7345-8678-9abcdef01234';
		expect((await refusalOf(client.repairs.lendTool({ id, itemId: gone as ItemId, borrowerId, reason: null }))).code).toBe(
			'NOT_FOUND',
		);
	});
});

it('answers with NOT_FOUND for what is not there', async () => {
	const { client } = await workshop();
	const id = '019abcde-f012-7345-8678-9abcdef01234' as RepairId;
	const calls = [
		client.repairs.get({ id }),
		client.repairs.take({ id }),
		client.repairs.leave({ id, before: null }),
		client.repairs.move({ id, to: 'testing', helpers: [] }),
		client.repairs.finish({ id, result: 'Unknown', barrier: null }),
		client.repairs.test({ id, result: 'pass' }),
		client.repairs.setHelper({ id, memberId: id as string as MemberId, helps: true }),
		client.repairs.update({ id, changes: {} }),
		client.repairs.remove({ id }),
		client.repairs.restore({ id }),
		client.repairs.tools({ id }),
	];
	for (const call of calls) expect((await refusalOf(call)).code).toBe('NOT_FOUND');
});
