import { expect, it } from 'vitest';
import type { ClosingFields } from '#shared/features/cases/closing.ts';
import type { CaseId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { caseOf, HOUR, joinSite, newSite, note, office, person, refusalOf, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Closing and reopening a case file, on one PC and on two that are apart. */

const DAY = '2026-03-09' as LocalDate;
const closing = (fields: Partial<ClosingFields> = {}): ClosingFields => ({
	closedOn: DAY,
	reason: 'goals_reached',
	reasonWords: null,
	outcome: 'work',
	outcomeWords: null,
	summary: '',
	missingBecause: null,
	...fields,
});

async function opened(pc: TestBackend, owner: MemberId) {
	const { id: personId } = await pc.client.people.create(person());
	const { id } = await pc.client.cases.open({ ...caseOf(owner), personId });
	return { id, personId };
}
const addGoal = async ({ client }: TestBackend, caseId: CaseId, text: string) =>
	(await client.goals.add({ caseId, theme: 'work', text, indicator: null, targetOn: null, agreedOn: null })).id;
const assess = ({ client }: TestBackend, caseId: CaseId, moment: 'entry' | 'exit', rating: '1' | '4' | 'keine_angabe') =>
	client.goals.assess({
		...{ caseId, moment },
		areas: [{ area: 'work', changes: { rating }, base: { resources: '', obstacles: '' } }],
	});
const statusOf = async ({ client }: TestBackend, id: CaseId) => (await client.cases.get({ id })).caseFile.status;
const stageOf = async ({ client }: TestBackend, id: CaseId) => (await client.cases.get({ id })).stage;

it('names what is missing, takes a reason for it, and keeps what the file had come to', async () => {
	const pc = await office().pc('Tresen');
	const { member } = await newSite(pc);
	const { id } = await opened(pc, member);
	expect(await stageOf(pc, id)).toBe('intake');
	await pc.client.cases.addContact({ ...note({ duration: 45 }), caseId: id, privateNote: null });
	await assess(pc, id, 'entry', '1');
	expect(await stageOf(pc, id)).toBe('assessment');
	const work = await addGoal(pc, id, 'Arbeit finden');
	const course = await addGoal(pc, id, 'Sprachkurs');
	expect(await stageOf(pc, id)).toBe('planning');
	const { id: actionId } = await pc.client.goals.addAction({
		...{ goalId: work, text: 'Lebenslauf', doer: 'member', memberId: member, thirdParty: null, due: '2026-03-12' as LocalDate },
	});
	expect(await pc.client.goals.mine()).toMatchObject([
		{ text: 'Lebenslauf', goalText: 'Arbeit finden', clientName: 'Yılmaz, Fatma' },
	]);
	await pc.client.goals.setActionState({ id: actionId, state: 'doing' });
	expect(await stageOf(pc, id)).toBe('support');
	await pc.client.goals.balance({ id: work, balance: 'reached', words: 'Fängt im April an' });
	await pc.client.cases.addTodo({ subject: 'Ablegen', due: null, ownerId: member, caseId: id });

	const refused = await refusalOf(pc.client.cases.close({ id, ...closing() }));
	expect(refused).toEqual({ code: 'INCOMPLETE', defined: true, data: { goals: [course], areas: ['work'] } });
	for (const closedOn of ['2026-03-01', '2199-01-01'] as LocalDate[])
		expect((await refusalOf(pc.client.cases.close({ id, ...closing({ closedOn }) }))).data).toEqual({ what: 'day' });
	expect(await pc.client.cases.closings({ id })).toEqual({ closings: [], changedSince: null });

	await assess(pc, id, 'exit', '4');
	expect(await stageOf(pc, id)).toBe('closing');
	await pc.client.cases.close({ id, ...closing({ missingBecause: 'kam nicht mehr', summary: 'Hat Arbeit.' }) });
	expect(await statusOf(pc, id)).toBe('closed');
	// Not in anybody's day any more.
	expect(await pc.client.goals.mine()).toEqual([]);
	const first = {
		...{ reason: 'goals_reached', summary: 'Hat Arbeit.', missingBecause: 'kam nicht mehr', memberName: 'Anna Müller' },
		state: {
			goals: [
				{ text: 'Arbeit finden', balance: 'reached', balanceWords: 'Fängt im April an', actionsDone: 0, actions: 1 },
				{ text: 'Sprachkurs', balance: null, balanceWords: null, actionsDone: 0, actions: 0 },
			],
			situation: [{ area: 'work', entry: '1', exit: '4' }],
			...{ contacts: 1, minutes: 45, openTodos: 1 },
		},
	};
	expect((await pc.client.cases.closings({ id })).closings).toMatchObject([{ ...first, reopened: null }]);

	expect((await refusalOf(pc.client.cases.reopen({ id, reason: ' ' }))).code).toBe('BAD_REQUEST');
	await pc.client.cases.reopen({ id, reason: 'Stelle verloren' });
	expect((await refusalOf(pc.client.cases.reopen({ id, reason: 'noch einmal' }))).code).toBe('OUTDATED');
	expect(await statusOf(pc, id)).toBe('reopened');
	expect(await stageOf(pc, id)).toBe('support');
	// A rest in between does not make it a file that was never closed.
	await pc.client.cases.setStatus({ id, status: 'paused' });
	await pc.client.cases.setStatus({ id, status: 'open' });
	expect(await statusOf(pc, id)).toBe('reopened');
	await pc.client.goals.update({ id: work, changes: { text: 'Wieder Arbeit finden' } });
	await pc.client.goals.balance({ id: course, balance: 'dropped', words: null });
	pc.clock.advance(HOUR);
	await pc.client.cases.close({ id, ...closing({ reason: 'moved_away', outcome: 'unknown', missingBecause: 'nichts fehlt' }) });
	// The first stays as it was said.
	expect((await pc.client.cases.closings({ id })).closings).toMatchObject([
		{ reason: 'moved_away', missingBecause: null, reopened: null, state: { goals: [{ text: 'Wieder Arbeit finden' }, {}] } },
		{ ...first, reopened: { reason: 'Stelle verloren', memberName: 'Anna Müller' } },
	]);
});

it('lets go of appointments that nobody has decided, and keeps the others', async () => {
	const pc = await office().pc('Tresen');
	const { member } = await newSite(pc);
	const { id, personId } = await opened(pc, member);
	const book = async (day: string) => {
		const { ids } = await pc.client.appointments.book({
			...{ personIds: [personId], caseId: id, counsellorIds: [member], roomId: null, place: null, day: day as LocalDate },
			...{ from: '10:00', until: '10:45', kind: 'counselling', note: null, reason: 'so vereinbart', repeat: null },
		} as never);
		return ids[0] as NonNullable<(typeof ids)[0]>;
	};
	const attended = await book('2026-03-03');
	const coming = await book('2026-04-07');
	await pc.client.appointments.setState({ id: attended, state: 'attended' });
	await pc.client.cases.close({ id, ...closing() });
	expect((await pc.client.appointments.ofCase({ caseId: id })).map((one) => one.id)).toEqual([attended]);
	await pc.client.appointments.setState({ id: coming, state: 'cancelled_by_us' });
	expect(await pc.client.appointments.ofPerson({ personId })).toHaveLength(2);
});

it('two PCs that close, write and rest the same file apart lose nothing and agree', async () => {
	const place = office();
	const a = await place.pc('Tresen');
	const { member } = await newSite(a);
	const { id, personId } = await opened(a, member);
	const goalId = await addGoal(a, id, 'Arbeit finden');
	await a.client.goals.balance({ id: goalId, balance: 'reached', words: null });
	await a.client.share.connect({ folder: place.share });
	const b = await place.pc('Büro oben');
	await joinSite(b, place.share);
	await sync(a);
	const exchange = async () => {
		for (const pc of [a, b, a, b]) await sync(pc);
	};

	await a.client.cases.close({ id, ...closing({ summary: 'von A' }) });
	place.clock.advance(HOUR);
	// B does not know yet: it writes, plans, and lets the file rest, later than A has closed it.
	await b.client.cases.addContact({ ...note({ text: 'noch ein Anruf' }), caseId: id, privateNote: null });
	await b.client.goals.update({ id: goalId, changes: { indicator: 'Vertrag' } });
	await b.client.cases.setStatus({ id, status: 'paused' });
	await b.client.appointments.book({
		...{ personIds: [personId], caseId: id, counsellorIds: [member], roomId: null, place: null, day: '2026-04-07' as LocalDate },
		...{ from: '10:00', until: '10:45', kind: 'counselling', note: null, reason: 'so vereinbart', repeat: null },
	} as never);
	await exchange();
	for (const { client } of [a, b]) {
		expect((await client.cases.get({ id })).caseFile.status).toBe('closed');
		expect((await client.cases.contacts({ caseId: id })).map(({ text }) => text)).toEqual(['noch ein Anruf']);
		expect((await client.cases.closings({ id })).changedSince).toEqual({ contacts: 1, todos: 0, goals: 1 });
		// It can still be cancelled.
		expect(await client.appointments.ofCase({ caseId: id })).toEqual([]);
		expect(await client.appointments.ofPerson({ personId })).toMatchObject([{ caseId: null, state: 'planned' }]);
	}

	// Both close apart; one reopens what it knows of.
	await a.client.cases.reopen({ id, reason: 'es geht weiter' });
	await exchange();
	expect(await statusOf(b, id)).toBe('reopened');
	await a.client.cases.close({ id, ...closing({ summary: 'noch einmal A' }) });
	await b.client.cases.close({ id, ...closing({ summary: 'B', reason: 'no_contact' }) });
	place.clock.advance(HOUR);
	await a.client.cases.reopen({ id, reason: 'ein Versehen' });
	expect(await statusOf(a, id)).toBe('reopened');
	await exchange();
	for (const pc of [a, b]) {
		// What B closed nobody has taken back.
		expect(await statusOf(pc, id)).toBe('closed');
		const { closings } = await pc.client.cases.closings({ id });
		expect(Object.fromEntries(closings.map(({ summary, reopened }) => [summary, reopened?.reason ?? null]))).toEqual({
			...{ 'von A': 'es geht weiter', 'noch einmal A': 'ein Versehen', B: null },
		});
	}
	await b.client.cases.reopen({ id, reason: 'doch noch etwas' });
	await exchange();
	for (const pc of [a, b]) {
		expect(await statusOf(pc, id)).toBe('reopened');
		expect((await pc.client.cases.closings({ id })).closings.every(({ reopened }) => reopened !== null)).toBe(true);
	}
});

it('two PCs that speak about the same life area apart write one record, and both their texts', async () => {
	const place = office();
	const a = await place.pc('Tresen');
	const { member } = await newSite(a);
	const { id } = await opened(a, member);
	await a.client.share.connect({ folder: place.share });
	const b = await place.pc('Büro oben');
	await joinSite(b, place.share);
	await sync(a);
	const empty = { resources: '', obstacles: '' };
	const say = ({ client }: TestBackend, changes: object) =>
		client.goals.assess({ caseId: id, moment: 'entry', areas: [{ area: 'housing', changes, base: empty }] });
	await say(a, { rating: '2', resources: 'Hilft der Bruder. ' });
	await say(b, { resources: 'Genossenschaft hat zugesagt. ', obstacles: 'Kaution' });
	for (const pc of [a, b, a, b]) await sync(pc);
	for (const pc of [a, b]) {
		const { situation } = await pc.client.goals.ofCase({ caseId: id });
		expect(situation).toMatchObject([{ area: 'housing', moment: 'entry', rating: '2', obstacles: 'Kaution' }]);
		for (const text of ['Hilft der Bruder.', 'Genossenschaft hat zugesagt.']) expect(situation[0]?.resources).toContain(text);
	}
});
