import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { foundedBackend, PASSPHRASE, testBackend } from '#tests/support/test-backend.ts';

async function drain(progress: AsyncIterable<unknown>): Promise<void> {
	for await (const _step of progress);
}

it('keeps a person through lock, backup and joining from a second PC, and edits reach both', async () => {
	const share = join(temporaryFolder(), 'Freigabe Ä');
	mkdirSync(share);
	const left = await foundedBackend({ seed: 1 });
	const { id } = await left.client.people.create({ ...EMPTY_PERSON, firstName: 'Ayşe', lastName: 'Öztürk' });
	await left.client.members.lock();
	await expect(left.client.people.get({ id })).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
	await left.client.members.signIn({ signInName: 'Erika', passphrase: PASSPHRASE });
	await left.client.share.connect({ folder: share });
	await drain(await left.client.share.backUpNow());

	const right = await testBackend({ seed: 2, clock: left.clock });
	const [site] = (await right.client.share.inspect({ folder: share })).sites;
	if (!site) throw new Error('no site on the share');
	const from = { folder: share, siteId: site.siteId, signInName: 'erika', passphrase: PASSPHRASE, deviceName: 'Büro rechts' };
	await drain(await right.client.site.join(from));
	expect(await right.client.people.get({ id })).toMatchObject({ lastName: 'Öztürk' });

	await left.client.people.update({ id, changes: { city: 'Düsseldorf' } });
	await right.client.people.update({ id, changes: { remarks: 'spricht Türkisch' } });
	const both = { city: 'Düsseldorf', remarks: 'spricht Türkisch' };
	for (const office of [left, right]) {
		await office.settle('both edits', async () => {
			for (const each of [left, right]) each.tick(1000);
			const person = await office.client.people.get({ id });
			return person.city === both.city && person.remarks === both.remarks;
		});
		await office.settle('all saved', async () => (await office.client.share.status()).state === 'saved');
	}
	expect([...left.log, ...right.log]).toEqual([]);
});
