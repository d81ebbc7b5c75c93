import { describe, expect, it } from 'vitest';
import { SAMPLE_MEMBERS } from '#main/features/site/sample/members.ts';
import type { CaseId, RecordId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { caseOf, drain, EVERYBODY, newSite, note, office, person, refusalOf, SECOND, signIn } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** A day's work on one PC, through the contract. */

const MINUTE = 60 * SECOND;

async function desk() {
	const place = office();
	const pc = await place.pc('Tresen');
	const { member } = await newSite(pc);
	return { pc, member, client: pc.client, clock: place.clock };
}

describe('people', () => {
	it('get a number, are found, changed, removed and brought back', async () => {
		const { client } = await desk();
		const { id } = await client.people.create(
			person({ firstName: 'Jürgen', lastName: 'Öztürk-Groß', birthDate: '1980-02-01' as LocalDate }),
		);
		await client.people.create(person());
		expect(await client.people.get({ id })).toMatchObject({ number: 'P-00001', firstName: 'Jürgen' });
		for (const text of ['oezturk', 'gross jurg', 'JÜRGEN', 'p-00001', '01.02.1980']) {
			expect(
				(await client.people.list({ ...EVERYBODY, text })).rows.map((row) => row.id),
				text,
			).toEqual([id]);
			expect(
				(await client.search.query({ text })).map((hit) => hit.id),
				text,
			).toContain(id);
		}
		await client.people.update({ id, changes: { city: 'Ratingen' } });
		expect(await client.people.get({ id })).toMatchObject({ city: 'Ratingen', lastName: 'Öztürk-Groß' });
		await client.people.remove({ id });
		expect(await refusalOf(client.people.get({ id }))).toMatchObject({ code: 'NOT_FOUND', defined: true });
		expect(await client.search.query({ text: 'jurgen' })).toEqual([]);
		expect((await client.people.list(EVERYBODY)).total).toBe(1);
		await client.people.restore({ id });
		expect(await client.people.get({ id })).toMatchObject({ number: 'P-00001', city: 'Ratingen' });
		expect(await client.search.query({ text: 'jurgen' })).toHaveLength(1);
	});

	it('with a case file are not removed', async () => {
		const { client, member } = await desk();
		const { id } = await client.people.create(person());
		await client.cases.open({ ...caseOf(member), personId: id });
		expect(await refusalOf(client.people.remove({ id }))).toMatchObject({ code: 'HAS_CASES', defined: true });
	});

	it('are recognised when they are entered again', async () => {
		const { client } = await desk();
		const { id } = await client.people.create(
			person({ lastName: 'Müller', birthDate: '1980-02-01' as LocalDate, postcode: '40878' }),
		);
		const ask = (fields: object) =>
			client.people.duplicates({ id: null, firstName: 'fatma', lastName: 'MUELLER', birthDate: null, postcode: null, ...fields });
		expect((await ask({})).map((row) => row.id)).toEqual([id]);
		expect(await ask({ birthDate: '1980-02-01' })).toHaveLength(1);
		expect(await ask({ birthDate: '1981-02-01' })).toEqual([]);
		expect(await ask({ postcode: '10115' })).toEqual([]);
		expect(await ask({ id })).toEqual([]);
		expect(await ask({ firstName: null, lastName: null })).toEqual([]);
	});

	it('leave as CSV that a spreadsheet does not run', async () => {
		const { client } = await desk();
		await client.people.create(person({ lastName: '=HYPERLINK("x")', remarks: 'a;b\n"c"', city: '@SUM(1)' }));
		const { text, fileName } = await client.people.exportCsv(EVERYBODY);
		expect(text.startsWith('\uFEFFNummer;')).toBe(true);
		expect(text).not.toMatch(/(^|;|\n)"?[=@+-][A-Z]/);
		expect(text).toContain('HYPERLINK');
		expect(fileName).toBe('Personen 2026-03-09.csv');
	});
});

describe('case files', () => {
	it('keep who opened them, once in fifteen minutes', async () => {
		const { client, clock, member } = await desk();
		const { id: personId } = await client.people.create(person());
		const { id } = await client.cases.open({ ...caseOf(member, { concern: 'Wohnung' }), personId });
		for (const [wait, entries] of [
			[0, 1],
			[14 * MINUTE, 1],
			[2 * MINUTE, 2],
			[15 * MINUTE, 2],
			[MINUTE, 3],
		] as const) {
			clock.advance(wait);
			await client.cases.get({ id });
			expect(await client.cases.accesses({ id })).toHaveLength(entries);
		}
		expect((await client.cases.accesses({ id }))[0]).toEqual({
			at: clock.now(),
			what: 'read',
			memberName: 'Anna Müller',
			deviceName: 'Tresen',
			form: null,
			blackened: null,
		});
		// Only opening the file is an access; a list that shows its number is not.
		await client.cases.ofPerson({ personId });
		expect(await client.cases.accesses({ id })).toHaveLength(3);
	});

	it('sum up contacts, without removed ones', async () => {
		const { client, member } = await desk();
		const { id: personId } = await client.people.create(person());
		const { id } = await client.cases.open({ ...caseOf(member), personId });
		await client.cases.addContact({ ...note({ duration: 45 }), caseId: id, privateNote: null });
		const second = await client.cases.addContact({
			...note({ duration: 20, at: Date.UTC(2026, 2, 10) }),
			caseId: id,
			privateNote: null,
		});
		expect((await client.cases.get({ id })).contactMinutes).toBe(65);
		await client.cases.removeContact(second);
		expect((await client.cases.ofPerson({ personId }))[0]).toMatchObject({ contactMinutes: 45, lastContactAt: note().at });
		await client.cases.restoreContact(second);
		expect((await client.cases.get({ id })).contactMinutes).toBe(65);
		const missing = '01890000-0000-7000-8000-000000000000' as CaseId;
		expect(await refusalOf(client.cases.addContact({ ...note(), caseId: missing, privateNote: null }))).toMatchObject({
			code: 'NOT_FOUND',
		});
	});

	it('take no contact at a time that no calendar knows', async () => {
		const { client, member } = await desk();
		const { id: personId } = await client.people.create(person());
		const { id: caseId } = await client.cases.open({ ...caseOf(member), personId });
		for (const at of [1e300, -1, 8_640_000_000_000_001, 0.5]) {
			const refused = client.cases.addContact({ ...note({ at }), caseId, privateNote: null });
			expect(await refusalOf(refused), String(at)).toMatchObject({ code: 'BAD_REQUEST' });
		}
		await client.cases.addContact({ ...note({ at: Date.UTC(9999, 11, 31) }), caseId, privateNote: null });
		const sort = { by: 'lastContact', descending: true } as const;
		expect((await client.cases.exportCsv({ text: '', status: 'all', ownerId: null, sort })).text).toContain('31.12.9999');
	});

	it('tell their history without what is sealed', async () => {
		const { client, clock, member } = await desk();
		const { id: personId } = await client.people.create(person());
		const opened = await client.cases.open({ ...caseOf(member, { concern: 'Wohnung' }), personId });
		clock.advance(MINUTE);
		await client.cases.update({ id: opened.id, changes: { concern: 'Wohnung und Schulden' } });
		await client.cases.setStatus({ id: opened.id, status: 'paused' });
		const steps = await client.records.history({ table: 'case_file', id: opened.id as string as RecordId });
		expect(steps.slice(1).map(({ fields }) => fields)).toEqual([
			[{ field: 'concern', before: 'Wohnung', after: 'Wohnung und Schulden' }],
			[{ field: 'status', before: 'open', after: 'paused' }],
		]);
		expect(steps[1]).toMatchObject({ at: clock.now(), member: 'Anna Müller', device: 'Tresen' });
		const contact = await client.cases.addContact({ ...note(), caseId: opened.id, privateNote: 'nur für mich' });
		const history = await client.records.history({ table: 'contact', id: contact.id as string as RecordId });
		expect(history[0]?.fields.find(({ field }) => field === 'privateNote')).toEqual({
			field: 'privateNote',
			before: null,
			after: null,
		});
	});

	it('have to-dos: open ones first, by date', async () => {
		const { client, member } = await desk();
		const { id: personId } = await client.people.create(person());
		const { id: caseId } = await client.cases.open({ ...caseOf(member), personId });
		const add = (subject: string, due: string | null) =>
			client.cases.addTodo({ subject, due: due as LocalDate | null, ownerId: member, caseId });
		const done = await add('erledigt', '2026-01-01');
		await add('ohne Datum', null);
		await add('später', '2026-05-01');
		const soon = await add('bald', '2026-04-01');
		await client.cases.setTodoDone({ id: done.id, done: true });
		const subjects = async (includeDone: boolean) =>
			(await client.cases.todos({ ownerId: member, caseId: null, includeDone })).map(({ subject }) => subject);
		expect(await subjects(false)).toEqual(['bald', 'später', 'ohne Datum']);
		expect(await subjects(true)).toEqual(['bald', 'später', 'ohne Datum', 'erledigt']);
		await client.cases.removeTodo(soon);
		expect(await subjects(false)).toEqual(['später', 'ohne Datum']);
		await client.cases.setTodoDone({ id: done.id, done: false });
		expect((await client.cases.todos({ ownerId: null, caseId, includeDone: false }))[0]).toMatchObject({
			subject: 'erledigt',
			clientName: 'Yılmaz, Fatma',
		});
	});
});

describe('private', () => {
	const as = async ({ client }: TestBackend, signInName: string) => {
		const member = SAMPLE_MEMBERS.find((sample) => sample.signInName === signInName);
		return (await client.members.signIn({ signInName, passphrase: member?.passphrase ?? '' })).member.id;
	};

	it('notes and drafts are their author’s alone', async () => {
		const pc = await office().pc('Probe');
		const { client } = pc;
		await drain(client.site.createSample());
		const miriam = await as(pc, 'miriam');
		const { id: personId } = await client.people.create(person());
		const { id: caseId } = await client.cases.open({ ...caseOf(miriam), personId });
		const contact = await client.cases.addContact({ ...note(), caseId, privateNote: 'nur Miriam' });
		await client.records.saveDraft({ key: 'person:new', text: 'halb getippt' });
		expect(await client.cases.contacts({ caseId })).toMatchObject([{ privateNoteState: 'own', privateNote: 'nur Miriam' }]);

		await as(pc, 'tomasz');
		expect(await client.cases.contacts({ caseId })).toMatchObject([
			{ text: 'Gespräch', privateNoteState: 'sealed', privateNote: null },
		]);
		expect(await client.records.draft({ key: 'person:new' })).toBeNull();
		const overwrite = client.cases.updateContact({ id: contact.id, changes: {}, privateNote: 'meins' });
		expect(await refusalOf(overwrite)).toMatchObject({ code: 'NO_ACCESS', defined: true });
		await client.cases.updateContact({ id: contact.id, changes: { text: 'Ergänzt' } });
		await client.records.saveDraft({ key: 'person:new', text: 'Tomasz tippt' });

		await as(pc, 'miriam');
		expect(await client.cases.contacts({ caseId })).toMatchObject([
			{ text: 'Ergänzt', privateNoteState: 'own', privateNote: 'nur Miriam' },
		]);
		expect(await client.records.draft({ key: 'person:new' })).toBe('halb getippt');
		await client.records.discardDraft({ key: 'person:new' });
		expect(await client.records.draft({ key: 'person:new' })).toBeNull();
		await client.cases.updateContact({ id: contact.id, changes: {}, privateNote: null });
		expect(await client.cases.contacts({ caseId })).toMatchObject([{ privateNoteState: 'none' }]);
	}, 300_000);

	it('drafts survive locking and a restart', async () => {
		const place = office();
		const pc = await place.pc('Tresen');
		await newSite(pc);
		await pc.client.records.saveDraft({ key: 'person:new', text: 'halb getippt' });
		await pc.client.members.lock();
		await signIn(pc);
		expect(await pc.client.records.draft({ key: 'person:new' })).toBe('halb getippt');
		await pc.backend.dispose();
		const again = await place.pc('Tresen');
		await signIn(again);
		expect(await again.client.records.draft({ key: 'person:new' })).toBe('halb getippt');
	});

	it('notes are lost after recovering with the kit, and say so', async () => {
		const { pc, client, member } = await desk();
		const { kit } = await client.site.pendingKit();
		const { id: personId } = await client.people.create(person());
		const { id: caseId } = await client.cases.open({ ...caseOf(member), personId });
		const contact = await client.cases.addContact({ ...note(), caseId, privateNote: 'nur für mich' });
		await pc.client.members.lock();
		const recovery = { kit: kit.qrText, signInName: 'anna', newPassphrase: 'drei Möwen auf dem Dach', fromShare: null };
		await drain(client.site.recover(recovery));
		expect(await client.cases.contacts({ caseId })).toMatchObject([
			{ text: 'Gespräch', privateNoteState: 'lost', privateNote: null },
		]);
		await client.cases.updateContact({ id: contact.id, changes: {}, privateNote: 'neu angefangen' });
		expect(await client.cases.contacts({ caseId })).toMatchObject([{ privateNoteState: 'own', privateNote: 'neu angefangen' }]);
	});
});
