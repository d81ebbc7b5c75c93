import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Vault } from '#shared/features/members/model.ts';
import type { RestorePreview } from '#shared/features/share/restore-model.ts';
import { CLOSING } from '#tests/support/case-office.ts';
import { closedFile } from '#tests/support/closed-file.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { newSiteOfAdministrator } from '#tests/support/newcomer.ts';
import { caseOf, drain, HOUR, joinSite, newSite, note, office, person, refusalOf, sync } from '#tests/support/office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** A vault is brought back to an earlier moment on one PC; the other one follows, and it can be taken back. */

async function preview(pc: TestBackend, vault: Vault, at: number): Promise<RestorePreview> {
	const last = await drain(pc.client.share.previewRestore({ vault, at }));
	if (!last?.preview) throw new Error('no preview');
	return last.preview;
}

async function twoPcs() {
	const { pc, share, clock } = office();
	const [a, b] = [await pc('A'), await pc('B')];
	const { member } = await newSite(a);
	await a.client.share.connect({ folder: share });
	const { id: personId } = await a.client.people.create(person({ firstName: 'Fatma', lastName: 'Yılmaz' }));
	const { id: caseId } = await a.client.cases.open({ ...caseOf(member), personId });
	const { id: contactId } = await a.client.cases.addContact({
		...note({ text: 'erstes Gespräch' }),
		caseId,
		privateNote: 'nur für mich',
	});
	await sync(a);
	await joinSite(b, share);
	await sync(b);
	clock.advance(HOUR);
	return { a, b, share, clock, member, personId, caseId, contactId };
}

it('shows what would change, makes a snapshot of the present, changes it everywhere, and takes it back', async () => {
	const { a, b, share, clock, personId, caseId, contactId } = await twoPcs();
	const at = clock.now();
	clock.advance(HOUR);
	await b.client.people.update({ id: personId, changes: { lastName: 'Falsch', city: 'Köln' } });
	await b.client.cases.removeContact({ id: contactId });
	const { id: strayId } = await a.client.people.create(person({ lastName: 'Versehen' }));
	await sync(b);
	await sync(a);
	const seen = await preview(a, 'counselling', at);
	expect(seen.counts.toSorted((x, y) => x.table.localeCompare(y.table))).toEqual([
		{ table: 'contact', changes: 0, returns: 1, goes: 0, frozen: 0 },
		{ table: 'person', changes: 1, returns: 0, goes: 1, frozen: 0 },
	]);
	const names = await a.client.share.restoreRecords({ plan: seen.plan, table: 'person' });
	expect(names).toEqual([
		{ id: personId, what: 'changes', label: 'Yılmaz, Fatma' },
		{ id: strayId, what: 'goes', label: 'Versehen, Fatma' },
	]);
	expect(await a.client.share.restoreRecords({ plan: seen.plan, table: 'contact' })).toMatchObject([
		{ id: contactId, what: 'returns', label: expect.stringContaining('erstes Gespräch') },
	]);
	const snapshotsBefore = (await a.client.share.snapshots()).length;
	expect(await drain(a.client.share.applyRestore({ plan: seen.plan }))).toMatchObject({ records: 3 });
	expect((await a.client.share.snapshots()).length).toBe(snapshotsBefore + 3);
	await sync(a);
	await sync(b);
	for (const { client } of [a, b]) {
		expect(await client.people.get({ id: personId })).toMatchObject({ lastName: 'Yılmaz', city: null });
		expect(await client.cases.contacts({ caseId })).toMatchObject([{ id: contactId, text: 'erstes Gespräch' }]);
		expect(await refusalOf(client.people.get({ id: strayId }))).toMatchObject({ code: 'NOT_FOUND' });
	}
	expect(await a.client.cases.contacts({ caseId }), 'the sealed note comes back as it was').toMatchObject([
		{ privateNote: 'nur für mich' },
	]);
	expect((await a.client.share.care()).reports).toMatchObject([{ what: 'restore', isFine: true }]);
	expect(await refusalOf(drain(a.client.share.applyRestore({ plan: seen.plan })))).toMatchObject({ code: 'NOT_FOUND' });
	// Somebody has gone on working since: that stays.
	await b.client.people.update({ id: personId, changes: { remarks: 'ruft zurück' } });
	await sync(b);
	await sync(a);
	expect(await a.client.share.undoRestore()).toEqual({ records: 2, left: 1 });
	await sync(a);
	await sync(b);
	for (const { client } of [a, b]) {
		expect(await client.people.get({ id: personId })).toMatchObject({ lastName: 'Yılmaz', remarks: 'ruft zurück' });
		expect(await client.cases.contacts({ caseId })).toEqual([]);
		expect(await client.people.get({ id: strayId })).toMatchObject({ lastName: 'Versehen' });
	}
	for (const { dataDir } of [a, b])
		expect(
			filesBelow(dataDir).filter((path) => path.includes('scratch')),
			'no scratch is left',
		).toEqual([]);
	expect(readdirSync(share)).toHaveLength(1);
});

it('changes nothing when somebody has written after the preview, and nothing at all when it is cancelled', async () => {
	const { a, clock, personId } = await twoPcs();
	const at = clock.now();
	clock.advance(HOUR);
	await a.client.people.update({ id: personId, changes: { city: 'Köln' } });
	await sync(a);
	const { plan } = await preview(a, 'counselling', at);
	await a.client.people.update({ id: personId, changes: { city: 'Bonn' } });
	expect(await refusalOf(drain(a.client.share.applyRestore({ plan })))).toMatchObject({ code: 'OUTDATED', defined: true });
	expect(await a.client.people.get({ id: personId })).toMatchObject({ city: 'Bonn' });
	const again = await preview(a, 'counselling', at);
	for await (const _progress of await a.client.share.applyRestore({ plan: again.plan })) break;
	expect(await a.client.people.get({ id: personId })).toMatchObject({ city: 'Bonn' });
});

it('leaves closed case files as they are', async () => {
	const { pc, client, ids } = await closedFile(91);
	const share = temporaryFolder();
	await client.share.connect({ folder: share });
	await sync(pc);
	await client.cases.reopen({ id: ids.id, reason: 'Nachtrag' });
	const at = pc.clock.now();
	pc.clock.advance(HOUR);
	await client.people.update({ id: ids.personId, changes: { city: 'Köln' } });
	await client.cases.updateContact({ id: ids.contactId, changes: { text: 'danach' } });
	await client.cases.close({ id: ids.id, ...CLOSING });
	await sync(pc);
	const seen = await preview(pc, 'counselling', at);
	const of = (table: string) => seen.counts.find((count) => count.table === table);
	expect(of('person')).toMatchObject({ changes: 1, frozen: 0 });
	expect(of('contact')).toMatchObject({ changes: 0, frozen: 1 });
	await drain(client.share.applyRestore({ plan: seen.plan }));
	const contacts = await client.cases.contacts({ caseId: ids.id });
	expect(contacts.find(({ id }) => id === ids.contactId)?.text).toBe('danach');
	expect((await client.people.get({ id: ids.personId })).city).toBeNull();
});

it('is for administrators who may read the vault', async () => {
	const place = office();
	const pc = await place.pc('Verwaltung');
	await newSiteOfAdministrator(pc, place.share);
	await sync(pc);
	const at = pc.clock.now();
	expect((await preview(pc, 'workshop', at)).counts).toEqual([]);
	const refused = await refusalOf(drain(pc.client.share.previewRestore({ vault: 'counselling', at })));
	expect(refused).toMatchObject({ code: 'NO_ACCESS' });
});
