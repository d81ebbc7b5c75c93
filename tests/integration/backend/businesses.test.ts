import { describe, expect, it } from 'vitest';
import { EMPTY_BUSINESS, EMPTY_CONTACT, EMPTY_SITE } from '#shared/features/businesses/model.ts';
import { CURRENT_VERSION } from '#shared/features/consents/form-texts.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { BusinessId, CaseId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { CLOSING, caseDesk, caseOffice, meet, PROGRAMME } from '#tests/support/case-office.ts';
import { WRITES } from '#tests/support/closed-file.ts';
import { caseOf, note, person, refusalOf } from '#tests/support/office.ts';
import { call } from '#tests/support/procedures.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Businesses that are counselled, and case files about them. */

const DAY = '2026-03-09' as LocalDate;
const EVERY = { text: '', sort: { by: 'name' as const, descending: false }, offset: 0, limit: 50 };
const CASES = {
	...{ text: '', status: 'all' as const, ownerId: null, offset: 0, limit: 50 },
	sort: { by: 'client' as const, descending: false },
};
const site = (fields: object = {}) => ({ ...EMPTY_SITE, name: 'Hauptsitz', street: 'Mühlenweg 4', ...fields });
const contact = (fields: object = {}) => ({ ...EMPTY_CONTACT, name: 'Selma Morgenrot', ...fields });
const APPLICATION = {
	...{
		employer: 'Bäckerei',
		position: null,
		channel: 'online' as const,
		foundThrough: null,
		sentOn: DAY,
		reply: 'none' as const,
	},
	...{ repliedOn: null, interviewsOn: [], outcome: 'open' as const, reason: null, nextStep: null, nextStepDue: null },
};

async function bakery({ client }: Pick<TestBackend, 'client'>, name = 'Bäckerei Morgenrot GmbH'): Promise<BusinessId> {
	const fields = { ...EMPTY_BUSINESS, name, branch: 'Bäckerei' };
	const first = site({ postcode: '40878', city: 'Ratingen' });
	return (await client.businesses.create({ fields, site: first, contact: contact({ phone: '0172 / 555' }) })).id;
}

async function bakeryFile(pc: TestBackend, owner: MemberId, fields: object = {}) {
	const businessId = await bakery(pc);
	const { id } = await pc.client.cases.open({ ...caseOf(owner, fields), businessId });
	return { businessId, id };
}

describe('businesses', () => {
	it('are created with a site and a contact, found by all of them, changed, removed and brought back', async () => {
		const { a } = await caseDesk();
		const { client } = a;
		const id = await bakery(a);
		expect(await client.businesses.get({ id })).toMatchObject({
			...{ name: 'Bäckerei Morgenrot GmbH', sites: [{ name: 'Hauptsitz', city: 'Ratingen' }] },
			contacts: [{ name: 'Selma Morgenrot', personName: null }],
		});
		for (const text of ['baeckerei', 'morgenr', 'selma', 'mühlenw', '40878', '0172555']) {
			const { rows } = await client.businesses.list({ ...EVERY, text });
			expect(
				rows.map((row) => row.id),
				text,
			).toEqual([id]);
			expect(
				(await client.search.query({ text })).filter(({ kind }) => kind === 'business').map((hit) => hit.id),
				text,
			).toEqual([id]);
		}
		expect((await client.businesses.list(EVERY)).rows).toMatchObject([
			{ city: 'Ratingen', contactName: 'Selma Morgenrot', phone: '0172 / 555', openCases: 0 },
		]);
		await client.businesses.update({ id, changes: { employees: 14, founded: '1998' } });
		expect(await client.businesses.get({ id })).toMatchObject({ employees: 14, founded: '1998', branch: 'Bäckerei' });
		const history = await client.records.history({ table: 'business', id: id as never });
		expect(history.flatMap(({ fields }) => fields.map(({ field }) => field))).toContain('employees');

		await client.businesses.remove({ id });
		expect(await refusalOf(client.businesses.get({ id }))).toMatchObject({ code: 'NOT_FOUND' });
		expect(await client.search.query({ text: 'morgenrot' })).toEqual([]);
		expect((await client.businesses.list({ ...EVERY, text: 'selma' })).rows).toEqual([]);
		expect((await refusalOf(client.businesses.addSite({ businessId: id, fields: site(), isMain: true }))).code).toBe('NOT_FOUND');
		await client.businesses.restore({ id });
		expect((await client.businesses.get({ id })).sites).toHaveLength(1);
	});

	it('have one main site and one main contact: the chosen one, or the oldest', async () => {
		const { a } = await caseDesk();
		const { client } = a;
		const id = await bakery(a);
		const names = async () => {
			const { sites, contacts } = await client.businesses.get({ id });
			return [sites.map(({ name }) => name), contacts.map(({ name }) => name)];
		};
		const { id: branch } = await client.businesses.addSite({ businessId: id, fields: site({ name: 'Filiale' }), isMain: false });
		const { id: jens } = await client.businesses.addContact({ businessId: id, fields: contact({ name: 'Jens' }), isMain: true });
		expect(await names()).toEqual([
			['Hauptsitz', 'Filiale'],
			['Jens', 'Selma Morgenrot'],
		]);
		await client.businesses.changeSite({ id: branch, changes: { city: 'Köln' }, isMain: true });
		expect((await client.businesses.list(EVERY)).rows).toMatchObject([{ city: 'Köln', contactName: 'Jens' }]);
		await client.businesses.removeContact({ id: jens });
		await client.businesses.changeSite({ id: branch, changes: {}, isMain: false });
		expect(await names()).toEqual([['Hauptsitz', 'Filiale'], ['Selma Morgenrot']]);
		expect((await client.businesses.list(EVERY)).rows).toMatchObject([{ city: 'Ratingen', contactName: 'Selma Morgenrot' }]);
		await client.businesses.restoreContact({ id: jens });
		expect((await names())[1]).toEqual(['Jens', 'Selma Morgenrot']);
		await client.businesses.removeSite({ id: branch });
		expect((await names())[0]).toEqual(['Hauptsitz']);
		await client.businesses.restoreSite({ id: branch });
		expect((await names())[0]).toEqual(['Hauptsitz', 'Filiale']);
	});

	it('are recognised when they are entered again, in the same place', async () => {
		const { a } = await caseDesk();
		const { client } = a;
		const id = await bakery(a);
		const ask = async (name: string, city: string | null, except: BusinessId | null = null) =>
			(await client.businesses.duplicates({ id: except, name, postcode: null, city })).map((row) => row.id);
		expect(await ask('baeckerei morgenrot', 'RATINGEN')).toEqual([id]);
		expect(await ask('Bäckerei Morgenrot e. K.', null)).toEqual([id]);
		expect(await ask('Bäckerei Morgenrot', 'Köln')).toEqual([]);
		expect(await ask('Bäckerei Abendrot', 'Ratingen')).toEqual([]);
		expect(await ask('Bäckerei Morgenrot', 'Ratingen', id)).toEqual([]);
		expect(await ask('  ', 'Ratingen')).toEqual([]);
	});

	it('link a contact to the list of people, and follow when two of them become one', async () => {
		const { a } = await caseDesk();
		const { client } = a;
		const id = await bakery(a);
		const { id: selma } = await client.people.create(person({ firstName: 'Selma', lastName: 'Morgenrot' }));
		const { id: twice } = await client.people.create(person({ firstName: 'Selma', lastName: 'Morgenrot' }));
		const [first] = (await client.businesses.get({ id })).contacts;
		if (!first) throw new Error('no contact');
		await client.businesses.changeContact({ id: first.id, changes: { personId: twice } });
		expect((await client.businesses.ofPerson({ personId: twice })).map((row) => row.id)).toEqual([id]);
		await client.people.merge({ keepId: selma, awayId: twice, fromAway: [] } as never);
		expect((await client.businesses.get({ id })).contacts).toMatchObject([{ personId: selma, personName: 'Morgenrot, Selma' }]);
		expect((await client.businesses.ofPerson({ personId: selma })).map((row) => row.id)).toEqual([id]);
		const nobody = { id: first.id, changes: { personId: id as never } };
		expect((await refusalOf(client.businesses.changeContact(nobody))).code).toBe('NOT_FOUND');
	});
});

describe('a case file about a business', () => {
	it('is about exactly one: a person or a business that is there', async () => {
		const { a, anna } = await caseDesk();
		const { client } = a;
		const businessId = await bakery(a);
		const { id: personId } = await client.people.create(person());
		const open = (about: object) => refusalOf(client.cases.open({ ...caseOf(anna), ...about } as never));
		expect((await open({ personId, businessId })).code).toBe('BAD_REQUEST');
		expect((await open({})).code).toBe('BAD_REQUEST');
		expect((await open({ businessId: personId })).code).toBe('NOT_FOUND');
		expect((await open({ personId: businessId })).code).toBe('NOT_FOUND');
		const give = (about: object) =>
			refusalOf(
				client.consents.give({
					...{ purposes: ['email'], decision: 'given', decidedOn: DAY, textVersion: CURRENT_VERSION, language: 'de' },
					...{ form: 'written', evidence: null, ...about },
				} as never),
			);
		expect((await give({ personId, businessId })).code).toBe('BAD_REQUEST');
		expect((await give({ businessId: personId })).code).toBe('NOT_FOUND');
		expect((await client.cases.list(CASES)).total).toBe(1);
		await client.businesses.remove({ id: businessId });
		expect((await open({ businessId })).code).toBe('NOT_FOUND');
	});

	it('is listed, sorted and found by its name and by who speaks for it', async () => {
		const { a, anna } = await caseDesk();
		const { client } = a;
		const { id, businessId } = await bakeryFile(a, anna);
		expect(await client.cases.get({ id })).toMatchObject({
			...{ clientName: 'Bäckerei Morgenrot GmbH', caseFile: { personId: null, businessId } },
		});
		expect((await client.cases.list(CASES)).rows.map(({ clientName }) => clientName)).toEqual([
			'Bäckerei Morgenrot GmbH',
			'Yılmaz, Fatma',
		]);
		for (const text of ['morgenrot', 'selma', 'mühlenweg']) {
			expect((await client.cases.list({ ...CASES, text })).rows, text).toMatchObject([{ id, personId: null, businessId }]);
			expect(await client.search.query({ text }), text).toMatchObject([
				{ kind: 'business', id: businessId, title: 'Bäckerei Morgenrot GmbH' },
				{ kind: 'case_file', id, title: 'Bäckerei Morgenrot GmbH' },
			]);
		}
		expect(await client.cases.ofBusiness({ businessId })).toMatchObject([{ id }]);
		await client.cases.addTodo({ subject: 'Anrufen', due: null, ownerId: anna, caseId: id });
		expect(await client.cases.todos({ ownerId: anna, caseId: null, includeDone: false })).toMatchObject([
			{ clientName: 'Bäckerei Morgenrot GmbH' },
		]);
		expect((await client.cases.exportCsv(CASES)).text).toContain('Bäckerei Morgenrot GmbH');
		expect(await refusalOf(client.businesses.remove({ id: businessId }))).toMatchObject({ code: 'HAS_CASES', defined: true });
		await client.businesses.update({ id: businessId, changes: { name: 'Abendrot' } });
		expect((await client.cases.list({ ...CASES, text: 'abendrot' })).rows).toMatchObject([{ clientName: 'Abendrot' }]);
	});

	it('takes no job applications and no funder data, in a programme too', async () => {
		const { a, anna } = await caseDesk();
		const { client } = a;
		const { id: programmeId } = await client.funderProgrammes.create(PROGRAMME);
		const { id } = await bakeryFile(a, anna, { programmeId });
		const refused = { code: 'BUSINESS', defined: true };
		expect(await refusalOf(client.applications.add({ ...APPLICATION, caseId: id }))).toMatchObject(refused);
		const changes = { entryOn: DAY };
		expect(await refusalOf(client.funderData.save({ caseId: id, changes }))).toMatchObject(refused);
		expect(await refusalOf(client.funderData.complete({ caseId: id, part: 'entry', changes }))).toMatchObject(refused);
		const wrong = { caseId: id, part: 'entry' as const, changes, reason: 'x' };
		expect(await refusalOf(client.funderData.correct(wrong))).toMatchObject(refused);
		expect(await refusalOf(client.funderData.reenter({ caseId: id, on: DAY }))).toMatchObject(refused);
		await client.cases.addContact({ ...note({ duration: 600 }), caseId: id, privateNote: null });
		expect(await client.funderData.due()).toEqual([]);
		expect(await client.funderData.get({ caseId: id })).toMatchObject({ programme: null, participation: null });
		expect(await client.applications.ofCase({ caseId: id })).toEqual([]);
	});

	it('has appointments that name it, with or without people, and keeps them from being removed', async () => {
		const { a, anna, caseId } = await caseDesk();
		const { client } = a;
		const { id, businessId } = await bakeryFile(a, anna);
		const wanted = {
			...{ personIds: [], businessId, caseId: id as CaseId, counsellorIds: [anna], roomId: null, place: 'im Betrieb', day: DAY },
			...{ from: '15:00' as WallTime, until: '15:45' as WallTime, kind: 'home_visit' as const, note: null, reason: 'geht' },
		};
		const book = (more: object) => client.appointments.book({ ...wanted, repeat: null, ...more });
		const { ids } = await book({});
		expect(await client.appointments.list({ from: DAY, until: DAY })).toMatchObject([
			{ clientNames: ['Bäckerei Morgenrot GmbH'], personNames: [], businessId },
		]);
		const { id: personId } = await client.people.create({ ...EMPTY_PERSON, firstName: 'Jens', lastName: 'Krume' });
		await book({ personIds: [personId], from: '16:00', until: '16:30' });
		expect((await client.appointments.ofBusiness({ businessId })).map(({ clientNames }) => clientNames)).toEqual([
			['Bäckerei Morgenrot GmbH', 'Krume, Jens'],
			['Bäckerei Morgenrot GmbH'],
		]);
		const met = await client.appointments.check({ ...wanted, repeat: null, except: null });
		expect(met.conflicts.find(({ why }) => why === 'member')).toMatchObject({ other: 'Bäckerei Morgenrot GmbH' });
		const invalid = async (more: object) => (await refusalOf(book(more))).data;
		expect(await invalid({ businessId: null, caseId: null })).toEqual({ what: 'person' });
		expect(await invalid({ businessId: anna })).toEqual({ what: 'person' });
		expect(await invalid({ caseId })).toEqual({ what: 'case' });
		expect(await invalid({ businessId: null, personIds: [personId] })).toEqual({ what: 'case' });
		// A change of something else leaves whom it is with.
		await client.appointments.change({ id: ids[0] as never, scope: 'this', changes: { note: 'Ordner mitnehmen' } });
		expect((await client.appointments.ofCase({ caseId: id })).every((one) => one.businessId === businessId)).toBe(true);
		const busy = await client.schedule.busy({ from: DAY, until: DAY });
		expect(JSON.stringify(busy)).not.toContain('Morgenrot');

		const lone = await bakery(a, 'Nadelöhr');
		await book({ businessId: lone, caseId: null, from: '17:00', until: '17:30' });
		expect(await refusalOf(client.businesses.remove({ id: lone }))).toMatchObject({ code: 'HAS_APPOINTMENTS', defined: true });
	});

	it('takes consents, and tells on a referral’s sheet what was released', async () => {
		const { a, anna } = await caseDesk();
		const { client } = a;
		const { id, businessId } = await bakeryFile(a, anna);
		const agreed = { textVersion: CURRENT_VERSION, language: 'de', form: 'written' as const, evidence: null };
		await client.consents.give({ ...agreed, businessId, purposes: ['email'], decision: 'given', decidedOn: DAY });
		expect(await client.consents.ofBusiness({ businessId })).toMatchObject([{ purpose: 'email', businessId, personId: null }]);
		const recipient = { name: 'Wirtschaftsförderung', address: null };
		await client.consents.addRelease({
			...{ ...agreed, caseId: id, recipient, topics: ['work'], purpose: 'Gründung', givenOn: DAY, validFrom: DAY },
			validUntil: '2027-03-08' as LocalDate,
		});
		const referral = { recipient, reason: 'Bitte um Beratung', replyDueOn: null };
		const { id: some } = await client.referrals.add({ ...referral, caseId: id, topics: ['work'] });
		const { id: all } = await client.referrals.add({ ...referral, caseId: id, topics: ['work', 'contact_details'] });
		const sheet = await client.referrals.sheet({ id: some });
		expect(sheet.client).toMatchObject({
			person: null,
			business: { name: 'Bäckerei Morgenrot GmbH', site: null, contact: null },
		});
		expect(await refusalOf(client.referrals.sheet({ id: all }))).toMatchObject({ code: 'NO_RELEASE' });
	});

	it('is frozen by closing like any other', async () => {
		const { a, anna } = await caseDesk();
		const { client } = a;
		const { id } = await bakeryFile(a, anna);
		const { id: contactId } = await client.cases.addContact({ ...note(), caseId: id, privateNote: null });
		const { id: todoId } = await client.cases.addTodo({ subject: 'Anrufen', due: null, ownerId: anna, caseId: id });
		const goal = { theme: 'work' as const, text: 'Plan', indicator: null, targetOn: null, agreedOn: null };
		const { id: goalId } = await client.goals.add({ ...goal, caseId: id });
		await client.goals.balance({ id: goalId, balance: 'reached', words: null });
		await client.cases.close({ id, ...CLOSING });
		const ids = { id, contactId, todoId, goalId, me: anna } as never;
		const tried = ['cases.update', 'cases.addContact', 'cases.removeContact', 'cases.addTodo', 'cases.removeTodo', 'goals.add'];
		const more = ['goals.update', 'goals.balance', 'letters.create', 'documents.begin', 'consents.addRelease', 'referrals.add'];
		for (const path of [...tried, ...more]) {
			for (const input of WRITES[path]?.(ids, {} as never) ?? [])
				expect((await refusalOf(call(client, path, input))).code, path).toBe('CLOSED');
		}
		// What a business never has is refused for that or for the closing.
		expect((await refusalOf(client.applications.add({ ...APPLICATION, caseId: id }))).code).toBe('CLOSED');
		expect((await client.cases.closings({ id })).closings).toHaveLength(1);
	});
});

it('two PCs that each add a contact and a site while apart have both, and the same main ones', async () => {
	const { a, b } = await caseOffice();
	const id = await bakery(a);
	await meet(a, b);
	await a.client.businesses.addContact({ businessId: id, fields: contact({ name: 'Jens' }), isMain: true });
	await b.client.businesses.addContact({ businessId: id, fields: contact({ name: 'Ayşe' }), isMain: true });
	await a.client.businesses.addSite({ businessId: id, fields: site({ name: 'Filiale' }), isMain: false });
	await b.client.businesses.addSite({ businessId: id, fields: site({ name: 'Lager' }), isMain: true });
	await b.client.businesses.update({ id, changes: { remarks: 'nachmittags anrufen' } });
	await meet(a, b);
	const there = await a.client.businesses.get({ id });
	expect(await b.client.businesses.get({ id })).toEqual(there);
	expect(there.contacts.map(({ name }) => name).sort()).toEqual(['Ayşe', 'Jens', 'Selma Morgenrot']);
	expect(['Ayşe', 'Jens']).toContain(there.contacts[0]?.name);
	expect(there.sites[0]?.name).toBe('Lager');
	expect(there.sites.map(({ name }) => name).sort()).toEqual(['Filiale', 'Hauptsitz', 'Lager']);
	expect(there.remarks).toBe('nachmittags anrufen');
});
