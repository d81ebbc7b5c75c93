import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemRandom } from '#main/platform/environment.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { TargetError } from '#main/share/target.ts';
import { bring, found, loot } from '#tests/support/dismissal.ts';
import { pdf } from '#tests/support/document-files.ts';
import { contentOf, openCase, upload } from '#tests/support/documents.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { OWN, START, welcome } from '#tests/support/newcomer.ts';
import { joinSite, newSite, office, refusalOf, sync } from '#tests/support/office.ts';

/** Documents on several PCs: what travels when, and what those who leave take along. */

const blobsOnShare = (share: string): string[] => filesBelow(share).filter((path) => path.includes('/blobs/'));

it('says what has not arrived when the share is full, leaves nothing half-written, and catches up', async () => {
	const place = office();
	let isFull = false;
	const pc = await place.pc('Büro', {
		targetFor(folder) {
			const target = folderTarget(folder, systemRandom, async () => {});
			return {
				...target,
				async writeNew(path, bytes) {
					if (isFull && path.includes('/blobs/')) throw new TargetError('full');
					await target.writeNew(path, bytes);
				},
			};
		},
	});
	const { member } = await newSite(pc);
	const caseId = await openCase(pc.client, member);
	await pc.client.share.connect({ folder: place.share });
	await sync(pc);
	isFull = true;
	const { id } = await upload(pc.client, caseId, 'a.pdf', pdf('a'));
	await pc.settle('told', async () => (await pc.client.share.status()).problem === 'full');
	expect(await pc.client.share.status()).toMatchObject({ waitingChanges: 1, state: 'attention' });
	expect(blobsOnShare(place.share)).toEqual([]);
	// The small change has left already: the other PC knows of the document, and says that its content is not there.
	const second = await place.pc('Empfang');
	await joinSite(second, place.share);
	await sync(second);
	expect(await second.client.documents.list({ caseId })).toMatchObject([{ id, isHere: false }]);
	expect((await refusalOf(contentOf(second.client, id))).code).toBe('NOT_HERE');
	expect(await second.client.documents.fetch({ id })).toEqual({ isHere: false });
	isFull = false;
	await sync(pc);
	expect(await second.client.documents.fetch({ id })).toEqual({ isHere: true });
	expect((await contentOf(second.client, id)).equals(pdf('a'))).toBe(true);
	// A share that was put back to an older state is given it again, by whoever has it.
	const [blob = ''] = blobsOnShare(place.share);
	await folderTarget(place.share, systemRandom, async () => {}).remove(blob);
	await second.client.members.lock();
	await second.client.members.signIn({ signInName: 'anna', passphrase: 'rote Lampe am Kanal 7' });
	await sync(second);
	expect(blobsOnShare(place.share)).toEqual([blob]);
});

it('keeps working after somebody left, who can open nothing that was added afterwards', async () => {
	const place = office();
	const annas = await place.pc('Tresen');
	const { member } = await newSite(annas);
	await annas.client.share.connect({ folder: place.share });
	const berta = await welcome(place, annas, 'Berta', ['counsellor']);
	const doris = await welcome(place, annas, 'Doris', ['counsellor']);
	const pcs = [annas, berta.pc, doris.pc];
	const caseId = await openCase(annas.client, member);
	const before = await upload(annas.client, caseId, 'vorher0000.pdf', pdf('vorher'));
	await bring(annas, berta.pc, doris.pc);
	const person = { signInName: 'berta', passphrases: [START, OWN] };
	const then = await loot(place, pcs, { person });
	expect(found(then, 'vorher')).toEqual(['vorher0000']);
	await annas.client.members.remove({ id: berta.id, devices: [], accepted: true });
	await berta.pc.settle('the end of her session', async () => (await berta.pc.client.site.status()).state === 'locked');
	await sync(doris.pc);
	const after = await upload(doris.pc.client, caseId, 'danach0000.pdf', pdf('danach'));
	await bring(doris.pc, annas);
	// The record that holds its key stays shut, and without the key the blob is noise.
	expect(found(await loot(place, pcs, { person, ring: then.ring }), 'danach')).toEqual([]);
	for (const { client } of [annas, doris.pc]) {
		expect((await contentOf(client, before.id)).equals(pdf('vorher'))).toBe(true);
		expect((await contentOf(client, after.id)).equals(pdf('danach'))).toBe(true);
	}
	expect(readdirSync(join(annas.dataDir, 'vaults', 'blobs'))).toHaveLength(2);
}, 120_000);
