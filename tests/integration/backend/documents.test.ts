import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MAX_DOCUMENT_BYTES } from '#shared/features/documents/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { CLOSING } from '#tests/support/case-office.ts';
import { pdf, png, pngBomb } from '#tests/support/document-files.ts';
import { contentOf, openCase, upload } from '#tests/support/documents.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { HOUR, joinSite, newSite, office, refusalOf, signIn, sync } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { foundedBackend, type TestBackend } from '#tests/support/test-backend.ts';

const blobsOn = (pc: TestBackend): string[] => {
	const folder = join(pc.dataDir, 'vaults', 'blobs');
	return existsSync(folder) ? readdirSync(folder) : [];
};
const blobsOnShare = (share: string): string[] => filesBelow(share).filter((path) => path.includes('/blobs/'));
const DAY = 24 * HOUR;

/** Larger than a piece of the upload and of the blob, and like nothing else. */
const large = (bytes: number): Uint8Array => {
	const content = seededRandom(11).bytes(bytes);
	content.set(pdf('Gutachten'));
	return content;
};

async function caseOnPc(pc: TestBackend) {
	const { member } = await newSite(pc);
	return openCase(pc.client, member);
}

it('keeps a document encrypted, gives it back byte by byte, and notes reading and copying', async () => {
	const pc = await office().pc('Büro');
	const caseId = await caseOnPc(pc);
	const content = large(2_600_000);
	const { id, sameAs } = await upload(pc.client, caseId, 'Bescheid_Jobcenter.pdf', content);
	expect(sameAs).toEqual([]);
	expect(await pc.client.documents.list({ caseId })).toMatchObject([
		{
			id,
			title: 'Bescheid Jobcenter',
			fileName: 'Bescheid_Jobcenter.pdf',
			mediaType: 'application/pdf',
			size: 2_600_000,
			kind: 'notice',
			isHere: true,
			addedByName: 'Anna Müller',
		},
	]);
	expect((await contentOf(pc.client, id)).equals(content)).toBe(true);
	const [name = ''] = blobsOn(pc);
	const stored = readFileSync(join(pc.dataDir, 'vaults', 'blobs', name));
	for (let from = 0; from + 32 < content.length; from += 100_003)
		expect(stored.includes(Buffer.from(content.subarray(from, from + 32)))).toBe(false);
	await pc.client.documents.update({ id, changes: { title: 'Bewilligung März', kind: 'letter', tags: ['Miete'], note: ' ' } });
	expect(await pc.client.documents.list({ caseId })).toMatchObject([
		{ title: 'Bewilligung März', kind: 'letter', tags: ['Miete'], note: null },
	]);
	pc.clock.advance(HOUR);
	await contentOf(pc.client, id);
	await contentOf(pc.client, id, 'export');
	expect((await pc.client.cases.accesses({ id: caseId })).map(({ what }) => what)).toEqual(['exported', 'read', 'read']);
	const { events } = await pc.client.accessLog.list({ from: pc.clock.now() - DAY, to: pc.clock.now() + 1 });
	expect(
		events
			.filter(({ kind }) => kind.startsWith('case_'))
			.map(({ kind }) => kind)
			.sort(),
	).toEqual(['case_exported', 'case_read', 'case_read']);
	// History tells what was changed, and no key.
	const history = JSON.stringify(await pc.client.records.history({ table: 'document', id }));
	expect(history).toContain('Bewilligung März');
	expect(history).not.toContain(name);
	expect(history).toContain('"field":"contentKey","before":null,"after":null');
});

it('refuses what does not belong in a case file, with the reason, and leaves nothing behind', async () => {
	const pc = await office().pc('Büro');
	const caseId = await caseOnPc(pc);
	const exe = new Uint8Array([0x4d, 0x5a, ...new Array(200).fill(0)]);
	const cases: [string, Uint8Array, string][] = [
		['leer.pdf', new Uint8Array(), 'empty'],
		['Bescheid.pdf', png(), 'mislabelled'],
		['Bescheid.pdf', new TextEncoder().encode('kein PDF'), 'mislabelled'],
		['Foto.png', pdf('doch ein PDF'), 'mislabelled'],
		['Bild.png', pngBomb(), 'too_many_pixels'],
		['Bild.png', png().subarray(0, 20), 'broken_image'],
		['Lebenslauf.pdf.exe', exe, 'program'],
		['harmlos.txt', exe, 'program'],
		['start.bat', new TextEncoder().encode('del *.*'), 'program'],
		['skript', new TextEncoder().encode('#!/bin/sh\nrm -rf /'), 'program'],
		['../..', pdf('x'), 'no_name'],
		['\u202e\u0007', pdf('x'), 'no_name'],
	];
	for (const [name, content, why] of cases) {
		expect({ name, ...(await refusalOf(upload(pc.client, caseId, name, content))) }).toEqual({
			name,
			code: 'UNFIT',
			defined: true,
			data: { why },
		});
	}
	const tooLarge = pc.client.documents.begin({ caseId, fileName: 'Film.pdf', size: 50 * 1024 * 1024 });
	expect(await refusalOf(tooLarge)).toMatchObject({ code: 'UNFIT', data: { why: 'too_large' } });
	expect(await pc.client.documents.list({ caseId })).toEqual([]);
	expect(blobsOn(pc)).toEqual([]);
});

it('keeps what it cannot show, and names of files as data that cannot deceive', async () => {
	const pc = await office().pc('Büro');
	const caseId = await caseOnPc(pc);
	const text = (of: string) => new TextEncoder().encode(of);
	await upload(pc.client, caseId, '../../etc/passwd', text('root'));
	await upload(pc.client, caseId, 'C:\\Users\\Anna\\Seite.html', text('<html><script>alert(1)</script></html>'));
	await upload(pc.client, caseId, 'Rechnung\u202egpj.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
	await upload(pc.client, caseId, `${'ä'.repeat(300)}.pdf`, pdf('lang'));
	const listed = (await pc.client.documents.list({ caseId })).map(({ fileName, mediaType }) => [fileName, mediaType]);
	expect(listed.reverse()).toEqual([
		['passwd', 'text/plain'],
		['Seite.html', 'text/html'],
		['Rechnunggpj.svg', 'image/svg+xml'],
		[`${'ä'.repeat(176)}.pdf`, 'application/pdf'],
	]);
	expect(filesBelow(pc.dataDir).filter((path) => /passwd|Seite|Rechnung|ä/.test(path.split('/').at(-1) ?? ''))).toEqual([]);
});

it('notices the same content again in one case file, and only there', async () => {
	const pc = await office().pc('Büro');
	const { member } = await newSite(pc);
	const [caseId, other] = [await openCase(pc.client, member), await openCase(pc.client, member)];
	await upload(pc.client, caseId, 'Zeugnis.pdf', pdf('Zeugnis'));
	expect((await upload(pc.client, caseId, 'Kopie von Zeugnis.pdf', pdf('Zeugnis'))).sameAs).toEqual(['Zeugnis']);
	expect((await upload(pc.client, other, 'Zeugnis.pdf', pdf('Zeugnis'))).sameAs).toEqual([]);
	// Equal contents do not look equal on the disk.
	expect(new Set(blobsOn(pc)).size).toBe(3);
});

it('takes an upload only whole, in order, within the announced size and from who began it', async () => {
	const pc = await office().pc('Büro');
	const caseId = await caseOnPc(pc);
	const content = Buffer.from(pdf('ganz')).toString('base64');
	const size = pdf('ganz').length;
	const begin = () => pc.client.documents.begin({ caseId, fileName: 'a.pdf', size });
	const gap = await begin();
	expect(await refusalOf(pc.client.documents.addPiece({ ...gap, from: 5, bytes: content }))).toMatchObject({
		data: { why: 'incomplete' },
	});
	const short = await begin();
	await pc.client.documents.addPiece({ ...short, from: 0, bytes: content.slice(0, 40) });
	expect(await refusalOf(pc.client.documents.finish(short))).toMatchObject({ data: { why: 'incomplete' } });
	const cancelled = await begin();
	await pc.client.documents.cancel(cancelled);
	expect((await refusalOf(pc.client.documents.addPiece({ ...cancelled, from: 0, bytes: content }))).code).toBe('NOT_FOUND');
	for (let open = 0; open < 6; open++) await begin();
	expect(await refusalOf(begin())).toMatchObject({ data: { why: 'busy' } });
	pc.clock.advance(6 * 60 * 1000);
	const forgotten = await begin();
	await pc.client.documents.addPiece({ ...forgotten, from: 0, bytes: content });
	await pc.client.members.lock();
	await signIn(pc);
	expect((await refusalOf(pc.client.documents.finish(forgotten))).code).toBe('NOT_FOUND');
	expect(blobsOn(pc)).toEqual([]);
	expect(await pc.client.documents.list({ caseId })).toEqual([]);
});

it('takes no change in a closed file by any procedure, and still shows what is in it', async () => {
	const pc = await office().pc('Büro');
	const caseId = await caseOnPc(pc);
	const { id } = await upload(pc.client, caseId, 'Zeugnis.pdf', pdf('Zeugnis'));
	const begun = await pc.client.documents.begin({ caseId, fileName: 'a.pdf', size: pdf('spät').length });
	await pc.client.documents.addPiece({ ...begun, from: 0, bytes: Buffer.from(pdf('spät')).toString('base64') });
	await pc.client.cases.close({ id: caseId, ...CLOSING });
	const { documents } = pc.client;
	const calls = [
		() => documents.begin({ caseId, fileName: 'b.pdf', size: 10 }),
		() => documents.finish(begun),
		() => documents.update({ id, changes: { title: 'anders' } }),
		() => documents.remove({ id }),
		() => documents.restore({ id }),
	];
	for (const call of calls) expect(await refusalOf(call())).toMatchObject({ code: 'CLOSED', defined: true });
	expect(await documents.list({ caseId })).toMatchObject([{ title: 'Zeugnis' }]);
	expect((await contentOf(pc.client, id)).equals(pdf('Zeugnis'))).toBe(true);
	expect(blobsOn(pc)).toHaveLength(1);
});

it('travels to the share once, to the other PC once, and to an empty PC later', async () => {
	const place = office();
	const pc = await place.pc('Büro');
	const caseId = await caseOnPc(pc);
	await pc.client.share.connect({ folder: place.share });
	const content = large(3_000_000);
	const { id } = await upload(pc.client, caseId, 'Gutachten.pdf', content);
	await sync(pc);
	const [blob = '', ...others] = blobsOnShare(place.share);
	expect(others).toEqual([]);
	const written = statSync(join(place.share, blob)).mtimeMs;
	for (let day = 0; day < 3; day++) {
		await pc.client.cases.update({ id: caseId, changes: { concern: `Tag ${day}` } });
		place.clock.advance(DAY);
		await sync(pc);
	}
	const snapshots = filesBelow(place.share).filter(
		(path) => path.includes('vaults/counselling/snapshots/') && path.includes('part-'),
	);
	expect(snapshots.length).toBeGreaterThanOrEqual(3);
	for (const part of snapshots) expect(statSync(join(place.share, part)).size).toBeLessThan(2_000_000);
	expect(blobsOnShare(place.share)).toEqual([blob]);
	expect(statSync(join(place.share, blob)).mtimeMs).toBe(written);
	const second = await place.pc('Empfang');
	await joinSite(second, place.share);
	await sync(second);
	expect(await second.client.documents.list({ caseId })).toMatchObject([{ id, isHere: true }]);
	expect((await contentOf(second.client, id)).equals(content)).toBe(true);
	expect(blobsOnShare(place.share)).toEqual([blob]);
	// The other way round, and what is renamed does not travel again.
	const back = await upload(second.client, caseId, 'Foto.png', png());
	await second.client.documents.update({ id, changes: { title: 'Gutachten 2026' } });
	await sync(second);
	await sync(pc);
	expect((await pc.client.documents.list({ caseId })).map(({ title, isHere }) => [title, isHere])).toEqual([
		['Foto', true],
		['Gutachten 2026', true],
	]);
	expect((await contentOf(pc.client, back.id)).equals(png())).toBe(true);
	expect(blobsOnShare(place.share)).toHaveLength(2);
});

it('says what is not here yet, fetches again what was spoilt, and never gives spoilt content to anybody', async () => {
	const place = office();
	const pc = await place.pc('Büro');
	const caseId = await caseOnPc(pc);
	const { id } = await upload(pc.client, caseId, 'Zeugnis.pdf', pdf('Zeugnis'));
	const [name = ''] = blobsOn(pc);
	const local = join(pc.dataDir, 'vaults', 'blobs', name);
	const whole = readFileSync(local);
	const spoil = (path: string) => {
		const bytes = readFileSync(path);
		bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
		writeFileSync(path, bytes);
	};
	const refused = async (of: DocumentId) => (await refusalOf(contentOf(pc.client, of))).code;
	// Without a share nobody can help, and spoilt content does not leave when there is one.
	spoil(local);
	expect(await refused(id)).toBe('SPOILT');
	expect(await refused(id)).toBe('NOT_HERE');
	expect(await pc.client.documents.fetch({ id })).toEqual({ isHere: false });
	await pc.client.share.connect({ folder: place.share });
	await sync(pc);
	expect(blobsOnShare(place.share)).toEqual([]);
	writeFileSync(local, whole);
	await pc.client.members.lock();
	await signIn(pc);
	await sync(pc);
	const [onShare = ''] = blobsOnShare(place.share);
	spoil(local);
	expect(await refused(id)).toBe('SPOILT');
	await pc.settle('fetched again', async () => (await pc.client.documents.list({ caseId }))[0]?.isHere === true);
	expect((await contentOf(pc.client, id)).equals(pdf('Zeugnis'))).toBe(true);
	// Gone here, and spoilt on the share: an alarm with the file's name.
	rmSync(local);
	spoil(join(place.share, onShare));
	expect(await refused(id)).toBe('NOT_HERE');
	expect(await pc.client.documents.fetch({ id })).toEqual({ isHere: false });
	expect((await pc.client.share.status()).alarms).toMatchObject([{ problem: 'tampered', file: onShare }]);
	expect(blobsOn(pc)).toEqual([]);
	writeFileSync(join(place.share, onShare), whole);
	expect(await pc.client.documents.fetch({ id })).toEqual({ isHere: true });
	expect((await contentOf(pc.client, id)).equals(pdf('Zeugnis'))).toBe(true);
	await sync(pc);
});

it('brings back what was removed; after a month its content is gone, here and on the share', async () => {
	const place = office();
	const pc = await place.pc('Büro');
	const caseId = await caseOnPc(pc);
	await pc.client.share.connect({ folder: place.share });
	const [gone, stays] = [await upload(pc.client, caseId, 'a.pdf', pdf('a')), await upload(pc.client, caseId, 'b.pdf', pdf('b'))];
	await pc.client.documents.remove({ id: gone.id });
	expect((await refusalOf(contentOf(pc.client, gone.id))).code).toBe('NOT_FOUND');
	await pc.client.documents.restore({ id: gone.id });
	expect((await contentOf(pc.client, gone.id)).equals(pdf('a'))).toBe(true);
	await pc.client.documents.remove({ id: gone.id });
	await sync(pc);
	expect(blobsOnShare(place.share)).toHaveLength(2);
	place.clock.advance(31 * DAY);
	await pc.client.members.lock();
	await signIn(pc);
	await sync(pc);
	expect(blobsOn(pc)).toHaveLength(1);
	expect(blobsOnShare(place.share)).toHaveLength(1);
	expect((await refusalOf(pc.client.documents.restore({ id: gone.id }))).code).toBe('NOT_FOUND');
	expect((await contentOf(pc.client, stays.id)).equals(pdf('b'))).toBe(true);
});

it('clears away at the next start what a crash left, and keeps what belongs to a record', async () => {
	const pc = await office().pc('Büro');
	const caseId = await caseOnPc(pc);
	await upload(pc.client, caseId, 'a.pdf', pdf('a'));
	const before = blobsOn(pc);
	const folder = join(pc.dataDir, 'vaults', 'blobs');
	writeFileSync(join(folder, 'f'.repeat(64)), 'ganz, aber ohne Eintrag');
	writeFileSync(join(folder, `${'e'.repeat(64)}.tmp`), 'halb');
	await pc.client.members.lock();
	await signIn(pc);
	expect(blobsOn(pc)).toEqual(before);
});

it('answers plainly for what is not there', async () => {
	const pc = await foundedBackend({ seed: 31 });
	const size = MAX_DOCUMENT_BYTES;
	const nowhere = '01890000-0000-7000-8000-000000000000';
	expect((await refusalOf(pc.client.documents.begin({ caseId: nowhere as never, fileName: 'a.pdf', size }))).code).toBe(
		'NOT_FOUND',
	);
	expect((await refusalOf(pc.client.documents.content({ id: nowhere as never, at: 0, purpose: 'read' }))).code).toBe('NOT_FOUND');
});
