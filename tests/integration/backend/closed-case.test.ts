import { describe, expect, it } from 'vitest';
import { ACCESS } from '#main/access.ts';
import type { ActionFields, GoalFields } from '#shared/features/goals/model.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { CLOSING } from '#tests/support/case-office.ts';
import { bugsIn, caseOf, note, refusalOf } from '#tests/support/office.ts';
import { call } from '#tests/support/procedures.ts';
import { foundedBackend } from '#tests/support/test-backend.ts';
import { contentsOf } from '#tests/support/vault-contents.ts';
import { vaultOf } from '#tests/support/vault-of.ts';

/**
 * A closed case file takes no change by any procedure. Every procedure that reaches the counselling vault is in one of two
 * lists here: what writes into a case file, with how it is tried on a closed one; and what does not, with why.
 */

const GOAL: GoalFields = { theme: 'work', text: 'Arbeit finden', indicator: null, targetOn: null, agreedOn: null };
const ACTION: ActionFields = { text: 'Lebenslauf schreiben', doer: 'client', memberId: null, thirdParty: null, due: null };
/** A file with everything in it, closed. */
async function closedFile(seed: number) {
	const pc = await foundedBackend({ seed });
	const { client } = pc;
	const { id: personId } = await client.people.create({ ...EMPTY_PERSON, lastName: 'Öztürk' });
	const [me] = await client.members.list();
	if (!me) throw new Error('nobody');
	const { id } = await client.cases.open({ ...caseOf(me.id), personId });
	const { id: contactId } = await client.cases.addContact({ ...note(), caseId: id, privateNote: 'nur für mich' });
	const { id: goneContactId } = await client.cases.addContact({ ...note(), caseId: id, privateNote: null });
	await client.cases.removeContact({ id: goneContactId });
	const { id: todoId } = await client.cases.addTodo({ subject: 'Anrufen', due: null, ownerId: me.id, caseId: id });
	const { id: looseTodoId } = await client.cases.addTodo({ subject: 'Nachfragen', due: null, ownerId: me.id, caseId: null });
	const { id: goalId } = await client.goals.add({ ...GOAL, caseId: id });
	const { id: goneGoalId } = await client.goals.add({ ...GOAL, caseId: id });
	await client.goals.remove({ id: goneGoalId });
	const { id: actionId } = await client.goals.addAction({ ...ACTION, goalId });
	await client.goals.balance({ id: goalId, balance: 'reached', words: null });
	const appointment = {
		...{ personIds: [personId], caseId: id, counsellorIds: [me.id], roomId: null, place: null, day: '2026-03-02' as LocalDate },
		...{ from: '10:00', until: '10:45', kind: 'counselling' as const, note: null, reason: 'schon gewesen' },
	};
	const booked = await client.appointments.book({ ...appointment, repeat: null } as never);
	const [appointmentId] = booked.ids;
	if (!appointmentId) throw new Error('nothing booked');
	await client.appointments.setState({ id: appointmentId, state: 'attended' });
	const loose = await client.appointments.book({ ...appointment, caseId: null, day: '2026-03-03', repeat: null } as never);
	await client.cases.close({ id, ...CLOSING });
	const ids = { id, personId, me: me.id, contactId, goneContactId, todoId, looseTodoId, goalId, goneGoalId, actionId };
	return { pc, client, appointment, ids: { ...ids, appointmentId, looseAppointmentId: loose.ids[0] } };
}

type File = Awaited<ReturnType<typeof closedFile>>;
type Ids = File['ids'];

/** What writes into a case file, each tried in every way in which it could. */
const WRITES: Record<string, (ids: Ids, file: File) => readonly unknown[]> = {
	'cases.update': ({ id }) => [{ id, changes: { concern: 'anders' } }],
	'cases.setStatus': ({ id }) => [
		{ id, status: 'paused' },
		{ id, status: 'open' },
	],
	'cases.close': ({ id }) => [{ id, ...CLOSING }],
	'cases.addContact': ({ id }) => [{ ...note(), caseId: id, privateNote: null }],
	'cases.updateContact': ({ contactId }) => [
		{ id: contactId, changes: { text: 'anders' } },
		{ id: contactId, changes: {}, privateNote: 'anders' },
		{ id: contactId, changes: { text: 'anders' }, privateNote: null },
	],
	'cases.removeContact': ({ contactId }) => [{ id: contactId }],
	'cases.restoreContact': ({ goneContactId }) => [{ id: goneContactId }],
	'cases.addTodo': ({ id, me }) => [{ subject: 'anders', due: null, ownerId: me, caseId: id }],
	'cases.updateTodo': ({ id, todoId, looseTodoId }) => [
		{ id: todoId, changes: { subject: 'anders' } },
		{ id: todoId, changes: { caseId: null } },
		{ id: looseTodoId, changes: { caseId: id } },
	],
	'cases.setTodoDone': ({ todoId }) => [{ id: todoId, done: true }],
	'cases.removeTodo': ({ todoId }) => [{ id: todoId }],
	'goals.assess': ({ id }) =>
		['entry', 'exit'].map((moment) => ({
			...{ caseId: id, moment },
			areas: [{ area: 'work', changes: { rating: '3' }, base: { resources: '', obstacles: '' } }],
		})),
	'goals.add': ({ id }) => [{ ...GOAL, caseId: id }],
	'goals.update': ({ goalId }) => [{ id: goalId, changes: { text: 'anders' } }],
	'goals.balance': ({ goalId }) => [{ id: goalId, balance: 'partly', words: null }],
	'goals.remove': ({ goalId }) => [{ id: goalId }],
	'goals.restore': ({ goneGoalId }) => [{ id: goneGoalId }],
	'goals.addAction': ({ goalId }) => [{ ...ACTION, goalId }],
	'goals.updateAction': ({ actionId }) => [{ id: actionId, changes: { text: 'anders' } }],
	'goals.setActionState': ({ actionId }) => [{ id: actionId, state: 'done' }],
	'goals.removeAction': ({ actionId }) => [{ id: actionId }],
	'goals.restoreAction': ({ actionId }) => [{ id: actionId }],
	'appointments.book': (_, { appointment }) => [{ ...appointment, day: '2026-03-04', repeat: null }],
	'appointments.change': ({ id, appointmentId, looseAppointmentId }) => [
		{ id: appointmentId, scope: 'this', changes: { note: 'anders' } },
		{ id: appointmentId, scope: 'this', changes: { caseId: null } },
		{ id: looseAppointmentId, scope: 'this', changes: { caseId: id } },
	],
	'appointments.setState': ({ appointmentId }) => [{ id: appointmentId, state: 'planned' }],
	'appointments.remove': ({ appointmentId }) => [{ id: appointmentId, scope: 'this' }],
	'appointments.restore': ({ appointmentId }) => [{ ids: [appointmentId] }],
};

/** What reaches the counselling vault and writes into no case file, because … */
const OTHERS: Record<string, string> = {
	...Object.fromEntries(
		[
			...['people.list', 'people.get', 'people.duplicates', 'people.exportCsv', 'people.previewImport'],
			...['cases.list', 'cases.exportCsv', 'cases.get', 'cases.ofPerson', 'cases.accesses', 'cases.contacts', 'cases.todos'],
			...['cases.closings', 'goals.ofCase', 'goals.mine', 'schedule.toMove', 'waitingList.list', 'waitingList.freed'],
			...['choices', 'list', 'ofPerson', 'ofCase', 'backlog', 'check', 'freeSlots', 'doubles'].map(
				(name) => `appointments.${name}`,
			),
			'members.waiting',
		].map((path) => [path, 'it reads; what it notes, it notes in the access log']),
	),
	'people.create': 'a person is no file',
	'people.update': 'the person lives on, whatever became of their file',
	'people.remove': 'whoever has a file is not removed',
	'people.restore': 'a person is no file',
	'people.runImport': 'it opens new files, and writes into none that is there',
	'cases.open': 'it makes a new one',
	'cases.reopen': 'it is the way back',
	'cases.notePrint': 'the access log goes on',
	'members.giveAccess': 'it gives keys',
	'appointments.notePrint': 'the access log goes on',
	'appointments.keepDouble':
		'it looks itself: an appointment of a closed file is refused, and undecided ones leave a file that closes',
	...Object.fromEntries(['add', 'change', 'remove', 'restore'].map((name) => [`waitingList.${name}`, 'people wait, not files'])),
};

describe('a closed case file', () => {
	it('knows of every procedure that reaches the vault whether it writes into case files', () => {
		const counselling = Object.entries(ACCESS).flatMap(([feature, procedures]) =>
			Object.entries(procedures).flatMap(([name, rule]) => (rule === 'counselling' ? [`${feature}.${name}`] : [])),
		);
		expect([...Object.keys(WRITES), ...Object.keys(OTHERS)].sort()).toEqual(counselling.sort());
	});

	it('takes no change by any of them, and every table of the vault stays as it was', async () => {
		const file = await closedFile(1);
		const before = await tablesOf(file);
		expect(before).toContain('Lebenslauf schreiben');
		for (const [path, inputs] of Object.entries(WRITES)) {
			for (const input of inputs(file.ids, file)) {
				const { code, defined } = await refusalOf(call(file.client, path, input));
				expect({ path, input, code, defined }).toEqual({ path, input, code: 'CLOSED', defined: true });
			}
		}
		expect(await tablesOf(file)).toBe(before);
		expect(bugsIn(file.pc)).toEqual([]);
	});

	it('takes them all again once it is reopened', async () => {
		const file = await closedFile(2);
		await file.client.cases.reopen({ id: file.ids.id, reason: 'kommt wieder' });
		// What takes something away, last.
		const order = (path: string) => (/remove|close/i.test(path) ? 1 : 0);
		for (const [path, inputs] of Object.entries(WRITES).sort(([a], [b]) => order(a) - order(b))) {
			for (const input of inputs(file.ids, file)) {
				const { code } = await refusalOf(call(file.client, path, input));
				expect({ path, code }).toEqual({ path, code: path === 'cases.close' ? 'INCOMPLETE' : 'none' });
			}
		}
	});

	it('lets an author delete a private note, which is theirs', async () => {
		const { client, ids } = await closedFile(3);
		await client.cases.updateContact({ id: ids.contactId, changes: {}, privateNote: null });
		expect(await client.cases.contacts({ caseId: ids.id })).toMatchObject([{ text: 'Gespräch', privateNoteState: 'none' }]);
	});

	it('bothers nobody’s day with what was left undone in it', async () => {
		const { client, ids } = await closedFile(4);
		const mine = { ownerId: ids.me, caseId: null, includeDone: false };
		expect((await client.cases.todos(mine)).map(({ subject }) => subject)).toEqual(['Nachfragen']);
		expect(await client.cases.todos({ ...mine, ownerId: null, caseId: ids.id })).toMatchObject([{ subject: 'Anrufen' }]);
		await client.cases.reopen({ id: ids.id, reason: 'kommt wieder' });
		expect(await client.cases.todos(mine)).toHaveLength(2);
	});
});

/** Everything but who read what, and the road that changes took. */
async function tablesOf({ pc }: File): Promise<string> {
	const file = await vaultOf(pc, 'counselling', 'erika');
	const names = file
		.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
		.pluck()
		.all() as string[];
	const contents = contentsOf(
		file,
		names.filter((name) => name !== 'case_access' && !name.startsWith('search_index')),
	);
	file.close();
	return contents;
}
