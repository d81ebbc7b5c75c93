import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NO_ADDRESS } from '#shared/features/site/model.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import {
	caseOf,
	drain,
	EVERYBODY,
	HOUR,
	joinSite,
	newSite,
	note,
	type Office,
	office,
	person,
	SECOND,
	signIn,
	sync,
} from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Two PCs of one site and the folder between them. */

async function twoPcs(
	place: Office,
): Promise<{ a: TestBackend; b: TestBackend; member: Awaited<ReturnType<typeof newSite>>['member'] }> {
	const a = await place.pc('Tresen');
	const { member } = await newSite(a);
	await a.client.share.connect({ folder: place.share });
	const b = await place.pc('Büro oben');
	await joinSite(b, place.share);
	await sync(a);
	return { a, b, member };
}

/** What `from` wrote arrives at `to`. */
async function bring(from: TestBackend, to: TestBackend): Promise<void> {
	await sync(from);
	await sync(to);
}

it('gives a second PC everything its member may read', async () => {
	const place = office();
	const a = await place.pc('Tresen');
	const { member } = await newSite(a);
	const { id } = await a.client.people.create(person({ remarks: 'Kommt dienstags' }));
	const opened = await a.client.cases.open({ ...caseOf(member, { concern: 'Wohnung' }), personId: id });
	await a.client.cases.addContact({ ...note({ text: 'Erstgespräch' }), caseId: opened.id, privateNote: 'nur für mich' });
	await a.client.cases.addTodo({ subject: 'Anrufen', due: null, ownerId: member, caseId: opened.id });
	await a.client.site.updateProfile({
		name: 'Kontaktcafé Nord',
		organisation: 'Nachbarschaft e. V.',
		...NO_ADDRESS,
		lockAfterMinutes: 5,
	});
	await a.client.share.connect({ folder: place.share });
	// Once from the feeds alone, once from a snapshot.
	for (const name of ['Büro oben', 'Büro unten']) {
		const b = await place.pc(name);
		await joinSite(b, place.share);
		expect((await b.client.site.status()).session).toMatchObject({
			profile: { name: 'Kontaktcafé Nord', lockAfterMinutes: 5 },
			vaults: ['office', 'workshop', 'counselling'],
			kitPending: false,
		});
		expect(await b.client.people.get({ id })).toEqual(await a.client.people.get({ id }));
		expect(await b.client.cases.contacts({ caseId: opened.id })).toEqual(await a.client.cases.contacts({ caseId: opened.id }));
		expect(await b.client.cases.contacts({ caseId: opened.id })).toMatchObject([{ privateNote: 'nur für mich' }]);
		const todos = { ownerId: null, caseId: opened.id, includeDone: true };
		expect(await b.client.cases.todos(todos)).toEqual(await a.client.cases.todos(todos));
		expect(await b.client.search.query({ text: 'yilm' })).toHaveLength(2);
		await drain(a.client.share.backUpNow());
	}
});

it('carries changes both ways, and keeps both of two edits of one record', async () => {
	const place = office();
	const { a, b } = await twoPcs(place);
	const { id } = await a.client.people.create(person({ remarks: 'Hallo Welt' }));
	await bring(a, b);
	// Neither knows of the other's edit when making its own.
	await a.client.people.update({ id, changes: { remarks: 'Hallo Welt, ja', city: 'Ratingen' } });
	place.clock.advance(SECOND);
	await b.client.people.update({ id, changes: { remarks: 'Hallo schöne Welt', street: 'Lindenweg 3' } });
	await bring(a, b);
	await bring(b, a);
	const there = await a.client.people.get({ id });
	expect(there).toMatchObject({ remarks: 'Hallo schöne Welt, ja', city: 'Ratingen', street: 'Lindenweg 3' });
	expect(await b.client.people.get({ id })).toEqual(there);
	const history = await b.client.records.history({ table: 'person', id: id as string as never });
	expect(history.map(({ device }) => device)).toEqual(['Tresen', 'Tresen', 'Büro oben']);
});

it('keeps both of two edits of a long text when the other one arrives while the form is open', async () => {
	const place = office();
	const { a, b, member } = await twoPcs(place);
	const { id } = await a.client.people.create(person({ remarks: 'Kommt dienstags.' }));
	const { id: caseId } = await a.client.cases.open({ ...caseOf(member), personId: id });
	const contact = await a.client.cases.addContact({ ...note({ text: 'Miete offen.' }), caseId, privateNote: null });
	await bring(a, b);
	// A form was opened on b with the texts above; meanwhile a's words arrive.
	await a.client.people.update({ id, changes: { remarks: 'Kommt dienstags. Spricht Türkisch.' } });
	await a.client.cases.updateContact({ id: contact.id, changes: { text: 'Miete offen. Vermieter rief an.' } });
	await bring(a, b);
	const remarks = { id, changes: { remarks: 'Frau Y. Kommt dienstags.' }, base: { remarks: 'Kommt dienstags.' } };
	const text = { id: contact.id, changes: { text: 'Miete offen. Termin am Montag.' }, base: { text: 'Miete offen.' } };
	// The answer got lost and somebody saves once more.
	for (let time = 0; time < 2; time++) {
		await b.client.people.update(remarks);
		await b.client.cases.updateContact(text);
	}
	await bring(b, a);
	for (const { client } of [a, b]) {
		expect((await client.people.get({ id })).remarks).toBe('Frau Y. Kommt dienstags. Spricht Türkisch.');
		const [entry] = await client.cases.contacts({ caseId });
		expect(entry?.text).toBe('Miete offen. Vermieter rief an. Termin am Montag.');
	}
});

it('gives two records with one number different ones, the same on both PCs', async () => {
	const place = office();
	const { a, b, member } = await twoPcs(place);
	const mine = await a.client.people.create(person({ lastName: 'Anders' }));
	place.clock.advance(SECOND);
	const theirs = await b.client.people.create(person({ lastName: 'Bauer' }));
	await a.client.cases.open({ ...caseOf(member), personId: mine.id });
	await b.client.cases.open({ ...caseOf(member), personId: theirs.id });
	await bring(a, b);
	await bring(b, a);
	await bring(a, b);
	const numbers = async ({ client }: TestBackend) =>
		(await client.people.list(EVERYBODY)).rows.map(({ lastName, number }) => `${lastName} ${number}`);
	const files = async ({ client }: TestBackend) => {
		const sort = { by: 'number', descending: false } as const;
		return (await client.cases.list({ text: '', status: 'all', ownerId: null, sort, offset: 0, limit: 10 })).rows.map(
			({ number }) => number,
		);
	};
	expect(new Set((await numbers(a)).map((text) => text.split(' ')[1]))).toEqual(new Set(['P-00001', 'P-00002']));
	expect(await numbers(b)).toEqual(await numbers(a));
	expect(await files(a)).toEqual(['F-00001', 'F-00002']);
	expect(await files(b)).toEqual(await files(a));
});

it('catches up after the share was away, and says meanwhile how much waits', async () => {
	const place = office();
	const { a, b } = await twoPcs(place);
	expect(await a.client.share.status()).toMatchObject({ state: 'saved', waitingChanges: 0, problem: null });
	renameSync(place.share, `${place.share} weg`);
	await a.client.people.create(person({ lastName: 'Anders' }));
	await a.client.people.create(person({ lastName: 'Zwei' }));
	await b.client.people.create(person({ lastName: 'Bauer' }));
	await a.settle('problem noticed', async () => (await a.client.share.status()).problem !== null);
	expect(await a.client.share.status()).toMatchObject({
		state: 'waiting',
		waitingChanges: 2,
		problem: 'unreachable',
		folder: place.share,
	});
	renameSync(`${place.share} weg`, place.share);
	await bring(a, b);
	await bring(b, a);
	for (const pc of [a, b]) expect((await pc.client.people.list(EVERYBODY)).total).toBe(3);
	expect(await a.client.share.status()).toMatchObject({ state: 'saved', waitingChanges: 0, problem: null });
});

it('says so when the folder is empty or somebody else’s, and goes on when it is back', async () => {
	const place = office();
	const { a } = await twoPcs(place);
	renameSync(place.share, `${place.share} weg`);
	mkdirSync(place.share);
	await a.client.people.create(person());
	await a.settle('empty folder noticed', async () => (await a.client.share.status()).problem === 'wrong_folder');
	expect(await a.client.share.status()).toMatchObject({ state: 'attention', waitingChanges: 1 });
	// Another site's folder stands there.
	const other = await place.pc('Anderer Ort');
	await newSite(other);
	await other.client.share.connect({ folder: place.share });
	const untouched = filesBelow(place.share);
	place.clock.advance(HOUR);
	a.tick(SECOND);
	await a.settle('still noticed', async () => (await a.client.share.status()).problem === 'wrong_folder');
	expect(filesBelow(place.share)).toEqual(untouched);
	rmSync(place.share, { recursive: true });
	renameSync(`${place.share} weg`, place.share);
	await sync(a);
});

it('sends what was written just before locking, without being signed in', async () => {
	const place = office();
	const { a, b } = await twoPcs(place);
	const { id } = await a.client.people.create(person({ lastName: 'Letzte' }));
	await a.backend.lock();
	expect((await a.client.site.status()).session).toBeNull();
	await sync(b);
	expect(await b.client.people.get({ id })).toMatchObject({ lastName: 'Letzte' });
	await signIn(a);
	await sync(a);
});

it('takes a snapshot every day, once for both, and verifies it', async () => {
	const place = office();
	const { a, b } = await twoPcs(place);
	await a.client.people.create(person());
	await sync(a);
	await sync(a);
	const count = async () => (await a.client.share.snapshots()).filter(({ vault }) => vault === 'counselling').length;
	expect(await count()).toBe(1);
	place.clock.advance(19 * HOUR);
	await sync(a);
	await sync(b);
	expect(await count()).toBe(1);
	place.clock.advance(2 * HOUR);
	await sync(b);
	await sync(a);
	expect(await count()).toBe(2);
	const [newest] = (await a.client.share.snapshots()).filter(({ vault }) => vault === 'counselling');
	expect(newest).toMatchObject({ device: 'Büro oben', verifiedAt: expect.any(Number) });
	expect((await b.client.share.status()).verifiedSnapshotAt).not.toBeNull();
});
