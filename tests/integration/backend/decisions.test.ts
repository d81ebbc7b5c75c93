import { expect, it } from 'vitest';
import { MERGE_KINDS } from '#main/backend.ts';
import { subjectsOfAll } from '#main/decisions.ts';
import { isAsked } from '#main/records/forks.ts';
import { kindName } from '#main/records/kind.ts';
import type { RecordDecisions } from '#shared/features/decisions/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { CLOSING, caseOffice, meet } from '#tests/support/case-office.ts';
import { newItem } from '#tests/support/lending-steps.ts';
import { welcome } from '#tests/support/newcomer.ts';
import { HOUR, newSite, note, office, person, refusalOf, SECOND, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Two PCs that write the same field while apart: a decision with both values on both, until somebody decides on one. */

const phones = (number: string) => [{ number, label: '' }];
const ONE = phones('+4921021111');
const OTHER = phones('+4921022222');

async function only({ client }: TestBackend): Promise<RecordDecisions> {
	const { records } = await client.decisions.list();
	expect(records).toHaveLength(1);
	return records[0] as RecordDecisions;
}

const countOf = async (...pcs: TestBackend[]) =>
	Promise.all(pcs.map(async ({ client }) => (await client.decisions.count()).count));

/** The first field of the only record. */
async function asked(pc: TestBackend) {
	const { table, id, fields } = await only(pc);
	const [decision] = fields;
	if (!decision) throw new Error('nothing to decide');
	return { about: { table, id, field: decision.field, name: decision.name }, decision };
}

/** Two PCs of one office, and a person whose phone both changed apart. */
async function apart() {
	const desk = await caseOffice();
	const { a, b, place } = desk;
	const { id } = await a.client.people.create(person({ phones: phones('+4921020000') }));
	await meet(a, b);
	await a.client.people.update({ id, changes: { phones: ONE } });
	place.clock.advance(10 * SECOND);
	await b.client.people.update({ id, changes: { phones: OTHER } });
	return { ...desk, personId: id };
}

it('one field written apart is one decision with both values, writers, devices and times, the same on both PCs', async () => {
	const { a, b, personId, place } = await apart();
	const written = place.clock.now();
	expect(await countOf(a, b)).toEqual([0, 0]);
	await meet(a, b);
	expect(await countOf(a, b)).toEqual([1, 1]);
	const record = await only(a);
	expect(record).toEqual(await only(b));
	expect(record).toMatchObject({ table: 'person', id: personId, name: 'Fatma Yılmaz', belongsTo: [] });
	const [decision] = record.fields;
	expect(decision).toMatchObject({ field: 'phones', input: { kind: 'phones' }, frozen: null });
	const stands = (await a.client.people.get({ id: personId })).phones;
	expect(decision?.sides[0]?.value).toEqual(stands);
	const sides = decision?.sides.toSorted((x, y) => (x.writers[0]?.at ?? 0) - (y.writers[0]?.at ?? 0));
	expect(sides?.map(({ value }) => value)).toEqual([ONE, OTHER]);
	expect(sides?.map(({ writers }) => writers)).toEqual([
		[{ memberName: 'Anna Müller', deviceName: 'Tresen', at: written - 10 * SECOND }],
		[{ memberName: 'Anna Müller', deviceName: 'Büro oben', at: written }],
	]);
});

it('goes away on both PCs when one decides: for what stands, for what had lost, or for a third; and comes back when undone', async () => {
	const { a, b, personId } = await apart();
	await meet(a, b);
	const values = (await asked(a)).decision.sides.map(({ value }) => value);
	for (const value of [...values, phones('+4921023333')]) {
		const { about, decision } = await asked(b);
		const undo = await b.client.decisions.decide({ ...about, value });
		expect(await countOf(b)).toEqual([0]);
		await meet(a, b);
		expect(await countOf(a, b)).toEqual([0, 0]);
		for (const pc of [a, b]) expect((await pc.client.people.get({ id: personId })).phones).toEqual(value);
		const { name: _, ...of } = about;
		await a.client.decisions.undo({ ...of, ...undo });
		await meet(a, b);
		const again = await asked(b);
		expect(again.decision.sides).toEqual(decision.sides);
	}
});

it('stays open when somebody edits the field unasked, and is another one then: an old answer is refused', async () => {
	const { a, b, personId } = await apart();
	await meet(a, b);
	const before = await asked(a);
	await b.client.people.update({ id: personId, changes: { phones: phones('+4921024444') } });
	await meet(a, b);
	const after = await asked(a);
	const lost = before.decision.sides[1]?.value;
	expect(after.decision.sides.map(({ value }) => value)).toEqual([phones('+4921024444'), lost]);
	expect((await refusalOf(a.client.decisions.decide({ ...before.about, value: lost }))).code).toBe('OUTDATED');
	await a.client.decisions.decide({ ...after.about, value: lost });
	expect((await refusalOf(a.client.decisions.decide({ ...after.about, value: lost }))).code).toBe('OUTDATED');
});

it('weeks apart with clocks that differ by a day: still one decision, and both texts of a note', async () => {
	const { a, b, caseId, place } = await caseOffice();
	const { id } = await a.client.cases.addContact({ ...note({ text: 'Gespräch.' }), caseId, privateNote: null });
	await meet(a, b);
	for (let week = 0; week < 3; week++) {
		place.clock.advance(7 * 24 * HOUR);
		await a.client.cases.updateContact({ id, changes: { duration: 10 + week } });
	}
	place.clock.advance(-20 * HOUR);
	await b.client.cases.updateContact({
		id,
		changes: { duration: 90, text: 'Gespräch. Am Telefon.' },
		base: { text: 'Gespräch.' },
	});
	place.clock.advance(20 * HOUR);
	await a.client.cases.updateContact({ id, changes: { text: 'Langes Gespräch.' }, base: { text: 'Gespräch.' } });
	await meet(a, b);
	for (const { client } of [a, b]) {
		const [contact] = await client.cases.contacts({ caseId });
		expect(contact?.text).toBe('Langes Gespräch. Am Telefon.');
	}
	const record = await only(a);
	expect(record).toEqual(await only(b));
	expect(record.belongsTo.map(({ table }) => table)).toEqual(['case_file', 'person']);
	expect(record.fields.map(({ field, sides }) => [field, sides.map(({ value }) => value).toSorted()])).toEqual([
		['duration', [12, 90]],
	]);
});

it('decides by the record’s own procedure: what that refuses is refused, and nothing is decided', async () => {
	const { a, b } = await caseOffice();
	const { id } = await a.client.rooms.create({ name: 'Café', capacity: 20, note: null, forCounselling: false });
	await meet(a, b);
	await a.client.rooms.update({ id, changes: { name: 'Großer Raum' } });
	await b.client.rooms.update({ id, changes: { name: 'Saal' } });
	await meet(a, b);
	const { about, decision } = await asked(a);
	const lost = decision.sides[1]?.value as string;
	await a.client.rooms.create({ name: lost, capacity: null, note: null, forCounselling: false });
	expect((await refusalOf(a.client.decisions.decide({ ...about, value: lost }))).code).toBe('NAME_TAKEN');
	expect((await refusalOf(a.client.decisions.decide({ ...about, value: 7 }))).code).toBe('BAD_REQUEST');
	expect(await countOf(a)).toEqual([1]);
	await a.client.decisions.decide({ ...about, value: 'Bewegungsraum' });
	await meet(a, b);
	expect(await countOf(a, b)).toEqual([0, 0]);
	expect((await b.client.rooms.list()).map(({ name }) => name)).toContain('Bewegungsraum');
});

it('of a closed file nothing is decided until it is opened again', async () => {
	const { a, b, caseId } = await caseOffice();
	await a.client.cases.update({ id: caseId, changes: { concern: 'Miete' } });
	await b.client.cases.update({ id: caseId, changes: { concern: 'Arbeit' } });
	await meet(a, b);
	await a.client.cases.close({ ...CLOSING, id: caseId, closedOn: '2026-03-09' as LocalDate });
	const { about, decision } = await asked(a);
	expect(decision.frozen).toBe('closed');
	for (const { value } of decision.sides)
		expect((await refusalOf(a.client.decisions.decide({ ...about, value }))).code).toBe('CLOSED');
	await a.client.cases.reopen({ id: caseId, reason: 'Kam wieder', reopenedOn: '2026-03-09' as LocalDate } as never);
	await a.client.decisions.decide({ ...about, value: 'Arbeit' });
	await meet(a, b);
	expect(await countOf(a, b)).toEqual([0, 0]);
});

it('everybody sees what they may change: nobody without the case files learns that there is something to decide there', async () => {
	const place = office();
	const a = await place.pc('Tresen');
	await newSite(a);
	await a.client.share.connect({ folder: place.share });
	const { pc: volunteer } = await welcome(place, a, 'Vera', ['volunteer']);
	const { pc: coordinator } = await welcome(place, a, 'Karl', ['coordinator']);
	const { pc: counsellor } = await welcome(place, a, 'Berta', ['counsellor']);
	const pcs = [a, counsellor, volunteer, coordinator];
	const all = async () => {
		for (const pc of [...pcs, ...pcs]) await sync(pc);
	};
	const { id: personId } = await a.client.people.create(person());
	const { id: roomId } = await a.client.rooms.create({ name: 'Café', capacity: 20, note: null, forCounselling: false });
	await all();
	await counsellor.settle(
		'the case files',
		async () =>
			(
				await counsellor.client.people.list({
					text: '',
					filter: 'all',
					sort: { by: 'name', descending: false },
					offset: 0,
					limit: 9,
				})
			).total === 1,
	);
	await a.client.people.update({ id: personId, changes: { city: 'Ratingen' } });
	await counsellor.client.people.update({ id: personId, changes: { city: 'Velbert' } });
	await a.client.rooms.update({ id: roomId, changes: { capacity: 10 } });
	await coordinator.client.rooms.update({ id: roomId, changes: { capacity: 12 } });
	await all();
	const tables = async ({ client }: TestBackend) => (await client.decisions.list()).records.map(({ table }) => table).toSorted();
	expect(await tables(a)).toEqual(['person', 'room']);
	expect(await tables(counsellor)).toEqual(['person']);
	expect(await tables(coordinator)).toEqual(['room']);
	expect(await tables(volunteer)).toEqual([]);
	const { records } = await counsellor.client.decisions.list();
	const secret = { table: 'person', id: records[0]?.id as never, field: 'city', name: records[0]?.fields[0]?.name ?? '' };
	for (const pc of [coordinator, volunteer]) {
		expect((await refusalOf(pc.client.decisions.decide({ ...secret, value: 'Köln' }))).code).toBe('NO_ACCESS');
		expect(JSON.stringify(await pc.client.decisions.list())).not.toContain('Velbert');
	}
	expect(await countOf(coordinator, volunteer)).toEqual([1, 0]);
});

it('volunteers decide about the workshop', async () => {
	const place = office();
	const a = await place.pc('Tresen');
	await newSite(a);
	await a.client.share.connect({ folder: place.share });
	const { pc: vera } = await welcome(place, a, 'Vera', ['volunteer']);
	const { id } = await newItem(vera.client);
	await meet(a, vera);
	await vera.client.inventory.update({ id, changes: { location: 'Regal 1' } });
	await a.client.inventory.update({ id, changes: { location: 'Regal 2' } });
	await meet(a, vera);
	const { about } = await asked(vera);
	await vera.client.decisions.decide({ ...about, value: 'Regal 3' });
	await meet(a, vera);
	expect(await countOf(a, vera)).toEqual([0, 0]);
	expect((await a.client.inventory.get({ id })).item.location).toBe('Regal 3');
});

it('every kind that somebody is asked about can be listed and decided', () => {
	const subjects = subjectsOfAll(() => {
		throw new Error('nothing is called');
	});
	const needed = MERGE_KINDS.filter((kind) => Object.keys(kind.fields.shape).some((field) => isAsked(kind, field)));
	const tables = subjects.map(({ kind }) => kindName(kind));
	expect(needed.map(kindName).filter((table) => !tables.includes(table))).toEqual([]);
});
