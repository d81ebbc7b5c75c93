import { expect, it } from 'vitest';
import { recordSteps } from '#main/features/records/restore.ts';
import { EMPTY_ITEM } from '#shared/features/inventory/model.ts';
import { RESTORABLE } from '#shared/features/records/contract.ts';
import type { TodoId } from '#shared/kernel/ids.ts';
import { CLOSING, caseOffice } from '#tests/support/case-office.ts';
import { closedFile } from '#tests/support/closed-file.ts';
import { note, refusalOf, sync } from '#tests/support/office.ts';

/** One record is brought back to what it was after one of its changes, as if somebody had typed it again. */

it('sets the fields as they were, on both PCs, and stands in the history like any other change', async () => {
	const { a, b, caseId } = await caseOffice();
	const { id } = await a.client.cases.addContact({ ...note({ text: 'eins' }), caseId, privateNote: 'nur für mich' });
	await a.client.cases.updateContact({ id, changes: { text: 'eins zwei', duration: 60 } });
	await sync(a);
	await sync(b);
	await b.client.cases.updateContact({ id, changes: { text: 'ganz anders', topics: ['health'], nextStep: 'Arzt' } });
	await sync(b);
	await sync(a);
	const history = await a.client.records.history({ table: 'contact', id });
	const second = history[1];
	if (!second) throw new Error('no second entry');
	expect(await a.client.records.restoreTo({ table: 'contact', id, version: second.version })).toEqual({ left: [] });
	await sync(a);
	await sync(b);
	for (const { client } of [a, b]) {
		const [contact] = await client.cases.contacts({ caseId });
		expect(contact).toMatchObject({ text: 'eins zwei', duration: 60, topics: ['work'], nextStep: null });
	}
	const after = await b.client.records.history({ table: 'contact', id });
	expect(after).toHaveLength(4);
	expect(after.slice(0, 3)).toEqual(await b.client.records.history({ table: 'contact', id }).then((all) => all.slice(0, 3)));
	// Back to the same: nothing is written.
	await a.client.records.restoreTo({ table: 'contact', id, version: second.version });
	expect(await a.client.records.history({ table: 'contact', id })).toHaveLength(4);
});

it('tells which fields only steps of their own set', async () => {
	const { a, anna } = await caseOffice();
	const { client } = a;
	const { id } = await client.cases.addTodo({ subject: 'Anrufen', due: null, ownerId: anna, caseId: null });
	const [first] = await client.records.history({ table: 'todo', id });
	await client.cases.updateTodo({ id, changes: { subject: 'Schreiben' } });
	await client.cases.setTodoDone({ id: id as TodoId, done: true });
	expect(await client.records.restoreTo({ table: 'todo', id, version: first?.version ?? '' })).toEqual({ left: ['doneAt'] });
	const todos = await client.cases.todos({ ownerId: anna, caseId: null, includeDone: true });
	expect(todos).toMatchObject([{ subject: 'Anrufen', doneAt: expect.any(Number) }]);
});

it('leaves a closed case file and everything in it as it is', async () => {
	const { client, ids } = await closedFile(31);
	await client.cases.reopen({ id: ids.id, reason: 'Nachtrag' });
	await client.cases.updateContact({ id: ids.contactId, changes: { text: 'anders' } });
	await client.cases.update({ id: ids.id, changes: { concern: 'anders' } });
	await client.cases.close({ id: ids.id, ...CLOSING });
	for (const [table, id] of [
		['contact', ids.contactId],
		['case_file', ids.id],
	] as const) {
		const [first] = await client.records.history({ table, id });
		const refused = await refusalOf(client.records.restoreTo({ table, id, version: first?.version ?? '' }));
		expect(refused).toMatchObject({ code: 'CLOSED', defined: true });
	}
	expect((await client.cases.contacts({ caseId: ids.id })).find(({ id }) => id === ids.contactId)?.text).toBe('anders');
});

it('says when what was right then no longer is, and when there is no such change or step', async () => {
	const { a } = await caseOffice();
	const { client } = a;
	const { id } = await client.inventory.create({ ...EMPTY_ITEM, name: 'Bohrmaschine', number: '7' });
	const [first] = await client.records.history({ table: 'item', id });
	const version = first?.version ?? '';
	await client.inventory.update({ id, changes: { number: '8' } });
	await client.inventory.create({ ...EMPTY_ITEM, name: 'Leiter', number: '7' });
	expect(await refusalOf(client.records.restoreTo({ table: 'item', id, version }))).toMatchObject({
		code: 'NOT_ANY_MORE',
		defined: true,
	});
	expect(await refusalOf(client.records.restoreTo({ table: 'item', id, version: version.replace(/^0/, 'f') }))).toMatchObject({
		code: 'NOT_FOUND',
	});
	expect(await refusalOf(client.records.restoreTo({ table: 'loan', id, version }))).toMatchObject({ code: 'NO_ACCESS' });
});

it('knows the step of every kind that the screen offers it for', () => {
	const steps = recordSteps(() => ({}));
	expect([...steps.keys()].sort()).toEqual([...RESTORABLE].sort());
	for (const { accepted } of steps.values()) expect(accepted.size).toBeGreaterThan(2);
});
