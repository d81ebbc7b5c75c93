import { expect, it } from 'vitest';
import type { AppointmentId, LoanId, LoanLineId, PersonId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { CLOSING } from '#tests/support/case-office.ts';
import { closedFile } from '#tests/support/closed-file.ts';
import { pdf } from '#tests/support/document-files.ts';
import { openCase, upload } from '#tests/support/documents.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { coming, EMPTY_STEP, EVERY_LOAN, going, newBorrower, newItem } from '#tests/support/lending-steps.ts';
import { createOffer, TUESDAYS } from '#tests/support/offer-plan.ts';
import {
	type Client,
	caseOf,
	drain,
	EVERYBODY,
	HOUR,
	joinSite,
	newSite,
	note,
	office,
	person,
	refusalOf,
	sync,
} from '#tests/support/office.ts';

/** Erasing people and borrowers by way of the whole backend. */

const DAY = 24 * HOUR;

async function erase(client: Client, personId: PersonId, reason: 'retention' | 'request' = 'request') {
	const { number, records } = await client.privacy.preview({ personId });
	return client.privacy.erase({ personId, reason, number, records });
}

it('erases a closed file with everything in it, says what before, and leaves a record of nobody', async () => {
	const { pc, client, ids } = await closedFile(61);
	const { personId, id: caseId } = ids;
	await client.appointments.setState({ id: ids.looseAppointmentId as AppointmentId, state: 'attended' });
	const preview = await client.privacy.preview({ personId });
	expect(preview.keeps).toEqual([]);
	expect(preview.counts.map(({ table }) => table).sort()).toEqual([
		...['application', 'appointment', 'case_closing', 'case_file', 'confidentiality_release', 'contact'],
		...['document', 'goal', 'goal_action', 'letter', 'person', 'referral', 'todo'],
	]);
	expect(preview.records).toBe(preview.counts.reduce((sum, { count }) => sum + count, 0));
	const { name, number, records } = preview;
	const attempt = (typed: object) => refusalOf(client.privacy.erase({ personId, reason: 'request', number, records, ...typed }));
	expect(await attempt({ number: 'P-99999' })).toMatchObject({ code: 'REFUSED', data: { why: 'number' } });
	expect(await attempt({ records: records - 1 })).toMatchObject({ code: 'REFUSED', data: { why: 'changed' } });
	const { id } = await erase(client, personId);

	expect((await refusalOf(client.people.get({ id: personId }))).code).toBe('NOT_FOUND');
	expect((await refusalOf(client.cases.get({ id: caseId }))).code).toBe('NOT_FOUND');
	expect((await refusalOf(client.people.restore({ id: personId }))).code).toBe('NOT_FOUND');
	expect((await refusalOf(client.privacy.preview({ personId }))).code).toBe('NOT_FOUND');
	expect(await client.records.history({ table: 'person', id: personId })).toEqual([]);
	expect((await client.people.list(EVERYBODY)).rows.map((row) => row.id)).not.toContain(personId);
	const erased = await client.privacy.erased();
	expect(erased).toMatchObject([{ id, reason: 'request', of: 'person', counts: preview.counts, heads: 0 }]);
	for (const said of [name, number, personId, caseId]) expect(JSON.stringify(erased)).not.toContain(said);
	const { events } = await client.accessLog.list({ from: 0, to: pc.clock.now() + HOUR });
	expect(events.filter(({ kind }) => kind === 'erased').map(({ count }) => count)).toEqual([records]);
	expect(JSON.stringify(events)).not.toContain(personId);
});

it('takes shadows, waiting list, drafts and the content of documents along, and leaves others what is theirs', async () => {
	const place = office();
	const pc = await place.pc('Büro');
	const { client } = pc;
	const { member } = await newSite(pc);
	const [gone, other] = await Promise.all([
		client.people.create(person({ firstName: 'Zora', lastName: 'Zeugin' })),
		client.people.create(person({ firstName: 'Bernd', lastName: 'Bleibt' })),
	]);
	const day = addDays(localDateOf(place.clock.now()), -3);
	const booked = async (personIds: PersonId[], from: string, until: string) => {
		const { ids } = await client.appointments.book({
			...{ personIds, businessId: null, caseId: null, counsellorIds: [member], roomId: null, place: null, day },
			...{ from, until, kind: 'counselling', note: 'Zora kommt mit', reason: 'schon gewesen', repeat: null },
		} as never);
		await client.appointments.setState({ id: ids[0] as AppointmentId, state: 'attended' });
	};
	await booked([gone.id], '10:00', '11:00');
	await booked([gone.id, other.id], '12:00', '13:00');
	await client.records.saveDraft({ key: `person:${gone.id}`, text: 'halb getippt' });
	const busy = () => client.schedule.busy({ from: day, until: day });
	expect(await busy()).toHaveLength(2);

	const preview = await client.privacy.preview({ personId: gone.id });
	expect(preview).toMatchObject({ shared: 1, keeps: [] });
	await erase(client, gone.id);

	const left = await client.appointments.ofPerson({ personId: other.id });
	expect(left).toMatchObject([{ personIds: [other.id], from: '12:00', note: null, state: 'attended' }]);
	expect(await busy()).toMatchObject([{ from: '12:00' }]);
	expect(await client.records.draft({ key: `person:${gone.id}` })).toBeNull();
	expect(await client.search.query({ text: 'zora' })).toEqual([]);
});

it('erases all records that became one, and touches no list where somebody else is called the same', async () => {
	const pc = await office().pc('Büro');
	const { client } = pc;
	await newSite(pc);
	const [keep, away] = [await client.people.create(person()), await client.people.create(person({ city: 'Köln' }))];
	await client.people.merge({ keepId: keep.id, awayId: away.id, fromAway: [] });
	const preview = await client.privacy.preview({ personId: keep.id });
	expect(preview.counts).toEqual([
		{ table: 'person', count: 2 },
		{ table: 'person_merge', count: 1 },
	]);
	expect(preview.heads).toBe(0);
	await erase(client, keep.id);
	for (const { id } of [keep, away]) {
		expect((await refusalOf(client.people.restore({ id }))).code).toBe('NOT_FOUND');
		expect(await client.records.history({ table: 'person', id })).toEqual([]);
	}
	// Of two who are called the same, the lists keep the name.
	const [one] = [await client.people.create(person()), await client.people.create(person())];
	expect((await client.privacy.preview({ personId: one?.id as PersonId })).heads).toBeNull();
});

it('leaves heads in the lists of offers without the name, and lets somebody else of that name be entered', async () => {
	const pc = await office().pc('Büro');
	const { client } = pc;
	await newSite(pc);
	const of = {
		offerId: await createOffer(pc, { ...TUESDAYS, firstOn: '2025-12-02' as LocalDate }),
		ruleDay: '2026-03-03' as LocalDate,
	};
	const mark = (name: string) => client.attendance.mark({ ...of, via: 'roll_call', anonymous: 0, names: [{ name, line: null }] });
	const present = async () => (await client.attendance.ofSession(of)).present.map(({ name }) => name).sort();
	await mark('Zora Zeugin');
	await mark('Bernd Bleibt');
	const { id } = await client.people.create(person({ firstName: 'Zora', lastName: 'Zeugin' }));
	expect((await client.privacy.preview({ personId: id })).heads).toBe(1);
	await erase(client, id);
	expect(await present()).toEqual(['Bernd Bleibt', null]);
	expect((await client.privacy.erased())[0]?.heads).toBe(1);
	await mark('Zora Zeugin');
	expect(await present()).toEqual(['Bernd Bleibt', 'Zora Zeugin', null]);
});

it('says in words what keeps somebody, and who is due by the rules of the site', async () => {
	const place = office();
	const pc = await place.pc('Büro');
	const { client } = pc;
	const { member } = await newSite(pc);
	const { id: personId } = await client.people.create(person());
	expect(await client.privacy.due()).toEqual([]);
	await client.cases.open({
		...{ personId, ownerId: member, deputyIds: [], openedOn: '2026-03-02' as LocalDate, programmeId: null },
		...{ source: null, concern: null },
	});
	expect((await client.privacy.preview({ personId })).keeps).toEqual([{ what: 'open_case', count: 1 }]);
	expect(await refusalOf(erase(client, personId))).toMatchObject({ code: 'REFUSED', data: { why: 'kept' } });

	const { id: idle } = await client.people.create(person({ lastName: 'Lange her' }));
	place.clock.advance(733 * DAY);
	await client.members.lock();
	await client.members.signIn({ signInName: 'anna', passphrase: 'rote Lampe am Kanal 7' });
	expect(await client.privacy.due()).toMatchObject([{ personId: idle, why: 'contact', keeps: [] }]);
	const until = addDays(localDateOf(place.clock.now()), 100);
	await client.privacy.exclude({ personId: idle, exclusion: { until, reason: 'Klage anhängig' } });
	expect((await client.privacy.due())[0]?.keeps).toMatchObject([{ what: 'excluded', until, reason: 'Klage anhängig' }]);
	expect(await refusalOf(erase(client, idle))).toMatchObject({ data: { why: 'kept' } });
	await client.privacy.include({ personId: idle });
	await erase(client, idle, 'retention');
	expect(await client.privacy.due()).toEqual([]);
});

it('reaches the other PC with the contents of documents, and no moment before brings anything back', async () => {
	const place = office();
	const pc = await place.pc('Büro');
	const { client } = pc;
	const { member } = await newSite(pc);
	await client.share.connect({ folder: place.share });
	const caseId = await openCase(client, member);
	const personId = (await client.people.list(EVERYBODY)).rows[0]?.id as PersonId;
	await upload(client, caseId, 'Bescheid.pdf', pdf('Bescheid'));
	await client.cases.close({ id: caseId, ...CLOSING });
	await sync(pc);
	const second = await place.pc('Empfang');
	await joinSite(second, place.share);
	await sync(second);
	await second.settle('the document', async () => (await second.client.documents.list({ caseId }))[0]?.isHere === true);
	const before = place.clock.now();
	const blobs = () => filesBelow(place.root).filter((path) => path.includes('/blobs/'));
	expect(blobs().length).toBeGreaterThan(0);
	await second.client.members.lock();
	await erase(client, personId);
	await sync(pc);
	await second.client.members.signIn({ signInName: 'anna', passphrase: 'rote Lampe am Kanal 7' });
	await sync(second);
	expect((await refusalOf(second.client.people.get({ id: personId }))).code).toBe('NOT_FOUND');
	expect(await second.client.privacy.erased()).toHaveLength(1);
	await sync(pc);
	await second.client.members.lock();
	await second.client.members.signIn({ signInName: 'anna', passphrase: 'rote Lampe am Kanal 7' });
	await sync(second);
	expect(blobs()).toEqual([]);
	await drain(second.client.share.backUpNow());
	const preview = await drain(second.client.share.previewRestore({ vault: 'counselling', at: before }));
	expect(preview?.preview?.counts).toEqual([]);
	const [copies] = (await second.client.privacy.copies()) ?? [];
	expect(copies?.feeds.isGone).toBe(false);
	expect(copies?.feeds.expectedAt).toBeGreaterThan(place.clock.now() + 34 * DAY);
});

it('takes along what another PC wrote about them meanwhile, and leaves the others one appointment', async () => {
	const place = office();
	const [pc, second] = [await place.pc('Büro'), await place.pc('Empfang')];
	const { client } = pc;
	const { member } = await newSite(pc);
	await client.share.connect({ folder: place.share });
	const { id: gone } = await client.people.create(person({ lastName: 'Zeugin' }));
	const { id: other } = await client.people.create(person({ firstName: 'Bernd', lastName: 'Bleibt' }));
	await sync(pc);
	await joinSite(second, place.share);
	await sync(second);
	await erase(client, gone);
	// It has not heard of it yet: a file, a note in it, an appointment of both.
	const { id: caseId } = await second.client.cases.open({ ...caseOf(member), personId: gone });
	await second.client.cases.addContact({ ...note({ text: 'Zeugin' }), caseId, privateNote: null });
	await second.client.appointments.book({
		...{ personIds: [gone, other], businessId: null, caseId, counsellorIds: [member], roomId: null, place: null },
		...{ day: addDays(localDateOf(place.clock.now()), 3), from: '10:00', until: '11:00', kind: 'counselling' },
		...{ note: 'Zeugin kommt mit', reason: null, repeat: null },
	} as never);
	for (const each of [pc, second, pc, second, pc]) await sync(each);
	for (const each of [pc, second]) {
		expect((await refusalOf(each.client.cases.get({ id: caseId }))).code).toBe('NOT_FOUND');
		expect(await each.client.search.query({ text: 'zeugin' })).toEqual([]);
		const left = await each.client.appointments.ofPerson({ personId: other });
		expect(left).toMatchObject([{ personIds: [other], caseId: null, note: null }]);
		const day = left[0]?.day as LocalDate;
		expect(await each.client.schedule.busy({ from: day, until: day })).toHaveLength(1);
	}
});

it('erases a borrower without open loans; the loan still counts, for nobody', async () => {
	const place = office();
	const pc = await place.pc('Tresen');
	const { client } = pc;
	await newSite(pc);
	const drill = await newItem(client);
	const ada = await newBorrower(client);
	const lent = await client.lending.complete({ ...EMPTY_STEP, borrowerId: ada.id, out: [going(drill.id)] });
	const loanId = lent.loans[0]?.id as LoanId;
	const { id: personId } = await client.people.create(person());
	await client.people.linkBorrower({ id: personId, borrowerId: ada.id });
	expect((await client.privacy.previewBorrower({ borrowerId: ada.id })).keeps).toEqual([{ what: 'loan', count: 1 }]);
	expect((await client.privacy.preview({ personId })).keeps).toEqual([{ what: 'loan', count: 1 }]);
	const { lineList } = await client.lending.loan({ id: loanId });
	await client.lending.complete({ ...EMPTY_STEP, back: [coming(lineList[0]?.id as LoanLineId)] });
	expect(await client.privacy.dueBorrowers()).toEqual([]);

	const { number, records, counts } = await client.privacy.previewBorrower({ borrowerId: ada.id });
	expect(counts).toEqual([{ table: 'borrower', count: 1 }]);
	await client.privacy.eraseBorrower({ borrowerId: ada.id, reason: 'request', number, records });
	expect(await client.privacy.erasedBorrowers()).toMatchObject([{ of: 'borrower', counts }]);
	expect((await refusalOf(client.borrowers.get({ id: ada.id }))).code).toBe('NOT_FOUND');
	expect(await client.people.borrower({ id: personId })).toMatchObject({ row: null });
	expect(await client.lending.loan({ id: loanId })).toMatchObject({ openLines: 0, lines: 1 });
	expect((await client.lending.loans({ ...EVERY_LOAN })).total).toBe(1);
	expect(await client.search.query({ text: 'ada' })).toEqual([]);
});
