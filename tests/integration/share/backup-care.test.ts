import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BackupReport } from '#shared/features/share/care-model.ts';
import { upload } from '#tests/support/documents.ts';
import { filesBelow } from '#tests/support/files-below.ts';
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
	signIn,
	sync,
} from '#tests/support/office.ts';

/** Restore drills and second copies: on demand and by themselves, with reports that every PC shows. */

const DAY = 86_400_000;

async function busyOffice() {
	const place = office();
	const pc = await place.pc('Büro');
	const { member } = await newSite(pc);
	await pc.client.share.connect({ folder: place.share });
	const { id: personId } = await pc.client.people.create(person());
	const { id: caseId } = await pc.client.cases.open({ ...caseOf(member), personId });
	await pc.client.cases.addContact({ ...note({ text: 'Gespräch' }), caseId, privateNote: null });
	await upload(pc.client, caseId, 'Bescheid.txt', Buffer.from('Inhalt'));
	await sync(pc);
	await pc.settle('a verified snapshot', async () => (await pc.client.share.status()).verifiedSnapshotAt !== null);
	const [site = ''] = readdirSync(place.share);
	return {
		place,
		root: place.root,
		share: place.share,
		clock: place.clock,
		pc,
		client: pc.client,
		caseId,
		site,
		vault: join(place.share, site, 'vaults', 'counselling'),
	};
}

async function drill(client: Client): Promise<BackupReport> {
	const last = await drain(client.share.drill());
	if (!last?.report) throw new Error('no report');
	return last.report;
}

const problemOf = (report: BackupReport, vault: string) => report.vaults.find((each) => each.vault === vault)?.problem;

it('drills every vault that is open here, and every PC shows the report', async () => {
	const { pc, share, client, place } = await busyOffice();
	const b = await place.pc('Oben');
	const report = await drill(client);
	expect(report).toMatchObject({ what: 'drill', isFine: true, device: 'Tresen' });
	expect(report.vaults.map(({ vault, problem }) => [vault, problem])).toEqual([
		['office', null],
		['workshop', null],
		['counselling', null],
	]);
	expect(report.vaults.find(({ vault }) => vault === 'counselling')).toMatchObject({ blobs: 1, rows: expect.any(Number) });
	expect(report.vaults.find(({ vault }) => vault === 'counselling')?.rows).toBeGreaterThan(3);
	await sync(pc);
	await joinSite(b, share);
	expect((await b.client.share.care()).reports).toMatchObject([{ id: report.id, isFine: true }]);
	expect(filesBelow(pc.dataDir).filter((path) => path.includes('scratch'))).toEqual([]);
});

it('tells what is wrong: contents that are missing, a snapshot that is damaged', async () => {
	const { client, vault, root } = await busyOffice();
	const [blob = ''] = readdirSync(join(vault, 'blobs'));
	renameSync(join(vault, 'blobs', blob), join(root, 'blob'));
	expect(problemOf(await drill(client), 'counselling')).toBe('blobs');
	renameSync(join(root, 'blob'), join(vault, 'blobs', blob));
	const [part = ''] = filesBelow(vault).filter((path) => path.endsWith('part-00000'));
	const path = join(vault, part);
	const bytes = readFileSync(path);
	writeFileSync(path, bytes.subarray(1));
	expect(problemOf(await drill(client), 'counselling')).toBe('snapshot');
	writeFileSync(path, bytes);
	expect((await drill(client)).isFine).toBe(true);
});

it('drills by itself a week after the site was founded and then every month, once for all PCs', async () => {
	const { pc, client, clock } = await busyOffice();
	const drills = async () => (await client.share.care()).reports.filter(({ what }) => what === 'drill');
	let tries = 0;
	const drilled = async (count: number) => {
		// One that failed, because this machine had no time for the share, is tried again in an hour.
		if (++tries % 100 === 0) clock.advance(HOUR + 1);
		return (await drills()).length === count;
	};
	await sync(pc);
	expect(await drills()).toEqual([]);
	clock.advance(8 * DAY);
	await pc.settle('the first drill', () => drilled(1));
	expect(await drills()).toMatchObject([{ isFine: true, member: '' }]);
	clock.advance(20 * DAY);
	await sync(pc);
	expect(await drills()).toHaveLength(1);
	clock.advance(11 * DAY);
	await pc.settle('the next drill', () => drilled(2));
});

it('makes a second copy of what is missing only, from which a PC can be set up', async () => {
	const { pc, client, root, site, share, place } = await busyOffice();
	const disk = join(root, 'Wechselplatte');
	mkdirSync(disk);
	const copy = async () => (await drain(client.share.copySite({ folder: disk })))?.report;
	// Claims and acknowledgements are about the share itself: nobody reads a copy.
	const whole = filesBelow(share).filter((path) => !path.includes('claim-') && !path.includes('/acks/'));
	expect(await copy()).toMatchObject({ what: 'second_copy', isFine: true, files: whole.length });
	expect(await copy()).toMatchObject({ isFine: true });
	writeFileSync(join(disk, site, 'Urlaub.txt'), 'gehört jemandem');
	await client.people.create(person({ lastName: 'Neu' }));
	await sync(pc);
	const third = await copy();
	expect(third?.files).toBeGreaterThan(0);
	expect(third?.files).toBeLessThan(6);
	expect(readFileSync(join(disk, site, 'Urlaub.txt'), 'utf8')).toBe('gehört jemandem');
	expect((await client.share.care()).needsSecondCopy).toBe(false);
	// The share burns down.
	await pc.backend.dispose();
	rmSync(share, { recursive: true });
	const fresh = await place.pc('Nach dem Brand');
	await joinSite(fresh, disk);
	const { rows } = await fresh.client.people.list(EVERYBODY);
	expect(rows.map(({ lastName }) => lastName).sort()).toEqual(['Neu', 'Yılmaz']);
});

it('names what is damaged on either side, overwrites nothing, and does not pass damage on', async () => {
	const { client, root, site, share } = await busyOffice();
	const disk = join(root, 'Wechselplatte');
	mkdirSync(disk);
	const [part = ''] = filesBelow(share).filter((path) => path.endsWith('part-00000'));
	const bytes = readFileSync(join(share, part));
	writeFileSync(join(share, part), bytes.subarray(1));
	const first = (await drain(client.share.copySite({ folder: disk })))?.report;
	expect(first).toMatchObject({ isFine: false, damaged: 1 });
	expect(filesBelow(disk)).not.toContain(part);
	writeFileSync(join(share, part), bytes);
	expect((await drain(client.share.copySite({ folder: disk })))?.report).toMatchObject({ isFine: true, damaged: 0 });
	writeFileSync(join(disk, part), 'kaputt');
	expect((await drain(client.share.copySite({ folder: disk })))?.report).toMatchObject({ isFine: false, damaged: 1 });
	expect(readFileSync(join(disk, part), 'utf8')).toBe('kaputt');
	for (const folder of [share, join(share, site), join(root, 'Büro')]) {
		expect(await refusalOf(drain(client.share.copySite({ folder })))).toMatchObject({
			code: 'SHARE',
			data: { problem: 'own_folder' },
		});
	}
	expect(await refusalOf(drain(client.share.copySite({ folder: join(root, 'nicht da') })))).toMatchObject({
		code: 'SHARE',
		data: { problem: 'unreachable' },
	});
});

it('reminds of a second copy after a month, and can be put off', async () => {
	const { pc, client, clock } = await busyOffice();
	expect((await client.share.care()).needsSecondCopy).toBe(false);
	clock.advance(31 * DAY);
	expect((await client.share.care()).needsSecondCopy).toBe(true);
	await client.share.putOffCopy();
	expect(await client.share.care()).toMatchObject({ needsSecondCopy: false, secondCopyAt: null });
	clock.advance(31 * DAY);
	await pc.backend.lock();
	await signIn(pc);
	expect((await client.share.care()).needsSecondCopy).toBe(true);
});
