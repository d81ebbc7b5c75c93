import { describe, expect, it } from 'vitest';
import type { HandOver } from '#shared/features/cases/hand-over.ts';
import type { CaseId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { CLOSING, caseDesk, caseOffice, meet, openCase } from '#tests/support/case-office.ts';
import { refusalOf } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Handing case files over to a colleague, on one PC and on two; and who deputises. */

async function fileOf({ client }: TestBackend, id: CaseId) {
	const { ownerId, deputyIds } = (await client.cases.get({ id })).caseFile;
	return { ownerId, deputyIds };
}

const listed = async ({ client }: TestBackend, ownerId: MemberId, orDeputy: boolean) => {
	const filters = { text: '', status: 'current' as const, ownerId, orDeputy };
	const { rows } = await client.cases.list({ ...filters, sort: { by: 'number', descending: false }, offset: 0, limit: 50 });
	return rows.map(({ id }) => id);
};

describe('handing over', () => {
	it('takes files and their open to-dos along, and gives all of it back', async () => {
		const { a, anna, berta, carl, caseId } = await caseDesk();
		const { client } = a;
		const other = await openCase(a, anna, [berta, carl]);
		const kept = await openCase(a, anna);
		const todo = (subject: string, ownerId: MemberId, of: CaseId | null) =>
			client.cases.addTodo({ subject, due: null, ownerId, caseId: of });
		await todo('geht mit', anna, caseId);
		const { id: done } = await todo('erledigt', anna, caseId);
		await client.cases.setTodoDone({ id: done, done: true });
		await todo('gehört Carl', carl, other);
		await todo('andere Akte', anna, kept);
		await todo('ohne Akte', anna, null);
		const ownersOf = async () =>
			Object.fromEntries(
				(await client.cases.todos({ ownerId: null, caseId: null, includeDone: true })).map(({ subject, ownerId }) => [
					subject,
					ownerId,
				]),
			);
		const before = await ownersOf();

		const wanted: HandOver = { from: anna, to: berta, caseIds: [caseId, other], keepAsDeputy: true };
		const { leftOut, ...receipt } = await client.cases.handOver(wanted);
		expect(leftOut).toEqual([]);
		expect(receipt.todoIds).toHaveLength(1);
		expect(await fileOf(a, caseId)).toEqual({ ownerId: berta, deputyIds: [anna] });
		expect(await fileOf(a, other)).toEqual({ ownerId: berta, deputyIds: [carl, anna] });
		expect(await fileOf(a, kept)).toEqual({ ownerId: anna, deputyIds: [] });
		expect(await ownersOf()).toEqual({ ...before, 'geht mit': berta });

		expect(await client.cases.takeBack({ from: anna, to: berta, ...receipt })).toEqual({ count: 2 });
		expect(await fileOf(a, caseId)).toEqual({ ownerId: anna, deputyIds: [] });
		expect(await fileOf(a, other)).toEqual({ ownerId: anna, deputyIds: [berta, carl] });
		expect(await ownersOf()).toEqual(before);
		const [change] = await client.records.history({ table: 'case_file', id: caseId as string as never });
		expect(change).toMatchObject({
			member: 'Anna Müller',
			fields: expect.arrayContaining([expect.objectContaining({ field: 'ownerId' })]),
		});
	});

	it('leaves out and names what is closed, gone, or led by somebody else meanwhile', async () => {
		const { place, a, b, anna, berta, carl, caseId } = await caseOffice();
		const [closed, elsewhere] = [await openCase(a, anna), await openCase(a, anna)];
		await meet(a, b);
		await a.client.cases.close({ id: closed, ...CLOSING });
		// On the other PC one of them is given to somebody else.
		await b.client.cases.update({ id: elsewhere, changes: { ownerId: carl } });
		await meet(a, b);
		place.clock.advance(1000);
		const wanted: HandOver = { from: anna, to: berta, caseIds: [caseId, closed, elsewhere], keepAsDeputy: false };
		const { leftOut, ...receipt } = await a.client.cases.handOver(wanted);
		expect(leftOut).toEqual([closed, elsewhere]);
		await meet(a, b);
		for (const pc of [a, b]) {
			expect(await fileOf(pc, caseId)).toEqual({ ownerId: berta, deputyIds: [] });
			expect(await fileOf(pc, closed)).toEqual({ ownerId: anna, deputyIds: [] });
			expect(await fileOf(pc, elsewhere)).toEqual({ ownerId: carl, deputyIds: [] });
		}
		// Undo leaves alone what was handed on since.
		await b.client.cases.handOver({ ...wanted, from: berta, to: carl, caseIds: [caseId] });
		await meet(a, b);
		expect(await a.client.cases.takeBack({ from: anna, to: berta, ...receipt })).toEqual({ count: 0 });
		expect(await fileOf(a, caseId)).toMatchObject({ ownerId: carl });
	});

	it('ends with one owner on both PCs when each hands the same file to somebody else', async () => {
		const { place, a, b, anna, berta, carl, caseId } = await caseOffice();
		await a.client.cases.addTodo({ subject: 'Anrufen', due: null, ownerId: anna, caseId });
		await meet(a, b);
		const wanted = { from: anna, caseIds: [caseId], keepAsDeputy: false };
		await a.client.cases.handOver({ ...wanted, to: berta });
		place.clock.advance(1000);
		await b.client.cases.handOver({ ...wanted, to: carl });
		await meet(a, b);
		// Which of the two wins is the same for everything that they both wrote: the to-do does not part from its file.
		const { ownerId } = await fileOf(a, caseId);
		expect([berta, carl]).toContain(ownerId);
		for (const pc of [a, b]) {
			expect(await fileOf(pc, caseId)).toEqual({ ownerId, deputyIds: [] });
			expect(await pc.client.cases.todos({ ownerId: null, caseId, includeDone: false })).toMatchObject([{ ownerId }]);
		}
	});

	it('goes to nobody who does not counsel here, and not to oneself', async () => {
		const { a, anna, berta, caseId } = await caseDesk();
		const { id: leyla } = await a.client.members.add({
			...{ name: 'Leyla', signInName: 'leyla', roles: ['coordinator'], startPassphrase: 'drei blaue Stühle im Hof' },
		});
		const wanted = { from: anna, caseIds: [caseId], keepAsDeputy: false };
		for (const to of [leyla, anna, caseId as string as MemberId])
			expect(await refusalOf(a.client.cases.handOver({ ...wanted, to }))).toMatchObject({ code: 'MEMBER', defined: true });
		expect(await fileOf(a, caseId)).toMatchObject({ ownerId: anna });
		// From somebody who has no files nothing comes.
		expect(await a.client.cases.handOver({ ...wanted, from: berta, to: anna })).toMatchObject({ cases: [], leftOut: [caseId] });
	});
});

it('lists the files of who only deputises where that is asked for', async () => {
	const { a, anna, berta, carl, caseId } = await caseDesk();
	const deputised = await openCase(a, berta, [carl, anna]);
	await openCase(a, berta);
	expect(await listed(a, anna, false)).toEqual([caseId]);
	expect(await listed(a, anna, true)).toEqual([caseId, deputised]);
});

it('keeps the to-dos of a closed file as they are, and off the day page', async () => {
	const { a, anna, caseId } = await caseDesk();
	const { client } = a;
	const todo = { subject: 'Anrufen', due: '2026-03-10' as LocalDate, ownerId: anna, caseId };
	const { id } = await client.cases.addTodo(todo);
	const { id: free } = await client.cases.addTodo({ ...todo, due: null, caseId: null });
	await client.cases.close({ id: caseId, ...CLOSING });
	for (const call of [
		() => client.cases.addTodo(todo),
		() => client.cases.updateTodo({ id, changes: { subject: 'anders' } }),
		() => client.cases.updateTodo({ id: free, changes: { caseId } }),
		() => client.cases.setTodoDone({ id, done: true }),
		() => client.cases.removeTodo({ id }),
		() => client.cases.restoreTodo({ id }),
	])
		expect(await refusalOf(call())).toMatchObject({ code: 'CLOSED', defined: true });
	const mine = async () => (await client.cases.todos({ ownerId: anna, caseId: null, includeDone: false })).map((one) => one.id);
	expect(await mine()).toEqual([free]);
	expect(await client.cases.todos({ ownerId: null, caseId, includeDone: true })).toMatchObject([
		{ id, subject: 'Anrufen', doneAt: null },
	]);
	await client.cases.reopen({ id: caseId, reason: 'kommt wieder' });
	expect(await mine()).toEqual([id, free]);
	await client.cases.removeTodo({ id });
	await client.cases.restoreTodo({ id });
	expect(await mine()).toEqual([id, free]);
});
