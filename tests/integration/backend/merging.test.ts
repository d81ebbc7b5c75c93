import { expect, it } from 'vitest';
import { PERSON_HOLDERS } from '#main/casework.ts';
import type { MergeChoice } from '#shared/features/people/merging.ts';
import type { PersonId, RecordId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Book, book, booked, clients, wanted } from '#tests/support/appointment-book.ts';
import { CLOSING } from '#tests/support/case-office.ts';
import { caseOf, EVERYBODY, joinSite, newSite, note, office, person, refusalOf, SECOND, sync } from '#tests/support/office.ts';
import { smallOffice } from '#tests/support/small-office.ts';

/** One human with two records: what hangs on them, and how it comes apart again. The first one made is the older. */

const list = async ({ client }: Pick<Book, 'client'>) => (await client.people.list(EVERYBODY)).rows.map(({ number }) => number);
const merge = ({ client }: Pick<Book, 'client'>, keepId: PersonId, awayId: PersonId, fromAway: MergeChoice[] = []) =>
	client.people.merge({ keepId, awayId, fromAway });

/** Fatma twice: each with a case file with a contact, an appointment, and a place in the waiting list. */
async function twice(at: Book) {
	const { client, anna, fatma } = at;
	await client.people.update({ id: fatma, changes: { remarks: 'Kommt dienstags.', city: 'Ratingen' } });
	const again = person({ lastName: 'Yilmaz', remarks: 'Brille vergessen.', phones: [{ number: '+4917139200', label: '' }] });
	const { id: other } = await client.people.create(again);
	const made = [];
	for (const personId of [fatma, other]) {
		const { id: caseId } = await client.cases.open({ ...caseOf(anna, { concern: 'Wohnung' }), personId });
		await client.cases.addContact({ ...note(), caseId, privateNote: null });
		const appointmentId = await booked(at, { personIds: [personId], caseId, reason: 'zwei auf einmal' });
		made.push({ personId, caseId, appointmentId });
	}
	await client.waitingList.add({
		...{ personId: other, counsellorIds: [], kind: 'counselling', minutes: 45, weekdays: [], partOfDay: 'any' },
		...{ until: null, isUrgent: false, note: null },
	});
	const [mine, theirs] = made;
	if (!mine || !theirs) throw new Error('nothing made');
	return { other, mine, theirs };
}

const hangingOn = async ({ client }: Pick<Book, 'client'>, personId: PersonId) => ({
	cases: (await client.cases.ofPerson({ personId })).map(({ id }) => id).sort(),
	appointments: (await client.appointments.ofPerson({ personId })).map(({ id }) => id).sort(),
	waiting: (await client.waitingList.list()).filter((one) => one.personId === personId).length,
});

it('moves everything to the record that stays, and finds it under the old number', async () => {
	const at = await book();
	const { client, fatma } = at;
	const { other, mine, theirs } = await twice(at);
	const { number: old } = await client.people.get({ id: other });
	expect(await client.people.mergePreview({ keepId: fatma, awayId: other })).toMatchObject({
		keep: { id: fatma },
		away: { id: other },
		moves: [
			{ table: 'case_file', count: 1 },
			{ table: 'appointment', count: 1 },
			{ table: 'waiting', count: 1 },
		],
	});
	await merge(at, fatma, other, ['lastName']);
	expect(await client.people.get({ id: fatma })).toMatchObject({
		...{ number: 'P-00001', lastName: 'Yilmaz', city: 'Ratingen', remarks: 'Kommt dienstags.\n\nBrille vergessen.' },
		...{ phones: [{ number: '+4917139200' }], formerly: [{ number: old, name: 'Yilmaz, Fatma' }] },
	});
	expect(await hangingOn(at, fatma)).toEqual({
		cases: [mine.caseId, theirs.caseId].sort(),
		appointments: [mine.appointmentId, theirs.appointmentId].sort(),
		waiting: 1,
	});
	expect(await client.cases.contacts({ caseId: theirs.caseId })).toHaveLength(1);
	expect(await list(at)).toEqual(['P-00002', 'P-00001']);
	// Out of sight, and still known.
	expect((await refusalOf(client.people.get({ id: other }))).code).toBe('NOT_FOUND');
	expect((await refusalOf(client.people.restore({ id: other }))).code).toBe('NOT_FOUND');
	expect(await client.people.survivor({ id: other })).toBe(fatma);
	expect(await client.people.survivor({ id: fatma })).toBeNull();
	expect((await client.records.history({ table: 'person', id: other as string as RecordId })).length).toBeGreaterThan(0);
	expect(await client.people.mergedHere({ id: fatma })).toMatchObject([{ id: other, number: old, byName: 'Anna Müller' }]);
	for (const text of [old, old.replace(/\D+0*/, '')]) {
		expect((await client.search.query({ text })).filter(({ kind }) => kind === 'person')).toMatchObject([{ id: fatma }]);
		expect((await client.people.list({ ...EVERYBODY, text })).rows).toMatchObject([{ id: fatma }]);
	}
});

it('separates again: what was moved goes back, also later and also what was made for its case file since', async () => {
	const at = await book();
	const { client, fatma } = at;
	const { other, mine, theirs } = await twice(at);
	const [before, theirsBefore] = [await client.people.get({ id: fatma }), await client.people.get({ id: other })];
	await merge(at, fatma, other, ['lastName']);
	await client.people.update({ id: fatma, changes: { street: 'Lindenweg 3', lastName: 'Yilmaz-Demir' } });
	const { remarks } = await client.people.get({ id: fatma });
	await client.people.update({ id: fatma, changes: { remarks: `Hallo. ${remarks}` } });
	const since = await booked(at, { personIds: [fatma], caseId: theirs.caseId, day: '2026-03-12' as LocalDate });
	const own = await booked(at, { personIds: [fatma], day: '2026-03-13' as LocalDate });

	await client.people.separate({ id: other });
	expect(await hangingOn(at, other)).toEqual({
		cases: [theirs.caseId],
		appointments: [theirs.appointmentId, since].sort(),
		waiting: 1,
	});
	expect(await hangingOn(at, fatma)).toEqual({
		cases: [mine.caseId],
		appointments: [mine.appointmentId, own].sort(),
		waiting: 0,
	});
	// What was changed since stays; the rest is as it was.
	expect(await client.people.get({ id: fatma })).toEqual({
		...before,
		...{ street: 'Lindenweg 3', lastName: 'Yilmaz-Demir', remarks: 'Hallo. Kommt dienstags.' },
		updatedAt: expect.any(Number),
	});
	expect(await client.people.get({ id: other })).toEqual({ ...theirsBefore, updatedAt: expect.any(Number) });
	expect(await client.people.mergedHere({ id: fatma })).toEqual([]);
	expect(await client.people.survivor({ id: other })).toBeNull();
	expect((await refusalOf(client.people.separate({ id: other }))).code).toBe('NOT_FOUND');

	// As often as wanted, and the other way round.
	await merge(at, other, fatma);
	expect((await hangingOn(at, other)).cases).toEqual([mine.caseId, theirs.caseId].sort());
	await client.people.separate({ id: fatma });
	expect((await hangingOn(at, fatma)).cases).toEqual([mine.caseId]);
});

it('moves a closed file without changing what is in it, and keeps an appointment with both', async () => {
	const at = await book();
	const { client, fatma } = at;
	const { other, theirs } = await twice(at);
	const together = await booked(at, { personIds: [fatma, other], day: '2026-03-17' as LocalDate });
	await client.cases.close({ id: theirs.caseId, ...CLOSING });
	const before = await client.cases.contacts({ caseId: theirs.caseId });
	await merge(at, fatma, other);
	expect((await client.cases.get({ id: theirs.caseId })).caseFile).toMatchObject({ personId: fatma, status: 'closed' });
	expect(await client.cases.contacts({ caseId: theirs.caseId })).toEqual(before);
	const about = async () =>
		(await client.appointments.ofPerson({ personId: fatma })).find(({ id }) => id === together)?.personIds;
	expect(await about()).toEqual([fatma]);
	await client.people.separate({ id: other });
	expect((await about())?.toSorted()).toEqual([fatma, other].sort());
});

it('takes a merge of a merge apart from either end', async () => {
	const at = await book();
	const { client, fatma, olena } = at;
	const { other, mine, theirs } = await twice(at);
	await merge(at, fatma, other);
	await merge(at, olena, fatma);
	expect((await hangingOn(at, olena)).cases).toEqual([mine.caseId, theirs.caseId].sort());
	expect((await client.people.mergedHere({ id: olena })).map(({ id }) => id).sort()).toEqual([fatma, other].sort());
	await client.people.separate({ id: other });
	expect((await hangingOn(at, other)).cases).toEqual([theirs.caseId]);
	expect((await hangingOn(at, olena)).cases).toEqual([mine.caseId]);
	await client.people.separate({ id: fatma });
	expect((await hangingOn(at, fatma)).cases).toEqual([mine.caseId]);
	expect((await client.people.get({ id: olena })).formerly).toEqual([]);
});

it('refuses what makes no sense, and says what does not fit', async () => {
	const at = await book();
	const { client, fatma, olena } = at;
	expect((await refusalOf(merge(at, fatma, fatma))).code).toBe('NOT_FOUND');
	await client.people.update({ id: fatma, changes: { remarks: 'a'.repeat(2500) } });
	await client.people.update({ id: olena, changes: { remarks: 'b'.repeat(2500) } });
	expect(await refusalOf(merge(at, fatma, olena))).toEqual({ code: 'TOO_MUCH', defined: true, data: { field: 'remarks' } });
	expect(await list(at)).toHaveLength(2);
	await client.people.remove({ id: olena });
	expect((await refusalOf(merge(at, fatma, olena))).code).toBe('NOT_FOUND');
});

it('proposes who may be there twice, and not again those who are two people', async () => {
	const at = await book();
	const { client, fatma } = at;
	const { id: other } = await client.people.create(person({ birthDate: '1980-04-03' as LocalDate }));
	await client.people.create(person({ firstName: 'Jemand', lastName: 'Anderes' }));
	const pairs = async () => (await client.people.pairs()).pairs.map(({ one, other: two }) => [one.id, two.id].sort());
	expect(await pairs()).toEqual([[fatma, other].sort()]);
	const asked = { id: fatma, firstName: 'Fatma', lastName: 'Yılmaz', birthDate: null, postcode: null };
	expect(await client.people.duplicates(asked)).toMatchObject([{ id: other }]);

	await client.people.setDistinct({ oneId: other, otherId: fatma, distinct: true });
	expect(await pairs()).toEqual([]);
	expect(await client.people.duplicates(asked)).toEqual([]);
	await client.people.setDistinct({ oneId: fatma, otherId: other, distinct: false });
	expect(await pairs()).toHaveLength(1);

	// Another birth date is another person; of three that could be one, each two are a pair.
	await client.people.update({ id: fatma, changes: { birthDate: '1981-04-03' as LocalDate } });
	expect(await pairs()).toEqual([]);
	await client.people.create(person());
	expect(await pairs()).toHaveLength(2);
});

it('knows of every column of the counselling vault that names people', async () => {
	const { file } = (await smallOffice()).device().vault('counselling');
	const columns = file
		.prepare<[], { table: string; column: string }>(
			`SELECT m.name AS "table", c.name AS "column" FROM sqlite_master AS m, pragma_table_info(m.name) AS c
			 WHERE m.type = 'table' AND (c.name = 'person_id' OR c.name = 'person_ids') ORDER BY 1, 2`,
		)
		.all();
	expect(columns.length).toBeGreaterThan(2);
	expect(PERSON_HOLDERS.map(({ table, column }) => ({ table, column })).sort(byTable)).toEqual(columns.sort(byTable));
});

const byTable = (a: { table: string }, b: { table: string }) => (a.table < b.table ? -1 : 1);

/** Two PCs that know the same. */
async function apart() {
	const place = office();
	const left = await place.pc('Büro links');
	const { member } = await newSite(left);
	const at = await clients(left, member);
	const made = await twice(at);
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = await place.pc('Büro rechts');
	await joinSite(right, place.share);
	await sync(left);
	const pcs = { left: at, right: { ...at, ...right } };
	const meet = async () => {
		for (const pc of [left, right, left, right]) await sync(pc);
	};
	return { ...made, ...pcs, fatma: at.fatma, olena: at.olena, anna: member, meet, place };
}

it('brings along what another PC gave to the record that went away', async () => {
	const { left, right, other, theirs, fatma, anna, meet, place } = await apart();
	await merge(left, fatma, other);
	place.clock.advance(SECOND);
	const { id: caseId } = await right.client.cases.open({ ...caseOf(anna), personId: other });
	const { ids } = await right.client.appointments.book({
		...wanted(right, { personIds: [other], day: '2026-03-19' as LocalDate }),
		repeat: null,
	});
	await meet();
	for (const pc of [left, right]) {
		const here = await hangingOn(pc, fatma);
		expect(here.cases).toEqual(expect.arrayContaining([caseId, theirs.caseId]));
		expect(here.appointments).toEqual(expect.arrayContaining(ids));
	}
	// It came from there, and goes back there.
	await right.client.people.separate({ id: other });
	await meet();
	for (const pc of [left, right]) {
		expect((await hangingOn(pc, other)).cases).toEqual([theirs.caseId, caseId].sort());
		expect((await hangingOn(pc, other)).appointments).toEqual(expect.arrayContaining(ids));
	}
});

it('lets the older record stand for both when two PCs merge in opposite directions', async () => {
	const { left, right, other, mine, theirs, fatma, meet } = await apart();
	await merge(left, other, fatma);
	await merge(right, fatma, other);
	await meet();
	for (const pc of [left, right]) {
		expect((await hangingOn(pc, fatma)).cases).toEqual([mine.caseId, theirs.caseId].sort());
		expect(await list(pc)).toEqual(['P-00002', 'P-00001']);
		expect(await pc.client.people.mergedHere({ id: fatma })).toMatchObject([{ id: other, byName: 'Anna Müller' }]);
	}
	expect(await left.client.people.get({ id: fatma })).toEqual(await right.client.people.get({ id: fatma }));
	await left.client.people.separate({ id: other });
	await meet();
	for (const pc of [left, right]) {
		expect((await hangingOn(pc, fatma)).cases).toEqual([mine.caseId]);
		expect((await hangingOn(pc, other)).cases).toEqual([theirs.caseId]);
	}
});

it('keeps everybody when one PC merges into somebody whom another one merges or removes', async () => {
	const { left, right, other, mine, theirs, fatma, olena, meet } = await apart();
	await merge(left, fatma, other);
	await merge(right, olena, fatma);
	await meet();
	for (const pc of [left, right]) expect((await hangingOn(pc, olena)).cases).toEqual([mine.caseId, theirs.caseId].sort());
	await left.client.people.separate({ id: fatma });
	await meet();
	expect((await hangingOn(right, fatma)).cases).toEqual([mine.caseId, theirs.caseId].sort());
	await merge(left, olena, fatma);
	await right.client.people.remove({ id: olena });
	await meet();
	for (const pc of [left, right]) {
		expect(await list(pc)).toEqual(['P-00002']);
		expect((await hangingOn(pc, olena)).cases).toEqual([mine.caseId, theirs.caseId].sort());
	}
});
