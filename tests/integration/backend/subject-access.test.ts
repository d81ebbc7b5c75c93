import { expect, it } from 'vitest';
import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { EMPTY_ITEM } from '#shared/features/inventory/model.ts';
import { BAR, markOn, type Range, recordsOf } from '#shared/features/subject-access/blacken.ts';
import { leavesOf } from '#shared/features/subject-access/leaves.ts';
import type { Extract, Identity, Mark } from '#shared/features/subject-access/model.ts';
import type { MemberId, PersonId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { CLOSING, caseOffice, meet } from '#tests/support/case-office.ts';
import { closedFile } from '#tests/support/closed-file.ts';
import { add, OWN, START } from '#tests/support/newcomer.ts';
import { type Client, caseOf, newSite, note, office, person, refusalOf } from '#tests/support/office.ts';

/** What a person gets of all that is stored about them, by way of the whole backend. */

const IDENTITY: Identity = { proof: 'identity_card', checkedOn: '2026-03-09' as LocalDate };
const textOf = (extract: Extract) => JSON.stringify(extract);
const tables = (extract: Extract) => [...new Set(recordsOf(extract).map(({ table }) => table))].sort();
const of = (extract: Extract, table: string) => recordsOf(extract).filter((record) => record.table === table);

function markText(extract: Extract, table: string, path: string, range: Range | null): Mark {
	const record = of(extract, table).find((one) => leavesOf(one).some((leaf) => leaf.path === path));
	const leaf = record && leavesOf(record).find((one) => one.path === path);
	if (!record || !leaf) throw new Error(`no ${table}.${path}`);
	return markOn(record.id, leaf, range, 'third_party');
}
const prepare = (client: Client, personId: PersonId, marks: Mark[] = [], identity = IDENTITY) =>
	client.subjectAccess.prepare({ personId, marks, withheld: [], identity });

it('gathers a closed file with everything in it, but for private notes', async () => {
	const { client, ids } = await closedFile(41);
	const { personId, id: caseId } = ids;
	const extract = await client.subjectAccess.get({ personId });
	expect(tables(extract)).toEqual([
		...['application', 'appointment', 'case_closing', 'case_file', 'confidentiality_release', 'contact'],
		...['document', 'goal', 'goal_action', 'letter', 'person', 'referral', 'todo'],
	]);
	expect(textOf(extract)).not.toContain('nur für mich');
	expect(recordsOf(extract).some(({ fields }) => 'privateNote' in fields || 'contentKey' in fields)).toBe(false);
	// What is deleted is stored all the same; whose it is, and what the ids are called.
	expect(of(extract, 'contact').map(({ removedAt }) => removedAt !== null)).toContain(true);
	const [file] = of(extract, 'case_file');
	expect(extract.names[String(file?.fields.ownerId)]).not.toBe('');
	expect(of(extract, 'goal')[0]?.fileNumber).toBe(file?.fields.number);
	// Reading it is reading the file, once.
	const read = async () => (await client.cases.accesses({ id: caseId })).filter(({ what }) => what === 'read').length;
	const before = await read();
	expect(before).toBeGreaterThan(0);
	await client.subjectAccess.get({ personId });
	expect(await read()).toBe(before);
});

it('gives away what is not blackened, and both access logs say so and nothing more', async () => {
	const { client, ids } = await closedFile(42);
	const { personId, id: caseId } = ids;
	const extract = await client.subjectAccess.get({ personId });
	const marks = [
		markText(extract, 'todo', 'subject', { from: 0, to: 3 }),
		markText(extract, 'todo', 'subject', { from: 2, to: 5 }),
		markText(extract, 'application', 'employer', null),
	];
	const prepared = await prepare(client, personId, marks);
	// Two bars that overlap are one.
	expect(prepared.reasons).toHaveLength(2);
	expect(of(prepared.extract, 'todo')[0]?.fields.subject).toBe(`${BAR}en`);
	expect(textOf(prepared.extract)).not.toContain('Bäckerei');
	expect(textOf(prepared.extract)).not.toContain('Anru');

	await client.subjectAccess.noteExport({ personId, form: 'subject_archive', blackened: prepared.reasons.length });
	const [latest] = await client.cases.accesses({ id: caseId });
	expect(latest).toMatchObject({ what: 'exported', form: 'subject_archive', blackened: 2 });
	const { events } = await client.accessLog.list({ from: 0, to: prepared.at + 60_000 });
	expect(events.filter(({ kind }) => kind === 'subject_exported').map(({ count }) => count)).toEqual([2]);
	expect(JSON.stringify(events)).not.toContain(personId);
	// The next one tells it of the last.
	const again = await client.subjectAccess.get({ personId });
	expect(of(again, 'case_access').map(({ fields }) => fields.form)).toContain('subject_archive');
});

it('gives nothing away while the text under a bar is another one, and before somebody was checked', async () => {
	const pc = await office().pc('Büro');
	const { client } = pc;
	const { member } = await newSite(pc);
	const { id: personId } = await client.people.create(person());
	const { id: caseId } = await client.cases.open({ ...caseOf(member), personId });
	const { id } = await client.cases.addContact({ ...note({ text: 'Herr Schulz rief an.' }), caseId, privateNote: null });
	const mark = markText(await client.subjectAccess.get({ personId }), 'contact', 'text', { from: 0, to: 11 });
	expect(textOf((await prepare(client, personId, [mark])).extract)).toContain(`${BAR} rief an.`);

	await client.cases.updateContact({ id, changes: { text: 'Gestern rief Herr Schulz an.' } });
	expect((await refusalOf(prepare(client, personId, [mark]))).code).toBe('STALE');
	// Marked again, its earlier version goes out of the history too.
	const fresh = markText(await client.subjectAccess.get({ personId }), 'contact', 'text', { from: 13, to: 24 });
	const { extract } = await prepare(client, personId, [fresh]);
	expect(textOf(extract)).not.toContain('Schulz');
	expect(of(extract, 'contact')[0]?.history[0]?.fields.text).toBe(BAR);

	const tomorrow = addDays(localDateOf(pc.clock.now()), 1);
	expect((await refusalOf(prepare(client, personId, [], { ...IDENTITY, checkedOn: tomorrow }))).code).toBe('INVALID');
	await client.cases.close({ id: caseId, ...CLOSING });
	expect(tables((await prepare(client, personId)).extract)).toContain('case_closing');
	await client.people.create(person());
	expect((await refusalOf(client.subjectAccess.get({ personId: caseId as string as PersonId }))).code).toBe('NOT_FOUND');
});

it('takes whoever became one person as one, and not again those who were separated', async () => {
	const pc = await office().pc('Büro');
	const { client } = pc;
	const { member } = await newSite(pc);
	const { id: fatma } = await client.people.create(person({ remarks: 'Kommt dienstags.' }));
	const { id: other } = await client.people.create(person({ remarks: 'Brille vergessen.', city: 'Ratingen' }));
	const { id: caseId } = await client.cases.open({ ...caseOf(member, { concern: 'Stromschulden' }), personId: other });
	await client.cases.addContact({ ...note({ text: 'Sperre droht.' }), caseId, privateNote: null });
	await client.people.merge({ keepId: fatma, awayId: other, fromAway: [] });
	const merged = await client.subjectAccess.get({ personId: fatma });
	expect(
		of(merged, 'person')
			.map(({ id }) => id)
			.sort(),
	).toEqual([fatma, other].sort());
	for (const words of ['Kommt dienstags.', 'Brille vergessen.', 'Stromschulden', 'Sperre droht.']) {
		expect(textOf(merged)).toContain(words);
	}
	expect(tables(merged)).toContain('person_merge');

	await client.people.separate({ id: other });
	const alone = await client.subjectAccess.get({ personId: fatma });
	expect(tables(alone)).toEqual(['person', 'person_moved'].filter((table) => tables(alone).includes(table)));
	expect(of(alone, 'person').map(({ id }) => id)).toEqual([fatma]);
	expect(textOf(alone)).not.toContain('Stromschulden');
	expect(textOf(alone)).not.toContain(other);
});

it('never tells who else was there', async () => {
	const pc = await office().pc('Büro');
	const { client } = pc;
	const { member } = await newSite(pc);
	const { id: fatma } = await client.people.create(person());
	const { id: olena } = await client.people.create(person({ firstName: 'Olena', lastName: 'Kovalenko' }));
	const day = addDays(localDateOf(pc.clock.now()), 7);
	await client.appointments.book({
		...{ personIds: [fatma, olena], caseId: null, counsellorIds: [member], roomId: null, place: null, day, from: '10:00' },
		...{ until: '10:45', kind: 'counselling', note: null, reason: 'zu zweit', repeat: null },
	} as never);
	await client.people.setDistinct({ oneId: fatma, otherId: olena, distinct: true });
	const extract = await client.subjectAccess.get({ personId: fatma });
	expect(tables(extract)).toEqual(['appointment', 'person', 'person_distinct']);
	expect(of(extract, 'appointment')[0]?.fields.personIds).toEqual([fatma]);
	expect(textOf(extract)).not.toContain(olena);
	expect(textOf(extract)).not.toContain('Kovalenko');
});

it('reads the workshop and the office too, where a card is linked and a name was ticked', async () => {
	const pc = await office().pc('Büro');
	const { client } = pc;
	await newSite(pc);
	const { id: personId } = await client.people.create(person({ firstName: 'Fatma', lastName: 'Yılmaz' }));
	const { id: borrowerId } = await client.borrowers.create({ ...EMPTY_BORROWER, firstName: 'Fatma', lastName: 'Yılmaz' });
	const { id: itemId } = await client.inventory.create({ ...EMPTY_ITEM, name: 'Bohrmaschine', number: null });
	const line = { itemId, kitId: null, accessories: ['Koffer'], condition: 'wie neu', inHouse: false, dueOn: null };
	await client.lending.complete({
		...{ borrowerId, out: [line], back: [], depositInCents: 5000, issuedOn: null, reason: null },
	});
	expect(tables(await client.subjectAccess.get({ personId }))).toEqual(['person']);
	await client.people.linkBorrower({ id: personId, borrowerId });
	const linked = await client.subjectAccess.get({ personId });
	expect(tables(linked)).toEqual(['borrower', 'deposit_entry', 'loan', 'loan_line', 'person']);
	expect(linked.names[itemId]).toContain('Bohrmaschine');
	expect(linked.missing).toEqual([]);
});

it('knows on every PC what another wrote, and nobody but counsellors may ask', async () => {
	const { a, b, anna, caseId, place } = await caseOffice();
	const { personId } = (await a.client.cases.get({ id: caseId })).caseFile;
	await b.client.cases.addContact({ ...note({ text: 'Von oben geschrieben.' }), caseId, privateNote: 'nur Anna' });
	await meet(a, b);
	const extract = await a.client.subjectAccess.get({ personId });
	expect(textOf(extract)).toContain('Von oben geschrieben.');
	expect(textOf(extract)).not.toContain('nur Anna');
	expect(of(extract, 'contact')[0]?.history[0]).toMatchObject({ device: 'Büro oben' });
	expect(extract.names[anna as MemberId]).not.toBe('');

	await add(a, 'Vera', ['volunteer']);
	await a.client.members.lock();
	await a.client.members.signIn({ signInName: 'vera', passphrase: START });
	await a.client.members.changePassphrase({ current: START, next: OWN });
	for (const call of [a.client.subjectAccess.get({ personId }), prepare(a.client, personId)]) {
		expect((await refusalOf(call)).code).toBe('NO_ACCESS');
	}
	expect(place.root).not.toBe('');
});
