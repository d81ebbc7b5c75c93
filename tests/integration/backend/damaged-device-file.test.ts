import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { foundedBackend, PASSPHRASE, testBackend } from '#tests/support/test-backend.ts';

async function drain(progress: AsyncIterable<unknown>): Promise<void> {
	for await (const _step of progress);
}

it('finds out who it was when device.json is damaged, and goes on as the same device with what was not yet sent', async () => {
	const share = join(temporaryFolder(), 'Netz Ä');
	mkdirSync(share);
	const first = await foundedBackend({ seed: 1 });
	await first.client.share.connect({ folder: share });
	await drain(await first.client.share.backUpNow());
	const { id } = await first.client.people.create({ ...EMPTY_PERSON, lastName: 'Öztürk' });
	await first.backend.dispose();
	writeFileSync(join(first.dataDir, 'device.json'), '{"site": "kaputt');

	const again = await testBackend({ seed: 2, clock: first.clock, dataDir: first.dataDir });
	expect(await again.client.site.status()).toMatchObject({ state: 'damaged', file: 'device.json' });
	await drain(await again.client.site.repair({ folder: share, signInName: 'erika', passphrase: PASSPHRASE }));
	expect(await again.client.people.get({ id })).toMatchObject({ lastName: 'Öztürk' });
	expect(await again.client.devices.list()).toHaveLength(1);
	expect((await again.client.site.status()).signInNames).toEqual(['erika']);
});
